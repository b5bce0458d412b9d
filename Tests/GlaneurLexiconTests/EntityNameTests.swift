import GlaneurCore
import GlaneurLexicon
import Testing

@Suite struct EntityNameTests {
    @Test(arguments: [
        ("États-Unis", "etats-unis", "etatsunis"), ("Etats Unis", "etats-unis", "etatsunis"),
        ("Elon Musk", "elon-musk", "elonmusk"), ("Density AI", "density-ai", "densityai"),
        ("DensityAI", "densityai", "densityai"),
        ("L'Oréal", "loreal", "loreal"), ("L’Oréal", "loreal", "loreal"), ("LʼOréal", "loreal", "loreal"),
        ("Œuvre", "oeuvre", "oeuvre"), ("S&P 500", "s-p-500", "sp500"), ("xAI", "xai", "xai"), ("ß", "ss", "ss"),
        ("Straße", "strasse", "strasse"), ("STRASSE", "strasse", "strasse"), ("STRAẞE", "strasse", "strasse"),
        ("中文", "中文", "中文"), ("Яндекс", "яндекс", "яндекс"), ("U.S.", "us", "us"), ("J.-C.", "j-c", "jc"),
        ("AT&T", "at-t", "att"), ("C++", "c", "c"), ("Łódź", "lodz", "lodz"),
        ("Ærøskøbing", "aeroskobing", "aeroskobing"),
        ("  Le   Monde  ", "le-monde", "lemonde"), ("Le\u{A0}Monde", "le-monde", "lemonde"),
        ("por\u{AD}te", "porte", "porte"), ("1Komma5°", "1komma5", "1komma5"),
        ("Georgia (U.S. state)", "georgia-us-state", "georgiausstate"),
    ])
    func namesFoldToSlugsAndKeys(_ name: String, _ slug: String, _ key: String) {
        #expect(EntityName.slug(of: name) == slug)
        #expect(EntityName.key(of: name) == key)
    }

    @Test func decomposedNamesFoldTheSame() {
        #expect(EntityName.slug(of: "E\u{301}tats-Unis") == "etats-unis")
    }

    @Test(arguments: ["", "!!!", " ", "\u{301}"])
    func aNameWithoutLettersIsX(_ name: String) {
        #expect(EntityName.slug(of: name) == "x")
        #expect(EntityName.key(of: name).isEmpty)
    }

    @Test func slugsAreStable() {
        for name in ["États-Unis", "S&P 500", "L’Oréal", "Straße", "中文"] {
            let slug = EntityName.slug(of: name)
            #expect(EntityName.slug(of: slug) == slug)
        }
    }

    @Test func theIDStartsWithTheLabel() {
        #expect(EntityName.entityID(label: .location, name: "United States") == "loc/united-states")
        #expect(EntityName.entityID(label: .product, name: "Model Y") == "product/model-y")
    }
}
