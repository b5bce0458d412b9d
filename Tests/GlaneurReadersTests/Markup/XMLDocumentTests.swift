import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

@Suite struct XMLDocumentTests {
    /// The texts of a document, each with the bytes it stands on.
    private static func texts(_ markup: String) throws -> [String] {
        let document = try XMLDocument(Array(markup.utf8))
        var texts: [String] = []
        for index in 0..<document.count {
            switch document[index] {
            case .text(let range), .data(let range):
                texts.append("\(String(decoding: document.source(range), as: UTF8.self)) at \(range)")
            case .reference(let value, let source):
                texts.append("\(String(decoding: document.value(value), as: UTF8.self)) at \(source)")
            case .start, .end: continue
            }
        }
        return texts
    }

    @Test(arguments: [
        ("<a>été</a>", ["été at 3..<8"]),
        ("<?xml version='1.0' encoding='iso-8859-1'?><a>é</a>", ["é at 46..<48"]),
        ("<a>x &amp; y</a>", ["x  at 3..<5", "& at 5..<10", " y at 10..<12"]),
        ("<a>&#233;&#xE9;</a>", ["é at 3..<9", "é at 9..<15"]),
        ("<a>&eacute;t&eacute;</a>", ["é at 3..<11", "t at 11..<12", "é at 12..<20"]),
        ("<a>x<![CDATA[<p>é</p>]]>y</a>", ["x at 3..<4", "<p>é</p> at 13..<22", "y at 25..<26"]),
        ("<a>x\r\ny</a>", ["x \ny at 3..<7"]),
        ("<a>é\r\ny\rz</a>", ["é \ny\nz at 3..<10"]),
        ("<a>x<!-- & < -->y<?p z?>w</a>", ["x at 3..<4", "y at 16..<17", "w at 24..<25"]),
        ("<a b='&lt;'>x<c/>y</a>", ["x at 12..<13", "y at 17..<18"]),
        ("\n  <?xml version='1.0'?><a>x</a>", ["x at 27..<28"]),
        ("\u{FEFF}<a>x</a>", ["x at 6..<7"]),
    ])
    func textsStandOnTheirBytes(markup: String, expected: [String]) throws {
        #expect(try Self.texts(markup) == expected)
    }

    @Test(arguments: [
        ("<a>AT&T est là</a>", "AT&T est là"), ("<a>5 < 6 & 7</a>", "5 < 6 & 7"), ("<a>&bogus; x</a>", "&bogus; x"),
        ("<a><b>un</a> deux</b>", "un"), ("<a>un &amp", "un "), ("<a>x\u{0}y</a>", "x y"), ("<a><b>x</c>y</a>", "xy"),
    ])
    func faultsAreMended(markup: String, expected: String) throws {
        let document = try XMLDocument(Array(markup.utf8))
        var text = AlignedText()
        for index in 0..<document.count { document.append(event: index, to: &text) }
        #expect(String(decoding: text.bytes, as: UTF8.self).hasPrefix(expected))
    }

    @Test func emptyAttributesNeedNoPool() throws {
        let document = try XMLDocument(Array("<a b=''>x</a>".utf8))
        #expect(document.attributes(ofEvent: 0).map(\.value) == [""])
    }

    @Test func faultsAreTold() throws {
        let mended = try XMLDocument(Array("<a><b>x</a>".utf8))
        #expect(mended.fault != nil)
        let sound = try XMLDocument(Array("<a>&eacute;</a>".utf8))
        #expect(sound.fault == nil)
        let cut = try XMLDocument(Array("<a><b>x".utf8))
        #expect(cut.fault?.cutsRest == true)
    }

    @Test func entitiesOfTheSubsetAreText() throws {
        let texts = try Self.texts("<!DOCTYPE a [<!ENTITY co 'la <b>soci&#233;t&#233;</b> &amp; co'>]><a>&co;!</a>")
        #expect(texts == ["la société & co at 69..<73", "! at 73..<74"])
    }

    private static let laughs: String = {
        let entities = (1...9).map { level in
            "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
        }
        return "<!DOCTYPE a [<!ENTITY e0 'lol'>\(entities.joined())]><a>&e9;</a>"
    }()

