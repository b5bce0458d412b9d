import Foundation
import Testing

/// Stages that are pointed at files, and what users say of all documents.
@Suite struct StageFileTests {
    private static let page = """
        <html lang="fr"><head><title>Tesla renonce | Le Courrier</title><meta name="author" content="Jean Dupont">
        <meta property="article:published_time" content="2025-08-08T10:00:00Z"></head><body>
        <nav><a href="/">Accueil</a></nav><article><h1>Tesla renonce à Dojo</h1>
        <p>Tesla a renoncé à la machine qu’il construisait pour entraîner lui-même ses logiciels de conduite, dit Reuters.</p>
        <p>Le groupe achètera désormais ses puces à Nvidia et à Samsung, dont les usines d’Austin tournent à plein.</p>
        </article><div class="share-bar"><a href="#">Facebook</a></div><p>© 2025 Le Courrier. Tous droits réservés.</p>
        </body></html>
        """

    private func line(_ ending: Program.Ending) throws -> [String: Any] {
        let data = try #require(ending.output.split(separator: UInt8(ascii: "\n")).first)
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test func aPageGoesThroughTheStagesBeforeFirst() throws {
        let folder = try TemporaryFolder()
        let page = try folder.write("page.html", Self.page)
        for stage in ["decode", "extract", "segment"] {
            let chained = try StageChainTests.outputs(of: page).first { $0.stage == stage }
            #expect(try Program.run("stage", stage, page).output == chained?.lines)
        }
        #expect(try Program.run("stage", "write", page).output == Program.run("annotate", page).output)
    }

    @Test func foldersTextsAndStageLinesMayStandBesideOneAnother() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.txt", "Tesla a quitté Paris.")
        try folder.write("in/b.html", Self.page)
        let records = try folder.write("c.jsonl", #"{"id":"c","text":"Nvidia à Lyon"}"# + "\n")
        let lines = try folder.write(
            "d.jsonl", try Program.run("stage", "decode", try folder.write("d.txt", "Orange.")).output)
        let ending = try Program.run("stage", "extract", folder.path("in"), lines, records)
        #expect(ending.status == 0 && ending.errors.isEmpty)
        let ids = ending.text.split(separator: "\n").compactMap { $0.firstMatch(of: /"id":"([^"]*)"/)?.1 }
        #expect(ids.map { $0.split(separator: "/").last ?? "" } == ["a.txt", "b.html", "d.txt", "c"])
    }

    @Test func stageLinesSayWhy() throws {
        let folder = try TemporaryFolder()
        let page = try folder.write("page.html", Self.page)
        let extracted = try line(Program.run("stage", "extract", page, "--keep-boilerplate"))
        let why = try #require((extracted["work"] as? [String: Any])?["why"] as? [String: [String]])
        #expect(why["charset"] == ["validated: UTF-8"])
        #expect(why["blocks"]?.first == "markup:nav")
        #expect(why["blocks"]?.contains { $0.hasPrefix("markup:class=share") } == true)
        let kinds = try #require((extracted["blocks"] as? [String: Any])?["kind"] as? [String])
        #expect(kinds == ["navigation", "main", "paragraph", "paragraph", "share", "disclosure"])
        #expect(why["blocks"]?.count == kinds.count)
    }

    @Test func whatIsGivenWinsOverWhatAPageSays() throws {
        let folder = try TemporaryFolder()
        let page = try folder.write("page.html", Self.page)
        let given = [
            "--metadata", "title=Autre titre", "--metadata", "published=2026-01-02", "--metadata",
            "author=Inès Baldacci",
            "--metadata", "author=Paul Le Goff", "--metadata", "outlet=L’Écho", "--metadata",
            "url=https://example.invalid/",
        ]
        let told = try line(Program.run(arguments: ["annotate", page] + given))
        #expect(told["title"] as? String == "Autre titre")
        #expect(told["published"] as? String == "2026-01-02")
        #expect(told["authors"] as? [String] == ["Inès Baldacci", "Paul Le Goff"])
        #expect(told["outlet"] as? String == "L’Écho")
        #expect(told["url"] as? String == "https://example.invalid/")
        let plain = try line(Program.run("annotate", page))
        func configuration(_ line: [String: Any]) -> String? { (line["run"] as? [String: Any])?["config"] as? String }
        #expect(configuration(told) != configuration(plain))
        #expect(plain["authors"] as? [String] == ["Jean Dupont"])
        let chained = try StageChainTests.outputs(of: page, options: given).last?.lines
        #expect(chained == (try Program.run(arguments: ["annotate", page] + given)).output)
        let shown = try Program.run(arguments: ["show", page, "--stage", "extract"] + given)
        #expect(shown.text.contains("authors    Inès Baldacci, Paul Le Goff"))
    }

    @Test(
        arguments: ["titre=x", "published=12/03/2026", "lang=de", "title"], ["annotate", "stage", "show", "explain"])
    func wrongMetadataIsAMistakeOfUse(_ pair: String, _ command: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Tesla a quitté Paris.")
        let words =
            switch command {
            case "stage": ["stage", "extract", file]
            case "explain": ["explain", file, "--at", "0"]
            default: [command, file]
            }
        let ending = try Program.run(arguments: words + ["--metadata", pair])
        #expect(ending.status == 64)
        #expect(ending.errors.contains("--metadata: "))
    }

    @Test func showExtractMarksBlocks() throws {
        let folder = try TemporaryFolder()
        let page = try folder.write("page.html", Self.page)
        let plain = try Program.run("show", page, "--stage", "extract", "--width", "100")
        #expect(plain.text.contains("title      Tesla renonce à Dojo"))
        #expect(!plain.text.contains("boilerplate"))
        let kept = try Program.run("show", page, "--stage", "extract", "--width", "100", "--keep-boilerplate")
        #expect(kept.text.contains("[title main]"))
        #expect(kept.text.contains("[boilerplate share]"))
        #expect(kept.text.contains("boilerplate 3: navigation 1, disclosure 1, share 1"))
        let colored = try Program.run("show", page, "--stage", "extract", "--color", "always", "--keep-boilerplate")
        #expect(colored.text.contains("\u{1B}[34mshare"))
    }
}
