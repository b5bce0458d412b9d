#if canImport(Glibc)
    import Glibc
#endif

/// What passes between a run and its helpers: a byte that says what it is, eight bytes of length, and that many bytes.
struct Frame {
    /// What the content is.
    enum Kind: UInt8 {
        /// A stage line, to be sent through all stages.
        case question = 1
        /// Nothing: the helper waits for questions.
        case ready
        /// A stage line, all stages done.
        case document
        /// The line of a failure.
        case failure
    }

    let kind: Kind
    let content: [UInt8]
}

/// Frames over two descriptors.
struct FrameChannel {
    let input: Int32
    let output: Int32

    /// Writes a frame; false where nobody reads.
    func send(_ frame: Frame) -> Bool {
        var bytes: [UInt8] = [frame.kind.rawValue]
        withUnsafeBytes(of: UInt64(frame.content.count)) { bytes.append(contentsOf: $0) }
        bytes += frame.content
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(output, $0.baseAddress.map { $0 + written }, $0.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// Reads a frame; nothing where nobody writes any more.
    func receive() -> Frame? {
        guard let head = read(9), let kind = Frame.Kind(rawValue: head[0]) else { return nil }
        let count = head.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 1, as: UInt64.self) }
        guard let content = read(Int(clamping: count)) else { return nil }
        return Frame(kind: kind, content: content)
    }

    /// Closes both ends of this side.
    func close() {
        Glibc.close(input)
        Glibc.close(output)
    }

    private func read(_ count: Int) -> [UInt8]? {
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let read = Glibc.read(input, buffer.baseAddress.map { $0 + filled }, count - filled)
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { return }
                filled += read
            }
            isWhole = true
        }
        return isWhole ? bytes : nil
    }
}
