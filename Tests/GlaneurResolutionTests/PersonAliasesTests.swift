import GlaneurCore
import Testing

@testable import GlaneurResolution

@Suite struct PersonAliasesTests {
    private func ids(_ marked: String) throws -> [String] { try ResolvedText.ids(marked) }

    @Test(arguments: [
        ("⟦per:Ivar Mosk⟧ part. ⟦per:Ivar R. Mosk⟧ revient.", "per/ivar-mosk"),
        ("⟦per:Ivar R. Mosk⟧ part. ⟦per:Ivar Mosk⟧ revient.", "per/ivar-mosk"),
        ("⟦per:Ivar Ruben Mosk⟧ part. ⟦per:Ivar Mosk⟧ revient.", "per/ivar-mosk"),
        ("⟦per:I. Mosk⟧ part. ⟦per:Ivar Mosk⟧ revient.", "per/ivar-mosk"),
        ("⟦per:I. R. Mosk⟧ part. ⟦per:Ivar Mosk⟧ revient.", "per/ivar-mosk"),
        ("⟦per:Ivar R. Mosk⟧ part. ⟦per=per/the-mosk:Ivar Mosk⟧ revient.", "per/the-mosk"),
    ])
    func initialsAndMiddleNamesMakeNoOther(_ marked: String, _ id: String) throws {
        #expect(try ids(marked + " ⟦per?:Mosk⟧ dort.") == [id, id, id])
    }

    @Test func whomTheLexiconsKnowByTheLongerNameAloneIsAnother() throws {
        #expect(
            try ids("⟦per=per/ivar-r-mosk:Ivar R. Mosk⟧ part. ⟦per:Ivar Mosk⟧ revient.")
                == ["per/ivar-r-mosk", "per/ivar-mosk"])
    }

    @Test(arguments: [
        "⟦per:I. Mosk⟧ part. ⟦per:Ivar Mosk⟧ et ⟦per:Ingrid Mosk⟧ restent.",
        "⟦per:I. Mosk⟧ part. ⟦per:Adam Mosk⟧ reste.",
    ])
    func anInitialThatFitsNobodyOrTwoStaysApart(_ marked: String) throws {
        #expect(try ids(marked)[0] == "per/i-mosk")
    }

    @Test(arguments: [
        ("Yann Le Bihan", "Le Bihan"), ("Yann Le Bihan", "Bihan"), ("Charles de Gastine", "de Gastine"),
        ("Ursula von der Lohen", "von der Lohen"), ("Gabriel Marsol Queren", "Marsol Queren"),
        ("Gabriel Marsol Queren", "Marsol"), ("Éric Tanguy-Dumas", "Tanguy-Dumas"), ("Jean-Luc Mervel", "Jean-Luc"),
        ("Ivar Mosk", "MOSK"), ("Éric Bézard", "BEZARD"),
    ])
    func shortFormsOfFullNames(_ name: String, _ short: String) throws {
        let ids = try ids("⟦per:\(name)⟧ part. ⟦per?:\(short)⟧ reste.")
        #expect(ids.count == 2 && ids[0] == ids[1])
    }

    @Test(arguments: ["Mme", "Ms", "Madame"]) func aTitleTellsTheSiblings(_ title: String) throws {
        #expect(
            try ids("⟦per:Paul Cavenel⟧ et ⟦per:Marie Cavenel⟧ parlent. \(title) ⟦per:Cavenel⟧ part.")
                == ["per/paul-cavenel", "per/marie-cavenel", "per/marie-cavenel"])
    }

    @Test func aTitleThatFitsTwoDecidesNothing() throws {
        #expect(
            try ids("⟦per:Paul Cavenel⟧ et ⟦per:Marc Cavenel⟧ parlent. M. ⟦per:Cavenel⟧ part.").last == "per/cavenel")
    }

    @Test func theOneNamedInTheParagraphHasTheFamilyName() throws {
        #expect(
            try ids(
                "⟦per:Paul Cavenel⟧ et ⟦per:Marc Cavenel⟧ parlent.\n⟦per:Marc Cavenel⟧ part. ⟦per:Cavenel⟧ dort.\nLes ⟦per:Cavenel⟧."
            ) == ["per/paul-cavenel", "per/marc-cavenel", "per/marc-cavenel", "per/marc-cavenel", "per/cavenel"])
    }

    @Test func aFirstNameThatIsAFamilyNameToStaysApart() throws {
        #expect(
            try ids("⟦per:Marie Paul⟧ et ⟦per:Paul Cavenel⟧ parlent. ⟦per:Paul⟧ part.").last == "per/paul")
    }

    @Test func aPersonBeatsARareSenseOfTheFamilyName() throws {
        let found = try ResolvedText.mentions("⟦per:Helen Marsol⟧ part. ⟦org?:Marsol⟧ reste.")
        #expect(found.map(\.entityID) == ["per/helen-marsol", "per/helen-marsol"])
    }

    @Test func aPersonHasTheNameOfAPlaceWhereNothingIsPutThere() throws {
        let person = "⟦per=per/george-washington:George Washington⟧"
        let place = "⟦loc=loc/washington:Washington⟧"
        #expect(
            try ids("\(person) wrote. \(place) wrote twice.") == ["per/george-washington", "per/george-washington"])
        #expect(
            try ids("\(person) lived in \(place). \(place) slept.")
                == ["per/george-washington", "loc/washington", "loc/washington"])
        #expect(try ids("\(place) slept. \(person) wrote.") == ["loc/washington", "per/george-washington"])
    }
}
