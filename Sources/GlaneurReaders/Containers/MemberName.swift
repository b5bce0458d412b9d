import GlaneurCore

/// The name of a member of an archive, made fit to be read by people and to stand in an id.
struct MemberName {
    /// The longest name that is taken; file systems end at the same length.
    private static let limit = 4096

    /// The way to the member, without anything that leads out of the archive.
    let path: String

    /// Cleans a name; nothing where no name is left.
    ///
    /// Steps up (`..`), roots and drive letters go, as every program does that unpacks with care. Control characters and
    /// bytes that are no UTF-8 are written `%0A`, so that different names stay different.
    init?(_ bytes: [UInt8]) {
        guard bytes.count <= MemberName.limit else { return nil }
        let slash = UInt8(ascii: "/")
        // Old programs on Windows wrote their own separator.
        let separator = bytes.contains(slash) ? slash : UInt8(ascii: "\\")
        var parts = bytes.split(separator: separator).filter { part in
            !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8)
        }
        if let first = parts.first, first.count == 2, first.last == UInt8(ascii: ":") { parts.removeFirst() }
        guard !parts.isEmpty else { return nil }
        path = parts.map { MemberName.readable($0) }.joined(separator: "/")
    }

    /// Whether a walk through folders would pass over it.
    var isPassedOver: Bool {
        let parts = path.split(separator: "/")
        return parts.contains { $0.hasPrefix(".") } || FileName.isPassedOver(parts.last.map(String.init) ?? path)
    }

    private static func readable(_ part: ArraySlice<UInt8>) -> String {
        let text = SystemPath.readable(part)
        guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
        return text.unicodeScalars.map { scalar in
            guard isControl(scalar) else { return String(scalar) }
            return String(scalar).utf8.map { byte in
                (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }.joined()
        }.joined()
    }

    /// Control characters, and those that turn the direction of what people read.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
