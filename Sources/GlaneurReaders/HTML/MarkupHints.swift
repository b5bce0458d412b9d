import GlaneurCore
import GlaneurLexicon

/// Words that authors use in `class` and `id` of what is, or is not, the article.
///
/// Names are cut into words at marks and at capitals, so `article-body`, `articleBody` and `Article_Body` say one thing.
struct MarkupHints: Sendable {
    /// What the names of an element say of it.
    struct Reading: Sendable, Equatable {
        /// Whether it is the article.
        var isContent = false
        /// What furniture it is, if it is any; `residue` where the names do not tell more.
        var furniture: Block.Kind?
        /// The name that says so.
        var furnitureName = ""
        /// Whether it holds the lines between headline and article.
        var isStandfirst = false
        /// Whether style sheets keep it from readers.
        var isHidden = false
    }

    private enum Meaning: Sendable {
        case content, neutral, standfirst
        case furniture(Block.Kind)
    }

    /// What furniture says; nothing where no words are known.
    let lines: FurniturePhrases?
    private let phrases: [UInt64: Meaning]
    private let hiddenNames: Set<UInt64>

    /// Knows no words; elements are then judged by their structure alone.
    init() {
        lines = nil
        phrases = [:]
        hiddenNames = []
    }

    /// Knows the words of the glossary `markup`, and those of the class `furniture`.
    init(lexicon: Lexicon) {
        lines = FurniturePhrases(lexicon: lexicon)
        var phrases: [UInt64: Meaning] = [:]
        var hiddenNames: Set<UInt64> = []
        for entry in lexicon.glossary("markup") {
            for form in entry.french + entry.english {
                if entry.concept == "hidden" {
                    hiddenNames.insert(NameHash.of(form.utf8))
                    continue
                }
                let hash = form.split(separator: " ").reduce(0 as UInt64) { NameHash.joined($0, NameHash.of($1.utf8)) }
                switch entry.concept {
                case "content": phrases[hash] = .content
                case "standfirst": phrases[NameHash.standfirst ^ hash] = .standfirst
                case "furniture": phrases[hash] = .furniture(Block.Kind(rawValue: entry.value) ?? .residue)
                default: phrases[hash] = .neutral
                }
            }
        }
        self.phrases = phrases
        self.hiddenNames = hiddenNames
    }

    /// The longest phrase in words.
    private static let longest = 3

    /// Tells what the names of an element say of it; where they speak of article and furniture, they say neither.
    func reading(ofNames names: some BidirectionalCollection<UInt8>) -> Reading {
        var reading = Reading()
        guard !phrases.isEmpty else { return reading }
        var words: [UInt64] = []
        var isShownSomewhere = false
        for name in names.split(whereSeparator: { $0 <= 0x20 }) {
            if hiddenNames.contains(NameHash.of(name)) { reading.isHidden = true }
            isShownSomewhere = isShownSomewhere || MarkupHints.isConditional(name)
            words.removeAll(keepingCapacity: true)
            NameWords.append(name, to: &words)
            let known = reading.furniture
            read(words, into: &reading)
            if known == nil, reading.furniture != nil { reading.furnitureName = String(decoding: name, as: UTF8.self) }
        }
        // `hidden md:block` is hidden on small screens alone.
        if isShownSomewhere { reading.isHidden = false }
        if reading.isContent, reading.furniture != nil {
            reading.isContent = false
            reading.furniture = nil
        }
        return reading
    }

    private func read(_ words: [UInt64], into reading: inout Reading) {
        var index = 0
        while index < words.count {
            if phrases[NameHash.standfirst ^ NameHash.joined(0, words[index])] != nil { reading.isStandfirst = true }
            var hash: UInt64 = 0
            var found: (meaning: Meaning, count: Int)?
            for (offset, word) in words[index...].prefix(MarkupHints.longest).enumerated() {
                hash = NameHash.joined(hash, word)
                if let meaning = phrases[hash] { found = (meaning, offset + 1) }
            }
            switch found?.meaning {
            case .content: reading.isContent = true
            case .furniture(let kind): reading.furniture = reading.furniture ?? kind
            default: break
            }
            index += found?.count ?? 1
        }
    }

    /// Whether a name of a style says on which screens it holds.
    private static func isConditional(_ name: some Collection<UInt8>) -> Bool {
        if name.contains(UInt8(ascii: ":")) || name.starts(with: "visible".utf8) || name.starts(with: "show".utf8) {
            return true
        }
        let parts = name.split(separator: UInt8(ascii: "-"))
        return parts.count > 2 && parts[1].count == 2
            && ["xs", "sm", "md", "lg", "xl"].contains { parts[1].elementsEqual($0.utf8) }
    }
}

/// Hashes of words in names; capitals and small letters are the same.
enum NameHash {
    /// Sets words of the lines between headline and article apart, which may be others' words too.
    static let standfirst: UInt64 = 0x5EED_0F57_A9DF_1257

    /// The hash of one word.
    static func of(_ word: some Collection<UInt8>) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
        }
    }

    /// The hash of a phrase of one word more.
    static func joined(_ phrase: UInt64, _ word: UInt64) -> UInt64 {
        (phrase &* 31 &+ 1) &* 0x9E37_79B9_7F4A_7C15 ^ word
    }
}

/// Cuts names into words.
enum NameWords {
    /// Adds the hashes of the words of one name: `siteHeader-top2` has `site`, `header` and `top`.
    ///
    /// Parts that mix letters and figures in other ways are made by programs and have no words.
    static func append(_ name: some BidirectionalCollection<UInt8>, to words: inout [UInt64]) {
        for part in name.split(whereSeparator: { !isLetter($0) && !isDigit($0) }) {
            let letters = part.prefix { isLetter($0) }
            guard !letters.isEmpty else { continue }
            let digits = part[letters.endIndex...]
            guard digits.count <= 2, digits.allSatisfy(isDigit) else { continue }
            var start = letters.startIndex
            while start < letters.endIndex {
                let end = endOfWord(letters, from: start)
                words.append(NameHash.of(letters[start..<end]))
                start = end
            }
        }
    }

    /// Where the word that begins at `start` ends: before a capital behind a small letter, and before the last of several
    /// capitals in front of a small one.
    private static func endOfWord<Name: BidirectionalCollection<UInt8>>(_ name: Name, from start: Name.Index)
        -> Name.Index
    {
        var index = name.index(after: start)
        while index < name.endIndex {
            let before = name[name.index(before: index)]
            if isCapital(name[index]) {
                if !isCapital(before) { return index }
            } else if isCapital(before) {
                let last = name.index(before: index)
                if last > start { return last }
            }
            index = name.index(after: index)
        }
        return index
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
