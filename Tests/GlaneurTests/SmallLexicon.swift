import Foundation
import GlaneurLexicon

/// A few rows of lexicons in a folder of their own, removed with it.
final class SmallLexicon {
    static let people = """
        name\tlabel\tkind\tfr\ten\taliases\tweak\tsource
        Elon Musk\tPER\tperson\t\t\t\t\ttest
        Paris Hilton\tPER\tperson\t\t\tParis\tParis\ttest

        """
    static let places = """
        name\tlabel\tkind\tfr\ten\taliases\tweak\tsource
        London\tLOC\tcity\tLondres\t\t\t\ttest
        Paris\tLOC\tcity\t\t\t\t\ttest
        Tesla\tORG\tcompany\t\t\tTSLA\tTesla\ttest

        """
    static let words = """
        form\tclass\tvalue\tsource
        à\tstop\t\ttest

        """

    let folder: URL

    init(people: String = SmallLexicon.people) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("glaneur-\(UUID().uuidString)")
        for name in ["shared", "fr", "en"] {
            try FileManager.default.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
        }
        try Data(people.utf8).write(to: folder.appendingPathComponent("shared/people.tsv"))
        try Data(SmallLexicon.places.utf8).write(to: folder.appendingPathComponent("shared/places.tsv"))
        try Data(SmallLexicon.words.utf8).write(to: folder.appendingPathComponent("fr/words.tsv"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The compiled form of the tables.
    func compiled() throws -> [UInt8] {
        try LexiconCompiler.compile(LexiconFolder(path: folder.path).files())
    }

    /// Writes a compiled form and returns its path.
    func write(_ compiled: [UInt8]) throws -> String {
        let file = folder.appendingPathComponent("test.glex")
        try Data(compiled).write(to: file)
        return file.path
    }
}
