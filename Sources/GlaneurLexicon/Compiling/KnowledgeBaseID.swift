/// The form of ids in knowledge bases: `wikidata:Q42`.
enum KnowledgeBaseID {
    /// Whether a cell is the name of a knowledge base in lower case, a colon and an id without spaces.
    ///
    /// What is known of the ids of a base is checked: those of Wikidata are a `Q` and a number.
    static func isValid(_ cell: Substring) -> Bool {
        let parts = cell.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let base = parts.first, let id = parts.last, !id.isEmpty,
            let first = base.first, isSmallLetter(first),
            base.allSatisfy({ isSmallLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }),
            id.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "|") })
        else { return false }
        guard base.elementsEqual("wikidata".utf8) else { return true }
        let number = id.dropFirst()
        return id.first == UInt8(ascii: "Q") && !number.isEmpty && number.first != UInt8(ascii: "0")
            && number.allSatisfy(isDigit)
    }

    private static func isSmallLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
