import Foundation
import Testing

@Suite struct LexiconTests {
    private func copiedTables() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(at: Checkout.lexicons, to: folder.url.appending(path: "Lexicons"))
        return folder
    }

    private func ending(with lexicons: String) throws -> Program.Ending {
        try Program.run("annotate", "-", "--lexicons", lexicons, input: Data(#"{"text":"Tesla à Paris"}"#.utf8))
    }

    @Test func compiledFileServesAsWellAsTheTables() throws {
        let folder = try copiedTables()
        let expected = try Program.run(
            "annotate", "-", "--lexicons", folder.path("Lexicons"), input: Data(#"{"text":"Tesla à Paris"}"#.utf8),
            environment: ["XDG_CACHE_HOME": folder.path("cache")])
        let name = try #require(try folder.names(in: "cache/glaneur").first)
        #expect(expected.status == 0)
        // Models are looked for beside the compiled file.
        try FileManager.default.copyItem(
            at: Checkout.lexicons.appending(path: "models"), to: folder.url.appending(path: "cache/glaneur/models"))
        #expect(try ending(with: folder.path("cache/glaneur/\(name)")).output == expected.output)
    }

    @Test(arguments: [0.0, 0.001, 0.3, 0.7, 1.0]) func flippedByteInACompiledFileIs65(_ place: Double) throws {
        let folder = try copiedTables()
        _ = try Program.run(
            "annotate", "-", "--lexicons", folder.path("Lexicons"), input: Data(#"{"text":"a"}"#.utf8),
            environment: ["XDG_CACHE_HOME": folder.path("cache")])
        let name = try #require(try folder.names(in: "cache/glaneur").first)
        var bytes = try folder.read("cache/glaneur/\(name)")
        let index = Int(Double(bytes.count - 1) * place)
        bytes[index] ^= 0x04
        let ending = try ending(with: try folder.write("broken.glex", bytes))
        #expect(ending.status == 65)
        #expect(ending.errors.contains("broken.glex"))
        #expect(ending.output.isEmpty)
    }

    @Test func damagedCacheIsMadeAnew() throws {
        let folder = try copiedTables()
        let environment = ["XDG_CACHE_HOME": folder.path("cache")]
        func output() throws -> Program.Ending {
            try Program.run(
                "annotate", "-", "--lexicons", folder.path("Lexicons"), input: Data(#"{"text":"Tesla à Paris"}"#.utf8),
                environment: environment)
        }
        let expected = try output()
        let name = try #require(try folder.names(in: "cache/glaneur").first)
        try folder.write("cache/glaneur/\(name)", folder.read("cache/glaneur/\(name)").dropLast(100))
        let ending = try output()
        #expect(ending.status == 0)
        #expect(ending.output == expected.output)
    }

    @Test(arguments: ["one column", "a\tb\tc\td\te\tf\tg\th\ti\tj\tk"])
    func badRowIsNamedWithItsLine(_ row: String) throws {
        let folder = try copiedTables()
        let table = "Lexicons/shared/organizations.tsv"
        let rows = try folder.read(table)
        try folder.write(table, rows + Data("\(row)\n".utf8))
        let line = rows.count { $0 == 0x0A } + 1
        let ending = try ending(with: folder.path("Lexicons"))
        #expect(ending.status == 65)
        #expect(ending.errors.contains("shared/organizations.tsv:\(line)"))
    }

    @Test func missingLexiconsAre65() throws {
        let folder = try TemporaryFolder()
        #expect(try ending(with: folder.path("nix")).status == 65)
        #expect(try ending(with: folder.url.path).status == 65)
    }
}
