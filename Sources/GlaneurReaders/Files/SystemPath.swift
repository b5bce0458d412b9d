import Glibc

/// A path as the file system has it: bytes, which need not be UTF-8.
struct SystemPath: Sendable, Hashable {
    let bytes: [UInt8]

    init(_ string: String) { bytes = Array(string.utf8) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// The path of a member of this folder.
    func appending(_ name: [UInt8]) -> SystemPath {
        let isTerminated = bytes.last == UInt8(ascii: "/")
        return SystemPath(bytes: bytes + (isTerminated ? [] : [UInt8(ascii: "/")]) + name)
    }

    /// Calls `body` with the path as C takes it.
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                guard let base = characters.baseAddress else { preconditionFailure("a path ends with a NUL") }
                return body(base)
            }
        }
    }

    /// What `stat` says, links followed, or the error number.
    func status() -> Result<stat, SystemError> {
        var status = stat()
        return withCString { stat($0, &status) } == 0 ? .success(status) : .failure(SystemError.last)
    }

    /// The path without links, `.` and `..`; nothing where it does not exist.
    func resolved() -> SystemPath? {
        withCString { path in
            guard let resolved = realpath(path, nil) else { return nil }
            defer { free(resolved) }
            return SystemPath(bytes: UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map(UInt8.init))
        }
    }

    /// The components that are not empty.
    var components: [ArraySlice<UInt8>] { bytes.split(separator: UInt8(ascii: "/")) }

    /// The last component as people read it, that of the resolved path where it is `.` or `..`.
    func rootName() -> String {
        let last = components.last
        let isRelative = last == nil || last?.elementsEqual(".".utf8) == true || last?.elementsEqual("..".utf8) == true
        let name = isRelative ? resolved()?.components.last : last
        return name.map { SystemPath.readable($0) } ?? "root"
    }

    /// The folder it lies in, without looking at the file system.
    var parent: SystemPath {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return SystemPath(".") }
        return SystemPath(bytes: slash == 0 ? [UInt8(ascii: "/")] : Array(bytes[..<slash]))
    }

    /// The path for people; bytes that are no UTF-8 are written `%FF`, so that different names stay different.
    static func readable(_ bytes: some Collection<UInt8>) -> String {
        let array = Array(bytes)
        if UTF8Validity.isValid(array) { return String(decoding: array, as: UTF8.self) }
        return array.map { byte in
            let digits = String(byte, radix: 16, uppercase: true)
            return byte < 0x80 ? String(Unicode.Scalar(byte)) : "%" + digits
        }.joined()
    }
}

/// An error number of the system, in words.
struct SystemError: Error, Equatable {
    let number: Int32

    /// The error of the call before.
    static var last: SystemError { SystemError(number: errno) }

    var message: String { String(cString: strerror(number)).lowercased() }
}
