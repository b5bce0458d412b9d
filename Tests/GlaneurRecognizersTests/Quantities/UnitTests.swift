import GlaneurCore
import Testing

@Suite("Units of measure")
struct UnitTests {
    private let labels: Set = ["QUANTITY", "PERCENT"]

    @Test(
        "prefixes are read before signs and words",
        arguments: [
            "⟦QUANTITY:5km|5 km⟧, ⟦QUANTITY:12 MW|12 MW⟧, ⟦QUANTITY:3 mW|3 mW⟧ et ⟦QUANTITY:1,5 GWh|1.5 GW.h⟧",
            "⟦QUANTITY:trois mégawattheures|3 MW.h⟧ et ⟦QUANTITY:2 exaoctets|2 EBy⟧, ⟦QUANTITY:10 Mo|10 MBy⟧",
            "⟦QUANTITY:80 hectopascals|80 hPa⟧, soit ⟦QUANTITY:80 hPa|80 hPa⟧ ; ⟦QUANTITY:5 µm|5 um⟧ et ⟦QUANTITY:2 µSv|2 uSv⟧",
            "⟦QUANTITY:300 kilotonnes|300 kt⟧ de CO2, ⟦QUANTITY:2 Mt|2 Mt⟧ de ciment",
            "⟦QUANTITY:dix km|10 km⟧ de bouchons, ⟦QUANTITY:50 KG|50 kg⟧ de riz",
        ])
    func prefixes(marked: String) throws { try AmountText.check(marked, .french, labels: labels) }

