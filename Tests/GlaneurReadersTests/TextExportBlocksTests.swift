import GlaneurCore
import GlaneurReaders
import GlaneurTestSupport
import Testing

@Suite struct TextExportBlocksTests {
    /// A line of a text and what it is: `title/main`.
    private typealias Line = (kind: String, text: String)

    private static let sentence =
        "Le groupe a renoncé à la machine qu’il construisait pour entraîner ses logiciels de conduite."
    private static let running =
        "The company has given up the machine that it was building to train its driving software."

    private func classify(_ text: String, title: String? = nil) -> [Line] {
        let bytes = Array(text.utf8)
        return TextExportBlocks(lexicon: TestLexicon.shared).blocks(of: bytes, title: title).map {
            ("\($0.blockClass.rawValue)/\($0.kind.rawValue)", String(decoding: bytes[$0.span.range], as: UTF8.self))
        }
    }

    private func expect(_ lines: [Line], title: String? = nil, separator: String = "\n") {
        let found = classify(lines.map(\.text).joined(separator: separator), title: title)
        #expect(found.map { "\($0.kind) \($0.text)" } == lines.map { "\($0.kind) \($0.text)" })
    }

    @Test func theFirstLineIsTheHeadline() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
            ("body/paragraph", Self.sentence),
        ])
        expect([("title/main", "Tesla drops Dojo"), ("body/paragraph", Self.running)], separator: "\n\n")
    }

    @Test func aFirstLineThatIsASentenceIsNone() {
        expect([("body/paragraph", Self.sentence), ("body/paragraph", Self.running)])
    }

    @Test func aSingleLineIsAPassage() {
        expect([("body/paragraph", "Publicité")])
        expect([("body/paragraph", "Tesla abandonne Dojo")])
        expect([("body/paragraph", "\u{A0}")])
    }

    @Test func aRepeatedHeadlineIsFurniture() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("boilerplate/duplicate-title", "Tesla Abandonne dojo"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aShortLineBetweenParagraphsIsAHeading() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
            ("title/heading", "Vingt départs"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aDeclaredTitleIsFoundInTheText() {
        expect(
            [("title/main", "Tesla renonce à Dojo."), ("body/paragraph", Self.sentence)], title: "Tesla renonce à Dojo")
    }

    @Test(arguments: [
        ("boilerplate/advertisement", "Advertisement – scroll for more content"),
        ("boilerplate/advertisement", "Publicité"),
        ("boilerplate/caption", "Agrandir / Le site de Memphis. © Reuters"), ("boilerplate/source-line", "Source-147"),
        ("boilerplate/residue", "\u{A0}"), ("boilerplate/residue", "* * *"),
        ("boilerplate/caption", "Le site de Memphis © Reuters"),
        ("boilerplate/related-links", "https://example.com/autre-article"),
    ])
    func furnitureIsLabelledWhereItStands(_ kind: String, _ text: String) {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence), (kind, text),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func aShortLineBehindACaptionIsItsCredit() {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
            ("boilerplate/caption", "Agrandir / Le site de Memphis"), ("boilerplate/credit", "Jeanne Morvan"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func menuWordsAboveTheHeadlineAreNavigation() {
        expect([
            ("boilerplate/navigation", "Économie"), ("title/main", "Tesla abandonne Dojo"),
            ("body/paragraph", Self.sentence),
        ])
    }

    /// Words of furniture in what somebody reports, and in prose of any kind.
    @Test(arguments: [
        "La publicité rapporte au réseau X plus de la moitié de ce qu’il gagne, et le reste vient des abonnés.",
        "Nous utilisons des cookies comme tout le monde, a expliqué le directeur du site devant la commission.",
        "We use cookies like everybody else, the director of the site told the hearing on Monday in Dublin.",
        "Cookies set without consent have proved costly to the shop, which must pay a fine of three millions.",
        "Facebook, c’est pour ma mère, répondent les élèves du lycée, qui n’y ont presque plus de compte.",
        "Abonnez-vous, nous répète-t-on, aux plateformes en ligne ; mais qui paiera pour ceux qui n’ont rien ?",
        "Copy link, paste, send to three friends: that, says one of them, is how the pupils share anything.",
        "Share options made up most of what the chairman earned in the year before the company was sold.",
        "Par un matin de mars, il sortit de la maison et prit la route de la mer sans se retourner une fois.",
        "By Monday the company had lost a third of its value, and its chairman had left for the mountains.",
        "La newsletter du parti, lue par dix mille militants, a annoncé la nouvelle avant les journaux du soir.",
        "Article 3. Le vendeur garantit à l’acheteur la jouissance paisible de la chose pendant deux ans.",
    ])
    func furnitureWordsInProseAreNone(_ text: String) {
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence), ("body/paragraph", text),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func literatureIsLeftAlone() {
        let lines: [Line] = [
            ("title/main", "Le phare des Roches-Noires"),
            (
                "body/paragraph",
                "Il y avait trois jours que la mer battait la jetée, et le vieux Kerbrat ne dormait plus."
            ),
            ("body/paragraph", "« Tu entends ? » dit-il."),
            (
                "body/paragraph",
                "Sa femme ne répondit pas. Elle regardait, par la fenêtre, la lampe qui tournait au loin."
            ),
            ("body/paragraph", "Par trois fois la cloche sonna. Personne ne vint."),
            (
                "body/paragraph",
                "Alors il prit son manteau, ouvrit la porte, et le vent éteignit la bougie sur la table."
            ),
        ]
        expect(lines)
        expect(lines, separator: "\n\n")
    }

    /// What stands around an article in the exports of outlets; the headline and two paragraphs stand around it here.
    @Test(arguments: [
        ("boilerplate/share", "Partager sur Facebook"), ("boilerplate/share", "Facebook X WhatsApp"),
        ("boilerplate/share", "Copier le lien"), ("boilerplate/paywall", "Cet article est réservé aux abonnés"),
        ("boilerplate/paywall", "Subscribe to continue reading"), ("boilerplate/comments", "12 commentaires"),
        ("boilerplate/comments", "Leave a comment"), ("boilerplate/cookies", "Tout accepter"),
        ("boilerplate/cookies", "We use cookies to improve your experience on our site."),
        ("boilerplate/promo", "Recevez chaque matin notre newsletter"),
        ("boilerplate/related-links", "Lire aussi : Tesla, la fin d’un rêve"),
        ("boilerplate/related-links", "Mots-clés : industrie, verre"),
        ("boilerplate/credit", "Crédit photo : Inès Baldacci"),
        ("boilerplate/credit", "Photo by Niall Orme/Getty Images"), ("boilerplate/credit", "© AFP"),
        ("boilerplate/disclosure", "© 2025 Le Courrier. Tous droits réservés."),
        ("boilerplate/disclosure", "Copyright 2025 The Ledger. All rights reserved."),
        ("boilerplate/navigation", "Haut de page"),
        ("boilerplate/advertisement", "Story continues below advertisement"),
    ])
    func furnitureOfExportsIsTold(_ kind: String, _ text: String) {
        expect([
            ("title/main", "Tesla abandonne Dojo à Austin"), ("body/paragraph", Self.sentence),
            ("body/paragraph", Self.running), (kind, text),
        ])
    }

    @Test(arguments: [
        "Par Jean Dupont, le 12 mars à 14h", "By Jane Doe | Reuters", "Publié le 3 mai 2025 à 07:12", "le 12 mars 2025",
        "Updated 6:58 AM GMT, January 17, 2026", "23/06/2025 16:04", "18h05",
    ])
    func bylinesAndDatesStandBelowTheHeadline(_ text: String) {
        expect([
            ("title/main", "Tesla abandonne Dojo à Austin"), ("boilerplate/byline", text),
            ("body/paragraph", Self.sentence), ("body/paragraph", Self.running),
        ])
    }

    @Test(arguments: ["12 mars 1916", "By Candlelight", "250 mg"])
    func theSameFormsInsideAnArticleAreItsOwn(_ text: String) {
        let kinds = classify([Self.sentence, Self.running, Self.sentence, text, Self.running].joined(separator: "\n"))
        #expect(kinds.allSatisfy { !$0.kind.hasPrefix("boilerplate") })
    }

    @Test func whatReadersWriteBelowTheArticleIsComments() {
        expect([
            ("title/main", "Tesla abandonne Dojo à Austin"), ("body/paragraph", Self.sentence),
            ("body/paragraph", Self.running), ("boilerplate/comments", "2 commentaires"),
            ("boilerplate/comments", "Jeannot54"),
            ("boilerplate/comments", "Encore une usine qui part, et personne ne bouge."),
            ("boilerplate/comments", "Marie"), ("boilerplate/comments", "Bien dit !"),
        ])
    }

    @Test func aHeadingThatSaysCommentsEndsNoReport() {
        let lines = ["Rapport sur la machine de Memphis", Self.sentence, Self.sentence, "Commentaires"]
        let found = classify((lines + Array(repeating: Self.running, count: 6)).joined(separator: "\n"))
        #expect(found.suffix(6).allSatisfy { $0.kind == "body/paragraph" })
    }

    @Test func linksInTheMiddleEndWhereTheArticleGoesOn() {
        expect([
            ("title/main", "Tesla abandonne Dojo à Austin"), ("body/paragraph", Self.sentence),
            ("boilerplate/related-links", "Sur le même sujet"),
            ("boilerplate/related-links", "Tesla : ce que change la nouvelle puce"),
            ("boilerplate/related-links", "Vingt ingénieurs sur le départ"), ("body/paragraph", Self.running),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func everyBlockSaysWhy() {
        let lines = [
            "Tesla abandonne Dojo à Austin", "Par Jean Dupont", Self.sentence, "Lire aussi", Self.running, "© AFP",
        ]
        let blocks = TextExportBlocks(lexicon: TestLexicon.shared).blocks(of: Array(lines.joined(separator: "\n").utf8))
        #expect(
            blocks.map(\.reason) == [
                "layout:headline", "lexicon:furniture \"par\"", "layout:article", "lexicon:furniture \"lire aussi\"",
                "layout:article", "lexicon:furniture \"afp\"",
            ])
    }

    @Test func listItemsAndQuotedBlocksAreTold() {
        let quoted =
            "Nous avons construit une machine que personne ne voulait, et nous la démontons maintenant pièce par pièce, salle par "
            + "salle, sans regret aucun."
        expect([
            ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", "Le groupe renonce à trois choses :"),
            ("body/blockquote", quoted), ("body/list", "- la machine qu’il construisait,"),
            ("body/paragraph", Self.sentence),
        ])
    }

    @Test func linesOfFixedWidthAreJoined() {
        let text = "Tesla a renoncé à la machine qu’il construisait pour entraîner\nlui-même ses logiciels de conduite."
        #expect(classify(text).map(\.kind) == ["body/paragraph"])
        #expect(classify(text).map(\.text) == [text])
    }

    @Test(arguments: ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n", "\r"])
    func blocksLeaveLineEndsAndSpacesOut(_ separator: String) {
        expect(
            [
                ("title/main", "Tesla abandonne Dojo"), ("body/paragraph", Self.sentence),
                ("body/paragraph", Self.running),
            ],
            separator: separator)
    }

    @Test(arguments: ["", "\n", " \n\t\n"])
    func aTextOfSpacesHasNoBlock(_ text: String) {
        #expect(classify(text).isEmpty)
    }

    @Test(arguments: TextGenerator.Kind.allCases)
    func blocksCoverEveryLineOfAnyText(_ kind: TextGenerator.Kind) {
        var generator = TextGenerator(seed: SeededGenerator.announce(51, for: "text export, \(kind)"))
        for _ in 0..<100 {
            let text = Array(generator.text(kind).utf8)
            var end = 0
            for block in TextExportBlocks(lexicon: TestLexicon.shared).blocks(of: text) {
                #expect(block.span.start >= end && !block.span.isEmpty && block.span.end <= text.count)
                // What no block covers is line ends and plain spaces.
                #expect(text[end..<block.span.start].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
                end = block.span.end
            }
            #expect(text[end...].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) })
        }
    }
}
