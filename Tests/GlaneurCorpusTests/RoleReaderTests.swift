import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct RoleReaderTests {
    @Test(arguments: [
        ("Le footballeur ⟦Paul Martin⟧ signe.", Language.french, ["sport"]),
        ("Le ministre de la Justice ⟦Paul Martin⟧ part.", .french, ["public"]),
        ("⟦Paul Martin⟧, ministre des Finances, part.", .french, ["public"]),
        ("⟦Paul Martin⟧, ancien joueur de Lens, entraîne.", .french, ["sport"]),
        ("⟦Anne Roy⟧ (économiste) parle.", .french, ["business"]),
        ("La romancière ⟦Anne Roy⟧, prix Nobel, parle.", .french, ["arts", "science"]),
        ("Former footballer and actor ⟦Paul Martin⟧ sang.", .english, ["arts", "sport"]),
        ("Striker ⟦Paul Martin⟧ scored.", .english, ["sport"]),
        ("⟦Paul Martin⟧, 34, a striker, scored.", .english, ["sport"]),
        ("⟦Paul Martin⟧, the finance minister, left.", .english, ["public"]),
        ("Le ministre des Transports, ⟦Paul Martin⟧, a démissionné.", .french, ["public"]),
        ("Le footballeur ⟦Paul Martin⟧ scored.", .multiple, ["sport"]),
        ("Sen. ⟦Paul Martin⟧ left.", .english, ["public"]),
        // What stands elsewhere in the sentence is someone else's.
        ("Le ministre a reçu hier soir à Paris ⟦Paul Martin⟧.", .french, []),
        ("⟦Paul Martin⟧ told the minister.", .english, []),
        ("Selon le ministre, ⟦Paul Martin⟧ part.", .french, []),
        ("⟦Paul Martin⟧ part.", .french, []),
        ("Elle est avocate à Lille. ⟦Paul Martin⟧ part.", .french, []),
        ("Le ministre ! ⟦Paul Martin⟧ part.", .french, []),
    ]) func titlesBesideANameTellTheWalkOfLife(text: String, language: Language, expected: [String]) throws {
        let parts = text.split(separator: "⟦")
        let before = text.hasPrefix("⟦") ? "" : String(parts[0])
        let rest = try #require(parts.last).split(separator: "⟧")
        let plain = before + rest.joined()
        let range = before.utf8.count..<(before.utf8.count + rest[0].utf8.count)
        let reader = RoleReader(lexicon: TestLexicon.shared)
        #expect(reader.fields(beside: range, in: Array(plain.utf8), language: language) == expected)
    }
}
