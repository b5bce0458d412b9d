import GlaneurCore

/// Makes documents of bytes as a reader would hand them on.
func rawDocument(_ bytes: [UInt8], _ mediaType: String = "text/plain") -> Document {
    Document(
        id: "test/document", bytes: bytes,
        provenance: Provenance(
            path: "test/document", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: mediaType))
}

/// Writes ASCII and Latin-1 characters one byte each.
func latin1(_ text: String) -> [UInt8] { text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }

/// Writes text as UTF-16.
func utf16(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        return isBigEndian ? bytes : bytes.reversed()
    }
}
