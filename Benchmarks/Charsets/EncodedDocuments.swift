import CICU
import GlaneurTestSupport

/// News of the seeds, shuffled, as documents in one charset.
struct EncodedDocuments {
    /// What the documents are.
    let name: String
    /// The charset they are in.
    let charset: String
    /// Their media type.
    let mediaType: String
    /// Their bytes.
    let documents: [[UInt8]]

    /// The bytes of all of them.
    var byteCount: Int { documents.reduce(0) { $0 + $1.count } }

    /// Writes texts in a charset; a page has a head and tags around the text, and a declaration where one is given.
    init(_ name: String, _ texts: [String], charset: String, isPage: Bool = false, declaration: String = "") {
        self.name = name
        self.charset = charset
        mediaType = isPage ? "text/html" : "text/plain"
        let encode = EncodedDocuments.encoder(of: charset)
        documents = texts.map { text in encode(isPage ? EncodedDocuments.page(text, declaration) : text) }
    }

    /// Makes texts of at least `byteCount` bytes, French and English in turn.
    static func texts(count: Int, byteCount: Int, seed: UInt64) -> [String] {
        var generator = TextGenerator(seed: seed)
        return (0..<count).map { number in
            var text = ""
            while text.utf8.count < byteCount { text += generator.text(number % 2 == 0 ? .french : .english) + "\n" }
            return text
        }
    }

    private static func page(_ text: String, _ declaration: String) -> String {
        let paragraphs = text.split(separator: "\n").map { "<p class=\"text\">\($0)</p>\n" }.joined()
        return "<!DOCTYPE html>\n<html><head>\(declaration)<title>News</title></head><body><div id=\"main\">\n"
            + paragraphs + "</div></body></html>\n"
    }

    private static func encoder(of charset: String) -> (String) -> [UInt8] {
        switch charset {
        case "UTF-8": return { Array($0.utf8) }
        case "UTF-16LE": return { $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }
        default:
            var bytes: [Unicode.Scalar: UInt8] = [:]
            for byte in UInt8(0x80)...0xFF {
                guard let text = cicu_decode(charset, [byte], 1) else { continue }
                defer { cicu_text_close(text) }
                let decoded = UnsafeBufferPointer(start: cicu_text_bytes(text), count: cicu_text_count(text))
                if let scalar = String(decoding: decoded, as: UTF8.self).unicodeScalars.first { bytes[scalar] = byte }
            }
            return { text in
                text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : bytes[$0] ?? UInt8(ascii: " ") }
            }
        }
    }
}
