import CArchive
import GlaneurCore
import Glibc

/// An archive or compressed data that libarchive reads out of a source.
final class ArchiveHandle {
    /// What libarchive is told to read.
    enum Format {
        case tar, zip, bzip2, xz, zstd

        fileprivate var code: carc_format {
            switch self {
            case .tar: CARC_TAR
            case .zip: CARC_ZIP
            case .bzip2: CARC_BZIP2
            case .xz: CARC_XZ
            case .zstd: CARC_ZSTD
            }
        }
    }

    /// A member as the archive describes it.
    struct Member {
        enum Kind { case file, folder, link, other }

        /// The name as it stands in the archive; nothing where there is none.
        let name: [UInt8]?
        let kind: Kind
        /// The size that is stated, which may be a lie.
        let size: Int?
        let isEncrypted: Bool
    }

    /// What comes next in an archive.
    enum Step {
        case member(Member)
        /// A member that cannot be read, with more behind it.
        case brokenMember(Member, ReadError)
        case broken(ReadError)
        case end
    }

    /// What the callbacks read from, and what went wrong there.
    private final class Input {
        let source: any ByteSource
        var error: ReadError?

        init(_ source: any ByteSource) { self.source = source }
    }

    private let handle: OpaquePointer
    private let input: Input
    /// Whether the archive is read by its directory, so that members can be passed over without being decompressed.
    let isSeekable: Bool

    /// Opens an archive; a zip archive in a source that can seek is read by its directory.
    init(_ format: Format, _ source: any ByteSource) {
        input = Input(source)
        let seekable = format == .zip ? source as? any SeekableSource : nil
        isSeekable = seekable != nil
        let handle = carc_open(
            format.code, Unmanaged.passUnretained(input).toOpaque(),
            { context, buffer, capacity in ArchiveHandle.read(context, buffer, capacity) },
            seekable == nil ? nil : { context, offset in ArchiveHandle.seek(context, offset) },
            Int64(seekable?.size ?? 0))
        guard let handle else { preconditionFailure("no memory for an archive") }
        self.handle = handle
    }

    deinit { carc_close(handle) }

    /// Whether nothing more can be read.
    var isBroken: Bool { carc_is_broken(handle) }

    /// Goes on to the next member.
    func next() -> Step {
        var member = carc_member()
        switch carc_next(handle, &member) {
        case CARC_END: return .end
        case CARC_MEMBER: return .member(Member(member))
        case CARC_BROKEN_MEMBER: return .brokenMember(Member(member), error)
        default: return .broken(error)
        }
    }

    /// Reads on in the member.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        guard !buffer.isEmpty else { return 0 }
        let count = carc_read(handle, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), buffer.count)
        guard count >= 0 else { throw error }
        return count
    }

    /// What went wrong: in the source below, or else in the words of the library.
    private var error: ReadError {
        if let error = input.error { return error }
        let message = carc_message(handle).map { String(cString: $0) } ?? ""
        guard !message.isEmpty else { return ReadError(.damaged, "cannot be read") }
        // Sentences begin in lower case here, but ZIP stays ZIP.
        let isWord = message.dropFirst().first?.isLowercase == true
        let text = isWord ? message.prefix(1).lowercased() + message.dropFirst() : message
        return ReadError(ArchiveHandle.code(of: message), text)
    }

    /// libarchive tells reasons apart in words alone.
    private static func code(of message: String) -> StageFailure.Code {
        let words = message.lowercased()
        if words.contains("encrypt") || words.contains("passphrase") { return .encrypted }
        return words.contains("unsupported") ? .unsupported : .damaged
    }

    private static func read(
        _ context: UnsafeMutableRawPointer?, _ buffer: UnsafeMutablePointer<UInt8>?, _ capacity: Int
    ) -> Int {
        guard let context else { return -1 }
        let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
        do throws(ReadError) {
            return try input.source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: capacity))
        } catch {
            input.error = error
            return -1
        }
    }

    private static func seek(_ context: UnsafeMutableRawPointer?, _ offset: Int64) -> Int64 {
        guard let context else { return -1 }
        let input = Unmanaged<Input>.fromOpaque(context).takeUnretainedValue()
        guard let source = input.source as? any SeekableSource, offset <= source.size else { return -1 }
        do throws(ReadError) {
            try source.seek(to: Int(offset))
            return offset
        } catch {
            input.error = error
            return -1
        }
    }
}

extension ArchiveHandle.Member {
    fileprivate init(_ member: carc_member) {
        name = member.name.map { name in
            Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
        }
        kind =
            switch member.kind {
            case CARC_FILE: .file
            case CARC_FOLDER: .folder
            case CARC_LINK: .link
            default: .other
            }
        size = member.size < 0 ? nil : Int(member.size)
        isEncrypted = member.is_encrypted
    }
}
