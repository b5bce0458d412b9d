import GlaneurLexicon
import GlaneurTestSupport
import Testing

@Suite struct PersonNameTests {
    private let family = FamilyNames(lexicon: TestLexicon.shared)
    private let nicknames = Nicknames(lexicon: TestLexicon.shared)

    @Test(arguments: [
        "Martin", "Dupont", "Lefèvre", "Le Gall", "Tremblay", "Smith", "O'Connor", "García", "Müller", "Nguyen", "Kim",
        "Wang", "Singh", "Khan",
        "Ivanov", "Diallo", "Yılmaz",
    ])
    func frequentNamesAreCommon(_ name: String) {
        #expect(family.isCommon(EntityName.key(of: name)))
    }

    @Test(arguments: [
        "Musk", "Macron", "Zuckerberg", "Lamarr", "Bannon", "Mélenchon", "Altman", "Poutine", "Netanyahu", "Elon",
    ])
    func rareNamesAreNot(_ name: String) {
        #expect(!family.isCommon(EntityName.key(of: name)))
    }

    @Test(arguments: [
        ("Bill", ["william"]), ("Pete", ["peter"]), ("Mike", ["michael"]),
        ("Fred", ["alfred", "frederic", "frederick"]),
        ("Manu", ["emmanuel"]), ("William", []),
    ])
    func nicknamesTellTheirNames(_ name: String, _ formal: [String]) {
        #expect(nicknames.formal(EntityName.key(of: name)) == formal)
    }

    @Test(arguments: [
        ("bill", "william", true), ("liz", "beth", true), ("kate", "catherine", true), ("bill", "peter", false),
        ("john", "john", true),
    ])
    func namesAgreeThroughNicknames(_ first: String, _ second: String, _ expected: Bool) {
        #expect(nicknames.mayAgree(first, second) == expected)
        #expect(nicknames.mayAgree(second, first) == expected)
    }
}
