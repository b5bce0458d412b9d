package import GlaneurCore

/// Where bytes come from, in order and once: a file, what a decompressor makes of one, a member of an archive.
///
/// A source has an identity: its position moves for everyone who holds it.
package protocol ByteSource: AnyObject {
    /// Reads up to the size of the buffer, at least one byte; 0 at the end.
    ///
    /// What came before an error was good. Reading on after one gives 0, or what the source can save behind it.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
    /// Whether reading goes on without waiting for somebody else.
    var isReady: Bool { get }
}

extension ByteSource {
    /// Nobody is waited for, where a source says nothing else.
    package var isReady: Bool { true }
}

/// A source that can be read from any place, as zip archives need it.
package protocol SeekableSource: ByteSource {
    /// The number of its bytes.
    var size: Int { get }
    /// The offset of the byte that is read next.
    var position: Int { get }
    /// Reads on from another offset.
    func seek(to offset: Int) throws(ReadError)
}

/// Why bytes cannot be read, or not on from here.
package struct ReadError: Error, Sendable, Equatable {
    /// The reason that programs tell apart.
    package let code: StageFailure.Code
    /// What was met, in lower case, with the offset where there is one.
    package let message: String

    /// Makes an error.
    package init(_ code: StageFailure.Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// More bytes than one document may have.
    package static func tooLarge(limit: Int) -> ReadError {
        ReadError(.tooLarge, "more than \(limit) bytes, the limit of one document here")
    }
}

extension ByteSource {
    /// Reads until the buffer is full or the source ends; tells how much came, and what went wrong behind it.
    func fill(_ buffer: UnsafeMutableRawBufferPointer) -> (count: Int, error: ReadError?) {
        var count = 0
        while count < buffer.count {
            do throws(ReadError) {
                let read = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[count...]))
                guard read > 0 else { break }
                count += read
            } catch {
                return (count, error)
            }
        }
        return (count, nil)
    }
}
