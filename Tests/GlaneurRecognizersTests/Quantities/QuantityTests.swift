import GlaneurCore
import Testing

@Suite("Quantities and percentages")
struct QuantityTests {
    private let labels: Set = ["QUANTITY", "PERCENT"]

    @Test(
        "a number with its unit or what it counts",
        arguments: [
            "environ ⟦QUANTITY:20 anciens ingénieurs|20 anciens ingénieurs⟧ de Tesla",
            "⟦QUANTITY:12 000 clusters GPU|12000 clusters GPU⟧ et ⟦QUANTITY:100\u{A0}000 GPU|100000 GPU⟧",
            "⟦QUANTITY:12 000|12000 H100⟧ H100 prévues",
            "⟦QUANTITY:1,2 million de voitures|1200000 voitures⟧ électriques",
            "⟦QUANTITY:trois autres ingénieurs|3 autres ingénieurs⟧ et ⟦QUANTITY:cinq fois|5 fois⟧ plus",
            "Dojo vise ⟦QUANTITY:100 exaflops|100 exaflops⟧ cette fois",
            "une hausse de ⟦PERCENT:2,5\u{202F}%|2.5 %⟧ et un recul, à ⟦PERCENT:- 2,5 %|-2.5 %⟧",
            "⟦PERCENT:dix pour cent|10 %⟧ de ⟦QUANTITY:34 500 tonnes|34500 t⟧",
            "entre ⟦PERCENT:5,25 et 5,50\u{202F}%|5.25..5.5 %⟧",
            "à ⟦QUANTITY:37 °C|37 Cel⟧, sur ⟦QUANTITY:83 km²|83 km2⟧, ⟦QUANTITY:12 Go|12 GBy⟧ et ⟦QUANTITY:5-6 km|5..6 km⟧",
            "la retraite à ⟦QUANTITY:64 ans|64 a⟧ et, pour Jean Dupont, ⟦QUANTITY:52 ans|52 a⟧, rien",
        ])
    func french(marked: String) throws { try AmountText.check(marked, .french, labels: labels) }

    @Test(
        "the same grammar reads English",
        arguments: [
            "⟦QUANTITY:20 members|20 members⟧ of the team and ⟦QUANTITY:three other hires|3 other hires⟧",
            "⟦QUANTITY:12,000|12000 Nvidia H100 GPUs⟧ Nvidia H100 GPUs",
            "⟦QUANTITY:20 GPU clusters|20 GPU clusters⟧, ⟦QUANTITY:fourteen people|14 people⟧",
            "⟦QUANTITY:six police officers|6 police officers⟧, ⟦QUANTITY:60,000 dead|60000 dead⟧, ⟦QUANTITY:300|300 Iraqis⟧ Iraqis",
            "fell by ⟦PERCENT:8.5%|8.5 %⟧, or ⟦PERCENT:10 percent|10 %⟧ of ⟦QUANTITY:two independent directors|2 independent directors⟧",
            "a ⟦QUANTITY:27-kilometer|27 km⟧ ring and ⟦QUANTITY:10 1/2 miles|10.5 [mi_i]⟧",
            "lost ⟦QUANTITY:two pounds|2 [lb_av]⟧ of fat; ⟦QUANTITY:3 to 4 L|3..4 L⟧ of wine",
            "A man ⟦QUANTITY:64 years old|64 a⟧, a driver aged ⟦QUANTITY:40|40 a⟧.",
        ])
    func english(marked: String) throws { try AmountText.check(marked, .english, labels: labels) }

    @Test(
        "numbers of other kinds count nothing",
        arguments: [
            ("Grok 3 arguably lives on; a Boeing 737 is a plane.", Language.english),
            ("le Covid-19, la version 1.2.3, le 01 23 45 67 89 et 192.168.1.2", .french),
            ("sur 288, les deux espèrent une place", .french),
            ("In 2018 Tesla said one thing", .english),
            ("the 2024 elections, 1990 levels, a 5 star hotel, our #1 priority, 4 Prepare to mount", .english),
            ("Tour de France 2016 Tour de France", .french),
        ])
    func negatives(text: String, language: Language) throws { try AmountText.check(text, language, labels: labels) }

    @Test("the offset behind the number is told")
    func numberEnd() throws {
        let found = try #require(try AmountText.mentions("1,2 million de voitures", .french).first)
        guard case .quantity(let quantity) = found.mention.value else {
            Issue.record("no quantity")
            return
        }
        #expect(quantity.numberEnd == 11)
        #expect(quantity.counted == "voitures")
    }
}
