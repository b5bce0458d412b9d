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

        /// Takes what other names of the same element say; of article and furniture neither is believed.
        mutating func join(_ other: Reading) {
            isStandfirst = isStandfirst || other.isStandfirst
            isHidden = isHidden || other.isHidden
            if isContent && other.furniture != nil || furniture != nil && other.isContent {
                isContent = false
                furniture = nil
                return
            }
            isContent = isContent || other.isContent
            if furniture == nil {
                furniture = other.furniture
                furnitureName = other.furnitureName
            }
        }
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
                    hiddenNames.insert(NameHash.of(form))
                    continue
                }
                let hash = form.split(separator: " ").reduce(0 as UInt64) { NameHash.joined($0, NameHash.of($1)) }
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
    func reading(ofNames names: some Collection<UInt8>) -> Reading {
        names.withContiguousStorageIfAvailable(reading(ofNames:))
            ?? Array(names).withUnsafeBufferPointer(reading(ofNames:))
    }

    /// Tells the same of names in memory.
    func reading(ofNames names: UnsafeBufferPointer<UInt8>) -> Reading {
        var reading = Reading()
        guard !phrases.isEmpty else { return reading }
        var words: [UInt64] = []
        var isShownSomewhere = false
        var index = 0
        while index < names.count {
            guard names[index] > 0x20 else {
                index += 1
                continue
            }
            let start = index
            while index < names.count, names[index] > 0x20 { index += 1 }
            let name = UnsafeBufferPointer(rebasing: names[start..<index])
            if hiddenNames.contains(NameHash.of(name)) { reading.isHidden = true }
            isShownSomewhere = isShownSomewhere || MarkupHints.isConditional(name)
            words.removeAll(keepingCapacity: true)
            NameWords.append(name, to: &words)
            let isTold = reading.furniture != nil
            read(words, into: &reading)
            if !isTold, reading.furniture != nil { reading.furnitureName = String(decoding: name, as: UTF8.self) }
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

    /// Whether a name of a style says on which screens it holds: `md:block`, `visible-xs`, `d-md-none`.
    private static func isConditional(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if name.first == UInt8(ascii: "v"), name.starts(with: "visible".utf8) { return true }
        if name.first == UInt8(ascii: "s"), name.starts(with: "show".utf8) { return true }
        for index in name.indices {
            if name[index] == UInt8(ascii: ":") { return true }
            guard name[index] == UInt8(ascii: "-"), index + 3 < name.count, name[index + 3] == UInt8(ascii: "-") else {
                continue
            }
            switch (name[index + 1], name[index + 2]) {
            // -xs-, -sm-, -md-, -lg-, -xl-
            case (0x78, 0x73), (0x73, 0x6D), (0x6D, 0x64), (0x6C, 0x67), (0x78, 0x6C): return true
            default: continue
            }
        }
        return false
    }
}

/// Hashes of words in names; capitals and small letters are the same.
enum NameHash {
    /// Sets words of the lines between headline and article apart, which may be others' words too.
    static let standfirst: UInt64 = 0x5EED_0F57_A9DF_1257

    /// The hash of one word.
    static func of(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3 }
        return hash
    }

    /// The hash of a word of a table.
    static func of(_ word: some StringProtocol) -> UInt64 { Array(word.utf8).withUnsafeBufferPointer(of) }

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
    static func append(_ name: UnsafeBufferPointer<UInt8>, to words: inout [UInt64]) {
        var index = 0
        while index < name.count {
            guard isLetter(name[index]) || isDigit(name[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < name.count, isLetter(name[index]) { index += 1 }
            let letters = start..<index
            while index < name.count, isDigit(name[index]) { index += 1 }
            let isCut = index == name.count || !isLetter(name[index])
            if letters.isEmpty || index - letters.upperBound > 2 || !isCut {
                while index < name.count, isLetter(name[index]) || isDigit(name[index]) { index += 1 }
                continue
            }
            var first = letters.lowerBound
            while first < letters.upperBound {
                let end = endOfWord(name, first..<letters.upperBound)
                words.append(NameHash.of(UnsafeBufferPointer(rebasing: name[first..<end])))
                first = end
            }
        }
    }

    /// Where the word that begins a run of letters ends: before a capital behind a small letter, and before the last of several
    /// capitals in front of a small one.
    private static func endOfWord(_ name: UnsafeBufferPointer<UInt8>, _ letters: Range<Int>) -> Int {
        for index in letters.dropFirst() {
            if isCapital(name[index]) {
                if !isCapital(name[index - 1]) { return index }
            } else if isCapital(name[index - 1]), index - 1 > letters.lowerBound {
                return index - 1
            }
        }
        return letters.upperBound
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
