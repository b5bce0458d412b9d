/// A random web page of which is known what a reader sees: markup inside words, references of every form, nested lists and tables.
public struct MadePage: Sendable {
    /// The page.
    public private(set) var markup = ""
    /// The words that readers see, in order; two blocks never share one.
    public private(set) var words: [String] = []
    private var random: SeededGenerator

    /// The words that pages are made of.
    private static let stock = [
        "l’État", "a", "déjà", "payé", "16,5", "milliards", "d’euros", "«", "cœur", "»", "à", "Noël", "où", "AT&T", "—",
        "12\u{A0}000\u{A0}€", "été", "Œuvre", "naïf", "garçon", "<5", "ÉTÉ", "août…", "François", "Hollande", "Orléans",
        "Société", "Générale", "Nîmes", "mai", "2024", "R&D", "\"péage\"",
    ]

    private static let names: [Unicode.Scalar: String] = [
        "é": "eacute", "É": "Eacute", "à": "agrave", "ë": "euml", "ï": "iuml", "î": "icirc", "ù": "ugrave",
        "û": "ucirc",
        "ç": "ccedil", "œ": "oelig", "Œ": "OElig", "’": "rsquo", "«": "laquo", "»": "raquo", "—": "mdash",
        "€": "euro", "…": "hellip", "\u{A0}": "nbsp", "&": "amp", "<": "lt", "\"": "quot",
    ]

    /// What readers do not see, wherever it stands.
    private static let unseen = [
        "<!-- un > deux -->", "<!---->", "<wbr>", "<img src=x alt='a > b'>", "<script>if (a < b) { c(\"d\") }</script>",
        "<span hidden>caché</span>", "<i style='display: none'>caché</i>", "<style>p > b { color: red }</style>",
        "<b></b>", "<?php caché ?>",
    ]

    private static let wrappers = [
        ("<b>", "</b>"), ("<em class='x'>", "</em>"), ("<a href=\"?a=1&amp;b=2\" title='2 > 1'>", "</a>"),
        ("<span data-a=\"é\" lang=fr>", "</span>"), ("<FONT color = red >", "</FONT >"), ("<sup\n>", "</sup\t>"),
    ]

    private static let spaces = [
        " ", " ", " ", "\n", "\r\n", "\r\n  ", "\t", "  ", " <!-- --> ", "<br>", "<BR />\r\n", "&#32;", "&#10;",
        " <wbr> ",
    ]

    private static let blocks = [
        ("<p>", "</p>"), ("<p class=\"lead\">", ""), ("<div>", "</div>"), ("<blockquote><p>", "</blockquote>"),
        ("<h2 id=a>", "</h2>"), ("<pre>", "</pre>"), ("<ul><li>", "</ul>"), ("<table><tr><td>", "</table>"),
        ("<section><p>", "</section>"), ("<footer>", "</footer>"), ("<nav><ul><li>", "</ul></nav>"),
        ("<div class='related'>", "</div>"),
    ]

    /// Makes a page that may declare a charset; equal seeds give equal pages.
    public init(seed: UInt64, declaring charset: String? = nil) {
        random = SeededGenerator(seed: seed)
        markup = "<!DOCTYPE html><html lang=fr><head><title>x</title>"
        if let charset { markup += "<meta charset=\"\(charset)\">" }
        markup += "</head>\r\n<body>"
        for _ in 0..<Int.random(in: 3...12, using: &random) { addBlock(depth: 0) }
        markup += "</body></html>"
    }

    private mutating func addBlock(depth: Int) {
        guard let (start, end) = Self.blocks.randomElement(using: &random) else { return }
        markup += start
        addWords()
        while start.contains("<li>") || start.contains("<td>"), random.oneIn(2) {
            markup += start.contains("<li>") ? "<li>" : random.oneIn(2) ? "</td><td>" : "<tr><td>"
            addWords()
            if depth < 3, random.oneIn(3) { addBlock(depth: depth + 1) }
        }
        markup += end
        if random.oneIn(2) { markup += "\r\n" }
    }

    private mutating func addWords() {
        if random.oneIn(4) { markup += "\n " }
        // A block that is nothing but signs is not shown as one.
        addWord("mot")
        for _ in 0..<Int.random(in: 0...25, using: &random) {
            addSpace()
            addWord(Self.stock.randomElement(using: &random) ?? "a")
        }
        if random.oneIn(4) { markup += " " }
    }

    /// Two line ends would part blocks, so there is only one between words.
    private mutating func addSpace() {
        markup += Self.spaces.randomElement(using: &random) ?? " "
        while random.oneIn(8) {
            markup += [" ", "\r\n", "<b> </b>", "<!-- a -->"].randomElement(using: &random) ?? " "
        }
    }

    private mutating func addWord(_ word: String) {
        words.append(word)
        let scalars = Array(word.unicodeScalars)
        var start = -1
        var stop = -1
        var wrapper = ("", "")
        if random.oneIn(4) {
            start = Int.random(in: 0..<scalars.count, using: &random)
            stop = Int.random(in: start..<scalars.count, using: &random)
            wrapper = Self.wrappers.randomElement(using: &random) ?? wrapper
        }
        for (index, scalar) in scalars.enumerated() {
            if index > 0, random.oneIn(25) { markup += Self.unseen.randomElement(using: &random) ?? "" }
            if index == start { markup += wrapper.0 }
            addScalar(scalar, before: index + 1 < scalars.count ? scalars[index + 1] : " ")
            if index == stop { markup += wrapper.1 }
        }
    }

    private mutating func addScalar(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) {
        let isOpen = next.isASCII && (next.properties.isAlphabetic || next.properties.numericType != nil)
        let end = !isOpen && random.oneIn(3) ? "" : ";"
        let isSign = scalar == "&" || scalar == "<"
        switch Int.random(in: 0..<(isSign ? 4 : scalar.isASCII ? 40 : 8), using: &random) {
        case 0: markup += "&#\(scalar.value)\(end)"
        case 1: markup += "&#x\(String(scalar.value, radix: 16, uppercase: random.oneIn(2)))\(end)"
        case 2:
            if let name = Self.names[scalar] { markup += "&\(name);" } else { markup.unicodeScalars.append(scalar) }
        default: markup.unicodeScalars.append(scalar)
        }
    }
}
