import Foundation
import GlaneurCore
import GlaneurLexicon
import Testing

/// Tables on the disk that are added to the small lexicon.
@Suite struct AddedTableTests {
    private final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "glaneur-added-\(UUID().uuidString)")

        init() throws {
            for table in SmallLexicon.tables { try write("lexicons/\(table.path)", table.text) }
        }

        deinit { try? FileManager.default.removeItem(at: url) }

        @discardableResult
        func write(_ path: String, _ text: String) throws -> String {
            let file = url.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return file.path
        }

        func locator(_ added: String...) -> LexiconLocator {
            LexiconLocator(explicit: url.appending(path: "lexicons").path, added: added)
        }

        /// Compiled in memory: the cache of the user is left alone.
        func open(_ locator: LexiconLocator) throws -> Lexicon {
            let tables = try locator.tables(at: locator.locate())
            return try Lexicon(compiled: LexiconCompiler.compile(tables.files), location: tables.location)
        }
    }

    private static let ships = SmallLexicon.names("Belem\tPRODUCT\tship\t\t\t\t\t\t").text
    private static let word = SmallLexicon.words("zut\tstop\t").text

    @Test func mentionsReportTheNameOfTheTable() throws {
        let folder = try Folder()
        let lexicon = try folder.open(folder.locator(folder.write("mine/ships.tsv", Self.ships)))
        #expect(lexicon.conceptCount == 4)
        #expect(lexicon.maker(ofConcept: 3) == "lexicon:ships")
        #expect(lexicon.knowledge(of: "Orange").names.count == 1)
    }

    @Test(arguments: [("fr", [Language.french]), ("en", [.english]), ("mine", [.french, .english])])
    func theFolderOfATableTellsTheLanguageOfItsWords(_ name: String, _ languages: [Language]) throws {
        let folder = try Folder()
        let lexicon = try folder.open(folder.locator(folder.write("\(name)/mots.tsv", Self.word)))
        #expect(lexicon.knowledge(of: "zut").words.map(\.language) == languages)
    }

    @Test func theOrderOfTablesDoesNotMatterNorWhereTheyLie() throws {
        let folder = try Folder()
        let one = try folder.write("mine/ships.tsv", Self.ships)
        let two = try folder.write(
            "mine/boats.tsv", SmallLexicon.names("Belem II\tPRODUCT\tship\t\t\tBelem\t\t\t").text)
        let there = try folder.write("there/ships.tsv", Self.ships)
        func tables(_ locator: LexiconLocator) throws -> LexiconTables { try locator.tables(at: locator.locate()) }
        let expected = try tables(folder.locator(one, two))
        #expect(
            try LexiconCompiler.compile(expected.files)
                == LexiconCompiler.compile(tables(folder.locator(two, one)).files))
        #expect(try expected.cachedFile == tables(folder.locator(two, there)).cachedFile)
        #expect(try expected.cachedFile != tables(folder.locator(one)).cachedFile)
    }

    @Test func aTableWithTheNameOfAnotherIsRefused() throws {
        let folder = try Folder()
        let path = try folder.write("mine/names.tsv", Self.ships)
        let locator = folder.locator(path)
        #expect(
            throws: LexiconError(
                path: path, reason: "the lexicons have a table 'names', shared/names.tsv; rename the file")
        ) { try locator.open() }
        let twice = try folder.write("mine/ships.tsv", Self.ships)
        #expect(throws: LexiconError.self) { try folder.locator(twice, twice).open() }
    }

    @Test func aDamagedTableIsNamedByItsPath() throws {
        let folder = try Folder()
        let path = try folder.write("mine/ships.tsv", SmallLexicon.names("Belem\tSHIP\t\t\t\t\t\t\t").text)
        #expect(throws: LexiconError(path: path, line: 2, reason: "no name label 'SHIP'")) {
            try folder.locator(path).open()
        }
        let taken = try folder.write("mine/ships.tsv", SmallLexicon.names("XAI\tORG\t\t\t\t\t\t\t").text)
        #expect(
            throws: LexiconError(
                path: taken, line: 2, reason: "org/xai is already made by 'xAI' in shared/names.tsv:4")
        ) { try folder.locator(taken).open() }
    }

    @Test func nothingIsAddedToACompiledFile() throws {
        let folder = try Folder()
        let table = try folder.write("mine/ships.tsv", Self.ships)
        let compiled = folder.url.appending(path: "all.glex").path
        try Data(SmallLexicon.compiled()).write(to: URL(filePath: compiled))
        #expect(
            throws: LexiconError(path: compiled, reason: "a compiled file, where a folder of tables is needed")
        ) { try LexiconLocator(explicit: compiled, added: [table]).open() }
    }

    @Test func aTableTakesThePlaceOfTheOneWithItsName() throws {
        let folder = try Folder()
        let edited = try TableFile(reading: folder.write("mine/names.tsv", Self.ships))
        #expect(try folder.locator().tables(beside: [edited]).map(\.path) == ["fr/nombres.tsv", "shared/words.tsv"])
        let mine = try TableFile(reading: folder.write("mine/ships.tsv", Self.ships))
        #expect(try folder.locator().tables(beside: [mine]).count == 3)
    }
}
