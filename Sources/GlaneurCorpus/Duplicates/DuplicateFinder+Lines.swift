import GlaneurCore

extension DuplicateFinder {
    /// Adds the document of the line in `bytes`.
    ///
    /// Only titles and bodies count: what surrounds a story in two outlets differs, and what surrounds two stories in one does not.
    package mutating func add(_ line: DocumentLine, in bytes: [UInt8]) throws(ScratchFailure) {
        guard let id = line.id, let string = line.text else { return }
        let text = string.decoded(from: bytes)
        try add(
            id: String(decoding: id.decoded(from: bytes), as: UTF8.self), text: text,
            spans: DuplicateFinder.ownSpans(of: line, in: bytes, text: text))
    }

    /// The bytes of the blocks that are no boilerplate; all of a text without blocks.
    private static func ownSpans(of line: DocumentLine, in bytes: [UInt8], text: [UInt8]) -> [ByteSpan] {
        let (starts, ends, classes) = line.blocks
        guard !classes.isEmpty, starts.count == classes.count, ends.count == classes.count else {
            return [ByteSpan(0, text.count)]
        }
        var walk = OffsetWalk(unit: line.unit)
        var spans: [ByteSpan] = []
        for (index, name) in classes.enumerated()
        where !bytes[name.span.range].elementsEqual(Block.Class.boilerplate.rawValue.utf8) {
            guard starts[index] <= ends[index] else { continue }
            let start = walk.byte(at: starts[index], in: text)
            spans.append(ByteSpan(start, walk.byte(at: ends[index], in: text)))
        }
        return spans
    }
}
