import GlaneurCore

/// Writes a document line anew with the final ids of its entities; all other bytes stay as they are.
package struct LineRewriter: Sendable {
    private let ids: FinalIDs

    /// Rewrites to these ids.
    package init(_ ids: FinalIDs) { self.ids = ids }

    /// Appends the bytes of `range` with final ids to `output`; a line that is no document line is copied.
    package func write(
        _ line: DocumentLine?, in bytes: [UInt8], range: Range<Int>, to output: inout [UInt8]
    ) {
        guard let line else {
            output.append(contentsOf: bytes[range])
            return
        }
        let document = line.id.map { String(decoding: $0.decoded(from: bytes), as: UTF8.self) } ?? ""
        let places = (line.mentions.compactMap(\.entityID) + line.speakers).sorted { $0.span.start < $1.span.start }
        var copied = range.lowerBound
        for place in places {
            let id = String(decoding: place.decoded(from: bytes), as: UTF8.self)
            let final = ids.id(id, inDocument: document)
            guard final != id else { continue }
            output.append(contentsOf: bytes[copied..<place.span.start])
            LineRewriter.escape(final, into: &output)
            copied = place.span.end
        }
        output.append(contentsOf: bytes[copied..<range.upperBound])
    }

    /// Ids are letters, digits and hyphens; what others make may need more care.
    private static func escape(_ id: String, into output: inout [UInt8]) {
        for byte in id.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            } else if byte < 0x20 {
                output.append(contentsOf: "\\u00".utf8)
                for digit in [byte >> 4, byte & 0xF] { output.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
            } else {
                output.append(byte)
            }
        }
    }
}
