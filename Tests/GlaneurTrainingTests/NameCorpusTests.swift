import GlaneurCore
import Testing

@testable import GlaneurTraining

@Suite struct NameCorpusTests {
    private func corpus(_ text: String, _ path: String) throws -> NameCorpus {
        try NameCorpus(Array(text.utf8), path: path, language: .french)
    }

    private func names(_ document: NameCorpus.AnnotatedDocument) -> [String] {
        let bytes = Array(document.text.utf8)
        return document.names.map { "\(String(decoding: bytes[$0.span.range], as: UTF8.self))/\($0.label.rawValue)" }
    }

    @Test func recordsCountCodePoints() throws {
        let corpus = try corpus(
            #"{"id":"a","lang":"en","text":"Été: 😀 Zoé paid $5.","ents":[{"start":7,"end":10,"label":"PER"},{"start":16,"end":18,"label":"MONEY"}]}"#
                + "\n\n", "x.jsonl")
        #expect(corpus.documents.count == 1)
        #expect(corpus.documents[0].language == .english && corpus.documents[0].id == "a")
        #expect(names(corpus.documents[0]) == ["Zoé/PER"])
        #expect(!corpus.marksOthers)
    }

    @Test func columnsBecomeTextWithTheUsualSpaces() throws {
        let rows = [
            "-DOCSTART-\tO", "", "Mr\tO", "Ada\tB-PER", "King\tI-PER", "(\tO", "IBM\tB-ORG", ")\tO", "'s\tO", ".\tO",
            "",
            "Oslo\tB-LOC", "Rome\tB-LOC", "",
        ]
        let corpus = try corpus(rows.joined(separator: "\n"), "x.conll")
        #expect(corpus.documents.map(\.text) == ["Mr Ada King (IBM)'s.\nOslo Rome\n"])
        #expect(names(corpus.documents[0]) == ["Ada King/PER", "IBM/ORG", "Oslo/LOC", "Rome/LOC"])
    }

    @Test func aFileOfLooseSentencesHasOneDocumentForEach() throws {
        let sentence = "Paris\tB-LOC\n\n"
        let corpus = try corpus(String(repeating: sentence, count: 300), "x.conll")
        #expect(corpus.documents.count == 300)
    }

    @Test func markedTextKeepsItsBytes() throws {
        let corpus = try corpus("# no text\nL’[[Élysée|LOC]] [[A320|PRODUCT]]\n[[X|ORG]].\n\nFin\n", "x.txt")
        #expect(corpus.documents.map(\.text) == ["L’Élysée A320\n\nX.", "Fin"])
        #expect(names(corpus.documents[0]) == ["Élysée/LOC", "A320/PRODUCT", "X/ORG"])
        #expect(corpus.marksOthers)
    }

    @Test func marksTellWhatTheyName() throws {
        let corpus = try corpus("## fr-01\n[[Musk|PER|elon-musk]] part.\n## fr-02\n[[Elon|PER]]\n", "x.txt")
        #expect(corpus.documents.map(\.id) == ["fr-01", "fr-02"])
        #expect(corpus.documents.map(\.text) == ["Musk part.", "Elon"])
        #expect(corpus.documents.flatMap(\.names).map(\.entity) == ["elon-musk", nil])
    }

    @Test(arguments: [
        ("x.jsonl", "{}", 1, "'text'"), ("x.jsonl", "\n{", 2, "JSON"),
        ("x.jsonl", #"{"text":"ab","ents":[{"start":1,"end":9,"label":"PER"}]}"#, 1, "span"),
        ("x.jsonl", #"{"text":"ab","ents":[{"start":0,"end":1,"label":"WHO"}]}"#, 1, "label"),
        ("x.conll", "a\tO\nb\tB-WHO", 2, "tag"), ("x.conll", "a", 1, "tag"),
        ("x.txt", "a\n[[b|PER c", 2, "mark"), ("x.txt", "[[b|WHO]]", 1, "mark"), ("x.txt", "[[|PER]]", 1, "mark"),
        ("x.txt", "[[b|PER|]]", 1, "mark"), ("x.txt", "[[b|PER|c|d]]", 1, "mark"),
    ])
    func whatIsNoneIsToldWithItsLine(_ path: String, _ text: String, _ line: Int, _ reason: String) throws {
        let error = #expect(throws: NameCorpus.FormatError.self) { try self.corpus(text, path) }
        #expect(error?.line == line && error?.reason.contains(reason) == true, "\(error.map { "\($0)" } ?? "no error")")
    }
}
