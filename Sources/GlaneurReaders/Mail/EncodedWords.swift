import GlaneurCore

/// Decodes words of a header that are written `=?utf-8?Q?=C3=A9t=C3=A9?=` (RFC 2047).
enum EncodedWords {
    /// Returns a header value as a string; white space between two encoded words is none.
    static func decoded(_ value: [UInt8]) -> String {
        var text = ""
        var plain: [UInt8] = []
        // Bytes of words in one charset are put together first: some programs cut characters in two.
        var pending: (charset: String, bytes: [UInt8])?
        func flush() {
            if let word = pending { text += string(word.bytes, charset: word.charset) }
            pending = nil
        }
        var index = 0
        while index < value.count {
            guard value[index] == UInt8(ascii: "="), let word = word(value, at: index) else {
                plain.append(value[index])
                index += 1
                continue
            }
            if pending == nil || !plain.allSatisfy({ $0 <= 0x20 }) {
                flush()
                text += string(plain, charset: nil)
            }
            plain = []
            if pending?.charset == word.charset {
                pending?.bytes += word.bytes
            } else {
                flush()
                pending = (word.charset, word.bytes)
            }
            index = word.end
        }
        flush()
        text += string(plain, charset: nil)
        return AlignedText.collapsed(text.utf8)
    }

    private static func word(_ value: [UInt8], at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
        let mark = UInt8(ascii: "?")
        guard start + 6 < value.count, value[start + 1] == mark,
            let charsetEnd = value[(start + 2)...].prefix(64).firstIndex(of: mark), charsetEnd + 2 < value.count,
            value[charsetEnd + 2] == mark, let end = value[(charsetEnd + 3)...].firstIndex(of: mark),
            end + 1 < value.count, value[end + 1] == UInt8(ascii: "=")
        else { return nil }
        // A language may stand behind the charset (RFC 2231).
        let label = String(decoding: value[(start + 2)..<charsetEnd], as: UTF8.self).lowercased()
        let charset = String(label.prefix { $0 != "*" })
        let word = (charsetEnd + 3)..<end
        switch value[charsetEnd + 1] | 0x20 {
        case UInt8(ascii: "q"):
            let written = value[word].map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
            return (charset, TransferDecoding(quotedPrintable: written, in: 0..<written.count).bytes, end + 2)
        case UInt8(ascii: "b"): return (charset, TransferDecoding(base64: value, in: word).bytes, end + 2)
        default: return nil
        }
    }

    /// Bytes as a string: in the charset that is named, else in UTF-8 where they are, else in windows-1252.
    static func string(_ bytes: [UInt8], charset label: String?) -> String {
        let named = label.flatMap { Charset(label: $0) }
        let charset = named ?? (UTF8Validity.isValid(bytes) ? .utf8 : .windows1252)
        guard let text = DecodedText(bytes, from: 0, as: charset) else { return String(decoding: bytes, as: UTF8.self) }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
