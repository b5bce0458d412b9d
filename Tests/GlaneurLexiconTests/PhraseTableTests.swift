import GlaneurLexicon
import Testing

@Suite struct PhraseTableTests {
    private func longest(_ text: String, at index: Int = 0, classes: WordClass.Set = []) throws -> Int? {
        let lexicon = try SmallLexicon.open()
        return lexicon.words(.english).longestWord(lexicon.lexemes(text), at: index, classes: classes)?.end
    }

    @Test(
        arguments: [
            ("chief executive officer", 3), ("chief executive of", 2), ("chief executive", 2), ("chief of staff", nil),
            ("officer", 1),
            ("chief-executive officer", 3), ("chief, executive officer", nil), ("chief\nexecutive", nil),
            ("Chief Executive", 2),
            ("chief executive, officer", 2), ("", nil),
        ] as [(String, Int?)])
    func theLongestPhraseIsFound(_ text: String, _ end: Int?) throws {
        #expect(try longest(text) == end)
    }

    /// The filter in front of the table must pass every key that it holds.
    @Test func everyFirstWordOfTheTableIsFound() throws {
        let lexicon = try SmallLexicon.open()
        for word in ["chief", "officer"] {
            let lexeme = try #require(lexicon.lexemes(word).first)
            let node = lexicon.words(.english).node(of: lexeme.wordHash)
            #expect(node.isPhrase || node.next != 0)
        }
        #expect(!lexicon.words(.english).node(of: 0x1234_5678_9ABC_DEF1).isPhrase)
    }

    @Test func aPhraseMustBelongToOneOfTheClasses() throws {
        #expect(try longest("officer", classes: WordClass.Set(.personCue)) == 1)
        #expect(try longest("officer", classes: WordClass.Set(.scale, .title)) == 1)
        #expect(try longest("officer", classes: WordClass.Set(.scale)) == nil)
        #expect(try longest("chief executive officer", classes: WordClass.Set(.personCue)) == nil)
        #expect(try longest("chief executive officer", at: 2, classes: WordClass.Set(.personCue)) == 3)
        #expect(try longest("officer", at: 1) == nil)
    }

    /// Asked for together, with the batches cut anywhere, words are known as they are one by one.
    @Test(arguments: [0, 1, 63, 64, 65, 200])
    func wordsAskedTogetherAreKnownAsAlone(_ count: Int) throws {
        let lexicon = try SmallLexicon.open()
        let table = lexicon.words(.english)
        let text = (0..<count).map { ["chief", "officer", "of", "Glaneur", "w\($0)"][$0 * 7 % 5] }.joined(
            separator: " ")
        let lexemes = lexicon.lexemes(text)
        var known: [Int] = []
        lexemes.withUnsafeBufferPointer { lexemes in
            table.forEachWord(of: lexemes) { index, node in
                known.append(index)
                let alone = table.node(of: lexemes[index].wordHash)
                #expect(node.payload == alone.payload && node.next == alone.next && node.classes == alone.classes)
            }
        }
        #expect(lexemes.count == count)
        #expect(
            known
                == lexemes.indices.filter {
                    let node = table.node(of: lexemes[$0].wordHash)
                    return node.isPhrase || node.next != 0
                })
    }

    @Test func unknownLexemesHaveNoNode() throws {
        let lexicon = try SmallLexicon.open()
        for lexeme in lexicon.lexemes("Glaneur lit des dépêches en 2025") {
            #expect(!lexicon.names.node(of: lexeme.nameHash).isPhrase)
        }
    }
}
