import GlaneurCore
import GlaneurTestSupport
import Testing

@testable import GlaneurCorpus

@Suite struct EntityUnifierTests {
    /// Documents, and what must be one among their entities.
    @Test(arguments: [
        // Spelling.
        (["org/density-ai org/density-ai", "org/densityai"], "org/density-ai=org/densityai"),
        (["org/density-ai", "*org/densityai"], "org/densityai=org/density-ai"),
        (["org/valeor org/valeor", "org/valeor-sas"], "org/valeor=org/valeor-sas"),
        // People whose middle names are left out, and letters for first names.
        (["per/donald-trump per/donald-trump", "per/donald-j-trump"], "per/donald-trump=per/donald-j-trump"),
        (["per/lee-harvey-oswald", "per/lee-oswald per/lee-oswald"], "per/lee-oswald=per/lee-harvey-oswald"),
        (["per/e-musk", "per/elon-musk"], "per/elon-musk=per/e-musk"),
        // Family names.
        (["per/elon-musk org/tesla", "per/musk org/tesla"], "per/elon-musk=per/musk"),
        (["per/hedy-lamarr", "per/lamarr"], "per/hedy-lamarr=per/lamarr"),
        (["per/anna-johnson $4200000", "per/johnson $4200000"], "per/anna-johnson=per/johnson"),
        (["per/ursula-von-der-leyen", "per/von-der-leyen"], "per/ursula-von-der-leyen=per/von-der-leyen"),
        (["per/ngozi-okonjo-iweala", "per/okonjo-iweala=Okonjo-Iweala"], "per/ngozi-okonjo-iweala=per/okonjo-iweala"),
        (
            ["per/anna-johnson org/tesla loc/kiel", "per/carl-johnson org/oracle", "per/johnson org/tesla loc/kiel"],
            "per/anna-johnson=per/johnson"
        ),
        (["per/ineke-sluiter org/tesla", "loc/sluiter org/tesla"], "per/ineke-sluiter=loc/sluiter"),
        (["per/bill-quorl", "per/william-quorl per/william-quorl"], "per/william-quorl=per/bill-quorl"),
        (["per/marie-le-pen", "per/le-pen"], "per/marie-le-pen=per/le-pen"),
        (
            ["per/ada-quorl=Ada:alias per/ada-quorl org/tesla loc/kiel", "per/ada org/tesla loc/kiel"],
            "per/ada-quorl=per/ada"
        ),
        // Acronyms and other names that a text states.
        (["org/fonds-utile-ancien=FUA:alias org/fonds-utile-ancien", "org/fua"], "org/fonds-utile-ancien=org/fua"),
        (["org/valeor=Duclos_Energie:stated org/valeor", "org/duclos-energie"], "org/duclos-energie=org/valeor"),
        (["org/glarn-research=Glarn:alias", "org/glarn"], "org/glarn-research=org/glarn"),
        (
            ["org/fonds-utile-ancien=FUA:alias org/fonds-utile-ancien", "misc/fua=FUA"],
            "org/fonds-utile-ancien=misc/fua"
        ),
        (["per/marie-quorl=Zwillk:stated per/marie-quorl", "per/zwillk"], "per/marie-quorl=per/zwillk"),
        // Two languages.
        (
            ["org/ministere-de-la-justice", "org/ministry-of-justice"],
            "org/ministere-de-la-justice=org/ministry-of-justice"
        ),
        // Two labels.
        (["org/hedy-lamarr", "per/hedy-lamarr per/hedy-lamarr"], "per/hedy-lamarr=org/hedy-lamarr"),
        (["loc/zorblax", "org/zorblax org/zorblax"], "org/zorblax=loc/zorblax"),
    ]) func oneThingIsOneEntity(documents: [String], expected: String) throws {
        let found = try MadeCorpus.joined(documents)
        #expect(found.contains(expected), "\(found)")
    }

