import Glibc
import GlaneurCore

/// A stretch of a source that lies in memory and moves forward.
final class ByteWindow {
    private static let chunk = 1 << 16

    private var source: any ByteSource
    private var buffer = [UInt8](repeating: 0, count: ByteWindow.chunk)
    /// Where the window lies in the buffer.
    private var range = 0..<0
    /// The offset of the first byte of the window in the source.
    private(set) var offset = 0
    private var isAtEnd = false
    /// What ended the source before its end.
    private(set) var error: ReadError?

    init(_ source: any ByteSource) { self.source = source }

    /// How many bytes are in the window.
    var count: Int { range.count }

    /// Whether there is nothing more, in the window or behind it.
    func isFinished() -> Bool { !reach(1) }

    /// Makes the window at least `count` bytes long; tells whether the source has as many.
    func reach(_ count: Int) -> Bool {
        while range.count < count, !isAtEnd { fill(towards: count) }
        return range.count >= count
    }

    /// The byte at an index of the window.
    subscript(index: Int) -> UInt8 { buffer[range.lowerBound + index] }

    /// Bytes of the window.
    subscript(bounds: Range<Int>) -> ArraySlice<UInt8> {
        buffer[(range.lowerBound + bounds.lowerBound)..<(range.lowerBound + bounds.upperBound)]
    }

    /// Moves the beginning forward.
    func advance(_ count: Int) {
        range = (range.lowerBound + count)..<range.upperBound
        offset += count
        // What one large record needed is not kept for the small ones behind it.
        if range.isEmpty, buffer.count > 16 * ByteWindow.chunk {
            buffer = [UInt8](repeating: 0, count: ByteWindow.chunk)
            range = 0..<0
        }
    }

    /// Where a pattern of one byte or more is next found in the window, at or behind an index.
    func index(of pattern: [UInt8], from start: Int) -> Int? {
        guard let first = pattern.first else { return nil }
        return buffer.withUnsafeBytes { bytes -> Int? in
            let window = UnsafeRawBufferPointer(rebasing: bytes[range])
            guard let base = window.baseAddress else { return nil }
            var index = start
            while index + pattern.count <= window.count {
                let room = window.count - pattern.count + 1 - index
                guard let found = memchr(base + index, Int32(first), room) else { return nil }
                index = UnsafeRawPointer(found) - base
                if memcmp(base + index, pattern, pattern.count) == 0 { return index }
                index += 1
            }
            return nil
        }
    }

    /// Drops what is in the window and reads on from a source that begins behind it.
    func restart(with source: any ByteSource) {
        advance(count)
        self.source = source
        isAtEnd = false
        error = nil
    }

    private func fill(towards wanted: Int) {
        makeRoom(for: wanted)
        let source = source
        var outcome = Result<Int, ReadError>.success(0)
        let end = range.upperBound
        buffer.withUnsafeMutableBytes { bytes in
            do throws(ReadError) {
                outcome = .success(try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...])))
            } catch {
                outcome = .failure(error)
            }
        }
        switch outcome {
        case .success(let count):
            range = range.lowerBound..<(end + count)
            isAtEnd = count == 0
        case .failure(let error):
            isAtEnd = true
            self.error = error
        }
    }

    /// Makes room behind the window: at its front where that is worth the moving, or by growing up to what is wanted.
    private func makeRoom(for wanted: Int) {
        guard range.upperBound == buffer.count else { return }
        let start = range.lowerBound
        if start >= buffer.count / 2 {
            let count = range.count
            buffer.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[start..<(start + count)]))
            }
            range = 0..<count
        } else {
            let needed = start + wanted + ByteWindow.chunk - buffer.count
            let growth = min(buffer.count, max(needed, ByteWindow.chunk))
            buffer.append(contentsOf: repeatElement(0, count: growth))
        }
    }
}
