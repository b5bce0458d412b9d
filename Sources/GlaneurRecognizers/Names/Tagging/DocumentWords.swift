import GlaneurCore
import GlaneurLexicon

/// What all occurrences of a word with a capital say together, in one document.
///
/// A surname stands behind its first name once and alone later; an acronym is explained once. Source of the idea: Chieu and Ng,
/// "Named entity recognition: a maximum entropy approach using global information", COLING 2002.
struct DocumentWords {
    /// What was seen at some occurrence, as bits.
    private struct Sight {
        static let small: UInt64 = 1
        static let capitalInside: UInt64 = 2
        static let behindGivenName: UInt64 = 1 << 2
        static let behindTitle: UInt64 = 1 << 3
        static let beforeTail: UInt64 = 1 << 4
        static let behindHead: UInt64 = 1 << 5
        static let behindPlacePreposition: UInt64 = 1 << 6
        static let besideSpeech: UInt64 = 1 << 7
        static let beforeApostrophe: UInt64 = 1 << 8
        static let inBrackets: UInt64 = 1 << 9
        static let firstOfRun: UInt64 = 1 << 10
        static let lastOfRun: UInt64 = 1 << 11
        static let behindStop: UInt64 = 1 << 12
        /// Five bits for the kinds of strong forms of the lexicons over several words, then five for those of one.
        static let formShift: UInt64 = 16
    }

    /// A word that occurs with a capital; a hash of 0 is a free place.
    private struct Slot {
        var word: UInt64 = 0
        var sights: UInt64 = 0
    }

    /// An open-addressing table: hashes of words need no further hashing.
    private var slots: [Slot]
    private let mask: Int

    /// Looks at all passages of a document.
    init(_ features: [NameFeatures]) {
        let capitals = features.reduce(0) { $0 + $1.looks.count { $0.isCapital } }
        var size = 16
        while size < capitals * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
        for part in features {
            for look in part.looks where look.isCapital { slots[place(of: look.word)].word = look.word }
        }
        for part in features {
            for index in part.looks.indices {
                let place = place(of: part.looks[index].word)
                guard slots[place].word != 0 else { continue }
                slots[place].sights |=
                    part.looks[index].isCapital ? DocumentWords.sight(part, index) : Sight.small
            }
        }
    }

    /// The place of a word, or the free place where it would stand.
    private func place(of word: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: word) & mask
        while slots[place].word != word, slots[place].word != 0 { place = (place + 1) & mask }
        return place
    }

    /// What all occurrences of a word say.
    func callAsFunction(_ look: NameLook) -> UInt32 {
        look.isCapital ? UInt32(truncatingIfNeeded: slots[place(of: look.word)].sights) : 0
    }

    /// What an occurrence with a capital says.
    private static func sight(_ features: NameFeatures, _ index: Int) -> UInt64 {
        let looks = features.looks
        let lexemes = features.passage.lexemes
        let look = looks[index]
        var bits: UInt64 = 0
        if !look.isStart { bits |= Sight.capitalInside }
        if index > 0, !look.isStart {
            let left = lexemes[index - 1]
            let joins = left.shape.hasCapital && (lexemes[index].gap == .space || lexemes[index].gap == .hyphen)
            if joins {
                bits |= Sight.lastOfRun
                if left.classes.contains(.givenName) { bits |= Sight.behindGivenName }
            }
            if !left.classes.isDisjoint(with: WordClass.Set(.title, .personCue)) { bits |= Sight.behindTitle }
            if !left.classes.isDisjoint(with: WordClass.Set(.organizationHead, .organizationCue)) {
                bits |= Sight.behindHead
            }
            if left.classes.contains(.placePreposition) { bits |= Sight.behindPlacePreposition }
            if left.classes.contains(.speechVerb) { bits |= Sight.besideSpeech }
            if left.classes.contains(.stop), !left.shape.hasCapital { bits |= Sight.behindStop }
        }
        if index + 1 < lexemes.count {
            let right = lexemes[index + 1]
            if right.shape.hasCapital, !looks[index + 1].isStart, right.gap == .space || right.gap == .hyphen {
                bits |= Sight.firstOfRun
                if !right.classes.isDisjoint(with: WordClass.Set(.organizationTail, .legalForm)) {
                    bits |= Sight.beforeTail
                }
            }
            if right.classes.contains(.speechVerb) { bits |= Sight.besideSpeech }
            if right.gap == .apostrophe { bits |= Sight.beforeApostrophe }
            if NameLook.gap(features.passage, index) & 0xFF == 8, NameLook.gap(features.passage, index + 1) & 16 != 0 {
                bits |= Sight.inBrackets
            }
        }
        for kind in 0..<UInt64(5) {
            let place = look.lexicon >> (kind * 6) & 7
            if place > 1 { bits |= 1 << (Sight.formShift + kind) }
            if place == 1 { bits |= 1 << (Sight.formShift + 5 + kind) }
        }
        return bits
    }
}
