import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

/// A generator of random numbers that gives the same ones for the same seed.
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }
}

/// One form of a text on disk, and how its raw bytes are read back.
private struct Copy: CustomStringConvertible, Sendable {
    let description: String
    var mediaType = "text/plain"
    let encode: @Sendable (String) -> [UInt8]
    let decode: @Sendable ([UInt8]) -> String
}

/// Whatever form a text lies in on disk, each of its words leads to the raw bytes that spell it.
@Suite struct OriginLawTests {
    private static let words = [
        "l’État", "a", "déjà", "payé", "16,5", "milliards", "d’euros", "«", "cœur", "»", "à", "Noël", "où", "AT&T", "—",
        "12\u{A0}000\u{A0}€", "été", "Œuvre", "naïf", "garçon", "<5", "ÉTÉ", "août…",
    ]

    private static func utf8(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func utf16Text(_ bytes: [UInt8], isBigEndian: Bool) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        return String(decoding: units, as: UTF16.self)
    }

    private static func windows1252(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            guard scalar.value >= 0x80 else { return UInt8(scalar.value) }
            let index = SingleByteTable.windows1252.upperHalf.firstIndex(of: scalar.value)
            return index.map { UInt8($0 + 0x80) } ?? UInt8(ascii: "?")
        }
    }

    private static func windows1252Text(_ bytes: [UInt8]) -> String {
        let scalars = bytes.compactMap { Unicode.Scalar(SingleByteTable.windows1252.codePoint($0)) }
        return String(String.UnicodeScalarView(scalars))
    }

    /// Decomposes the letters that the words use.
    private static func decomposed(_ text: String) -> String {
        let marks: [(Character, String)] = [
            ("é", "e\u{301}"), ("É", "E\u{301}"), ("à", "a\u{300}"), ("ë", "e\u{308}"), ("ï", "i\u{308}"),
            ("ù", "u\u{300}"), ("û", "u\u{302}"), ("ç", "c\u{327}"),
        ]
        return marks.reduce(text) { $0.replacing(String($1.0), with: $1.1) }
    }

    private static func markup(_ text: String) -> String {
        var words = text.split(separator: " ").map { word in
            word.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("é", with: "&eacute;")
                .replacing("\u{A0}", with: "&#160;").replacing("’", with: "&#x2019;")
        }
        for index in words.indices where index % 7 == 3 { words[index] = "<b class='x'>\(words[index])</b>" }
        return "<!DOCTYPE html><title>x</title><body><p>" + words.joined(separator: "\r\n ") + "</p>"
    }

    private static func unescaped(_ markup: String) -> String {
        markup.replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&eacute;", with: "é")
            .replacing("&#160;", with: "\u{A0}").replacing("&#x2019;", with: "’")
    }

    private static let copies: [Copy] = [
        Copy(description: "UTF-8", encode: { Array($0.utf8) }, decode: utf8),
        Copy(description: "UTF-8 with mark", encode: { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }, decode: utf8),
        Copy(description: "NFD", encode: { Array(decomposed($0).utf8) }, decode: utf8),
        Copy(description: "CRLF", encode: { Array($0.replacing(" ", with: "\r\n").utf8) }, decode: utf8),
        Copy(description: "windows-1252", encode: windows1252, decode: windows1252Text),
        Copy(
            description: "UTF-16LE", encode: { [0xFF, 0xFE] + utf16($0, isBigEndian: false) },
            decode: { utf16Text($0, isBigEndian: false) }),
        Copy(
            description: "UTF-16BE", encode: { [0xFE, 0xFF] + utf16($0, isBigEndian: true) },
            decode: { utf16Text($0, isBigEndian: true) }),
        Copy(
            description: "HTML", mediaType: "text/html", encode: { Array(markup($0).utf8) },
            decode: { unescaped(utf8($0)) }),
        Copy(
            description: "HTML in windows-1252", mediaType: "text/html", encode: { windows1252(markup($0)) },
            decode: { unescaped(windows1252Text($0)) }),
    ]

    @Test(arguments: copies, [1, 2, 3, 4, 5] as [UInt64])
    private func everyWordLeadsToItsBytes(copy: Copy, seed: UInt64) throws {
        var generator = SeededGenerator(state: seed)
        let words = (0..<300).compactMap { _ in Self.words.randomElement(using: &generator) }
        let raw = copy.encode(words.joined(separator: " "))
        var document = rawDocument(raw, copy.mediaType)
        try DecodeStage().run(on: &document)
        try ExtractStage(lexicon: TestLexicon.shared).run(on: &document)
        let isWord: (UInt8) -> Bool = { $0 > 0x20 }
        var index = 0
        var met: [String] = []
        while index < document.text.count {
            let start = document.text[index...].firstIndex(where: isWord) ?? document.text.count
            let end = document.text[start...].firstIndex { !isWord($0) } ?? document.text.count
            index = end
            guard start < end else { continue }
            let word = document.string(ByteSpan(start, end))
            let span = document.origin.rawSpan(of: ByteSpan(start, end))
            // Canonical equivalence: the decomposed copy spells the same word.
            #expect(copy.decode(Array(raw[span.range])) == word, "\(copy), seed \(seed), bytes \(span)")
            met.append(word)
        }
        #expect(met == words)
    }
}
