import GlaneurCore
import GlaneurTestSupport
import Testing

@Suite struct DocumentTests {
    @Test func theBlockOfASpanHoldsItsFirstByte() {
        let document = Document.plain("un\n\ndeux")
        #expect(document.blocks.map(\.span) == [ByteSpan(0, 2), ByteSpan(4, 8)])
        #expect(document.block(at: ByteSpan(1, 2))?.span == ByteSpan(0, 2))
        #expect(document.block(at: ByteSpan(4, 5))?.span == ByteSpan(4, 8))
        for outside in [ByteSpan(2, 3), ByteSpan(3, 8), ByteSpan(8, 8)] { #expect(document.block(at: outside) == nil) }
    }

    @Test(arguments: [
        (Language.french, Language.english, Language.french), (.english, .french, .english),
        (.undetermined, .french, .french), (.undetermined, .english, .english),
        (.undetermined, .undetermined, .english),
        (.undetermined, .multiple, .english),
    ])
    func aBlockIsAnalyzedInItsOwnLanguageFirst(_ own: Language, _ whole: Language, _ analysis: Language) {
        var document = Document.plain("mot")
        document.blocks[0].language = own
        document.language = whole
        #expect(document.analysisLanguage(of: document.blocks[0]) == analysis)
    }

    @Test(arguments: [
        ("fr", Language.french), ("fr-CA", .french), ("FR", .french), ("en-GB", .english), ("mul", .multiple),
        ("de", .undetermined), ("", .undetermined), ("frr", .undetermined),
    ])
    func languageTagsAreReadByTheirFirstPart(_ tag: String, _ language: Language) {
        #expect(Language(code: tag) == language)
    }
}
