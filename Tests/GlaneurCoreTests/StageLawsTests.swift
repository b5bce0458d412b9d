import GlaneurCore
import GlaneurTestSupport
import Testing

/// A law that nothing can break checks nothing.
@Suite struct StageLawsTests {
    /// A sound document: two blocks, four tokens, two sentences, one name.
    private static let sound: Document = {
        var document = Document.plain("Musk é part\nBien")
        document.view = TextView(bytes: document.text, alignment: nil)
        document.tokens = [ByteSpan(0, 4), ByteSpan(5, 7), ByteSpan(8, 12), ByteSpan(13, 17)].map {
            Token(span: $0, kind: .word)
        }
        document.sentences = [ByteSpan(0, 12), ByteSpan(13, 17)].map { Sentence(span: $0, language: .french) }
        document.mentions = [Mention(span: ByteSpan(0, 4), label: .person, maker: "test", entityID: "per/musk")]
        document.layers = [.decoded, .blocks, .view, .language, .tokens, .candidates, .mentions]
        return document
    }()

    @Test func aSoundDocumentBreaksNone() {
        #expect(StageLaws.violations(in: Self.sound) == [])
    }

    /// One thing that may be wrong with a document.
    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let apply: @Sendable (inout Document) -> Void

        init(_ name: String, _ apply: @escaping @Sendable (inout Document) -> Void) {
            testDescription = name
            self.apply = apply
        }
    }

    private static let faults = [
        Fault("invalid text") { $0.text[0] = 0xFF },
        Fault("a view of another text") { $0.view = TextView(bytes: [0x61], alignment: nil) },
        Fault("a block twice") { $0.blocks.append($0.blocks[0]) },
        Fault("a token lost") { $0.tokens.remove(at: 1) },
        Fault("a token twice") { $0.tokens.insert($0.tokens[1], at: 1) },
        Fault("tokens out of order") { $0.tokens.swapAt(0, 1) },
        Fault("a cut character") { $0.tokens[1].span = ByteSpan(5, 6) },
        Fault("an empty token") { $0.tokens[1].span = ByteSpan(5, 5) },
        Fault("a token across blocks") { $0.tokens[2].span = ByteSpan(8, 14) },
        Fault("a sentence lost") { $0.sentences.removeLast() },
        Fault("a sentence across blocks") { $0.sentences[0].span = ByteSpan(0, 13) },
        Fault("a name without entity") { $0.mentions[0].entityID = nil },
        Fault("a mention behind the text") { $0.mentions[0].span = ByteSpan(0, 99) },
        Fault("overlapping mentions") { $0.mentions.append($0.mentions[0]) },
        Fault("a candidate across blocks") {
            $0.candidates = [Mention(span: ByteSpan(8, 17), label: .date, maker: "test")]
        },
        Fault("a score above 1") {
            $0.candidates = [Mention(span: ByteSpan(0, 4), label: .date, maker: "test", score: 1.5)]
        },
        Fault("one syntactic word") { $0.multiwordTokens = [MultiwordToken(token: 0, forms: ["Musk"])] },
        Fault("a multi-word token of none") { $0.multiwordTokens = [MultiwordToken(token: 9, forms: ["a", "b"])] },
    ]

    @Test(arguments: faults)
    func aBrokenDocumentIsReported(_ fault: Fault) {
        var document = Self.sound
        fault.apply(&document)
        #expect(!StageLaws.violations(in: document).isEmpty)
    }
}
