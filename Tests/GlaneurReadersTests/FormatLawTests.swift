import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

/// A way of writing a text into a file of some format, and of reading a piece of that file.
private struct Form: CustomStringConvertible, Sendable {
    let description: String
    let name: String
    let write: @Sendable ([String]) -> [UInt8]
    let read: @Sendable ([UInt8]) -> String
}

/// Whatever format a text lies in, each of its words leads to the raw bytes that spell it; and no file is too broken.
@Suite struct FormatLawTests {
    private static let words = [
        "l’État", "a", "déjà", "payé", "16,5", "milliards", "d’euros", "«", "cœur", "»", "à", "Noël", "où", "AT&T", "—",
        "12\u{A0}000\u{A0}€", "été", "Œuvre", "naïf", "garçon", "dit", "\"ÉTÉ\"", "août…", "x=1",
    ]

    private static func utf8(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("é", with: "&#233;")
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&#233;", with: "é").replacing("&lt;", with: "<").replacing("&amp;", with: "&")
    }

    private static func quotedPrintable(_ text: String) -> String {
        var written = ""
        var width = 0
        for byte in text.utf8 {
            let isPlain = byte < 0x7F && byte != UInt8(ascii: "=") && byte >= 0x20 || byte == 0x0A
            let piece =
                isPlain
                ? String(UnicodeScalar(byte))
                : "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            width = byte == 0x0A ? 0 : width + piece.utf8.count
            if width > 70 {
                written += "=\r\n"
                width = piece.utf8.count
            }
            written += piece
        }
        return written
    }

    private static let head = "<?xml version='1.0' encoding='UTF-8'?>"

    private static let forms: [Form] = [
        Form(
            description: "RSS, escaped", name: "f.xml",
            write: { words in
                let page = words.map { "<b>\(escaped($0))</b>" }.joined(separator: "\n")
                return Array(
                    "\(head)<rss><channel><item><description>\(escaped(page))</description></item></channel></rss>".utf8
                )
            }, read: { unescaped(unescaped(utf8($0))) }),
        Form(
            description: "RSS, CDATA", name: "f.xml",
            write: { words in
                let page = words.map(escaped).joined(separator: "\r\n")
                return Array(
                    "\(head)<rss><channel><item><description><![CDATA[<p>\(page)]]></description></item></channel></rss>"
                        .utf8)
            }, read: { unescaped(utf8($0)) }),
        Form(
            description: "Atom, text", name: "f.xml",
            write: { words in
                Array(
                    "\(head)<feed><entry><content type='text'>\(escaped(words.joined(separator: " ")))</content></entry></feed>"
                        .utf8)
            }, read: { unescaped(utf8($0)) }),
        Form(
            description: "NITF", name: "f.xml",
            write: { words in
                let text = words.map(escaped).joined(separator: " <em/>")
                return Array("\(head)<nitf><body><body.content><p>\(text)</p></body.content></body></nitf>".utf8)
            }, read: { unescaped(utf8($0)) }),
        Form(
            description: "unknown XML in UTF-16", name: "f.xml",
            write: { words in
                [0xFE, 0xFF]
                    + utf16(
                        "<?xml version='1.0'?><d><p>\(escaped(words.joined(separator: " ")))</p></d>", isBigEndian: true
                    )
            },
            read: { bytes in
                let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
                    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
                }
                return unescaped(String(decoding: units, as: UTF16.self))
            }),
        Form(
            description: "mail, quoted-printable", name: "f.eml",
            write: { words in
                let text = words.joined(separator: " ")
                return Array(
                    ("Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n\(quotedPrintable(text))").utf8)
            }, read: { utf8(TransferDecoding(quotedPrintable: $0, in: 0..<$0.count).bytes) }),
        Form(
            description: "CSV", name: "f.csv",
            write: { words in
                let text = words.joined(separator: "\n").replacing("\"", with: "\"\"")
                return Array("a,text\n1,\"\(text)\"\n".utf8)
            }, read: { utf8($0).replacing("\"\"", with: "\"") }),
        Form(
            description: "Markdown", name: "f.md", write: { Array($0.joined(separator: " ").utf8) }, read: { utf8($0) }),
    ]

    @Test(arguments: forms, [1, 2, 3, 4, 5] as [UInt64])
    private func everyWordLeadsToItsBytes(form: Form, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let words = (0..<200).compactMap { _ in Self.words.randomElement(using: &generator) }
        let file = ReadFile(form.name, form.write(words))
        let document = try #require(file.documents.first, "\(file.failures)")
        var met: [String] = []
        for word in document.text.split(whereSeparator: { $0 <= 0x20 }) {
            let span = document.origin.rawSpan(of: ByteSpan(word.startIndex, word.endIndex))
            let text = String(decoding: word, as: UTF8.self)
            #expect(form.read(Array(file.bytes[span.range])) == text, "\(form), seed \(seed), bytes \(span)")
            met.append(text)
        }
        #expect(met == words)
    }

    /// Cuts a file, turns bytes into others and takes some out or puts some in.
    private static func broken(_ file: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var file = file
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !file.isEmpty {
            let index = Int.random(in: 0..<file.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: file[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: file.remove(at: index)
            case 2: file.insert(contentsOf: Array("<>&;\"'\n,=-".utf8).shuffled(using: &generator).prefix(3), at: index)
            case 3: file.removeSubrange(index..<min(file.count, index + Int.random(in: 0...40, using: &generator)))
            default: if generator.oneIn(4) { file.removeSubrange(index...) }
            }
        }
        return file
    }

    @Test(arguments: forms, 1...60 as ClosedRange<UInt64>)
    private func brokenFilesKeepTheLaws(form: Form, seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = (0..<30).compactMap { _ in Self.words.randomElement(using: &generator) }
        let file = ReadFile(form.name, Self.broken(form.write(words), &generator), keepBoilerplate: true)
        for document in file.documents {
            #expect(UTF8Validity.isValid(document.text), "\(form), seed \(seed)")
            var end = 0
            for block in document.blocks {
                #expect(block.span.start >= end && block.span.end <= document.text.count, "\(form), seed \(seed)")
                end = block.span.end
                let raw = document.origin.rawSpan(of: block.span)
                #expect(raw.end <= file.bytes.count, "\(form), seed \(seed)")
            }
        }
    }
}
