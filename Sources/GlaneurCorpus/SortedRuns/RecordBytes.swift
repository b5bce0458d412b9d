/// Writes numbers and strings one behind the other, so that equal values make equal bytes.
struct RecordWriter {
    /// What is written so far.
    private(set) var bytes: [UInt8] = []

    /// Starts anew and keeps the memory.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// Adds one byte.
    mutating func byte(_ value: UInt8) { bytes.append(value) }

    /// Adds eight bytes, the highest first, so that numbers sort as their bytes do.
    mutating func fixed(_ value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Adds a number that is not negative, seven bits a byte.
    mutating func number(_ value: Int) {
        var rest = UInt(value)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// Adds bytes as they are.
    mutating func raw(_ text: some Collection<UInt8>) { bytes.append(contentsOf: text) }

    /// Adds a string with its length.
    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            number(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }
}

/// Reads what ``RecordWriter`` wrote.
///
/// Records are our own, so a broken one is a bug.
struct RecordReader {
    private let bytes: UnsafeRawBufferPointer
    private var index: Int

    /// Reads from an offset on.
    init(_ bytes: UnsafeRawBufferPointer, at index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// Whether all is read.
    var isAtEnd: Bool { index >= bytes.count }

    /// Takes one byte.
    mutating func byte() -> UInt8 {
        precondition(index < bytes.count, "a record ends too early")
        defer { index += 1 }
        return bytes[index]
    }

    /// Takes eight bytes.
    mutating func fixed() -> UInt64 {
        precondition(index + 8 <= bytes.count, "a record ends too early")
        defer { index += 8 }
        return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Takes a number.
    mutating func number() -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let byte = byte()
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return Int(value) }
            shift += 7
        }
    }

    /// Takes a string.
    mutating func string() -> String {
        let count = number()
        precondition(index + count <= bytes.count, "a record ends too early")
        defer { index += count }
        return String(decoding: bytes[index..<(index + count)], as: UTF8.self)
    }
}
