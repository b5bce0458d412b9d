/// Contents that are not read yet but for their first bytes.
package struct ContentStream {
    /// How many bytes are read before it is known what they are.
    private static let headCount = 1 << 16
    private static let leastCount = 1023

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
        // What is stated may be a lie, so a small number does not keep the first bytes from being seen.
        let wanted = min(
            ContentStream.headCount, max(ContentStream.leastCount, expectedCount ?? ContentStream.headCount) + 1)
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

    /// The lines of the contents, which are read one by one and may have this many bytes.
    package func lines(limit: Int) -> LineReader {
        LineReader(head: head, rest: rest ?? EndedSource(), name: label.path, limit: min(limit, self.limit))
    }

    /// All bytes as a source that can be read from any place, where they lie in a file or in memory.
    package var seekableSource: (any SeekableSource)? {
        guard let rest else { return MemorySource(head[...]) }
        guard let file = rest as? OpenFile else { return rest as? any SeekableSource }
        return file.isStream ? nil : file
    }

    /// Reads everything, or throws where it is more than the limit.
    package func bytes(limit: Int? = nil) throws(ReadError) -> [UInt8] {
        let limit = min(limit ?? self.limit, self.limit)
        if let expectedCount, expectedCount > limit {
            throw ReadError(.tooLarge, "\(expectedCount) bytes, the limit is \(limit)")
        }
        let (bytes, isWhole) = try bytes(upTo: limit)
        guard isWhole else { throw .tooLarge(limit: limit) }
        return bytes
    }

    /// Reads everything into memory where it is no more than the limit, and returns a source of all bytes.
    package func buffered() throws(ReadError) -> any ByteSource {
        if let expectedCount, expectedCount > limit { return source }
        let (bytes, isWhole) = try bytes(upTo: limit)
        return isWhole ? MemorySource(bytes[...]) : PrefixedSource(bytes, then: rest ?? EndedSource())
    }

    /// Reads up to one byte more than a limit; tells whether that was all.
    private func bytes(upTo limit: Int) throws(ReadError) -> (bytes: [UInt8], isWhole: Bool) {
        guard let rest, head.count <= limit else { return (head, head.count <= limit) }
        // One byte more than expected is asked for, so that the end is seen without growing.
        var capacity = min(limit, max(expectedCount ?? 0, head.count)) + 1
        var bytes = head
        while true {
            let known = bytes
            var outcome: (count: Int, error: ReadError?) = (0, nil)
            bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let place = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<capacity]))
                known.withUnsafeBytes { place.copyMemory(from: $0) }
                outcome = rest.fill(UnsafeMutableRawBufferPointer(rebasing: place[known.count...]))
                count = known.count + outcome.count
            }
            if let error = outcome.error { throw error }
            guard bytes.count == capacity else { return (bytes, true) }
            guard capacity <= limit else { return (bytes, false) }
            capacity = min(limit + 1, capacity * 2)
        }
    }

    /// Reads everything as contents of one piece.
    package func content(limit: Int? = nil) throws(ReadError) -> Content {
        Content(label: label, bytes: try bytes(limit: limit))
    }
}