    @Test(arguments: [
        (laughs, "entities that grow beyond 64 KiB"),
        ("<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c '&b;'>]><a>&b;</a>", "entities that grow beyond 64 KiB"),
        (
            "<!DOCTYPE a [<!ENTITY b '\(String(repeating: "x", count: 60_000))'>]><a>&b;&b;</a>",
            "entities that grow beyond 64 KiB"
        ),
        ("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", "an entity that is another file"),
        (
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'><!ENTITY c 'x&b;'>]><a>&c;</a>",
            "an entity that is another file"
        ),
        (String(repeating: "<a>", count: 1_000_000), "elements more than 1000 deep"),
        (
            "<a>" + String(repeating: "&;", count: 1_000_000),
            "more than 1000000 elements and pieces of text, 1000000 attributes or 200000 faults"
        ),
        (
            "<!DOCTYPE a [<!ATTLIST a \((0..<5000).map { "a\($0) CDATA 'x'" }.joined(separator: " "))>]><a/>",
            "more than 1000000 elements and pieces of text, 1000000 attributes or 200000 faults"
        ),
    ])
    func hostileDocumentsAreRefused(markup: String, reason: String) {
        let clock = ContinuousClock()
        let time = clock.measure {
            #expect {
                _ = try XMLDocument(Array(markup.utf8))
            } throws: {
                ($0 as? MarkupRefusal)?.message == reason
            }
        }
        #expect(time < .seconds(5))
    }

    @Test(arguments: [
        "<a " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ") + ">le fond</a>",
        "<a>" + String(repeating: "é ", count: 500_000) + "le fond</a>",
        "<a>" + String(repeating: "<b/>", count: 200_000) + "le fond</a>",
        "<a><![CDATA[" + String(repeating: "]]", count: 200_000) + "]]>le fond</a>",
        "<a>" + String(repeating: "&amp;", count: 200_000) + "le fond</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a>le fond</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'>%p;]><a>le fond</a>",
        "<a>" + String(repeating: "\0", count: 100_000) + "le fond</a>",
    ])
    func largeDocumentsAreReadToTheEnd(markup: String) throws {
        #expect(try Self.texts(markup).last?.contains("le fond") == true)
    }

    @Test(arguments: ["", "   ", "rien", "<", "<a", "<!DOCTYPE", "<?xml", "<a/><b/>", "<![CDATA[x]]>", "&amp;"])
    func fragmentsDoNotTrap(markup: String) throws {
        let document = try XMLDocument(Array(markup.utf8))
        for index in 0..<document.count { _ = document[index] }
    }

    private struct Piece {
        let markup: String
        let text: String
    }

    private static let pieces = [
        Piece(markup: "été ", text: "été "), Piece(markup: "&amp;", text: "&"), Piece(markup: "&#8364;", text: "€"),
        Piece(markup: "&#x1F600;", text: "😀"), Piece(markup: "x]y", text: "x]y"), Piece(markup: "plain", text: "plain"),
        Piece(markup: "<![CDATA[<i>œ</i> & ]]>", text: "<i>œ</i> & "), Piece(markup: "&nbsp;", text: "\u{A0}"),
        Piece(markup: "&lt;", text: "<"), Piece(markup: ";", text: ";"), Piece(markup: "\n", text: "\n"),
        Piece(markup: String(repeating: "à", count: 400), text: String(repeating: "à", count: 400)),
        Piece(markup: String(repeating: "a", count: 1100), text: String(repeating: "a", count: 1100)),
    ]

    private static let silent = ["<b>", "</b>", "<c d='é&lt;'/>", "<!-- é < & -->", "<?p é?>", "<e:f xmlns:e='u'/>"]

    /// Whatever stands side by side, all text is told, and each piece of it stands on bytes that write it.
    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func randomDocumentsKeepTheirPlaces(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var markup = "<?xml version='1.0' encoding='utf-16'?><a>"
        var text = ""
        var depth = 0
        for _ in 0..<Int.random(in: 1...200, using: &generator) {
            if Bool.random(using: &generator) {
                let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
                markup += piece.markup
                text += piece.text
            } else {
                let sign = Self.silent[Int.random(in: 0..<Self.silent.count, using: &generator)]
                if sign == "</b>" {
                    guard depth > 0 else { continue }
                    depth -= 1
                } else if sign == "<b>" {
                    depth += 1
                }
                markup += sign
            }
        }
        markup += String(repeating: "</b>", count: depth) + "</a>"
        let bytes = Array(markup.utf8)
        let document = try XMLDocument(bytes)
        var told = AlignedText()
        for index in 0..<document.count { document.append(event: index, to: &told) }
        #expect(String(decoding: told.bytes, as: UTF8.self) == text, "seed \(seed)")
        #expect(document.fault == nil)
        let alignment = told.alignment
        var index = 0
        for character in text {
            let count = String(character).utf8.count
            let source = bytes[alignment.sourceSpan(of: ByteSpan(index, index + count)).range]
            let written = String(decoding: source, as: UTF8.self)
            #expect(
                written == String(character) || written.hasPrefix("&") && written.hasSuffix(";"),
                "seed \(seed): \(character) from \(written)")
            index += count
        }
    }
}
