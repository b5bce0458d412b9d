/// A document as it was added, in a record that sorts by its id.
struct Arrival {
    let digest: TextDigest
    let place: StoredDocument

    /// The bytes behind the id: a zero, the digest and the place.
    private static let tail = 1 + 16 + 16

    /// The record: the id, and what is known of the document.
    ///
    /// Of two documents with one id the digest decides which comes first.
    func record(id: [UInt8]) -> [UInt8] {
        var bytes = id
        bytes.append(0)
        for number in [digest.high, digest.low, place.offset, UInt64(place.sketchBytes) << 32 | UInt64(place.idBytes)] {
            bytes.append(bigEndian: number)
        }
        return bytes
    }

    /// Reads a record.
    static func parse(_ record: UnsafeRawBufferPointer) -> (arrival: Arrival, id: Slice<UnsafeRawBufferPointer>) {
        let end = record.count - tail
        func number(_ index: Int) -> UInt64 { record.bigEndian(at: end + 1 + index * 8) }
        let lengths = number(3)
        let place = StoredDocument(
            offset: number(2), sketchBytes: UInt32(truncatingIfNeeded: lengths >> 32),
            idBytes: UInt32(truncatingIfNeeded: lengths))
        return (Arrival(digest: TextDigest(high: number(0), low: number(1)), place: place), record[..<end])
    }
}

extension TextDigest {
    /// A record of a document that sorts beside those of equal texts.
    func record(ordinal: UInt32) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        bytes.append(bigEndian: high)
        bytes.append(bigEndian: low)
        bytes.append(bigEndian: UInt64(ordinal))
        return bytes
    }

    /// Reads a record.
    static func parse(_ record: UnsafeRawBufferPointer) -> (digest: TextDigest, ordinal: Int) {
        (
            TextDigest(high: record.bigEndian(at: 0), low: record.bigEndian(at: 8)),
            Int(record.bigEndian(at: 16))
        )
    }
}

extension [UInt8] {
    /// Adds a number that sorts as its bytes do.
    mutating func append(bigEndian number: UInt64) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }
}

extension UnsafeRawBufferPointer {
    /// The number at an offset.
    func bigEndian(at offset: Int) -> UInt64 {
        UInt64(bigEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}
