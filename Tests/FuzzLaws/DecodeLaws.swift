import GlaneurCore
import GlaneurReaders
import GlaneurTestSupport

/// Decodes any bytes in the charset they seem to be in or one they are forced into.
///
/// The first byte says which, a small letter: `a` lets it be told for a text, `b` for a page, the others name one.
struct DecodeLaws: FuzzLaws {
    private static let charsets = [
        "utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1", "iso-8859-15", "macintosh", "windows-1250",
        "shift_jis", "gb18030", "big5", "euc-jp", "iso-2022-jp", "koi8-r",
    ].filter { DecodeStage.knowsCharset($0) }

    func violations(_ bytes: [UInt8]) -> [String] {
        guard let first = bytes.first else { return [] }
        let choice = (Int(first) + 256 - Int(UInt8(ascii: "a"))) % 256 % (Self.charsets.count + 2)
        let raw = Array(bytes.dropFirst())
        let charset = choice < 2 ? nil : Self.charsets[choice - 2]
        var document = DecodeLaws.document(raw, mediaType: choice == 1 ? "text/html" : "text/plain")
        do throws(StageFailure) {
            try DecodeStage(forcedCharset: charset).run(on: &document)
        } catch {
            return error.message.isEmpty ? ["\(error) is a reason"] : []
        }
        var violations: [String] = []
        if String(validating: document.text, as: UTF8.self) == nil { violations.append("the text is valid UTF-8") }
        if !document.bytes.isEmpty { violations.append("the raw bytes are let go") }
        if document.provenance.charset == nil { violations.append("the charset is known") }
        let whole = document.origin.rawSpan(of: ByteSpan(0, document.text.count))
        if whole.start < 0 || whole.end > raw.count { violations.append("the text stands on \(whole) of \(raw.count)") }
        // Text in UTF-8 is what it was, with nothing left to repair; a mark of the byte order is not text.
        guard !document.text.starts(with: [0xEF, 0xBB, 0xBF]) else { return violations }
        var again = DecodeLaws.document(document.text, mediaType: "text/plain")
        do throws(StageFailure) {
            try DecodeStage(forcedCharset: "utf-8", repairMojibake: false).run(on: &again)
        } catch {
            return violations
        }
        if again.text != document.text { violations.append("decoding twice changes nothing") }
        return violations
    }

    private static func document(_ bytes: [UInt8], mediaType: String) -> Document {
        Document(
            id: "fuzz", bytes: bytes,
            provenance: Provenance(path: "fuzz", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: mediaType))
    }
}
