import Glibc
import GlaneurLexicon

/// The checkout the tests were built from.
public enum Checkout {
    /// The folder that holds `Package.swift`.
    public static var root: String {
        // Tests/GlaneurTestSupport/Checkout.swift
        #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    }

    /// The folder of the lexicon tables.
    public static var lexicons: String { root + "/Lexicons" }

    /// Returns the lines of the seed texts of a language, `fr` or `en`, in the order of their file names.
    public static func seedLines(_ language: String) -> [String] {
        guard let folder = opendir(root + "/seeds") else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(language + "-"), name.hasSuffix(".txt") { names.append(name) }
        }
        return names.sorted().flatMap { name in
            let bytes = (try? LexiconFolder.read(root + "/seeds/" + name)) ?? []
            return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
    }

    /// Returns a variable of the environment, where it is set and not empty.
    public static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
