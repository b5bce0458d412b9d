@testable import GlaneurCore
import Testing

@Suite struct JSONParserTests {
    private func parse(_ text: String) throws -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

    private func failure(_ text: String) -> JSONParser.Failure? {
        do throws(JSONParser.Failure) {
            _ = try JSONParser.parse(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "null", "true", "false", "0", "-0", "12", "-1.5", "1e5", "1E+05", "0.5e-3", "\"\"", "\"é\"", "[]", "{}",
        " [ 1 , 2 ] ",
        "\t\r\n{\"a\":1}\n", "{\"a\":{\"b\":[null]}}", #""\"\\\/\b\f\n\r\t""#, #""\u00e9\uD83D\uDE00""#, "\"\u{7F}\"",
        "\"\u{2028}\"",
    ])
    func jsonIsRead(_ text: String) {
        #expect(failure(text) == nil)
    }

    @Test(
        arguments: [
            ("", 0, "a value"), (" ", 1, "a value"), ("nul", 0, "a value"), ("nulL", 0, "a value"),
            ("True", 0, "a value"),
            ("01", 1, "the end"), ("1 2", 2, "the end"), ("-", 1, nil), ("+1", 0, "a value"), (".5", 0, "a value"),
            ("1.", 2, nil), ("1e", 2, nil), ("1e+", 3, nil), ("0x10", 1, "the end"), ("'a'", 0, "a value"),
            ("NaN", 0, "a value"),
            ("[1,]", 3, nil), ("[1 2]", 3, "a comma or a closing bracket"), ("[", 1, nil),
            ("[1", 2, "a comma or a closing bracket"),
            ("{a:1}", 1, "a key"), (#"{"a"}"#, 4, "a colon"), (#"{"a":1,}"#, 7, "a key"), (#"{"a":1 "b":2}"#, 7, nil),
            ("{", 1, "a key"), ("\"a", 2, "a closing quotation mark"),
            ("\"a\nb\"", 2, "no control character in a string"),
            (#""\x""#, 1, "a known escape"), (#""\u12G4""#, 1, "four hexadecimal digits"), (#""\u12"#, 1, nil),
            (#""\"#, 1, "an escape"), ("[]]", 2, "the end"), ("\u{FEFF}1", 0, "a value"), ("// a\n1", 0, "a value"),
        ] as [(String, Int, String?)])
    func whatIsNoJSONIsRefusedWithItsOffset(_ text: String, _ offset: Int, _ expected: String?) {
        #expect(failure(text)?.offset == offset)
        if let expected { #expect(failure(text)?.expected == expected) }
    }

    @Test func depthIsLimited() {
        let limit = JSONParser.depthLimit
        #expect(failure(String(repeating: "[", count: limit) + String(repeating: "]", count: limit)) == nil)
        #expect(failure(String(repeating: "[", count: limit + 1))?.offset == limit)
        let objects = String(repeating: #"{"a":"#, count: 100_000)
        #expect(failure(objects)?.expected == "no more than \(limit) levels")
        // Neighbours do not add up.
        #expect(failure("[" + String(repeating: "[],", count: 1000) + "[]]") == nil)
    }

    @Test func valuesAreFoundByKey() throws {
        let bytes = Array(#"{"n":12,"d":-1.5,"s":"caf\u00e9","a":[1,2],"s":"again","\u006b":true}"#.utf8)
        let value = try JSONParser.parse(bytes)
        #expect(value["n"]?.integer(in: bytes) == 12)
        #expect(value["d"]?.double(in: bytes) == -1.5 && value["d"]?.integer(in: bytes) == nil)
        #expect(value["s"]?.string(in: bytes) == "café")
        #expect(value["a"]?.elements?.count == 2)
        #expect(value["k"] == .bool(true))
        #expect(value["x"] == nil && value["n"]?["x"] == nil && value["n"]?.string(in: bytes) == nil)
        guard case .object(let members) = value else { return }
        #expect(members.map(\.key) == ["n", "d", "s", "a", "s", "k"])
    }

    @Test func aRangeIsReadAlone() throws {
        let bytes = Array("[1] [2] [3]".utf8)
        #expect(try JSONParser.parse(bytes, in: 4..<7).elements == [.number(ByteSpan(5, 6))])
        #expect(throws: JSONParser.Failure.self) { try JSONParser.parse(bytes, in: 4..<6) }
    }

    @Test(arguments: [
        (#"a\nb"#, "a\nb"), (#"\u00e9\u20AC"#, "é€"), (#"\ud83d\ude00"#, "😀"), (#"\ud83d"#, "\u{FFFD}"),
        (#"\ude00x"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"), (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"),
        (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\u0000"#, "\u{0}"), (#"\"\\\/"#, "\"\\/"), ("plain é", "plain é"), ("", ""),
    ])
    func escapesAreDecoded(_ written: String, _ decoded: String) throws {
        let bytes = Array("[\"\(written)\"]".utf8)
        let value = try JSONParser.parse(bytes)
        guard case .string(let string)? = value.elements?.first else { Issue.record("no string"); return }
        #expect(String(decoding: string.decoded(from: bytes), as: UTF8.self) == decoded)
        let (aligned, alignment) = string.decodedWithAlignment(from: bytes)
        #expect(aligned == string.decoded(from: bytes) && alignment.outputCount == aligned.count)
        #expect(alignment.sourceSpan(of: ByteSpan(0, aligned.count)) == string.span || aligned.isEmpty)
    }

    @Test func aDecodedCharacterStandsOnItsEscape() throws {
        let bytes = Array(#""ab\ud83d\ude00\u00e9c\n""#.utf8)
        guard case .string(let string) = try JSONParser.parse(bytes) else { Issue.record("no string"); return }
        let (text, alignment) = string.decodedWithAlignment(from: bytes)
        #expect(String(decoding: text, as: UTF8.self) == "ab😀éc\n")
        func source(_ start: Int, _ end: Int) -> String {
            String(decoding: bytes[alignment.sourceSpan(of: ByteSpan(start, end)).range], as: UTF8.self)
        }
        #expect(source(0, 2) == "ab")
        #expect(source(2, 6) == #"\ud83d\ude00"#)
        #expect(source(4, 5) == #"\ud83d\ude00"#)
        #expect(source(6, 8) == #"\u00e9"#)
        #expect(source(8, 10) == #"c\n"#)
    }
}
