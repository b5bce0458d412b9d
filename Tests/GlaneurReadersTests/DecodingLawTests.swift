import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

/// What holds for any bytes, whatever they are taken for.
@Suite struct DecodingLawTests {
    private static let labels: [String?] = [
        nil, nil, nil, "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "windows-1252", "iso-8859-15",
        "macintosh",
        "iso-2022-jp", "shift_jis", "gb18030", "euc-kr", "big5", "windows-1251",
    ]

    private static func decoded(_ bytes: [UInt8], forced: String?, _ mediaType: String = "text/plain") -> Document? {
        var document = rawDocument(bytes, mediaType)
        do throws(StageFailure) {
            try DecodeStage(forcedCharset: forced).run(on: &document)
            return document
        } catch {
            return nil
        }
    }

    /// Whether text is valid UTF-8, and each of its characters stands on bytes of the file behind those of the one before.
    private static func holds(_ document: Document, _ bytes: [UInt8]) -> Bool {
        guard UTF8Validity.isValid(document.text) else { return false }
        var (index, last) = (0, 0)
        while let character = document.text.span.character(at: index) {
            let span = document.origin.rawSpan(of: ByteSpan(index, index + character.length))
            guard span.start >= last, span.end <= bytes.count, span.start <= span.end else { return false }
            last = span.start
            index += character.length
        }
        return true
    }

    @Test func anyBytesBecomeTextWithAWayBack() {
        let seed = SeededGenerator.announce(71, for: "anyBytesBecomeTextWithAWayBack")
        var fuzz = FuzzText(seed: seed)
        var random = SeededGenerator(seed: seed)
        for round in 0..<400 {
            let bytes = Array(fuzz.next().prefix(3000))
            let label = Self.labels[Int.random(in: 0..<Self.labels.count, using: &random)]
            guard let document = Self.decoded(bytes, forced: label) else { continue }
            #expect(Self.holds(document, bytes), "seed \(seed), round \(round), \(label ?? "-")")
        }
    }

    @Test func randomBytesNeverStopTheProgram() {
        let seed = SeededGenerator.announce(72, for: "randomBytesNeverStopTheProgram")
        var random = SeededGenerator(seed: seed)
        for round in 0..<600 {
            let low: UInt8 = random.oneIn(2) ? 0x20 : 0x80
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                random.oneIn(3)
                    ? UInt8.random(in: 0x20...0x7E, using: &random) : UInt8.random(in: low...0xFF, using: &random)
            }
            let label = Self.labels[round % Self.labels.count]
            guard let document = Self.decoded(bytes, forced: label, round % 2 == 0 ? "text/html" : "text/plain") else {
                continue
            }
            #expect(Self.holds(document, bytes), "seed \(seed), round \(round), \(label ?? "-")")
        }
    }

    /// Text of misread and sound pieces side by side, at random.
    private static func mixture(_ random: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let words = MojibakeTests.sound[Int.random(in: 0..<MojibakeTests.sound.count, using: &random)]
                .split(separator: " ")
            let start = Int.random(in: 0..<words.count, using: &random)
            var piece = words[start...].prefix(Int.random(in: 1...9, using: &random)).joined(separator: " ")
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let way = MisreadText.allCases[Int.random(in: 0..<MisreadText.allCases.count, using: &random)]
                piece = way.misread(piece)
            }
            text += piece + (random.oneIn(3) ? "\n" : " ")
        }
        return text
    }

    @Test func repairedTextIsSoundAndStaysAsItIs() {
        let seed = SeededGenerator.announce(73, for: "repairedTextIsSoundAndStaysAsItIs")
        var random = SeededGenerator(seed: seed)
        for round in 0..<500 {
            let bytes = Array(Self.mixture(&random).utf8)
            guard let document = Self.decoded(bytes, forced: nil) else { continue }
            #expect(Self.holds(document, bytes), "seed \(seed), round \(round)")
            let again = Self.decoded(document.text, forced: nil)
            #expect(again?.text == document.text, "seed \(seed), round \(round)")
            #expect(again?.warnings.isEmpty != false, "seed \(seed), round \(round)")
        }
    }

    @Test(arguments: [MisreadText.windows1252, .latin1, .macintosh])
    func rawBytesOfEachWordAreTheWordMisread(way: MisreadText) throws {
        let seed = SeededGenerator.announce(74, for: "rawBytesOfEachWordAreTheWordMisread")
        var random = SeededGenerator(seed: seed)
        let words = MojibakeTests.sound[...3].joined(separator: " ").split(separator: " ").map(String.init)
        for round in 0..<40 {
            let text = (0..<60).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
                separator: " ")
            // Twice misread as of the Macintosh, characters of four bytes begin with a letter of windows-1252.
            let times = way == .macintosh ? 1 : 1 + round % 2
            let misread: (String) -> String = { (0..<times).reduce($0) { text, _ in way.misread(text) } }
            let raw = Array(misread(text).utf8)
            let document = try #require(Self.decoded(raw, forced: nil))
            #expect(String(decoding: document.text, as: UTF8.self) == text, "seed \(seed), round \(round)")
            var start = 0
            for word in text.split(separator: " ") {
                let span = document.origin.rawSpan(of: ByteSpan(start, start + word.utf8.count))
                #expect(
                    Array(raw[span.range]) == Array(misread(String(word)).utf8), "seed \(seed), round \(round), \(word)"
                )
                start += word.utf8.count + 1
            }
        }
    }

    @Test(arguments: [
        ([0x61, 0xE2, 0x82], "utf-8", "a\u{FFFD}\u{FFFD}", 2), ([0x61, 0xC3], "utf-8", "a\u{FFFD}", 1),
        ([0xED, 0xA0, 0x80, 0x62], "utf-8", "\u{FFFD}\u{FFFD}\u{FFFD}b", 3),
        ([0x61, 0, 0x62], "utf-16le", "a\u{FFFD}", 1), ([0x3D, 0xD8, 0x61, 0], "utf-16le", "\u{FFFD}a", 1),
        ([0xD8, 0x3D, 0xDE, 0x42, 0, 0x61], "utf-16be", "🙂a", 0), ([0xDE, 0x42, 0, 0x61], "utf-16be", "\u{FFFD}a", 1),
        ([0x61, 0, 0, 0, 0, 0, 0x11, 0, 0x62], "utf-32le", "a\u{FFFD}\u{FFFD}", 2),
        ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B], "iso-2022-jp", "日\u{FFFD}", 1),
        ([0x41, 0x93], "shift_jis", "A\u{FFFD}", 1), ([0x81, 0x41], "windows-1252", "\u{81}A", 0),
    ])
    func whatCannotBeDecodedIsReplacedAndCounted(bytes: [UInt8], label: String, text: String, replaced: Int) throws {
        let document = try #require(Self.decoded(bytes, forced: label))
        #expect(String(decoding: document.text, as: UTF8.self) == text)
        #expect(Self.holds(document, bytes))
        let message = document.warnings.first { $0.code == "replaced-bytes" }?.message
        #expect(message?.hasPrefix("\(replaced) faults") ?? (replaced == 0))
        let end = document.text.count
        #expect(document.origin.rawSpan(of: ByteSpan(0, end)).end == bytes.count)
    }
}
