/// Reads pieces of pages as browsers show them, written without a look at how the readers do it.
public struct PageReading {
    private static let inline: Set<String> = [
        "b", "em", "a", "span", "font", "sup", "i", "wbr", "img", "script", "style",
    ]

    private static let names: [String: Unicode.Scalar] = [
        "eacute": "é", "Eacute": "É", "agrave": "à", "euml": "ë", "iuml": "ï", "icirc": "î", "ugrave": "ù",
        "ucirc": "û",
        "ccedil": "ç", "oelig": "œ", "OElig": "Œ", "rsquo": "’", "laquo": "«", "raquo": "»", "mdash": "—",
        "euro": "€", "hellip": "…", "nbsp": "\u{A0}", "amp": "&", "lt": "<", "gt": ">", "quot": "\"",
    ]

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178,
    ]

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var text = String.UnicodeScalarView()

    private init(_ markup: String) { scalars = Array(markup.unicodeScalars) }

    /// The text of a piece of a page: tags and comments gone, references read, each stretch of white space one space.
    public static func text(of markup: String) -> String {
        var reading = PageReading(markup)
        while reading.index < reading.scalars.count { reading.step() }
        return collapsed(String(reading.text))
    }

    /// A text with one space for each stretch of white space of HTML, none at the ends.
    public static func collapsed(_ text: String) -> String {
        text.unicodeScalars.split { [" ", "\n", "\r", "\t", "\u{C}"].contains($0) }.map { String($0) }
            .joined(separator: " ")
    }

    /// Text of bytes in windows-1252.
    public static func text(ofWindows1252 bytes: [UInt8]) -> String {
        String(
            String.UnicodeScalarView(
                bytes.compactMap { byte in
                    Unicode.Scalar((0x80..<0xA0).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte))
                }))
    }

    /// Text as bytes in windows-1252, what is not in it as `?`.
    public static func windows1252(of text: String) -> [UInt8] {
        text.unicodeScalars.map { scalar in
            if let place = windows1252.firstIndex(of: scalar.value) { return UInt8(0x80 + place) }
            let isKept = scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value)
            return isKept ? UInt8(scalar.value) : UInt8(ascii: "?")
        }
    }

    private func starts(with word: String, at place: Int) -> Bool {
        scalars[place...].prefix(word.unicodeScalars.count).elementsEqual(word.unicodeScalars) { scalar, wanted in
            scalar == wanted || scalar.properties.lowercaseMapping == String(wanted)
        }
    }

    /// The place behind the next `word`, or the end.
    private func end(of word: String, from place: Int) -> Int {
        var place = place
        while place < scalars.count {
            if starts(with: word, at: place) { return place + word.unicodeScalars.count }
            place += 1
        }
        return place
    }

    private mutating func step() {
        let next = index + 1 < scalars.count ? scalars[index + 1] : " "
        if scalars[index] == "<" {
            if starts(with: "<!--", at: index) {
                // The shortest comment of all shares its dashes with nothing.
                index = end(of: "-->", from: index + 4)
                return
            }
            if next == "!" || next == "?" {
                index = end(of: ">", from: index)
                return
            }
            if next == "/" || next.isASCII && next.properties.isAlphabetic { return readTag() }
        }
        if scalars[index] == "&", readReference() { return }
        text.append(scalars[index])
        index += 1
    }

    private mutating func readTag() {
        let start = index
        var quote: Unicode.Scalar?
        index += 1
        while index < scalars.count {
            let scalar = scalars[index]
            index += 1
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                break
            }
        }
        let tag = String(String.UnicodeScalarView(scalars[start..<index]))
        let name = tag.drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
        if !PageReading.inline.contains(name) { text.append(" ") }
        guard !tag.hasPrefix("</") else { return }
        let isUnseen = ["script", "style"].contains(name) || tag.contains(" hidden") || tag.contains("display: none")
        if isUnseen { index = end(of: ">", from: end(of: "</\(name)", from: index)) }
    }

    private mutating func readReference() -> Bool {
        let rest = scalars[(index + 1)...]
        if rest.first == "#" {
            let isHexadecimal = rest.dropFirst().first.map { $0 == "x" || $0 == "X" } ?? false
            let digits = rest.dropFirst(isHexadecimal ? 2 : 1).prefix {
                isHexadecimal ? $0.properties.isASCIIHexDigit : ("0"..."9").contains($0)
            }
            let number = UInt32(String(String.UnicodeScalarView(digits)), radix: isHexadecimal ? 16 : 10)
            guard let scalar = number.flatMap({ Unicode.Scalar($0) }) else { return false }
            text.append(scalar)
            index =
                digits.endIndex < scalars.count && scalars[digits.endIndex] == ";"
                ? digits.endIndex + 1 : digits.endIndex
            return true
        }
        let name = rest.prefix { $0.isASCII && $0.properties.isAlphabetic }
        guard let scalar = PageReading.names[String(String.UnicodeScalarView(name))], name.endIndex < scalars.count,
            scalars[name.endIndex] == ";"
        else { return false }
        text.append(scalar)
        index = name.endIndex + 1
        return true
    }
}
