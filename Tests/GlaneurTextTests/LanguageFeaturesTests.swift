import GlaneurText
import Testing

@Suite struct LanguageFeaturesTests {
    private func features(_ text: String) -> [UInt32] {
        var reader = LanguageFeatures()
        let bytes = Array(text.utf8)
        reader.read(bytes, in: bytes.indices)
        return reader.features
    }

    @Test(arguments: [
        ("Maison", "maison"), ("ÉTÉ", "été"), ("l’ami", "l'ami"), ("a, b", "a b"), ("mai\u{AD}son", "maison"),
        ("la maison 2", "la maison"), ("voir www.tesla.com ici", "voir ici"), ("a@b.fr oui", "oui"),
        ("<https://t.co/abc> the end", "the end"), ("Москва maison", "maison"),
    ])
    func caseSignsNumbersAndLinksMakeNoDifference(_ text: String, _ same: String) {
        #expect(features(text) == features(same))
        #expect(!features(text).isEmpty)
    }

    @Test(arguments: [("été", "ete"), ("la", "al"), ("l’ami", "l ami"), ("maison", "maisons")])
    func accentsOrderAndApostrophesDo(_ first: String, _ second: String) {
        #expect(features(first) != features(second))
    }

    /// Ten sequences of ` à ` and three letters, without the two spaces alone.
    @Test func aShortWordHasAllItsSequences() {
        #expect(features("de").count == 4 + 3 + 2 + 1 - 2)
        #expect(features("").isEmpty)
    }

    @Test func pictureOfLettersHasNone() {
        #expect(features(String(repeating: "x", count: 41)).isEmpty)
    }

    @Test func lettersOfOtherScriptsAreCounted() {
        var reader = LanguageFeatures()
        let bytes = Array("Москва 北京".utf8)
        reader.read(bytes, in: bytes.indices)
        #expect(reader.features.isEmpty && reader.foreignLetters == 8)
    }
}
