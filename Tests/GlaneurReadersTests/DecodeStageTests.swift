import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct DecodeStageTests {
    private func decoded(_ bytes: [UInt8], _ mediaType: String = "text/plain", forced: String? = nil) throws -> Document
    {
        var document = rawDocument(bytes, mediaType)
        try DecodeStage(forcedCharset: forced).run(on: &document)
        return document
    }

    private static let text = "L’État a payé 12 000 € à Orléans, « déjà » !"

    @Test func utf8IsTheTextItself() throws {
        let document = try decoded(Array(Self.text.utf8))
        #expect(document.text == Array(Self.text.utf8))
        #expect(document.origin.steps.isEmpty)
        #expect(document.provenance.charset == "UTF-8")
        #expect(document.provenance.charsetEvidence == .validated)
        #expect(document.bytes.isEmpty)
        #expect(document.layers == .decoded)
    }

    @Test(arguments: [
        ([0xEF, 0xBB, 0xBF] + Array(text.utf8), "UTF-8"),
        ([0xFF, 0xFE] + utf16(text, isBigEndian: false), "UTF-16LE"),
        ([0xFE, 0xFF] + utf16(text, isBigEndian: true), "UTF-16BE"),
    ])
    func byteOrderMarkDecidesAndIsNoText(bytes: [UInt8], charset: String) throws {
        let document = try decoded(bytes)
        #expect(document.string(ByteSpan(0, document.text.count)) == Self.text)
        #expect(document.provenance.charset == charset)
        #expect(document.provenance.charsetEvidence == .bom)
        let first = document.origin.rawSpan(of: ByteSpan(0, 1))
        #expect(first == (charset == "UTF-8" ? ByteSpan(3, 4) : ByteSpan(2, 4)))
    }

    @Test(arguments: [false, true])
    func utf16WithoutMarkIsKnownByItsNuls(isBigEndian: Bool) throws {
        let document = try decoded(utf16("Le Dow Jones 🙂 monte", isBigEndian: isBigEndian))
        #expect(document.string(ByteSpan(0, document.text.count)) == "Le Dow Jones 🙂 monte")
        #expect(document.provenance.charset == (isBigEndian ? "UTF-16BE" : "UTF-16LE"))
        #expect(document.origin.rawSpan(of: ByteSpan(13, 17)) == ByteSpan(26, 30))
    }

    @Test func windows1252IsDecodedByteByByte() throws {
        let bytes = latin1("l\u{92}\u{E9}t\u{E9} co\u{FB}te 5 \u{80}")
        let document = try decoded(bytes)
        #expect(document.string(ByteSpan(0, document.text.count)) == "l’été coûte 5 €")
        #expect(document.provenance.charset == "windows-1252")
        #expect(document.provenance.charsetEvidence == .detected)
        let end = document.text.count
        #expect(document.origin.rawSpan(of: ByteSpan(end - 3, end)) == ByteSpan(bytes.count - 1, bytes.count))
    }

    @Test(arguments: [
        (latin1("une \u{BD}uvre, \u{E9}t\u{E9}, 500 \u{A4}"), "ISO-8859-15", "une œuvre, été, 500 €"),
        (latin1("l\u{D5}\u{8E}t\u{8E} \u{88} la plage"), "macintosh", "l’été à la plage"),
        (latin1("ïðèâåò ìèð, êàê äåëà"), "windows-1251", "привет мир, как дела"),
    ])
    func otherCharsetsAreTold(bytes: [UInt8], charset: String, text: String) throws {
        let document = try decoded(bytes)
        #expect(document.provenance.charset == charset)
        #expect(document.string(ByteSpan(0, document.text.count)) == text)
    }

    @Test(arguments: [
        ("<meta charset=iso-8859-15>\u{BD}uvre", "ISO-8859-15", "œuvre"),
        ("<META http-equiv=a content=\"text/html; charset=ISO-8859-1\"> l\u{92}or", "windows-1252", "l’or"),
        ("<?xml version='1.0' encoding='latin1'?><p>\u{E9}t\u{E9}", "windows-1252", "été"),
        ("<!-- <meta charset=koi8-r> --><meta charset=\"utf-8\"><p>\u{E9}t\u{E9}", "windows-1252", "été"),
    ])
    func pageDeclaresItsCharset(page: String, charset: String, ending: String) throws {
        let document = try decoded(latin1(page), "text/html")
        #expect(document.provenance.charset == charset)
        #expect(document.string(ByteSpan(0, document.text.count)).hasSuffix(ending))
    }

    @Test func validUTF8OverrulesTheDeclaration() throws {
        let document = try decoded(Array("<meta charset=latin1>été".utf8), "text/html")
        #expect(document.provenance.charset == "UTF-8")
    }

    @Test func strayByteInUTF8IsReplacedWithAWarning() throws {
        let document = try decoded(Array("été à Orl".utf8) + [0xE9] + Array("ans, où l’on rêvé".utf8))
        #expect(document.string(ByteSpan(0, document.text.count)) == "été à Orl\u{FFFD}ans, où l’on rêvé")
        #expect(document.warnings.map(\.code) == ["replaced-bytes"])
        #expect(document.origin.rawSpan(of: ByteSpan(12, 15)) == ByteSpan(12, 13))
        #expect(document.origin.rawSpan(of: ByteSpan(15, 16)) == ByteSpan(13, 14))
    }

    @Test func characterCutAtTheEndIsReplaced() throws {
        let document = try decoded(Array("été à l".utf8) + [0xE2, 0x80])
        #expect(document.provenance.charset == "UTF-8")
        #expect(document.warnings.count == 1)
    }

    @Test(arguments: [
        Array("\u{89}PNG".utf8.dropFirst()) + [0, 1, 0, 2], [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0],
        [0x1F, 0x8B, 8, 0], Array("%PDF-1.7\n".utf8), Array("abc\u{0}def ghi jkl mno".utf8),
        [1, 2, 3, 4, 5, 6, 14, 15, 65, 66],
    ])
    func binaryContentIsRefused(bytes: [UInt8]) {
        #expect {
            _ = try decoded(bytes)
        } throws: {
            ($0 as? StageFailure)?.code == .binary
        }
    }

    @Test func forcedCharsetOverrulesEverything() throws {
        let document = try decoded(Array("é".utf8), forced: "latin1")
        #expect(document.string(ByteSpan(0, document.text.count)) == "Ã©")
        #expect(document.provenance.charsetEvidence == .forced)
        #expect(!DecodeStage.knowsCharset("no-such-charset"))
        #expect(DecodeStage.knowsCharset("Shift_JIS"))
    }

    @Test func converterOfICUGivesExactOffsets() throws {
        let document = try decoded([0x41, 0x93, 0xFA, 0x96, 0x7B, 0x42], forced: "shift_jis")
        #expect(document.string(ByteSpan(0, document.text.count)) == "A日本B")
        #expect(document.origin.rawSpan(of: ByteSpan(1, 4)) == ByteSpan(1, 3))
        #expect(document.origin.rawSpan(of: ByteSpan(7, 8)) == ByteSpan(5, 6))
    }

    @Test func emptyBytesAreEmptyText() throws {
        #expect(try decoded([]).text.isEmpty)
    }
}
