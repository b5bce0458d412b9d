import GlaneurCore
import Testing

@Suite struct QuotationKindTests {
    @Test(arguments: [
        ("⟦per:Musk⟧ a dit : « Nous livrerons demain. »", ["direct: Nous livrerons demain."]),
        ("⟦per:Musk⟧ juge la puce « excellente ».", ["partial: excellente"]),
        ("Le mot « glaner » est ancien.", ["term: glaner"]),
        ("Le film « Les Marées du Nord » sort.", ["term: Les Marées du Nord"]),
        ("Les « licornes » lèvent des fonds.", ["term: licornes"]),
        ("Cerdan, dit « le Bombardier », boxe.", ["term: le Bombardier"]),
        ("⟦per:Musk⟧ a dit « non et encore non ».", ["partial: non et encore non"]),
        ("⟦per:Musk⟧ juge le film « beaucoup trop long ».", ["partial: beaucoup trop long"]),
    ])
    func frenchMarksMeanSeveralThings(_ text: String, _ expected: [String]) throws {
        #expect(try RelatedText(text).kinds == expected)
    }

    @Test(arguments: [
        ("⟦per:Musk⟧ said: “We ship tomorrow.”", ["direct: We ship tomorrow."]),
        ("⟦per:Musk⟧ called the chip “great”.", ["partial: great"]),
        ("The so-called “skinny” budget passed.", ["term: skinny"]),
        ("She wrote “A Winter Apart” in a year.", ["term: A Winter Apart"]),
        ("⟦per:Dwayne “The Rock” Johnson⟧ won.", ["term: The Rock"]),
        ("A show called “24” is back.", ["term: 24"]),
        ("⟦per:Khan⟧ called it “24 bad hours”.", ["partial: 24 bad hours"]),
        ("It was what ⟦per:Khan⟧ called “a mess”.", ["partial: a mess"]),
        ("The word “woke” is new.", ["term: woke"]), ("⟦work:“The Wire”⟧ is back.", ["term: The Wire"]),
    ])
    func englishMarksMeanSeveralThings(_ text: String, _ expected: [String]) throws {
        #expect(try RelatedText(text, .english).kinds == expected)
    }

    @Test func aBlockWithoutMarksIsAnotherVoice() throws {
        let text = "⟦per:Ann Bell⟧ wrote to the board:\nWe hold many shares and nobody asked us.\nThe board met."
        let read = try RelatedText(text, .english)
        #expect(read.kinds == ["block: We hold many shares and nobody asked us."])
        #expect(read.speakers == ["Ann Bell"])
    }

    @Test(arguments: [
        "Here is the list of those who won:\nThe first was a man from Leeds who had never run before in his life.",
        "⟦per:Ann Bell⟧ arrived.\nWe hold many shares and nobody asked us.",
    ])
    func aBlockThatNobodySaysIsTheAuthors(_ text: String) throws {
        #expect(try RelatedText(text, .english).kinds == [])
    }
}
