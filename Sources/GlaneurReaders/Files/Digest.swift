import Crypto

/// The digest that provenance carries.
package enum Digest {
    private static let digits = Array("0123456789abcdef".utf8)

    /// Returns the SHA-256 of bytes in lower-case hexadecimal digits.
    package static func sha256(_ bytes: ArraySlice<UInt8>) -> String {
        var function = SHA256()
        bytes.withUnsafeBytes { function.update(bufferPointer: $0) }
        let digest = function.finalize()
        return String(unsafeUninitializedCapacity: 64) { buffer in
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
