import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Makes the features by which a model decides whether a word such as `des` stands for two: `de` + `les`, or for one, the article.
struct SenseFeatures {
    /// Rises whenever a feature changes: a model is good for the features it was trained with only.
    static let revision = 2

    private let lexicon: Lexicon
    private let words: PhraseTable

    init(lexicon: Lexicon, language: Language) {
        self.lexicon = lexicon
        words = lexicon.words(language)
    }

    /// Adds the features of `sentence[index]`.
    func add(_ sentence: TokenWindow, at index: Int, to features: inout some FeatureSink) {
        func look(_ place: Int) -> TokenLook { TokenLook(sentence, place, lexicon, words) }
        let word = look(index)
        let (left3, left2, left) = (look(index - 3), look(index - 2), look(index - 1))
        let (right, right2) = (look(index + 1), look(index + 2))
        func add(_ template: UInt64, _ first: UInt64 = 0, _ second: UInt64 = 0) {
            features.add(FeatureHash(template).adding(word.form).adding(first).adding(second).value)
        }
        add(0, word.shape)
        add(1, left.form)
        add(2, right.form)
        add(3, left.tail)
        add(4, right.tail)
        add(5, left.tail & 0xFFFF)
        add(6, right.tail & 0xFFFF)
        add(7, left2.form, left.form)
        add(8, left2.tail, left.tail)
        add(9, left.shape, left.classes)
        add(10, left2.form)
        add(11, left2.tail)
        add(12, left.tail, right.tail)
        add(13, left.form, right.form)
        add(14, right2.form)
        add(15, right.tail, right2.tail)
        add(16, left2.shape << 8 | left.shape, right.shape)
        add(17, left3.form)
        add(18, left3.tail, left2.tail)
        add(19, left.classes, right.classes)
        add(20, left2.classes << 16 | left.classes, left2.shape << 8 | left.shape)
        add(21, left2.form, left.tail)
        add(22, left.tail & 0xFF, right.tail & 0xFF)
    }
}
