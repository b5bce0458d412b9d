import GlaneurCore
import GlaneurLexicon
import Testing

@Suite struct LexiconTests {
    private func forms(_ lexicon: Lexicon, _ text: String) -> [NameForm] {
        var forms: [NameForm] = []
        let lexemes = lexicon.lexemes(text)
        lexicon.names.forEachName(lexemes, at: 0) { match in
            if match.end == lexemes.count { forms += lexicon.nameForms(match.node) }
        }
        return forms
    }

    @Test(arguments: ["United States", "États-Unis", "Etats Unis", "ÉTATS-UNIS", "USA", "U.S."])
    func everyFormLeadsToTheConcept(_ form: String) throws {
        let lexicon = try SmallLexicon.open()
        let found = forms(lexicon, form)
        #expect(found.map { lexicon.concept($0.concept).entityID } == ["loc/united-states"])
        let concept = try lexicon.concept(#require(found.first).concept)
        #expect(concept.name == "United States" && concept.french == "États-Unis" && concept.english == "United States")
        #expect(concept.label == .location && concept.kind == "country" && concept.table == "names")
    }

    @Test func formsKnowHowTheyMustBeWritten() throws {
        let lexicon = try SmallLexicon.open()
        func admits(_ text: String) -> Bool? {
            forms(lexicon, text).first.map { $0.admits(lexicon.lexemes(text)[...]) }
        }
        #expect(admits("United States") == true && admits("UNITED STATES") == true && admits("united states") == false)
        #expect(admits("USA") == true && admits("usa") == false && admits("Usa") == false)
        #expect(admits("xAI") == true && admits("XAI") == true && admits("xai") == false)
        #expect(forms(lexicon, "Orange").first?.flags.contains(.weak) == true)
        #expect(forms(lexicon, "Orange S.A.").first?.flags.contains(.weak) == false)
    }

    @Test func wordsHaveTheirValues() throws {
        let lexicon = try SmallLexicon.open()
        let words = lexicon.words(.french)
        func node(_ word: String) -> PhraseTable.Node { words.node(of: lexicon.lexemes(word)[0].wordHash) }
        #expect(lexicon.number(node("millions"), .scale) == 6 && lexicon.value(node("millions"), .scale) == "6")
        #expect(lexicon.value(node("demi"), .fraction) == "0.5" && lexicon.number(node("demi"), .fraction) == nil)
        #expect(lexicon.value(node("demi"), .scale) == nil)
        #expect(lexicon.value(node("officer"), .title) == "rank" && lexicon.values(node("officer"), .personCue) == [""])
        #expect(lexicon.value(node("inconnu"), .title) == nil)
    }

    @Test(arguments: WordClass.names)
    func wordClassesAreKnownByName(_ name: String) throws {
        let wordClass = try #require(WordClass(name))
        #expect(wordClass.name == name)
        #expect(WordClass.Set(wordClass).contains(wordClass))
    }

    @Test func thereIsRoomForAllClasses() {
        #expect(Set(WordClass.names).count == WordClass.names.count && WordClass.names.count <= 64)
        #expect(WordClass("adverb") == nil)
        #expect(!WordClass.Set(.stop).contains(.common) && WordClass.Set().isEmpty)
    }
}
