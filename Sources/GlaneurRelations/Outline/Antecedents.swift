import GlaneurCore
import GlaneurLexicon
import GlaneurRecognizers

/// Finds the names that pronouns and descriptions refer to; where two fit, none.
///
/// What the words beside a name tell is read when it is first asked for: most names of a document are asked about by nobody.
final class Antecedents {
    /// A name that others may refer to.
    private struct Candidate {
        let mention: Int
        let span: ByteSpan
        let entity: String
        let label: Label
        let block: Int
    }

    private let passages: [Passage]
    private let words: (Language) -> SpeechWords
    private let candidates: [Candidate]
    /// The starts of the sentences, in the view.
    private let sentenceStarts: [Int]
    /// What the words beside the candidates tell, as far as they were read.
    private var neighbors: [Neighbors?]
    /// The gender of entities, as far as it was asked for.
    private var genders: [String: Gender] = [:]
    /// The people among the candidates, by their entities.
    private lazy var people = Dictionary(
        grouping: candidates.indices.filter { candidates[$0].label == .person }, by: { candidates[$0].entity })

    /// How many sentences back a pronoun reaches: two paragraphs of the press.
    private static let reach = 6
    /// How many names back an office reaches: those of a long article.
    private static let crowd = 256

    /// Collects the names outside of quotations.
    init(
        document: Document, passages: [Passage], words: @escaping (Language) -> SpeechWords, mentions: [ByteSpan],
        quoted: [ByteSpan]
    ) {
        self.passages = passages
        self.words = words
        sentenceStarts = document.sentences.map { document.view.viewSpan(of: $0.span).start }
        var found: [Candidate] = []
        var quote = 0
        for (block, passage) in passages.enumerated() {
            var mention = mentions.partitioningIndex { $0.start >= passage.span.start }
            while mention < mentions.count, mentions[mention].start < passage.span.end {
                let span = mentions[mention]
                let label = document.mentions[mention].label
                mention += 1
                guard label == .person || label == .organization,
                    let entity = document.mentions[mention - 1].entityID
                else { continue }
                while quote < quoted.count, quoted[quote].end <= span.start { quote += 1 }
                if quote < quoted.count, quoted[quote].contains(span) { continue }
                found.append(
                    Candidate(mention: mention - 1, span: span, entity: entity, label: label, block: block))
            }
        }
        candidates = found
        neighbors = Array(repeating: nil, count: found.count)
    }

    // MARK: What stands beside names

    private func beside(_ index: Int) -> Neighbors {
        if let known = neighbors[index] { return known }
        let passage = passages[candidates[index].block]
        let read = Neighbors(passage: passage, words: words(passage.language), span: candidates[index].span)
        neighbors[index] = read
        return read
    }

    /// The gender of the entity of a candidate: the first that one of its mentions tells.
    private func gender(_ index: Int) -> Gender {
        let entity = candidates[index].entity
        if let known = genders[entity] { return known }
        var gender = Gender.unknown
        for one in people[entity] ?? [] where gender == .unknown { gender = beside(one).gender }
        genders[entity] = gender
        return gender
    }

    // MARK: References

    /// The mention a reference at an offset stands for.
    ///
    /// - Parameter recent: the mention of who spoke last, where that was close by.
    func mention(for reference: SpeakerReference, at offset: Int, recent: Int?) -> Int? {
        switch reference {
        case .mention(let mention): mention
        case .pronoun(let gender): person(gender, before: offset, recent: recent)
        case .office(let concept, let gender, let isBare): holder(concept, gender, isBare: isBare, before: offset)
        case .firm: organization(before: offset)
        case .nobody: nil
        }
    }

    private func person(_ gender: Gender, before offset: Int, recent: Int?) -> Int? {
        nearest(before: offset, recent: recent) { candidates[$0].label == .person && self.gender($0).fits(gender) }
    }

