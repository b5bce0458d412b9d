package import GlaneurLexicon

/// The file of a linear model, versioned and with a checksum, mapped as it is.
///
///     offset  bytes   what
///     0       8       "GLANEURM"
///     8       4       version of the format: 1 where a weight has two bytes, 2 where it has one
///     12      4       revision of the features, which reader and trainer must agree on
///     16      8       checksum of everything behind it
///     24      8       length of the file
///     32      4       binary logarithm of the number of rows
///     36      4       number of labels; two have one weight a row, more have one each
///     40      4       how many steps of a weight make 1
///     44      4       what a score must exceed, in steps of a weight
///     48      16      name of the task, ASCII, filled up with zeros
///     64      n × 16  names of the labels
///     …               the weights, Int16 or Int8, row by row, aligned to 64 bytes
///
/// All numbers are little-endian.
package enum ModelFile {
    /// What a file says of itself.
    package struct Header: Sendable, Equatable {
        /// What the model decides: `sentences-fr`.
        package var task: String
        /// The revision of the features.
        package var revision: Int
        /// The names of the labels.
        package var labels: [String]
        /// The binary logarithm of the number of rows.
        package var rowBits: Int
        /// How many steps of a weight make 1.
        package var unit: Int
        /// What a score must exceed, in steps of a weight; it is taken off every score of two labels.
        package var threshold: Int
        /// The bytes of one weight, 1 or 2.
        package var weightSize: Int

        /// Makes a header.
        package init(
            task: String, revision: Int, labels: [String], rowBits: Int, unit: Int, threshold: Int = 0,
            weightSize: Int = 2
        ) {
            self.task = task
            self.revision = revision
            self.labels = labels
            self.rowBits = rowBits
            self.unit = unit
            self.threshold = threshold
            self.weightSize = weightSize
        }

        /// The number of weights a row.
        package var width: Int { labels.count == 2 ? 1 : labels.count }
        /// The number of all weights.
        package var weightCount: Int { width << rowBits }
        /// Where the weights begin.
        package var weightsOffset: Int { (headerSize + labels.count * nameSize + 63) / 64 * 64 }
    }

    static let magic = Array("GLANEURM".utf8)
    /// The bytes of a weight by the version of the format.
    private static let weightSizes = [1: 2, 2: 1]
    static let headerSize = 64
    static let checksumOffset = 16
    /// Where the part of the file begins that the checksum covers.
    static let summedOffset = 24
    static let nameSize = 16

    /// Checks a file and returns what it says of itself.
    package static func header(of bytes: UnsafeRawBufferPointer, path: String) throws(LexiconError) -> Header {
        func number(_ offset: Int) -> Int {
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
        }
        func long(_ offset: Int) -> UInt64 {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        }
        guard bytes.count >= headerSize, bytes.prefix(8).elementsEqual(magic) else {
            throw LexiconError(path: path, reason: "not a model")
        }
        guard let weightSize = weightSizes[number(8)] else {
            throw LexiconError(path: path, reason: "a model of format \(number(8)), expected 1 or 2")
        }
        guard long(24) == UInt64(bytes.count) else {
            throw LexiconError(path: path, reason: "cut short: \(bytes.count) bytes")
        }
        guard long(checksumOffset) == Checksum.of(UnsafeRawBufferPointer(rebasing: bytes[summedOffset...])) else {
            throw LexiconError(path: path, reason: "damaged: the checksum does not fit")
        }
        let labelCount = number(36)
        guard (2...256).contains(labelCount), (1...24).contains(number(32)), number(40) > 0,
            headerSize + labelCount * nameSize <= bytes.count
        else { throw LexiconError(path: path, reason: "damaged: the header makes no sense") }
        let header = Header(
            task: name(bytes, at: 48), revision: number(12),
            labels: (0..<labelCount).map { name(bytes, at: headerSize + $0 * nameSize) }, rowBits: number(32),
            unit: number(40), threshold: Int(Int32(truncatingIfNeeded: number(44))), weightSize: weightSize)
        guard header.weightsOffset + header.weightCount * weightSize == bytes.count else {
            throw LexiconError(path: path, reason: "damaged: the length does not fit the number of weights")
        }
        return header
    }

    /// Makes the bytes of a file; weights beyond the range of one byte are cut to it where a weight has one.
    package static func bytes(_ header: Header, weights: [Int16]) -> [UInt8] {
        precondition(weights.count == header.weightCount, "one weight for each row and label")
        var body: [UInt8] = []
        body.reserveCapacity(header.weightsOffset + weights.count * 2)
        for label in header.labels { append(name: label, to: &body) }
        while headerSize + body.count < header.weightsOffset { body.append(0) }
        for weight in weights {
            if header.weightSize == 1 { append(Int8(clamping: weight), to: &body) } else { append(weight, to: &body) }
        }
        var head = magic
        append(UInt32(header.weightSize == 1 ? 2 : 1), to: &head)
        append(UInt32(header.revision), to: &head)
        var rest: [UInt8] = []
        append(UInt64(headerSize + body.count), to: &rest)
        for number in [header.rowBits, header.labels.count, header.unit, header.threshold] {
            append(Int32(number), to: &rest)
        }
        append(name: header.task, to: &rest)
        rest += body
        append(rest.withUnsafeBytes { Checksum.of($0) }, to: &head)
        return head + rest
    }

    private static func name(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> String {
        String(decoding: bytes[offset..<(offset + nameSize)].prefix { $0 != 0 }, as: UTF8.self)
    }

    private static func append(name: String, to bytes: inout [UInt8]) {
        let name = Array(name.utf8.prefix(nameSize))
        bytes += name + [UInt8](repeating: 0, count: nameSize - name.count)
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
