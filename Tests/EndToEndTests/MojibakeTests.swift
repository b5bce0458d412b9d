import Foundation
import Testing

/// Texts that were read in a wrong charset and saved again, from the bytes on disk to the line.
@Suite struct MojibakeTests {
    /// What the tests look at in a line beside the mentions.
    private struct Line: Decodable {
        struct Warning: Decodable {
            let code: String
            let message: String
        }

        let text: String
        let warnings: [Warning]?
    }

    private static let misread = "Le prÃ©sident FranÃ§ois Hollande a quittÃ© OrlÃ©ans pour rejoindre l'Ã‰lysÃ©e.\n"
    private static let sound = "Le président François Hollande a quitté Orléans pour rejoindre l'Élysée.\n"

    @Test func mentionsCutTheMisreadBytesOutOfTheFile() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", Self.misread)
        let output = try Program.run("annotate", file, "-o", "-").output
        let document = try #require(try output.lines(DocumentLine.self).first)
        #expect(document.text == Self.sound)
        #expect(document.provenance.charset == "UTF-8")
        let raw = Data(Self.misread.utf8)
        let cut = (document.ents ?? []).reduce(into: [String: String]()) { cut, ent in
            cut[ent.text] = String(decoding: raw[ent.rawStart..<ent.rawEnd], as: UTF8.self)
        }
        #expect(cut["François Hollande"] == "FranÃ§ois Hollande")
        #expect(cut["Orléans"] == "OrlÃ©ans")
        let line = try #require(try output.lines(Line.self).first)
        #expect(line.warnings?.map(\.code) == ["mojibake-repaired"])
        #expect(
            line.warnings?.first?.message == "6 characters were UTF-8 read as windows-1252, the first at byte 5")
    }

    @Test func withoutRepairTheTextIsThatOfTheFile() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", Self.misread)
        let output = try Program.run("annotate", file, "--no-repair", "-o", "-").output
        let line = try #require(try output.lines(Line.self).first)
        #expect(line.text == Self.misread)
        #expect(line.warnings?.map(\.code) == ["mojibake"])
        let repaired = try Program.run("annotate", file, "-o", "-").output
        #expect(try configuration(repaired) != configuration(output))
    }

    @Test func recordsAndPagesAreRepairedToo() throws {
        let folder = try TemporaryFolder()
        let record = try folder.write(
            "a.jsonl", #"{"id":"r","text":"Le pr\u00c3\u00a9sident a quitt\u00c3\u00a9 Orl\u00c3\u00a9ans."}"# + "\n")
        let page = try folder.write("b.html", "<html><body><p>\(Self.misread)</p></body></html>")
        let lines = try Program.run("annotate", record, page, "-o", "-").output.lines(DocumentLine.self)
        #expect(lines.first?.text == "Le président a quitté Orléans.")
        let ent = try #require(lines.first?.ents?.first { $0.text == "Orléans" })
        let raw = try folder.read("a.jsonl")
        #expect(String(decoding: raw[ent.rawStart..<ent.rawEnd], as: UTF8.self) == #"Orl\u00c3\u00a9ans"#)
        #expect(lines.last?.text.contains("François Hollande a quitté Orléans") == true)
    }

    private func configuration(_ output: Data) throws -> String {
        struct Run: Decodable {
            struct Identity: Decodable { let config: String }
            let run: Identity
        }
        return try #require(try output.lines(Run.self).first).run.config
    }
}
