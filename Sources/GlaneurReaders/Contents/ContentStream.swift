/// Contents that are not read yet but for their first bytes.
package struct ContentStream {
    /// How many bytes are read before it is known what they are.
    private static let headCount = 1 << 16

    /// Where they lie and what was said of them.
    package let label: ContentLabel
    /// The first bytes, 65,536 of them unless there are fewer or the source is a pipe.
    package let head: [UInt8]
    /// The most bytes that one document of them may have.
    package let limit: Int
    /// What comes behind the head; nothing where the head is everything.
    private let rest: (any ByteSource)?
    /// The number of all bytes, where it is known before they are read; it may be a lie.
    private let expectedCount: Int?

    /// Looks at the first bytes of a source.
    ///
    /// - Parameter expectedCount: how many bytes are likely to come, which saves memory where it is true.
    package init(_ source: any ByteSource, label: ContentLabel, limit: Int, expectedCount: Int? = nil) {
        let wanted = min(ContentStream.headCount, expectedCount.map { max(0, $0) + 1 } ?? ContentStream.headCount)
        var error: ReadError?
        var isWhole = false
        head = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            while count < wanted {
                do throws(ReadError) {
                    let place = UnsafeMutableRawBufferPointer(buffer)[count...]
                    let read = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: place))
                    isWhole = read == 0
                    count += read
                } catch let failure {
                    error = failure
                    return
                }
                // Whoever writes into a pipe line by line waits for the first answer before the next line.
                if isWhole || label.isStream && ContentType.isDecided(by: buffer[..<count]) { return }
            }
        }
        if let error {
            rest = EndedSource(with: error)
        } else {
            rest = isWhole ? nil : source
        }
        self.label = label
        self.limit = limit
        self.expectedCount = expectedCount
    }

    /// The type of the contents, told by their first bytes and by their name.
    package var type: ContentType { ContentType(head: head, label: label) }

    /// All bytes as a source.
    package var source: any ByteSource {
        guard let rest else { return MemorySource(head[...]) }
        return PrefixedSource(head, then: rest)
    }

    /// The lines of the contents, which are read one by one.
    package var lines: LineReader {
        LineReader(head: head, rest: rest ?? EndedSource(), name: label.path, limit: limit)
    }

    /// Reads everything, or throws where it is more than the limit.
    package func bytes() throws(ReadError) -> [UInt8] {
        guard head.count <= limit else { throw .tooLarge(limit: limit) }
        guard let rest else { return head }
        if let expectedCount, expectedCount > limit {
            throw ReadError(.tooLarge, "\(expectedCount) bytes, the limit is \(limit)")
        }
        // One byte more than expected is asked for, so that the end is seen without growing.
        var capacity = max(expectedCount ?? 0, head.count) + 1
        var bytes = head
        while true {
            let known = bytes
            var outcome: (count: Int, error: ReadError?) = (0, nil)
            bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let place = UnsafeMutableRawBufferPointer(buffer)
                known.withUnsafeBytes { place.copyMemory(from: $0) }
                outcome = rest.fill(UnsafeMutableRawBufferPointer(rebasing: place[known.count...]))
                count = known.count + outcome.count
            }
            if let error = outcome.error { throw error }
            guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
            guard bytes.count == capacity else { return bytes }
            capacity = min(limit + 1, capacity * 2)
        }
    }

    /// Reads everything as contents of one piece.
    package func content() throws(ReadError) -> Content { Content(label: label, bytes: try bytes()) }
}
