import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurReaders

/// The raw range of anything in the text of a page, cut out of the file and read as browsers do, is the same text.
@Suite struct PageOriginLawTests {
    /// How a page lies on disk.
    enum Form: CaseIterable {
        case utf8, declared, windows1252, misread, misreadTwice

        var charset: String? {
            switch self {
            case .declared: "utf-8"
            case .windows1252: "iso-8859-1"
            default: nil
            }
        }

        func write(_ text: String) -> [UInt8] {
            switch self {
            case .utf8, .declared: Array(text.utf8)
            case .windows1252: PageReading.windows1252(of: text)
            case .misread: Array(PageReading.text(ofWindows1252: Array(text.utf8)).utf8)
            case .misreadTwice: Form.misread.write(String(decoding: Form.misread.write(text), as: UTF8.self))
            }
        }

        func read(_ bytes: some Sequence<UInt8>) -> String {
            switch self {
            case .utf8, .declared: String(decoding: Array(bytes), as: UTF8.self)
            case .windows1252: PageReading.text(ofWindows1252: Array(bytes))
            case .misread: Form.utf8.read(PageReading.windows1252(of: Form.utf8.read(bytes)))
            case .misreadTwice: Form.misread.read(Form.misread.read(bytes).utf8)
            }
        }
    }

    private static let pages = Checkout.variable("GLANEUR_PAGES").flatMap { UInt64($0) } ?? 40

    @Test(arguments: Form.allCases, [false, true])
    func rawRangesHoldTheText(form: Form, keepsBoilerplate: Bool) throws {
        let seed = SeededGenerator.announce(7, for: "raw ranges of pages, \(form)")
        var random = SeededGenerator(seed: seed)
        let extract = ExtractStage(lexicon: TestLexicon.shared, keepBoilerplate: keepsBoilerplate)
        for number in 0..<Self.pages {
            let page = MadePage(seed: seed &* 1000 &+ number, declaring: form.charset)
            let raw = form.write(page.markup)
            var document = rawDocument(raw, "text/html")
            try DecodeStage().run(on: &document)
            try extract.run(on: &document)
            let name = "\(form), seed \(seed), page \(number)"
            let words = Self.words(of: document)
            if keepsBoilerplate {
                #expect(words.map { document.string($0) } == page.words, "\(name)")
            }
            var spans = words + document.blocks.map(\.span)
            for _ in 0..<40 {
                guard let first = words.randomElement(using: &random) else { continue }
                // What lies between two blocks of an article may be something else.
                let limit = keepsBoilerplate ? document.text.count : document.block(at: first)?.span.end ?? 0
                let last = words.filter { $0.start >= first.start && $0.end <= limit }.randomElement(using: &random)
                spans.append(ByteSpan(first.start, last?.end ?? first.end))
            }
            for span in spans {
                let range = document.origin.rawSpan(of: span)
                let cut = form.read(raw[range.range])
                let text = PageReading.collapsed(document.string(span))
                guard PageReading.text(of: cut) != text else { continue }
                Issue.record("\(name): \(span) is '\(text)', its bytes \(range) '\(cut)'")
                return
            }
        }
    }

    /// libxml2 takes for text what browsers take for a comment.
    @Test func characterDataInPagesIsAComment() throws {
        var document = rawDocument(Array("<p>Un mo<![CDATA[caché]]>t.</p>".utf8), "text/html")
        try DecodeStage().run(on: &document)
        try ExtractStage(lexicon: TestLexicon.shared, keepBoilerplate: true).run(on: &document)
        withKnownIssue { #expect(String(decoding: document.text, as: UTF8.self) == "Un mot.") }
    }

    private static func words(of document: Document) -> [ByteSpan] {
        var words: [ByteSpan] = []
        var start: Int?
        for (index, byte) in (document.text + [0x20]).enumerated() {
            if byte > 0x20 {
                start = start ?? index
            } else if let first = start {
                words.append(ByteSpan(first, index))
                start = nil
            }
        }
        return words
    }
}
