import CBundle

/// The lexicons and models that lie inside a packaged program; in a program that was only built there are none.
package enum BuiltInFiles {
    /// Where they lie, as it is reported.
    static let place = "built in"

    /// Whether there are any.
    package static var exist: Bool { cbundle_files() != nil }

    /// Returns the bytes of a file, which stay as long as the program runs; nothing where there is none of this name.
    package static func bytes(_ name: String) -> MappedFile? {
        for (key, bytes) in all where key == name { return MappedFile(lasting: bytes) }
        return nil
    }

    /// The tables among them, in the order of their paths.
    static var tables: [TableFile] {
        all.filter { $0.name.hasSuffix(".tsv") }.map { TableFile(path: $0.name, bytes: Array($0.bytes)) }
    }

    private static var all: [(name: String, bytes: UnsafeRawBufferPointer)] {
        guard var file = cbundle_files() else { return [] }
        var files: [(name: String, bytes: UnsafeRawBufferPointer)] = []
        while let name = file.pointee.name {
            files.append(
                (String(cString: name), UnsafeRawBufferPointer(start: file.pointee.bytes, count: file.pointee.count)))
            file += 1
        }
        return files
    }
}