    /// Documents among whose entities nothing may be joined.
    @Test(arguments: [
        ["org/density-ai", "product/densityai-2"],
        ["event/formula-1-1", "event/formula-11"],
        // Two rows of the lexicons are two things.
        ["*org/x-ai", "*org/xai"],
        ["per/george-bush", "per/george-h-bush", "per/george-w-bush"],
        ["per/j-smith", "per/john-smith"],
        ["per/maria-garcia-lopez", "per/maria-lopez"],
        ["per/e-musk", "per/elon-musk", "per/errol-musk"],
        // Two Johnsons; a common name without company; a word; a first name.
        ["per/anna-johnson org/tesla", "per/carl-johnson org/tesla", "per/johnson org/tesla"],
        ["per/anna-johnson org/tesla", "per/johnson org/oracle"],
        ["per/ada-rose org/tesla", "per/rose org/oracle"],
        ["per/anna-martin org/tesla", "per/martin org/oracle"],
        ["per/david-lau org/tesla loc/kiel", "per/david org/tesla loc/kiel"],
        ["per/anna-johnson org/tesla loc/kiel", "per/carl-johnson org/tesla", "per/johnson org/tesla loc/kiel"],
        ["per/jean-luc=Jean-Luc org/tesla", "per/alain-jean-luc org/tesla"],
        ["per/ineke-sluiter org/tesla", "org/sluiter org/tesla"],
        ["per/bill-johnson", "per/william-johnson"], ["per/bill-quorl", "per/walter-quorl"],
        // A name of several senses.
        ["per/washington", "loc/washington"], ["org/orange org/orange", "loc/orange loc/kiel"],
        // A firm that bears the name of its founder.
        ["per/marc-quillard org/oracle", "org/quillard loc/kiel"],
        // One acronym of two organisations.
        ["org/fonds-utile-ancien=FUA:alias", "org/forum-uni-arabe=FUA:alias", "org/fua"],
        // A maiden name that many have.
        ["per/marie-quorl=Johnson:stated", "per/johnson"],
        // A short form that is a word.
        ["org/chicago-tribune=Tribune:alias", "org/tribune"],
        // Two firms in one breath.
        ["org/glarn-quillard=Glarn-Quillard org/glarn-quillard=Glarn:alias org/tesla", "org/glarn org/tesla"],
        // A translation that two names of one language fit.
        ["org/agence-verte", "org/green-agency", "loc/kiel", "org/green-office"],
        // A demonym is not its country.
        ["loc/zorblax", "norp/zorblax"],
    ]) func differentThingsStayApart(documents: [String]) throws {
        let found = try MadeCorpus.unify(MadeCorpus.lines(documents))
        #expect(found.filter { !$0.sameAs.isEmpty }.isEmpty, "\(found.map { [$0.entityID] + $0.sameAs })")
    }

    @Test func whatIsNotCertainHasCandidates() throws {
        let records = try MadeCorpus.unify(MadeCorpus.lines(["per/ada-rose org/tesla", "per/rose org/oracle"]))
        let rose = try #require(records.first { $0.entityID == "per/rose" })
        #expect(rose.candidates == [EntityRecord.Candidate(entityID: "per/ada-rose", score: 0.4)])
        let two = try MadeCorpus.unify(
            MadeCorpus.lines(["per/anna-johnson org/tesla", "per/carl-johnson org/oracle", "per/johnson org/tesla"]))
        let johnson = try #require(two.first { $0.entityID == "per/johnson" })
        #expect(johnson.candidates.map(\.entityID) == ["per/anna-johnson", "per/carl-johnson"])
        #expect(johnson.candidates[0].score > johnson.candidates[1].score && johnson.candidates[0].score < 0.5)
    }

    @Test func aShortNameChainsNoTwoThingsTogether() throws {
        // FUA stands for both, in documents with the company of both.
        let documents = [
            "org/fonds-utile-ancien=FUA:alias org/tesla $77000000", "org/forum-uni-arabe=FUA:alias org/tesla $77000000",
            "org/fua org/tesla $77000000", "loc/fua org/tesla",
        ]
        let records = try MadeCorpus.unify(MadeCorpus.lines(documents))
        for record in records {
            let ids = [record.entityID] + record.sameAs
            #expect(!(ids.contains("org/fonds-utile-ancien") && ids.contains("org/forum-uni-arabe")), "\(ids)")
        }
    }

    @Test func inLargeCorporaARareFamilyNameAloneIsNotEnough() throws {
        let crowd = (0...EntityUnifier.peopleLimit).map { "per/qu-z\(String($0, radix: 36))x" }.joined(separator: " ")
        let documents = ["per/hedy-lamarr org/tesla", "per/lamarr org/oracle", crowd]
        #expect(try !MadeCorpus.joined(documents).contains("per/hedy-lamarr=per/lamarr"))
    }

    @Test func thePersonOfManyDocumentsIsKnownByTheFewOfTheName() throws {
        // Three hundred companions of the one; the name alone meets two of them in one document.
        let crowd = (0..<100).map { "per/ada-quillon org/firm-\($0)x org/firm-\($0)y org/firm-\($0)z" }
        let two = ["per/berta-quillon org/other", "per/quillon org/firm-7x org/firm-7y"]
        #expect(try MadeCorpus.joined(crowd + two).contains("per/ada-quillon=per/quillon"))
        #expect(
            try MadeCorpus.joined(crowd + ["per/berta-quillon org/firm-7x", "per/quillon org/firm-7x"]).contains(
                "per/quillon"))
    }

    @Test func recordsCountWhatTheyJoin() throws {
        let lines = [
            MadeCorpus.line(
                "*loc/united-states=États-Unis *loc/united-states=États-Unis loc/united-states=USA:alias", id: "a",
                language: "fr"),
            MadeCorpus.line("*loc/united-states=United_States", id: "b", language: "en"),
        ]
        let record = try #require(try MadeCorpus.unify(lines).first)
        #expect(record.documents == 2 && record.mentions == 4 && record.languages == [.english, .french])
        #expect(record.names.map(\.text) == ["États-Unis", "United States", "USA"])
        #expect(record.names.map(\.count) == [2, 1, 1])
        #expect(record.name == "United States" && record.makers == ["alias", "document"])
    }

    @Test func aDocumentWithBothNamesCountsOnce() throws {
        let record = try #require(
            try MadeCorpus.unify(MadeCorpus.lines(["org/density-ai org/densityai", "org/densityai"])).first)
        #expect(record.documents == 2 && record.mentions == 3)
    }
}
