import GlaneurCore
import Testing

@testable import GlaneurReaders

/// What some bytes are taken for, after what is said of them.
@Suite struct CharsetDecisionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        var mediaType = "text/plain"
        var transport: String?
        let charset: String
        let evidence: Provenance.CharsetEvidence
        var overruled: [String] = []
    }

    private static let french = "L’été à Orléans, où l’État a payé 500 € : c’est déjà fait."
    private static let windows = MisreadText.encode(french, .windows1252)
    private static let macintosh = MisreadText.encode(french, .macintosh)
    private static let russian = latin1(
        "\u{CF}\u{F0}\u{E8}\u{E2}\u{E5}\u{F2}, \u{EC}\u{E8}\u{F0} \u{E8} \u{F1}\u{EE}\u{E7}")
    private static func page(_ label: String, _ body: [UInt8]) -> [UInt8] {
        Array("<!DOCTYPE html><html><head><meta charset=\"\(label)\"><title>x</title></head><body><p>".utf8) + body
    }

    static let cases = [
        // The transport, where it fits.
        Case(
            testDescription: "transport fits", bytes: windows, transport: "ISO-8859-1", charset: "windows-1252",
            evidence: .http),
        Case(
            testDescription: "transport fits UTF-8", bytes: Array(french.utf8), transport: "utf-8", charset: "UTF-8",
            evidence: .http),
        Case(
            testDescription: "transport before markup", bytes: page("iso-8859-15", windows), mediaType: "text/html",
            transport: "windows-1252", charset: "windows-1252", evidence: .http),
        Case(
            testDescription: "markup where the transport does not fit", bytes: page("windows-1252", windows),
            mediaType: "text/html", transport: "utf-8", charset: "windows-1252", evidence: .meta,
            overruled: ["the transport names UTF-8, but the markup names windows-1252"]),
        Case(
            testDescription: "transport of another script", bytes: russian, transport: "windows-1251",
            charset: "windows-1251", evidence: .http),
        Case(
            testDescription: "transport without a name", bytes: windows, transport: "x-unknown",
            charset: "windows-1252", evidence: .detected,
            overruled: ["the transport names x-unknown, but the bytes read as windows-1252"]),
        Case(
            testDescription: "ASCII is what is said of it", bytes: Array("plain".utf8), transport: "iso-8859-15",
            charset: "ISO-8859-15", evidence: .http),
        Case(
            testDescription: "ASCII cannot be of 16 bits", bytes: Array("plain".utf8), transport: "utf-16",
            charset: "UTF-8", evidence: .validated,
            overruled: ["the transport names UTF-16LE, but the bytes are valid UTF-8"]),
        Case(
            testDescription: "UTF-16 of another script", bytes: utf16("Привет,мир", isBigEndian: true).map { $0 },
            transport: "utf-16be", charset: "UTF-16BE", evidence: .http),
        Case(
            testDescription: "NULs tell the order of bytes", bytes: utf16("Le Dow Jones", isBigEndian: true),
            transport: "utf-16", charset: "UTF-16BE", evidence: .http),
        Case(
            testDescription: "NULs overrule", bytes: utf16("Le Dow Jones", isBigEndian: true), transport: "utf-8",
            charset: "UTF-16BE", evidence: .detected,
            overruled: ["the transport names UTF-8, but the bytes read as UTF-16BE"]),
        // The markup.
        Case(
            testDescription: "XML declaration",
            bytes: Array("<?xml version='1.0' encoding='ISO-8859-15'?><a>".utf8) + [0xBD],
            mediaType: "application/rss+xml", charset: "ISO-8859-15", evidence: .meta),
        Case(
            testDescription: "XML declaration in plain text says nothing",
            bytes: Array("<?xml version='1.0' encoding='ISO-8859-2'?><a>".utf8) + windows, charset: "windows-1252",
            evidence: .detected),
        Case(
            testDescription: "valid UTF-8 overrules", bytes: page("iso-8859-1", Array(french.utf8)),
            mediaType: "text/html", charset: "UTF-8", evidence: .validated,
            overruled: ["the markup names windows-1252, but the bytes are valid UTF-8"]),
        Case(
            testDescription: "no UTF-8", bytes: page("utf-8", windows), mediaType: "text/html",
            charset: "windows-1252", evidence: .detected,
            overruled: ["the markup names UTF-8, but the bytes read as windows-1252"]),
        Case(
            testDescription: "nearly UTF-8", bytes: page("utf-8", Array(french.utf8) + [0xE9, 0x20]),
            mediaType: "text/html", charset: "UTF-8", evidence: .meta),
        Case(
            testDescription: "French is no Cyrillic", bytes: page("windows-1251", windows), mediaType: "text/html",
            charset: "windows-1252", evidence: .detected,
            overruled: ["the markup names windows-1251, but the bytes read as windows-1252"]),
        Case(
            testDescription: "French is no Chinese", bytes: page("gb2312", windows), mediaType: "text/html",
            charset: "windows-1252", evidence: .detected,
            overruled: ["the markup names GBK, but the bytes read as windows-1252"]),
        Case(
            testDescription: "French is no Czech", bytes: page("windows-1250", windows + windows),
            mediaType: "text/html", charset: "windows-1252", evidence: .detected,
            overruled: ["the markup names windows-1250, but the bytes read as windows-1252"]),
        Case(
            testDescription: "Czech is", mediaType: "text/html", charset: "windows-1250", evidence: .meta,
            label: "windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy, dosáhl však českých měst"),
        Case(
            testDescription: "Polish is", mediaType: "text/html", charset: "ISO-8859-2", evidence: .meta,
            label: "iso-8859-2", "Zażółć gęślą jaźń, wszyscy ludzie rodzą się wolni i równi"),
        Case(
            testDescription: "Macintosh is no Latin-1", bytes: page("iso-8859-1", macintosh), mediaType: "text/html",
            charset: "macintosh", evidence: .detected,
            overruled: ["the markup names windows-1252, but the bytes read as macintosh"]),
        Case(
            testDescription: "Latin-1 is no Macintosh", bytes: page("x-mac-roman", windows), mediaType: "text/html",
            charset: "windows-1252", evidence: .detected,
            overruled: ["the markup names macintosh, but the bytes read as windows-1252"]),
        Case(
            testDescription: "UTF-7 never", bytes: Array("<meta charset=utf-7>+ADw-script+AD4-".utf8),
            mediaType: "text/html", charset: "UTF-8", evidence: .validated,
            overruled: ["the markup names utf-7, but the bytes are valid UTF-8"]),
        Case(
            testDescription: "mainframes write no readable markup", bytes: Array("<meta charset=ibm037>abc".utf8),
            mediaType: "text/html", charset: "UTF-8", evidence: .validated,
            overruled: ["the markup names ibm037, but the bytes are valid UTF-8"]),
        // A mark.
        Case(
            testDescription: "mark overrules", bytes: [0xEF, 0xBB, 0xBF] + Array(french.utf8), transport: "latin1",
            charset: "UTF-8", evidence: .bom,
            overruled: ["the transport names windows-1252, but the byte order mark says UTF-8"]),
        Case(
            testDescription: "mark and name agree", bytes: [0xFE, 0xFF] + utf16(french, isBigEndian: true),
            transport: "utf-16", charset: "UTF-16BE", evidence: .bom),
        // Nothing but the bytes.
        Case(testDescription: "letters of 1252", bytes: windows, charset: "windows-1252", evidence: .detected),
        Case(testDescription: "letters of the Macintosh", bytes: macintosh, charset: "macintosh", evidence: .detected),
        Case(
            testDescription: "euros of the Macintosh", bytes: MisreadText.encode("Il a reçu 20 M€ en tout", .macintosh),
            charset: "macintosh", evidence: .detected),
        Case(
            testDescription: "capitals of 1252", bytes: MisreadText.encode("LE MONTANT DÛ", .windows1252),
            charset: "windows-1252", evidence: .detected),
        Case(
            testDescription: "œ of ISO-8859-15", bytes: MisreadText.encode("une œuvre à 5 €", .latin9),
            charset: "ISO-8859-15", evidence: .detected),
        Case(
            testDescription: "half of 1252",
            bytes: MisreadText.encode("une demi-heure, soit ½ heure, à pied", .windows1252),
            charset: "windows-1252", evidence: .detected),
    ]

    @Test(arguments: cases) func charsetIsDecided(_ item: Case) throws {
        var document = rawDocument(item.bytes, item.mediaType)
        document.provenance.transportCharset = item.transport
        try DecodeStage().run(on: &document)
        #expect(document.provenance.charset == item.charset)
        #expect(document.provenance.charsetEvidence == item.evidence)
        #expect(document.warnings.filter { $0.code == "charset-overruled" }.map(\.message) == item.overruled)
    }

    @Test func escapesOfISO2022AreReadWhereTheyAreDeclared() throws {
        let bytes: [UInt8] = [0x41, 0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x42]
        var document = rawDocument(bytes)
        document.provenance.transportCharset = "iso-2022-jp"
        try DecodeStage().run(on: &document)
        #expect(String(decoding: document.text, as: UTF8.self) == "A日本B")
        #expect(document.provenance.charset == "ISO-2022-JP")
        #expect(document.origin.rawSpan(of: ByteSpan(4, 7)) == ByteSpan(6, 8))
        var plain = rawDocument(bytes)
        try DecodeStage().run(on: &plain)
        #expect(plain.text == bytes)
    }

    @Test func faultFarFromTheStartDoesNotChangeTheCharset() throws {
        let clean = Array(String(repeating: "été à Orléans ", count: 20_000).utf8)
        var document = rawDocument(clean + [0xE9] + clean)
        try DecodeStage().run(on: &document)
        #expect(document.provenance.charset == "UTF-8")
        #expect(document.warnings.map(\.code) == ["replaced-bytes"])
    }
}

extension CharsetDecisionTests.Case {
    /// A page in a charset of one byte that ICU converts.
    init(
        testDescription: String, mediaType: String, charset: String, evidence: Provenance.CharsetEvidence,
        label: String, _ text: String
    ) {
        let table = SingleByteTable(converter: label)
        let head = Array("<meta charset=\(label)>".utf8)
        self.init(
            testDescription: testDescription, bytes: head + (table.map { MisreadText.encode(text, $0) } ?? []),
            mediaType: mediaType, charset: charset, evidence: evidence)
    }
}
