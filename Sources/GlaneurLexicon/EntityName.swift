package import GlaneurCore

/// Turns names into ids and keys: functions of the name alone, so that any two machines agree.
package enum EntityName {
    /// The id of the entity with this canonical name: `per/elon-musk`.
    package static func entityID(label: Label, name: String) -> String {
        "\(label.entityPrefix)/\(slug(of: name))"
    }

    /// The name in lower-case letters and digits without accents, its words joined by hyphens.
    ///
    /// Letters of scripts without case stay as they are. A name without letters or digits gives `x`.
    package static func slug(of name: String) -> String {
        let folded = fold(name, separator: UInt8(ascii: "-"))
        return folded.isEmpty ? "x" : String(decoding: folded, as: UTF8.self)
    }

    /// The name in lower-case letters and digits without accents or anything between them: `Density AI` is `densityai`.
    package static func key(of name: String) -> String {
        String(decoding: fold(name, separator: nil), as: UTF8.self)
    }

    /// A hash of the key of `bytes[range]`: equal for names with equal keys.
    package static func keyHash(_ bytes: [UInt8], in range: Range<Int>) -> UInt64 {
        var hash = FoldHash()
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                if (byte | 0x20) &- 0x61 < 26 { hash.add(byte | 0x20) } else if byte &- 0x30 < 10 { hash.add(byte) }
                continue
            }
            let (scalar, length) = bytes.scalar(at: index)
            index += length
            switch ScalarClass.beyondASCII(scalar) {
            case .letter, .digit:
                guard let bare = Folding.bare(Folding.lowercase(scalar)) else { continue }
                hash.add(scalar: bare.first)
                if let second = bare.second { hash.add(scalar: second) }
            default: continue
            }
        }
        return hash.value
    }

    private static func fold(_ name: String, separator: UInt8?) -> [UInt8] {
        var bytes: [UInt8] = []
        var isPending = false
        for scalar in name.unicodeScalars {
            switch ScalarClass.of(scalar.value) {
            case .letter, .digit:
                if isPending, !bytes.isEmpty, let separator { bytes.append(separator) }
                isPending = false
                guard let bare = Folding.bare(Folding.lowercase(scalar.value)) else { continue }
                Folding.append(bare.first, to: &bytes)
                if let second = bare.second { Folding.append(second, to: &bytes) }
            case .mark, .invisible: continue
            // An apostrophe or a point joins: "L'Oréal" is "loreal", "U.S." is "us".
            case .punctuation where [0x27, 0x2019, 0x2E, 0x2BC].contains(scalar.value): continue
            default: isPending = true
            }
        }
        return bytes
    }
}
