import Crypto

/// The digest that provenance carries.
package enum Digest {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Returns the SHA-256 of bytes in lower-case hexadecimal digits.
    package static func sha256(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.withUnsafeBytes { sha256($0) }
    }

    /// Returns the SHA-256 of bytes that lie in memory, such as a mapped file.
    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> String {
        var digest = RunningDigest()
        digest.add(bytes)
        return digest.sha256()
    }

    fileprivate static func hexadecimal(_ digest: SHA256Digest) -> String {
        String(unsafeUninitializedCapacity: 64) { buffer in
            var count = 0
            for byte in digest {
                buffer[count] = digits[Int(byte >> 4)]
                buffer[count + 1] = digits[Int(byte & 15)]
                count += 2
            }
            return count
        }
    }
}

/// The digest of bytes that come piece by piece.
struct RunningDigest {
    private var function = SHA256()

    /// Adds the next bytes.
    mutating func add(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { add($0) } }

    /// Adds the next bytes.
    mutating func add(_ bytes: UnsafeRawBufferPointer) { function.update(bufferPointer: bytes) }

    /// Returns the SHA-256 of all of them in lower-case hexadecimal digits.
    func sha256() -> String { Digest.hexadecimal(function.finalize()) }
}
