import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurRelations

@Suite struct EventFinderTests {
    /// The events of a text whose names are marked, as `type trigger role=text …`.
    private func events(_ marked: String) throws -> [String] {
        let document = try RelatedText(marked, language(of: marked)).document
        return document.events.map { event in
            let arguments = event.arguments.map { "\($0.role)=\(document.string($0.span))" }
            return "\(event.type) \(document.string(event.trigger)) " + arguments.sorted().joined(separator: " ")
        }
    }

    private func language(of text: String) -> Language {
        text.contains(" a ") || text.contains(" ont ") || text.contains("’a ") || text.contains("a-t-")
            ? .french : .english
    }

    @Test(arguments: [
        ("⟦per:Julie Bernard⟧ a quitté ⟦org:Renault⟧.", "departure quitté from=Renault person=Julie Bernard"),
        ("⟦per:Julie Bernard⟧ left ⟦org:Renault⟧.", "departure left from=Renault person=Julie Bernard"),
        (
            "⟦per:Julie Bernard⟧, directrice des achats, a quitté ⟦org:Renault⟧.",
            "departure quitté from=Renault person=Julie Bernard"
        ),
        (
            "⟦per:Marc Petit⟧ et ⟦per:Anne Roux⟧ ont quitté ⟦org:Google⟧.",
            "departure quitté from=Google person=Anne Roux person=Marc Petit"
        ),
        ("⟦per:Julie Bernard⟧ has joined ⟦org:Stellantis⟧.", "joining joined person=Julie Bernard to=Stellantis"),
        (
            "⟦per:Anne Roux⟧ a été nommée directrice financière de ⟦org:Cofimer⟧.",
            "appointment nommée org=Cofimer person=Anne Roux role=directrice financière"
        ),
        ("⟦org:Valéor⟧ a racheté ⟦org:Duclos⟧.", "acquisition racheté org=Valéor party=Duclos"),
        ("⟦org:Duclos⟧ was acquired by ⟦org:Valéor⟧.", "acquisition acquired org=Valéor party=Duclos"),
    ])
    func anEventHasThoseWhoHaveAPartInIt(_ text: String, _ event: String) throws {
        #expect(try events(text).contains(event))
    }

    @Test(arguments: [
        "⟦per:Julie Bernard⟧ n’a pas quitté ⟦org:Renault⟧.",
        "⟦per:Julie Bernard⟧ denied that she had left ⟦org:Renault⟧.",
        "⟦per:Julie Bernard⟧ a-t-elle quitté ⟦org:Renault⟧ ?",
        "Le camion de ⟦org:Renault⟧ a quitté la route.",
        "⟦org:Renault⟧ ordered some review.",
    ])
    func whatIsDeniedAskedOrSomethingElseIsNoEvent(_ text: String) throws {
        #expect(try events(text).filter { !$0.hasPrefix("position") } == [])
    }

    @Test(arguments: [
        ("⟦per:Tim Cook⟧, PDG d’⟦org:Apple⟧, a parlé.", "position PDG org=Apple person=Tim Cook role=PDG"),
        ("⟦org:Apple⟧ CEO ⟦per:Tim Cook⟧ spoke.", "position CEO org=Apple person=Tim Cook role=CEO"),
    ])
    func anOfficeHasItsHolderAndItsBody(_ text: String, _ event: String) throws {
        #expect(try events(text).contains(event))
    }

    @Test func whatIsOnlyPlannedScoresLower() throws {
        let stated = try RelatedText("⟦org:Valéor⟧ a racheté ⟦org:Duclos⟧.").document.events.first?.score ?? 0
        let planned = try RelatedText("⟦org:Valéor⟧ pourrait racheter ⟦org:Duclos⟧.").document.events.first?.score ?? 1
        #expect(planned < stated)
    }

    @Test func thePatternsOfTheLexiconsKeepTheRules() {
        let glossaries = EventGlossaries(TestLexicon.shared)
        #expect(glossaries.faults == [])
        #expect(glossaries.frames.count > 50)
        for entry in glossaries.events { #expect(!entry.entry.french.isEmpty || !entry.entry.english.isEmpty) }
    }
}
