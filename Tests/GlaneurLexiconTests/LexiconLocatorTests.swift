import Glibc
import GlaneurLexicon
import GlaneurTestSupport
import Testing

/// The environment belongs to the whole process, so these run one after the other.
@Suite(.serialized) struct LexiconLocatorTests {
    @Test func anExplicitPathIsTaken() throws {
        #expect(try LexiconLocator(explicit: Checkout.lexicons).locate().path == Checkout.lexicons)
    }

    @Test func anExplicitPathThatIsNotThereIsRefused() {
        let path = Checkout.root + "/no/such/folder"
        #expect(throws: LexiconError(path: path, reason: "no lexicon here: No such file or directory")) {
            _ = try LexiconLocator(explicit: path).locate()
        }
    }

    @Test func theEnvironmentComesSecond() throws {
        // Opened first: nothing else reads the environment while it changes.
        let lexicon = TestLexicon.shared
        #expect(lexicon.conceptCount > 0)
        let before = Checkout.variable("GLANEUR_LEXICONS")
        defer { if let before { setenv("GLANEUR_LEXICONS", before, 1) } else { unsetenv("GLANEUR_LEXICONS") } }
        setenv("GLANEUR_LEXICONS", Checkout.root + "/seeds", 1)
        #expect(try LexiconLocator().locate().path == Checkout.root + "/seeds")
        #expect(try LexiconLocator(explicit: Checkout.lexicons).locate().path == Checkout.lexicons)
        let missing = Checkout.root + "/no/such/folder"
        setenv("GLANEUR_LEXICONS", missing, 1)
        #expect(throws: LexiconError(path: missing, reason: "$GLANEUR_LEXICONS points here, but there is nothing")) {
            _ = try LexiconLocator().locate()
        }
    }

    @Test func aFolderWithoutTablesIsRefused() {
        #expect(throws: LexiconError.self) { try LexiconLocator(explicit: Checkout.root + "/seeds").open() }
    }

    @Test func aFileThatIsNoLexiconIsRefused() {
        let path = Checkout.root + "/Package.swift"
        #expect(throws: LexiconError(path: path, reason: "not a compiled lexicon")) {
            try LexiconLocator(explicit: path).open()
        }
    }

    @Test func theFolderIsReadInTheOrderOfItsPaths() throws {
        let paths = try LexiconFolder(path: Checkout.lexicons).files().map(\.path)
        #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } && paths.count > 20)
        #expect(paths.allSatisfy { $0.hasPrefix("en/") || $0.hasPrefix("fr/") || $0.hasPrefix("shared/") })
    }
}
