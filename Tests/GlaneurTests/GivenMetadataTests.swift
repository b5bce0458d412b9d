import Glaneur
import Testing

@Suite struct GivenMetadataTests {
    private func refusal(_ pairs: String...) -> String? {
        do throws(GivenMetadata.Refusal) {
            _ = try GivenMetadata(pairs)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func everyKeyIsTaken() throws {
        let given = try GivenMetadata([
            "title=Un titre = deux mots", "published=2026-03-12", "url=https://example.invalid/a?b=c",
            "outlet=Le Courrier",
            "author=Inès Baldacci", "author=Paul Le Goff", "lang=fr",
        ])
        #expect(given.values.title == "Un titre = deux mots")
        #expect(given.values.url == "https://example.invalid/a?b=c")
        #expect(given.values.authors == ["Inès Baldacci", "Paul Le Goff"])
        #expect(given.values.declaredLanguage == .french)
        #expect(!given.isEmpty && GivenMetadata().isEmpty)
    }

    @Test(arguments: [
        ("2026-03-12", "2026-03-12"), ("2024-02-29", "2024-02-29"), ("2026-03-12T14:00:00Z", "2026-03-12T14:00:00Z"),
        ("2026-03-12 14:00+01:00", "2026-03-12T14:00:00+01:00"),
        ("2026-03-12t14:05:09.25-0330", "2026-03-12T14:05:09-03:30"),
    ])
    func timesAreThoseOfRFC3339(_ written: String, _ expected: String) throws {
        #expect(try GivenMetadata(["published=\(written)"]).values.published == expected)
    }

    @Test(arguments: [
        "2026-02-30", "2026-13-01", "12/03/2026", "hier", "2026-03", "2026-03-12T14:00:00", "2026-03-12T25:00Z",
        "2026-03-12T14:00Zulu", "2026-03-12T14:00+1", "2026-03-12x", "2025-02-29",
    ])
    func otherTimesAreRefused(_ written: String) {
        #expect(refusal("published=\(written)")?.hasPrefix("published takes a day or a time with its zone") == true)
    }

    @Test func whatIsWrongIsSaidWithTheKeys() {
        let keys = "the keys are title, published, url, outlet, author, lang"
        #expect(refusal("titre=x") == "no metadata is called 'titre'; \(keys)")
        #expect(refusal("title") == "expected key=value, met 'title'; \(keys)")
        #expect(refusal("=x") == "expected key=value, met '=x'; \(keys)")
        #expect(refusal("title=") == "no value behind 'title='")
        #expect(refusal("title=a", "title=b") == "title is given twice")
        #expect(refusal("lang=de") == "lang takes fr or en, not 'de'")
    }
}
