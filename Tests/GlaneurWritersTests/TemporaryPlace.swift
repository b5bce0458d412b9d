import Glibc
import Testing

@testable import GlaneurWriters

/// A folder of its own for one test, removed with it.
final class TemporaryPlace: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/glaneur-test-XXXXXX\0".utf8CString)
        let made = template.withUnsafeMutableBufferPointer { buffer in buffer.baseAddress.flatMap { mkdtemp($0) } }
        path = String(cString: try #require(made))
        signal(SIGPIPE, SIG_IGN)
    }

    deinit {
        for name in names { _ = unlink("\(path)/\(name)") }
        _ = rmdir(path)
    }

    /// What lies in the folder.
    var names: [String] { FolderNames.of(path).sorted() }

    /// The bytes of a file in the folder.
    func read(_ name: String) -> [UInt8] {
        let descriptor = open("\(path)/\(name)", O_RDONLY)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = Array(repeating: UInt8(0), count: 65536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The contents of a file, decompressed as its name says.
    func lines(_ name: String) throws -> [UInt8] {
        let compression = OutputCompression(of: name)
        guard compression != .none else { return read(name) }
        var output: [UInt8] = []
        try CompressedFile.read("\(path)/\(name)", compression) { bytes in
            output += bytes
            return true
        }
        return output
    }
}