    private func organization(before offset: Int) -> Int? {
        nearest(before: offset, recent: nil) { candidates[$0].label == .organization }
    }

    /// The only entity of the nearest sentence that has any which fits.
    private func nearest(before offset: Int, recent: Int?, _ fits: (Int) -> Bool) -> Int? {
        var sentence = sentenceStarts.partitioningIndex { $0 > offset } - 1
        var last = candidates.partitioningIndex { $0.span.end > offset } - 1
        var steps = 0
        while sentence >= 0, steps < Antecedents.reach, last >= 0 {
            let start = sentenceStarts[sentence]
            var found: Candidate?
            var isAmbiguous = false
            while last >= 0, candidates[last].span.start >= start {
                if fits(last) {
                    if let found, found.entity != candidates[last].entity { isAmbiguous = true }
                    // The nearest mention of him, but the fullest name in doubt.
                    if found == nil { found = candidates[last] }
                    if candidates[last].mention == recent { return recent }
                }
                last -= 1
            }
            if isAmbiguous { return nil }
            if let found { return found.mention }
            sentence -= 1
            steps += 1
        }
        return nil
    }

    /// The only person whom the text gives an office, or the only person nearby.
    private func holder(_ concept: Int16, _ gender: Gender, isBare: Bool, before offset: Int) -> Int? {
        var found: Candidate?
        var others: Candidate?
        var isCrowded = false
        var block: Int?
        let end = candidates.partitioningIndex { $0.span.end > offset }
        for index in (max(0, end - Antecedents.crowd)..<end).reversed()
        where candidates[index].label == .person && self.gender(index).fits(gender) {
            let candidate = candidates[index]
            block = block ?? candidate.block
            if beside(index).offices.contains(concept) {
                if let found, found.entity != candidate.entity { return nil }
                found = found ?? candidate
            }
            if let block, block - candidate.block <= 2 {
                if let others, others.entity != candidate.entity { isCrowded = true }
                others = others ?? candidate
            }
        }
        return found?.mention ?? (isCrowded || !isBare ? nil : others?.mention)
    }
}

/// What the words right beside the name of a person tell.
private struct Neighbors {
    var gender = Gender.unknown
    var offices: [Int16] = []

    init(passage: Passage, words: SpeechWords, span: ByteSpan) {
        let lexemes = passage.lexemes
        let first = lexemes.partitioningIndex { Int($0.start) >= span.start }
        let end = lexemes.partitioningIndex { Int($0.start) >= span.end }
        guard first < end else { return }
        let name = lexemes[first]
        if name.classes.contains(.givenName) || name.classes.contains(.weakGivenName) {
            for wordClass in [WordClass.givenName, .weakGivenName] {
                if passage.lexicon.hasValue(name.words, wordClass, "m") { gender = .masculine }
                if passage.lexicon.hasValue(name.words, wordClass, "f") { gender = .feminine }
            }
        }
        var index = first - 1
        while index >= 0, first - index <= 6, !lexemes[index + 1].shape.contains(.sentenceStart) {
            read(index, words, lexemes, isTitle: first - index <= 1)
            index -= 1
        }
        index = end
        // An insertion behind the name: `Elon Musk, PDG de Tesla`.
        while index < lexemes.count, index - end < 4, !lexemes[index].shape.contains(.sentenceStart),
            index > end || lexemes[index].gap == .comma
        {
            read(index, words, lexemes, isTitle: false)
            index += 1
        }
    }

    private mutating func read(_ index: Int, _ words: SpeechWords, _ lexemes: [Lexeme], isTitle: Bool) {
        guard let (entry, _) = words.entry(at: index, of: lexemes, before: lexemes.count) else { return }
        if entry.roles.contains(.title), isTitle, lexemes[index].shape.hasCapital { gender = entry.gender }
        if entry.roles.contains(.office) {
            offices.append(entry.concept)
            if entry.gender == .feminine, gender == .unknown { gender = .feminine }
        }
    }
}
