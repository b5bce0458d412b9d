import Glibc
package import GlaneurCore

/// The bytes of a table, before anything in them is looked at.
package struct TableFile: Sendable {
    /// What the folder of a table says of its words.
    package enum Folder: String, Sendable {
        case english = "en"
        case french = "fr"
        case shared

        /// The languages the words of a table there belong to.
        package var languages: [Language] {
            switch self {
            case .english: [.english]
            case .french: [.french]
            case .shared: [.french, .english]
            }
        }
    }

    /// The path as it is reported.
    package let path: String
    /// The languages it speaks for.
    package let folder: Folder
    /// What it says.
    package let bytes: [UInt8]

    /// Makes a table of bytes; the folder its path ends in tells the language.
    ///
    /// - Parameter folder: the folder, where the path does not tell.
    package init(path: String, folder: Folder? = nil, bytes: [UInt8]) {
        self.path = path
        self.folder = folder ?? TableFile.folder(of: path)
        self.bytes = bytes
    }

    /// Reads a table that lies anywhere; in a folder `fr` or `en` it speaks for that language, elsewhere for both.
    package init(reading path: String) throws(LexiconError) {
        let bytes = try LexiconFolder.read(path)
        try TableFile.checkName(of: path)
        self.init(path: path, folder: TableFile.folder(onDisk: path), bytes: bytes)
    }

    /// Refuses a path that no table can have.
    package static func checkName(of path: String) throws(LexiconError) {
        guard path.hasSuffix(".tsv"), path.split(separator: "/").last?.hasPrefix(".") == false else {
            throw LexiconError(path: path, reason: "no table: its name does not end with .tsv")
        }
    }

    /// The folder of a file that lies, or may come to lie, on the disk.
    package static func folder(onDisk path: String) -> Folder {
        let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard let resolved = realpath(parent, nil) else { return folder(of: path) }
        defer { free(resolved) }
        return folder(of: String(cString: resolved) + "/-")
    }

    private static func folder(of path: String) -> Folder {
        path.split(separator: "/").dropLast().last.flatMap { Folder(rawValue: String($0)) } ?? .shared
    }

    /// The name by which mentions report it: `organizations`.
    package var name: String {
        path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? path
    }

    /// The place it has, or would have, below a lexicon folder: `shared/organizations.tsv`.
    package var key: String { "\(folder.rawValue)/\(path.split(separator: "/").last ?? "")" }

    /// The same table, reported under another path.
    package func reported(as path: String) -> TableFile { TableFile(path: path, folder: folder, bytes: bytes) }
}
