import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct StageLineTests {
    private let reader = StageLineReader(stage: .recognize)

    private func line(_ document: Document) -> [UInt8] {
        var json = JSONWriter()
        StageLineWriter(run: DocumentLineWriterTests.run).write(document, to: &json)
        return json.bytes
    }

    @Test(arguments: 0..<150 as Range<UInt64>)
    func whatIsWrittenIsReadBackEqual(seed: UInt64) throws {
        var generator = GeneratedDocument(seed: seed)
        let document = generator.document()
        let bytes = line(document)
        #expect(try reader.read(bytes) == document, "seed \(seed)")
        #expect(line(try reader.read(bytes)) == bytes, "seed \(seed)")
    }

    @Test func undecodedBytesAreKept() throws {
        let provenance = Provenance(
            path: "-", bytes: ByteSpan(0, 256), sha256: "00", mediaType: "application/octet-stream")
        let document = Document(id: "-#1", bytes: (0...255).map { UInt8($0) }, provenance: provenance)
        #expect(try reader.read(line(document)) == document)
    }

    @Test func lineIsReadOutOfALargerBuffer() throws {
        var generator = GeneratedDocument(seed: 7)
        let documents = [generator.document(), generator.document()]
        let first = line(documents[0])
        let both = first + line(documents[1])
        #expect(try reader.read(both, in: 0..<first.count) == documents[0])
        #expect(try reader.read(both, in: first.count..<both.count) == documents[1])
    }

    @Test(arguments: [
        ("{", "no JSON at byte 1: expected a key"),
        ("[]", ": expected an object"),
        ("{\"schema\":\"glaneur.doc/1\"}", "schema: expected glaneur.stage/1 and not glaneur.doc/1"),
        ("{\"schema\":\"glaneur.stage/1\",\"id\":\"a\"}", "work: expected an object"),
    ])
    func linesOfAnotherKindAreRefused(line: String, message: String) throws {
        let failure = #expect(throws: StageFailure.self) { try reader.read(Array(line.utf8)) }
        #expect(failure?.code == .malformed)
        #expect(failure?.stage == .recognize)
        #expect(failure?.message == message)
    }

    private static let sound = """
        {"schema":"glaneur.stage/1","id":"a","lang":"fr","text":"été","sents":{"start":[0],"end":[5],"lang":["fr"]},\
        "provenance":{"path":"a","byte_start":0,"byte_end":5,"sha256":"0","media_type":"text/plain"},\
        "work":{"layers":["bytes"],"sentence_endings":["block"],"origin":[{"count":5,"runs":[0,0,1,1]}],\
        "view":{"alignment":{"count":5,"runs":[0,0,1,1]}}}}
        """

    @Test(arguments: [
        ("\"end\":[5]", "\"end\":[6]"), ("\"end\":[5]", "\"end\":[4]"), ("\"end\":[5]", "\"end\":[5,5]"),
        ("\"start\":[0]", "\"start\":[-1]"), ("\"start\":[0]", "\"start\":[0.5]"), ("[0,0,1,1]", "[0,0,1]"),
        ("[0,0,1,1]", "[0,4294967295,1,1]"), ("[0,0,1,1]", "[1,0,1,1]"), ("[0,0,1,1]", "[0,0,0,1]"),
        ("[\"bytes\"]", "[\"bites\"]"), ("\"byte_end\":5", "\"byte_end\":-5"), ("\"été\"", "12"),
        ("\"runs\"", "\"x\":1,\"x\""),
    ])
    func editedLinesThatFitNoTextAreRefused(part: String, edited: String) throws {
        #expect(try reader.read(Array(StageLineTests.sound.utf8)).text == Array("été".utf8))
        var pieces = StageLineTests.sound
        guard let range = pieces.firstRange(of: part) else {
            Issue.record("no \(part)")
            return
        }
        pieces.replaceSubrange(range, with: edited)
        let failure = #expect(throws: StageFailure.self) { try reader.read(Array(pieces.utf8)) }
        #expect(failure?.document == "a")
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func brokenLinesNeverStopTheProgram(seed: UInt64) {
        var generator = GeneratedDocument(seed: seed)
        var random = SeededGenerator(seed: seed)
        var bytes = line(generator.document())
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
        }
        // Reading may succeed; what it gives must be fit for writing.
        if let document = try? reader.read(bytes) { #expect(!line(document).isEmpty, "seed \(seed)") }
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar"])
    func base64IsThatOfTheStandard(text: String) {
        let expected = ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"][text.utf8.count]
        #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == expected)
        #expect(Base64.decode(Array(expected.utf8)) == Array(text.utf8))
    }

    @Test(arguments: ["A", "Zg=", "Zh==", "Z===", "Zm9v!!!!", "=Zg="])
    func whatIsNoBase64IsRefused(text: String) {
        #expect(Base64.decode(Array(text.utf8)) == nil)
    }
}
