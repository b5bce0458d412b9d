import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct DocumentLineTests {
    private func read(_ line: String) throws -> DocumentLine? {
        let bytes = Array(line.utf8)
        return try DocumentLine(bytes, in: bytes.indices)
    }

    @Test func whatIsNeededIsFoundInAnyOrderAndWithAnyNeighbours() throws {
        let line =
            #" { "zz" : [ {"a":"]}"} , -1.5e3 ] , "text":"é \"x\"", "run":{"offsets":"utf16","tool":"t"},"ents":[{"by":"rule:alias","money":{"value":"1"},"entity_id":"per/a-b","text":"A\u0020B","end":5,"start":2,"label":"PER"}],"#
            + #""quotes":[{"start":1,"speaker":0,"speaker_entity":"per/a-b"}],"id":"x","schema":"glaneur.doc/1","lang":"fr"} "#
        let bytes = Array(line.utf8)
        let document = try #require(try DocumentLine(bytes, in: bytes.indices))
        #expect(document.unit == .utf16 && document.mentions.count == 1 && document.speakers.count == 1)
        let mention = try #require(document.mentions.first)
        #expect(mention.start == 2 && mention.end == 5)
        #expect(mention.text.map { String(decoding: $0.decoded(from: bytes), as: UTF8.self) } == "A B")
        #expect(mention.entityID.map { String(decoding: bytes[$0.span.range], as: UTF8.self) } == "per/a-b")
        #expect(document.text.map { String(decoding: $0.decoded(from: bytes), as: UTF8.self) } == #"é "x""#)
    }

    @Test func otherLinesAreNoDocuments() throws {
        #expect(try read(#"{"schema":"glaneur.end/1","in":3}"#) == nil)
        #expect(try read("{}") == nil)
    }

    @Test(arguments: [
        #"{"schema":"glaneur.doc/1","id":"x""#, #"{"schema":"glaneur.doc/1","id":"x"}}"#,
        #"{"schema":"glaneur.doc/1" "id":"x"}"#,
        #"{"id":"x","text":"abc"#, #"{"id":"x","ents":[{"start":1}"#, "[]", "null", "", #"{"id":7}"#, #"{"ents":{}}"#,
        #"{"id":"\"#,
    ]) func brokenLinesAreRefusedWithTheirPlace(line: String) {
        #expect(throws: LineFailure.self) { try read(line) }
    }

    @Test func noCutOfALineIsReadOrCrashes() throws {
        let line = MadeCorpus.line("per/elon-musk org/tesla $5000000", id: "x", text: "é")
        for count in line.indices {
            #expect(throws: LineFailure.self) { try DocumentLine(line, in: 0..<count) }
        }
        #expect(try DocumentLine(line, in: line.indices) != nil)
    }

    @Test func randomBytesDoNotCrash() {
        var random = SeededGenerator(seed: SeededGenerator.announce(81, for: "DocumentLine"))
        let line = MadeCorpus.line("per/elon-musk org/tesla", id: "x")
        for _ in 0..<5000 {
            var broken = line
            for _ in 0..<3 {
                broken[Int.random(in: broken.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? DocumentLine(broken, in: broken.indices)
        }
    }

    @Test(arguments: [
        (DocumentLine.Unit.codePoint, [0, 1, 3, 5]), (.utf16, [0, 1, 4, 6]), (.utf8, [0, 2, 7, 9]),
    ]) func offsetsCountWhatTheLineSays(unit: DocumentLine.Unit, offsets: [Int]) {
        // The letters at 0, 2, 7 and 9.
        let text = Array("éx🚗ab".utf8)
        var walk = OffsetWalk(unit: unit)
        #expect(offsets.map { walk.byte(at: $0, in: text) } == [0, 2, 7, 9])
    }

    @Test func offsetsOfLongTextsAreThoseOfEachCharacter() {
        var random = SeededGenerator(seed: SeededGenerator.announce(89, for: "OffsetWalk"))
        for _ in 0..<200 {
            let text = String(
                (0..<Int.random(in: 1...80, using: &random)).map { _ in "aé€🚗".randomElement(using: &random) ?? "a" })
            var walk = OffsetWalk(unit: .codePoint)
            var (offset, byte) = (0, 0)
            for scalar in text.unicodeScalars {
                if random.oneIn(5) { #expect(walk.byte(at: offset, in: Array(text.utf8)) == byte) }
                (offset, byte) = (offset + 1, byte + UTF8.width(scalar))
            }
            #expect(walk.byte(at: offset, in: Array(text.utf8)) == byte)
        }
    }

    @Test func finalIDsAreSplicedAndAllElseStays() throws {
        var ids = FinalIDs()
        ids.set("per/musk", to: "per/elon-musk")
        ids.set("per/paul-martin", in: ["x"], to: "per/paul-martin~org-lens")
        let line =
            #"{"schema":"glaneur.doc/1", "id":"x","lang":"fr","text":"per/musk \u2028","quotes":[{"speaker_entity":"per/musk"}],"ents":[{"entity_id":"per/musk","text":"per/musk"},{"entity_id":"per/paul-martin"},{"entity_id":"org/tesla"}]}"#
        let expected =
            #"{"schema":"glaneur.doc/1", "id":"x","lang":"fr","text":"per/musk \u2028","quotes":[{"speaker_entity":"per/elon-musk"}],"ents":[{"entity_id":"per/elon-musk","text":"per/musk"},{"entity_id":"per/paul-martin~org-lens"},{"entity_id":"org/tesla"}]}"#
        let bytes = Array(line.utf8)
        var output: [UInt8] = []
        LineRewriter(ids).write(
            try DocumentLine(bytes, in: bytes.indices), in: bytes, range: bytes.indices, to: &output)
        #expect(String(decoding: output, as: UTF8.self) == expected)
        #expect(ids.id("per/paul-martin", inDocument: "y") == "per/paul-martin")
    }
}
