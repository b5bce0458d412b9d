import GlaneurCore

/// The body of an HTTP message that came in chunks, put together.
struct ChunkedBody {
    private(set) var bytes: [UInt8] = []
    /// The way from the bytes back to where they stand.
    private(set) var alignment = Alignment()
    /// Whether the last chunk came, which is an empty one.
    private(set) var isComplete = false

    /// Puts chunks together; nothing where the bytes do not begin with one.
    ///
    /// - Parameter start: the offset of the first byte of the body.
    init?(_ body: ArraySlice<UInt8>, from start: Int) {
        var index = body.startIndex
        while let (size, first) = ChunkedBody.size(in: body, at: index) {
            guard size > 0 else {
                isComplete = true
                return
            }
            let end = min(body.endIndex, first + min(size, body.endIndex - first))
            bytes.append(contentsOf: body[first..<end])
            alignment.append(
                output: end - first, source: start + first - body.startIndex, outputUnit: 1, sourceUnit: 1)
            index = end
            guard end - first == size else { return }
            if index < body.endIndex, body[index] == UInt8(ascii: "\r") { index += 1 }
            if index < body.endIndex, body[index] == UInt8(ascii: "\n") { index += 1 }
        }
        if index == body.startIndex { return nil }
    }

    /// Reads the line that gives the size of a chunk, in hexadecimal digits and perhaps with extensions.
    private static func size(in body: ArraySlice<UInt8>, at start: Int) -> (size: Int, first: Int)? {
        var index = start
        var size = 0
        while index < body.endIndex, let digit = Character(Unicode.Scalar(body[index])).hexDigitValue {
            // Eight digits are more than any document has.
            guard index - start < 8 else { return nil }
            size = size << 4 | digit
            index += 1
        }
        guard index > start, let end = body[index...].prefix(256).firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let rest = body[index..<end].drop { $0 == 0x20 || $0 == 0x09 }
        guard rest.isEmpty || rest.first == UInt8(ascii: ";") || rest.first == UInt8(ascii: "\r") else { return nil }
        return (size, end + 1)
    }
}
