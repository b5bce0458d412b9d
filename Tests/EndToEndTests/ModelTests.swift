import Foundation
import Testing

/// `glaneur train segment`, `glaneur evaluate segment`, and what becomes of model files that are damaged or missing.
@Suite struct ModelTests {
    /// Sentences of which a third have no end mark, so that there is something to learn.
    private static let sentences = [
        ["Le", "groupe", "lève", "12", "millions", "."], ["Bilan", "de", "la", "semaine"],
        ["Elle", "parle", "des:de les", "résultats", "."], ["Il", "y", "a", "des", "retards", "."],
        ["Résultats", "du:de le", "trimestre"], ["Le", "prix", "du:de le", "blé", "monte", "!"],
    ]

    /// A CoNLL-U file of one document; a word with a colon is a token with the words behind it.
    private static let treebank: String = {
        var text = "# newdoc id = essai\n"
        for number in 0..<40 {
            var id = 1
            let words = sentences[number % sentences.count]
            for (index, word) in words.enumerated() {
                let parts = word.split(separator: ":")
                let last = index + 2 == words.count && ".!".contains(words[index + 1])
                let note = last ? "SpaceAfter=No" : "_"
                let forms = parts.count == 2 ? parts[1].split(separator: " ") : []
                if forms.isEmpty {
                    text += "\(id)\t\(word)\t_\t_\t_\t_\t_\t_\t_\t\(note)\n"
                    id += 1
                } else {
                    text += "\(id)-\(id + forms.count - 1)\t\(parts[0])\t_\t_\t_\t_\t_\t_\t_\t\(note)\n"
                    for form in forms {
                        text += "\(id)\t\(form)\t_\t_\t_\t_\t_\t_\t_\t_\n"
                        id += 1
                    }
                }
            }
            text += "\n"
        }
        return text
    }()

    private static let options = ["--lang", "fr", "--lexicons", Checkout.lexicons.path]

    private func trained(into folder: TemporaryFolder, _ name: String) throws -> [String: Data] {
        let file = try folder.write("essai.conllu", Self.treebank)
        try folder.makeFolder(name)
        let ending = try Program.run(
            arguments: ["train", "segment", file, "--out", folder.path(name), "--row-bits", "12"] + Self.options)
        #expect(ending.status == 0, "\(ending.errors)")
        return try Dictionary(
            uniqueKeysWithValues: folder.names(in: name).map { ($0, try folder.read("\(name)/\($0)")) })
    }

    @Test func trainingTwiceGivesTheSameBytes() throws {
        let folder = try TemporaryFolder()
        let first = try trained(into: folder, "first")
        #expect(first.keys.sorted() == ["sentences-fr.model", "starts-fr.model", "words-fr.model"])
        #expect(try trained(into: folder, "second") == first)
    }

    @Test func trainedModelsAreRead() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Checkout.lexicons, to: folder.url.appending(path: "Lexicons"))
        _ = try trained(into: folder, "Lexicons/models")
        let ending = try Program.run(
            "evaluate", "segment", folder.path("essai.conllu"), "--lang", "fr", "--lexicons", folder.path("Lexicons"))
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.text.contains("sentences F1 1.0 correct 40"), "what was learned is right: \(ending.text)")
    }

    @Test func foldsAreScoredAlikeEachTime() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("essai.conllu", Self.treebank)
        func scores() throws -> Program.Ending {
            try Program.run(
                arguments: ["evaluate", "segment", file, "--folds", "4", "--row-bits", "12"] + Self.options)
        }
        let first = try scores()
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.text.split(separator: "\n").map { $0.prefix { $0 != " " } } == ["tokens", "words", "sentences"])
        #expect(first.text.contains("gold 40 "), "each sentence is measured once: \(first.text)")
        #expect(try scores().output == first.output)
    }

    @Test(arguments: ["language", "names", "sentences-fr", "starts-en", "words-fr"])
    func damagedModelIs65(_ name: String) throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Checkout.lexicons, to: folder.url.appending(path: "Lexicons"))
        let file = "Lexicons/models/\(name).model"
        var bytes = try folder.read(file)
        bytes[bytes.count / 2] ^= 0x10
        for (damaged, reason) in [(bytes, "checksum"), (bytes.dropLast(64), "cut short")] {
            try folder.write(file, damaged)
            let ending = try Program.run(
                "annotate", "-", "--lexicons", folder.path("Lexicons"), input: Data(#"{"text":"Tesla à Paris"}"#.utf8))
            #expect(ending.status == 65)
            #expect(ending.errors.contains("\(name).model") && ending.errors.contains(reason), "\(ending.errors)")
            #expect(ending.output.isEmpty)
        }
    }

    @Test func withoutModelsRulesDecide() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Checkout.lexicons, to: folder.url.appending(path: "Lexicons"))
        try FileManager.default.removeItem(at: folder.url.appending(path: "Lexicons/models"))
        let ending = try Program.run(
            "annotate", "-", "--lexicons", folder.path("Lexicons"),
            input: Data(#"{"text":"M. Marchetti est parti. Il dirige une start-up.","lang":"fr"}"#.utf8))
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.text.contains(#""sents":{"start":[0,24],"end":[23,47]"#), "\(ending.text)")
    }
}
