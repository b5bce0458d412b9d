import GlaneurCore
import GlaneurLexicon
import GlaneurTraining

/// An annotated file on disk.
enum NameFile {
    /// Reads the file, in the language that the user or its name says.
    static func corpus(_ path: String, lang: String?) throws -> NameCorpus {
        try NameCorpus(
            LexiconFolder.read(path), path: path,
            language: (lang ?? code(in: path)).map { Language(code: $0) } ?? .undetermined)
    }

    /// The language that the name of a file says, as `names-fr.txt` does.
    private static func code(in path: String) -> String? {
        let parts = path.split(separator: "/").last?.split { "-_.".contains($0) } ?? []
        return parts.first { $0 == "fr" || $0 == "en" }.map(String.init)
    }
}
