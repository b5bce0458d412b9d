import GlaneurCore

/// The main part of a word-processing document of Office Open XML.
struct WordVocabulary: ProseVocabulary {
    let takesText = false

    func role(of name: XMLName, _ attributes: [XMLAttribute], in parents: [XMLName]) -> ProseRole {
        switch name.local {
        case "p" where name.prefix != "a": return .paragraph
        case "t" where name.prefix != "a" && name.prefix != "m": return ProseRole(holdsText: true)
        case "tab", "ptab": return parents.last?.local == "r" ? ProseRole(holdsText: true, insertion: .space) : .inline
        case "br", "cr": return ProseRole(holdsText: true, insertion: .lineBreak)
        case "noBreakHyphen", "softHyphen": return .inline
        case "tbl": return ProseRole(innerKind: .table)
        case "tc": return .cell
        // Deleted and moved text, field codes, and the copy of a drawing for old programs.
        case "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "footnote", "endnote":
            return .skipped
        case "pStyle": return attributes["val"].map(style) ?? .inline
        case "outlineLvl":
            let level = attributes["val"].flatMap { Int($0) } ?? 9
            return level < 9 ? ProseRole(restyling: (.title, .heading)) : .inline
        case "numPr": return ProseRole(restyling: (.body, .list))
        default: return .inline
        }
    }

    /// Tells by the identifier of a style, which Word makes of its name in the language of the program.
    private func style(_ identifier: String) -> ProseRole {
        let letters = identifier.lowercased().utf8.filter { (0x61...0x7A).contains($0) }
        let level = identifier.utf8.last.map { (0x31...0x39).contains($0) } ?? false
        switch (String(decoding: letters, as: UTF8.self), level) {
        case ("heading", true), ("titre", true): return ProseRole(restyling: (.title, .heading))
        case ("title", false), ("titre", false): return ProseRole(restyling: (.title, .main))
        case ("subtitle", _), ("soustitre", _): return ProseRole(restyling: (.body, .standfirst))
        case ("quote", _), ("citation", _), ("intensequote", _), ("citationintense", _):
            return ProseRole(restyling: (.body, .blockquote))
        case ("listparagraph", _), ("paragraphedeliste", _), ("listbullet", _), ("listepuces", _):
            return ProseRole(restyling: (.body, .list))
        case ("caption", _), ("lgende", _): return ProseRole(restyling: (.boilerplate, .caption))
        default: return .inline
        }
    }
}
