import GlaneurCore
import Testing

@Suite struct SpeakerTests {
    @Test(arguments: [
        ("« Tout va bien », assure ⟦per:Nadia Ferrand⟧.", "Tout va bien · Nadia Ferrand · assure"),
        ("« Tout va bien », a déclaré le PDG de ⟦org:Tesla⟧, ⟦per:Elon Musk⟧.", "Tout va bien · Elon Musk · a déclaré"),
        (
            "« Tout va bien », a lancé mardi à ⟦org:CNBC⟧, visiblement ému, ⟦per:Elon Musk⟧.",
            "Tout va bien · Elon Musk · a lancé"
        ),
        ("⟦per:Elon Musk⟧, PDG de ⟦org:Tesla⟧, a déclaré : « Tout va bien. »", "Tout va bien. · Elon Musk · a déclaré"),
        (
            "Le PDG de ⟦org:Tesla⟧, ⟦per:Elon Musk⟧, a déclaré : « Tout va bien. »",
            "Tout va bien. · Elon Musk · a déclaré"
        ),
        (
            "Une note de ⟦org:Nvidia⟧ consultée par ⟦org:CNBC⟧ indiquait : « Tout va bien. »",
            "Tout va bien. · Nvidia · indiquait"
        ),
        ("« Tout va bien », a précisé un porte-parole d’⟦org:Airbus⟧.", "Tout va bien · Airbus · a précisé"),
        (
            "⟦per:Musk⟧ a confirmé un choix sur ⟦org:X⟧, déclarant que la puce “sera excellente”.",
            "sera excellente · Musk · déclarant"
        ),
        ("Selon ⟦org:Reuters⟧, l’usine est « au bord de la faillite ».", "au bord de la faillite · Reuters · Selon"),
        (
            "L’usine est « au bord de la faillite », d’après ⟦per:Paul Riquet⟧.",
            "au bord de la faillite · Paul Riquet · d’après"
        ),
        ("Le projet a été qualifié de « folie pure » par ⟦per:Paul Riquet⟧.", "folie pure · Paul Riquet · par"),
        (
            "« Nous avons hésité, raconte ⟦per:Paul Riquet⟧, mais il fallait partir. »",
            "Nous avons hésité, raconte Paul Riquet, mais il fallait partir. · Paul Riquet · raconte"
        ),
        ("Pour ⟦per:Paul Riquet⟧, député, c’est « un premier pas ».", "un premier pas · Paul Riquet · Pour"),
        ("Il faut, insiste ⟦per:Paul Riquet⟧, « rendre du sens ».", "rendre du sens · Paul Riquet · insiste"),
        ("Comme l’a dit ⟦per:Angela Merkel⟧, « nous y arriverons ».", "nous y arriverons · Angela Merkel · a dit"),
        ("Selon ⟦org:Reuters⟧, ⟦per:Paul Riquet⟧ est « au bout du rouleau ».", "au bout du rouleau · Reuters · Selon"),
        ("« Tout va bien » : ⟦per:Paul Riquet⟧ l’a répété.", "Tout va bien · Paul Riquet · a répété"),
        ("« Tout va bien », a expliqué un analyste.", "Tout va bien · – · a expliqué"),
        ("Il est décrit comme « un homme très calme ».", "un homme très calme · – · est décrit"),
    ])
    func frenchCuesNameWhoSpeaks(_ text: String, _ expected: String) throws {
        #expect(try RelatedText(text).lines == [expected])
    }

    @Test(arguments: [
        ("“All is well,” said ⟦per:Ann Bell⟧ of ⟦org:Acme⟧.", "All is well, · Ann Bell · said"),
        ("“All is well,” ⟦per:Ann Bell⟧ said.", "All is well, · Ann Bell · said"),
        ("⟦per:Ann Bell⟧, who runs ⟦org:Acme⟧, said: “All is well.”", "All is well. · Ann Bell · said"),
        ("“All is well,” said ⟦org:AMD⟧’s chief executive, ⟦per:Lisa Su⟧.", "All is well, · Lisa Su · said"),
        ("“All is well,” an ⟦org:Amazon⟧ spokesperson said.", "All is well, · Amazon · said"),
        ("“All is well,” ⟦org:Acme⟧ said in a statement.", "All is well, · Acme · said"),
        ("The site is “a total loss,” according to ⟦org:Acme⟧.", "a total loss, · Acme · according to"),
        ("As ⟦per:Ann Bell⟧ put it, “the site is gone.”", "the site is gone. · Ann Bell · put it"),
        ("“Is all well?” ⟦per:Ann Bell⟧ asked.", "Is all well? · Ann Bell · asked"),
        ("A spokesman for ⟦org:Exxon⟧ said it was “reviewing its options.”", "reviewing its options. · Exxon · said"),
        ("“Know your power,” ⟦per:Ann Bell⟧ likes to say.", "Know your power, · Ann Bell · say"),
        ("⟦per:Ann Bell⟧ acknowledged “missteps”.", "missteps · Ann Bell · acknowledged"),
        ("The suit accuses ⟦org:Google⟧ of “destroying all evidence”.", "destroying all evidence · – · accuses"),
        ("“I heard a bang,” one witness told the ⟦org:BBC⟧.", "I heard a bang, · – · told"),
    ])
    func englishCuesNameWhoSpeaks(_ text: String, _ expected: String) throws {
        #expect(try RelatedText(text, .english).lines == [expected])
    }

    @Test(arguments: [
        ("⟦per:Christine Lagarde⟧ a parlé. « C’est trop tôt », a-t-elle dit.", ["Christine Lagarde"]),
        (
            "⟦per:Christine Lagarde⟧ et ⟦per:Bruno Martin⟧ ont parlé. « C’est trop tôt », a-t-elle dit.",
            ["Christine Lagarde"]
        ),
        ("⟦per:Christine Lagarde⟧ et ⟦per:Anne Martin⟧ ont parlé. « C’est trop tôt », a-t-elle dit.", ["–"]),
        (
            "La ministre ⟦per:Dominique Ober⟧ a parlé.\nPuis ⟦per:Jean Dupont⟧ est parti. « C’est trop tôt », a dit la ministre.",
            ["Dominique Ober"]
        ),
        ("⟦org:Renault⟧ vend son usine. Le groupe évoque « une décision difficile ».", ["Renault"]),
        ("⟦org:Renault⟧ vend à ⟦org:Nissan⟧. Le groupe évoque « une décision difficile ».", ["–"]),
        ("Mme ⟦per:Riquet⟧ a reçu M. ⟦per:Costa⟧. Selon lui, « le texte est mort ».", ["Costa"]),
        ("« Un mot de trop », dit ⟦per:Paul Riquet⟧. « Il fallait se taire. »", ["Paul Riquet", "Paul Riquet"]),
        (
            "« Un mot de trop », dit ⟦per:Paul Riquet⟧. ⟦per:Jean Costa⟧ arrive. « Il fallait se taire. »",
            ["Paul Riquet", "–"]
        ),
        ("« Il m’a dit “vous aurez vos crédits” hier », raconte ⟦per:Paul Riquet⟧.", ["Paul Riquet", "–"]),
    ])
    func descriptionsReferToTheOnlyOneWhoFits(_ text: String, _ expected: [String]) throws {
        #expect(try RelatedText(text).speakers == expected)
    }
}