    @Test(
        "powers and quotients make units of units",
        arguments: [
            ("⟦QUANTITY:83 kilomètres carrés|83 km2⟧, ⟦QUANTITY:2 m³|2 m3⟧, ⟦QUANTITY:4 km^2|4 km2⟧", Language.french),
            ("à ⟦QUANTITY:130 km/h|130 km/h⟧, ⟦QUANTITY:90 kilomètres à l’heure|90 km/h⟧", .french),
            ("⟦QUANTITY:5,4 l/100 km|5.4 L/(100.km)⟧ et ⟦QUANTITY:120 g/km|120 g/km⟧ de CO2", .french),
            ("⟦QUANTITY:50 microgrammes par mètre cube|50 ug/m3⟧ d’air, ⟦QUANTITY:500 GWh/an|500 GW.h/a⟧", .french),
            (
                "⟦QUANTITY:5 litres aux 100 km|5 L/(100.km)⟧, ⟦QUANTITY:9,8 m/s²|9.8 m/s2⟧, ⟦QUANTITY:5 kg|5 kg⟧ aux voisins",
                .french
            ),
            ("⟦QUANTITY:3 tonnes|3 t⟧ par an, ⟦QUANTITY:200 litres|200 L⟧ par personne", .french),
            ("⟦QUANTITY:70 miles per hour|70 [mi_i]/h⟧, ⟦QUANTITY:60 km an hour|60 km/h⟧", .english),
            (
                "⟦QUANTITY:900 square feet|900 [sft_i]⟧, ⟦QUANTITY:12 sq. km|12 km2⟧, ⟦QUANTITY:3 km squared|3 km2⟧",
                .english
            ),
            (
                "⟦QUANTITY:2 million cubic metres|2000000 m3⟧, ⟦QUANTITY:40 miles per gallon|40 [mi_i]/[gal_us]⟧",
                .english
            ),
            (
                "⟦QUANTITY:400 Nm|400 N.m⟧, ⟦QUANTITY:5 nm|5 nm⟧, ⟦QUANTITY:10 Gb/s|10 Gbit/s⟧, ⟦QUANTITY:40,000 bpd|40000 [bbl_us]/d⟧",
                .english
            ),
            ("⟦QUANTITY:300,000 barrels|300000 [bbl_us]⟧ a day, ⟦QUANTITY:100 Mbps|100 Mbit/s⟧", .english),
        ])
    func composition(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: labels)
    }

    @Test(
        "a measure of several units is one quantity in the smallest",
        arguments: [
            (
                "She is ⟦QUANTITY:5 feet 2 inches|62 [in_i]⟧ tall, a ⟦QUANTITY:6-foot-4|76 [in_i]⟧ centre",
                Language.english
            ),
            (
                "⟦QUANTITY:5 ft 11|71 [in_i]⟧, ⟦QUANTITY:6'2\"|74 [in_i]⟧, ⟦QUANTITY:8 pounds 3 ounces|131 [oz_av]⟧",
                .english
            ),
            ("un homme d’⟦QUANTITY:1m80|180 cm⟧, une femme d’⟦QUANTITY:1 mètre 75|175 cm⟧.", .french),
            ("⟦QUANTITY:un mètre et vingt centimètres|120 cm⟧ de long", .french),
            ("⟦QUANTITY:2 mètres|2 m⟧ entre ⟦QUANTITY:20 personnes|20 personnes⟧", .french),
            (
                "the ⟦QUANTITY:800 m|800 m⟧, ⟦QUANTITY:100 m|100 m⟧ and ⟦QUANTITY:5 km|5 km⟧ and ⟦QUANTITY:1 mile|1 [mi_i]⟧",
                .english
            ),
        ])
    func compounds(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["QUANTITY"])
    }

    @Test(
        "temperatures, inches and halves",
        arguments: [
            (
                "il fait ⟦QUANTITY:-2 °C|-2 Cel⟧ ou ⟦QUANTITY:12 degrés|12 deg⟧, ⟦QUANTITY:20 degrés Celsius|20 Cel⟧",
                Language.french
            ),
            ("entre ⟦QUANTITY:-5 et -10 °C|-10..-5 Cel⟧, de ⟦QUANTITY:20 à 25 degrés|20..25 deg⟧", .french),
            (
                "temperatures of ⟦QUANTITY:40C|40 Cel⟧, a fever of ⟦QUANTITY:101 degrees Fahrenheit|101 [degF]⟧",
                .english
            ),
            (
                "The pipe is ⟦QUANTITY:2 in|2 [in_i]⟧. A ⟦QUANTITY:27-inch|27 [in_i]⟧ screen, ⟦QUANTITY:3 in|3 [in_i]⟧ wide.",
                .english
            ),
            ("⟦QUANTITY:half a mile|0.5 [mi_i]⟧ away, ⟦QUANTITY:a mile|1 [mi_i]⟧ from here at $3 a gallon", .english),
            ("⟦QUANTITY:un demi-litre|0.5 L⟧ de lait", .french),
            ("weighs ⟦QUANTITY:11 pounds|11 [lb_av]⟧ (⟦QUANTITY:5 kg|5 kg⟧)", .english),
            ("un poids de ⟦QUANTITY:25 livres|25 [lb_av]⟧", .french),
            (
                "⟦QUANTITY:a quarter of a mile|0.25 [mi_i]⟧, ⟦QUANTITY:two miles and a half|2.5 [mi_i]⟧, ⟦QUANTITY:3/4 of a mile|0.75 [mi_i]⟧",
                .english
            ),
            (
                "⟦QUANTITY:trois quarts de litre|0.75 L⟧, ⟦QUANTITY:deux kilos et demi|2.5 kg⟧, un quart d’heure",
                .french
            ),
            ("⟦QUANTITY:20 degrees below zero|-20 deg⟧", .english),
            ("⟦QUANTITY:10 degrés au-dessous de zéro|-10 deg⟧ à l’aube", .french),
            ("a ⟦QUANTITY:27\"|27 [in_i]⟧ screen; he said \"it was 27\" and left", .english),
            ("⟦QUANTITY:8 lbs. 3 oz|131 [oz_av]⟧. at birth", .english),
            (
                "⟦QUANTITY:1.5m people|1500000 people⟧, ⟦QUANTITY:3m tonnes|3000000 t⟧, the ⟦QUANTITY:100m|100 m⟧ hurdles",
                .english
            ),
            ("between ⟦QUANTITY:2 g and about 7 g|2..7 g⟧, an ⟦QUANTITY:8- to 16-meter|8..16 m⟧ mirror", .english),
        ])
    func others(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["QUANTITY"])
    }

    @Test(
        "an age is a quantity with all the words that make it one",
        arguments: [
            (
                "a ⟦QUANTITY:70-year-old|70 a⟧ man, a ⟦QUANTITY:two months old|2 mo⟧ baby, women aged ⟦QUANTITY:18 to 24|18..24 a⟧",
                Language.english
            ),
            ("les ⟦QUANTITY:18-24 ans|18..24 a⟧, des jeunes âgés de ⟦QUANTITY:18 à 24 ans|18..24 a⟧", .french),
            ("un bébé de ⟦QUANTITY:dix-huit mois d’âge|18 mo⟧, pendant dix-huit mois", .french),
            (
                "un homme de ⟦QUANTITY:45 ans|45 a⟧, une femme d’environ ⟦QUANTITY:30 ans|30 a⟧, un mandat de 5 ans",
                .french
            ),
            (
                "un ressortissant belge de ⟦QUANTITY:35 ans|35 a⟧, pour ses ⟦QUANTITY:90 ans|90 a⟧, ses 20 ans de carrière",
                .french
            ),
            ("des jeunes de ⟦QUANTITY:15 à 24 ans|15..24 a⟧, un projet pilote d’un an, une guerre de 8 ans", .french),
            ("Elle est ⟦QUANTITY:60 ans|60 a⟧ ; la durée est de 20 ans", .french),
            ("âgée d’⟦QUANTITY:une vingtaine d’années|20 a⟧", .french),
            (
                "Il a environ ⟦QUANTITY:40 ans|40 a⟧. Elle n’a que ⟦QUANTITY:12 ans|12 a⟧, les ⟦QUANTITY:60 ans|60 a⟧ et plus",
                .french
            ),
            ("À ⟦QUANTITY:18 ans|18 a⟧, il part. Mort à ⟦QUANTITY:74 ans|74 a⟧ de l’ancien président", .french),
            ("condamné à 20 ans de prison, un prêt à 20 ans, le taux à 10 ans, il a deux ans pour le faire", .french),
            ("l’âge de la retraite fixé à ⟦QUANTITY:64 ans|64 a⟧, décédé en 1977 à ⟦QUANTITY:93 ans|93 a⟧", .french),
            ("une roche vieille de ⟦QUANTITY:200 millions d’années|200000000 a⟧", .french),
            (
                "hommes de ⟦QUANTITY:26|26 a⟧, ⟦QUANTITY:30|30 a⟧ et ⟦QUANTITY:48 ans|48 a⟧; un élève de ⟦QUANTITY:16|16 a⟧ ou ⟦QUANTITY:17 ans|17 a⟧",
                .french
            ),
            (
                "⟦QUANTITY:45|45 mg⟧ and ⟦QUANTITY:50 mg|50 mg⟧; in 2015 and ⟦QUANTITY:10 km|10 km⟧ on; three and ⟦QUANTITY:5 km|5 km⟧",
                .english
            ),
            ("children aged between ⟦QUANTITY:5 and 10|5..10 a⟧, ages ⟦QUANTITY:18-24|18..24 a⟧", .english),
            ("John Smith, ⟦QUANTITY:45|45 a⟧, said; in Paris, 45, and Rome", .english),
        ])
    func ages(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: ["QUANTITY"])
    }

    @Test(
        "shares of a hundred in all their words",
        arguments: [
            (
                "⟦PERCENT:2,5 %|2.5 %⟧, ⟦PERCENT:dix pour cent|10 %⟧, ⟦PERCENT:vingt pour-cent|20 %⟧, ⟦PERCENT:3 ‰|0.3 %⟧",
                Language.french
            ),
            ("en hausse de ⟦PERCENT:0,3 point de pourcentage|0.3 %⟧ et de ⟦PERCENT:25 points de base|0.25 %⟧", .french),
            (
                "⟦PERCENT:25 to 50 basis points|0.25..0.5 %⟧, ⟦PERCENT:two per cent|2 %⟧, ⟦PERCENT:3 percentage points|3 %⟧",
                .english
            ),
            ("⟦PERCENT:half a percentage point|0.5 %⟧, ⟦PERCENT:a quarter of a percentage point|0.25 %⟧", .english),
            ("between ⟦PERCENT:5% and 10%|5..10 %⟧; it rose from ⟦PERCENT:5%|5 %⟧ to ⟦PERCENT:10%|10 %⟧", .english),
            ("⟦PERCENT:un demi-point de pourcentage|0.5 %⟧, entre ⟦PERCENT:5 % et 10 %|5..10 %⟧", .french),
            ("baissent de ⟦PERCENT:2,4|2.4 %⟧ et ⟦PERCENT:2,7 %|2.7 %⟧, ⟦PERCENT:2|2 %⟧ ou ⟦PERCENT:3 %|3 %⟧", .french),
            ("⟦PERCENT:15 percent|15 %⟧ of ⟦QUANTITY:200 companies|200 companies⟧", .english),
            ("⟦PERCENT:percent of 10|10 %⟧", .english),
            (
                "the percent of ⟦QUANTITY:10 companies|10 companies⟧ that ⟦QUANTITY:two percentages|2 percentages⟧ tell",
                .english
            ),
        ])
    func percentages(marked: String, language: Language) throws {
        try AmountText.check(marked, language, labels: labels)
    }

    @Test(
        "signs that mean something else are no units",
        arguments: [
            ("Form 10-K, A4 paper, an H100, 50 Cent, 5 a.m. and the 5G network", Language.english),
            ("He was born in 1972 in the city; 20 in all, 3 in 10 voters", .english),
            ("24703 L-202, Boeing 737-800, 10-F, 4K", .english),
            ("deux mi-temps, Windows 11 T, le 7 MA", .french),
            ("trente livres sterling, trois livres de Hugo, vingt livres publiés", .french),
            ("It lasts 3 hours, 5 min and 10 s", .english),
            ("1381 W. Hubbard St, a 16 W. Elm address, they do not care one bit", .english),
            ("en 2015 l’aide apportée, en 2016 m’a-t-il dit, un pied-de-biche", .french),
        ])
    func negatives(text: String, language: Language) throws {
        let found = try AmountText.mentions(text, language).filter {
            guard case .quantity(let quantity) = $0.mention.value else { return false }
            return quantity.unit != nil
        }
        #expect(found.isEmpty, "\(text)")
    }
}
