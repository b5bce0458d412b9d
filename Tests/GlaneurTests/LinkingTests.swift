import Glaneur
import Testing

/// What the tagger finds has the identity that the lexicons know, whatever else begins or ends there.
@Suite struct LinkingTests {
    private static let pipeline = Result { try Pipeline() }

    @Test(arguments: [
        ("L’Union européenne et le Mercosur négocient depuis vingt ans.", "Union européenne", "org/european-union"),
        ("La Croix-Rouge a évacué les blessés vers Le Caire.", "Croix-Rouge", "org/red-cross"),
        ("L’épave repose au large des îles Canaries.", "Canaries", "loc/canary-islands"),
        ("The 1936 Olympic Games took place in Berlin.", "Olympic Games", "event/olympic-games"),
        ("Les Jeux olympiques de 1936 eurent lieu à Berlin.", "Jeux olympiques", "event/olympic-games"),
        ("La Guerre froide opposa les États-Unis à l’Union soviétique.", "Guerre froide", "event/cold-war"),
    ])
    func aNameInsideAnotherFormHasItsOwnEntity(_ text: String, _ name: String, _ id: String) throws {
        let document = try Self.pipeline.get().annotate(Document(id: "note", text: text))
        let mention = try #require(document.mentions.first { document.string($0.span) == name })
        #expect(mention.entityID == id)
    }

    /// The tagger takes *Ligue* alone, against a form of the lexicons, since it sees fewer features.
    @Test func aSmallAdjectiveBelongsToTheFormItEnds() throws {
        let text = "La Ligue arabe a condamné l’attaque de Damas."
        let document = try Self.pipeline.get().annotate(Document(id: "note", text: text))
        withKnownIssue { #expect(document.mentions.contains { document.string($0.span) == "Ligue arabe" }) }
    }
}
