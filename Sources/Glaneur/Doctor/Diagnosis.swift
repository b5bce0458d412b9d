package import GlaneurCore
package import GlaneurLexicon

/// What this installation is made of, and whether it is sound.
package struct Diagnosis: Sendable {
    /// A file the lexicons are read from.
    package struct File: Sendable, Equatable {
        /// The path, below the folder of the lexicons for a table.
        package let path: String
        /// The number of its bytes.
        package let count: Int
        /// The SHA-256 of its bytes.
        package let sha256: String
    }

    /// The compiled form of tables in the user's cache.
    package struct Cache: Sendable, Equatable {
        /// What is there.
        package enum State: String, Sendable {
            /// What the tables compile to.
            case sound
            /// Nothing; the next run makes it.
            case missing
            /// A file that does not fit the tables; the next run replaces it.
            case damaged
        }

        /// Where it is kept.
        package let path: String
        /// What is there.
        package let state: State
    }

    /// What is known of the lexicons.
    package struct Lexicons: Sendable {
        /// Where they are, and what led there; nothing where there are none.
        package var place: LexiconLocator.Place?
        /// What they are read from.
        package var files: [File] = []
        /// The compiled form in the cache, for tables.
        package var cache: Cache?
        /// The checksum of all they say, where they are sound.
        package var fingerprint: String?
        /// The number of concepts with each label.
        package var concepts: [Label: Int] = [:]
        /// Why they cannot be used; nothing where they can.
        package var fault: LexiconError?

        /// Makes a report of nothing.
        package init() {}
    }

    /// What the program is made of, by name.
    package let versions: [(name: String, version: String)]
    /// The lexicons.
    package let lexicons: Lexicons
    /// What the HTML parser does otherwise than expected; nothing where it is sound.
    package let htmlFaults: [String]

    /// Whether nothing is wrong.
    package var isSound: Bool { lexicons.fault == nil && htmlFaults.isEmpty }
}
