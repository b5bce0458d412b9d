import CArchive
import GlaneurCore

/// What comes out of gzip data: of one member, or of many one after the other.
///
/// Check sums are tested, which libarchive does not, and the places of members are known, which web archives are read by.
final class GzipSource: ByteSource {
    private enum State {
        /// Before the first byte of a member, or at the end.
        case between
        case inside
        case finished
    }

    private let source: any ByteSource
    private let inflater = Inflater(.gzipMember)
    private var layer: ExpansionWatch.Layer
    private var state = State.between
    private var input = [UInt8](repeating: 0, count: 1 << 16)
    /// What is not used of the input.
    private var unused = 0..<0
    /// The offset of the first byte of the input in the compressed data.
    private var inputOffset = 0
    /// What is wrong behind the bytes that were handed out last.
    private var damage: ReadError?
    private var memberCount = 0
    private var memberOffset = 0
    private var produced = 0
    /// Where members begin that were not asked for yet: in what comes out, and in the compressed data.
    private var starts: [(output: Int, input: Int)] = []
    private var keepsStarts = true

    /// Decompresses a source.
    init(_ source: any ByteSource, layer: ExpansionWatch.Layer) {
        self.source = source
        self.layer = layer
    }

    /// Keeps no places of members from here on, because nobody will ask for them.
    func forgetStarts() {
        keepsStarts = false
        starts = []
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        if let damage {
            self.damage = nil
            throw damage
        }
        while state != .finished {
            if unused.isEmpty, try !refill() {
                guard state == .inside else { break }
                state = .finished
                throw ReadError(
                    .damaged, "the gzip member at byte \(memberOffset) is cut off at byte \(inputOffset)")
            }
            if state == .between, try !beginMember() { break }
            let made = inflate(into: buffer)
            if made == 0, let damage {
                self.damage = nil
                throw damage
            }
            guard made > 0 else { continue }
            try layer.count(made)
            produced += made
            return made
        }
        return 0
    }

    /// The offset in the compressed data of the member whose first byte comes out at `offset`; nothing where none begins there.
    ///
    /// Must be asked in rising order.
    func memberStart(at offset: Int) -> Int? {
        let passed = starts.prefix { $0.output < offset }.count
        starts.removeFirst(passed)
        guard let first = starts.first, first.output == offset else { return nil }
        return first.input
    }

    /// Looks for a member behind one that is damaged; tells whether there is one.
    func resynchronize() -> Bool {
        inflater.reset()
        damage = nil
        while true {
            if let found = nextMark() {
                unused = found..<unused.upperBound
                state = .between
                memberCount = 0
                return true
            }
            // A mark may be cut by the end of the input.
            let kept = min(2, unused.count)
            let tail = Array(input[(unused.upperBound - kept)..<unused.upperBound])
            inputOffset += unused.upperBound - kept
            let room = input.count - kept
            input.replaceSubrange(0..<kept, with: tail)
            var outcome: (count: Int, error: ReadError?) = (0, nil)
            input.withUnsafeMutableBytes {
                outcome = source.fill(UnsafeMutableRawBufferPointer(rebasing: $0[kept..<kept + room]))
            }
            unused = 0..<kept + outcome.count
            guard outcome.count > 0 else {
                state = .finished
                return false
            }
        }
    }

    private func nextMark() -> Int? {
        guard unused.count >= 3 else { return nil }
        return (unused.lowerBound..<unused.upperBound - 2).first { index in
            input[index] == 0x1F && input[index + 1] == 0x8B && input[index + 2] == 0x08
        }
    }

    private func refill() throws(ReadError) -> Bool {
        inputOffset += unused.upperBound
        unused = 0..<0
        let source = source
        var outcome = Result<Int, ReadError>.success(0)
        input.withUnsafeMutableBytes { buffer in
            do throws(ReadError) {
                outcome = .success(try source.read(into: buffer))
            } catch {
                outcome = .failure(error)
            }
        }
        unused = 0..<(try outcome.get())
        return !unused.isEmpty
    }

    /// Begins a member, or tells that what follows is none: zeros that fill a block, or anything else behind the last one.
    private func beginMember() throws(ReadError) -> Bool {
        memberOffset = inputOffset + unused.lowerBound
        guard memberCount == 0 || input[unused.lowerBound] == 0x1F else {
            state = .finished
            return false
        }
        memberCount += 1
        state = .inside
        inflater.reset()
        if keepsStarts {
            // A member of which nothing comes out begins where the next one does.
            if starts.last?.output == produced { starts.removeLast() }
            starts.append((produced, memberOffset))
        }
        return true
    }

    private func inflate(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let result = input.withUnsafeBytes { bytes in
            inflater.inflate(UnsafeRawBufferPointer(rebasing: bytes[unused]), into: buffer)
        }
        unused = (unused.lowerBound + result.taken)..<unused.upperBound
        switch result.state {
        case CARC_COMPLETE: state = .between
        case CARC_DAMAGED:
            state = .finished
            damage = ReadError(
                .damaged,
                "the gzip member at byte \(memberOffset) is damaged before byte \(inputOffset + unused.lowerBound)")
        default: break
        }
        return result.made
    }
}
