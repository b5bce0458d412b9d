import GlaneurCore

/// What the pieces of one document say of its language and that of its blocks.
struct LanguageReading {
    /// A block while its language is being told.
    struct BlockReading {
        /// The bytes of the block in the view.
        var range: Range<Int>
        /// Whether the block belongs to the article and not to the page around it.
        var counts: Bool
        /// What was read of the block.
        var evidence = LanguageEvidence()
        /// What its pieces say, each by itself, in order.
        var pieces: [(range: Range<Int>, evidence: LanguageEvidence)] = []
        /// The language most of the block is in.
        var language = Language.undetermined
    }

    /// The blocks, in order.
    private(set) var blocks: [BlockReading] = []
    /// The language most of the document is in.
    private(set) var verdict = LanguageVerdict(language: .undetermined, score: 0)
    /// The share of the article in other languages than that, from 0 to 1.
    private(set) var shareOfOthers = 0.0

    private let identifier: LanguageIdentifier
    private let bytes: [UInt8]
    private var buffers = LanguageIdentifier.Buffers()
    private var ranges: [Range<Int>] = []
    /// How far behind the start of the next block the next sample lies.
    private var skip = 0

    /// The least likelihood at which a piece is taken to be in another language than its document.
    private static let leastScore = 0.9
    /// The least number of features a piece must have for that, which two or three words have.
    private static let leastFeatures = 40
    /// The same for languages that are neither French nor English: names look like those.
    private static let leastOtherFeatures = 120
    private static let leastOtherScore = 0.95

    /// Begins a document.
    init(identifier: LanguageIdentifier, bytes: [UInt8]) {
        self.identifier = identifier
        self.bytes = bytes
    }

    /// Reads what belongs to the sample of a block.
    mutating func read(_ range: Range<Int>, counts: Bool) {
        var block = BlockReading(range: range, counts: counts)
        ranges.removeAll(keepingCapacity: true)
        if isWhole {
            LanguageSample.sentences(bytes, in: range, into: &ranges)
        } else {
            LanguageSample.windows(bytes, in: range, skipping: &skip, into: &ranges)
        }
        read(into: &block)
        blocks.append(block)
    }

    /// Whether the document is so short that all of it is read.
    private var isWhole: Bool { bytes.count <= LanguageSample.wholeSize }

    /// Reads all of a block, sentence by sentence.
    private mutating func readWhole(_ index: Int) {
        ranges.removeAll(keepingCapacity: true)
        LanguageSample.sentences(bytes, in: blocks[index].range, into: &ranges)
        var block = blocks[index]
        read(into: &block)
        blocks[index] = block
    }

    /// Decides on the document, then on each block by what it says itself and what the document makes likely.
    mutating func settle() {
        verdict = identifier.verdict(wholeEvidence)
        if !isWhole {
            guard blocks.contains(where: dissents) else {
                // Nearly every article: all that was read agrees, so all blocks are in its language.
                for index in blocks.indices { blocks[index].language = verdict.language }
                return
            }
            for index in blocks.indices { readWhole(index) }
            verdict = identifier.verdict(wholeEvidence)
        }
        var sizes: [Language: Int] = [:]
        for index in blocks.indices { settle(index, &sizes) }
        let total = sizes.values.reduce(0, +)
        // In the order of the languages, so that a tie is the same in every run.
        let most = [Language.french, .english, .undetermined].reduce(verdict.language) {
            sizes[$1, default: 0] > sizes[$0, default: 0] ? $1 : $0
        }
        if most != verdict.language, total > 0 { verdict.language = most }
        shareOfOthers = total == 0 ? 0 : Double(total - sizes[verdict.language, default: 0]) / Double(total)
    }

    /// What was read of the article, or of the page around it where there is no article.
    private var wholeEvidence: LanguageEvidence {
        var evidence = LanguageEvidence()
        for block in blocks where block.counts { evidence += block.evidence }
        if evidence.isEmpty { for block in blocks { evidence += block.evidence } }
        return evidence
    }

    /// Sets the language of a block and adds the sizes of its pieces.
    private mutating func settle(_ index: Int, _ sizes: inout [Language: Int]) {
        let block = blocks[index]
        var own: [Language: Int] = [:]
        var size = 0
        for piece in block.pieces {
            own[language(of: piece.evidence), default: 0] += piece.range.count
            size += piece.range.count
        }
        if !block.evidence.isEmpty {
            blocks[index].language = identifier.verdict(block.evidence, expecting: verdict.language).language
        }
        guard block.counts, size > 0 else { return }
        for (language, part) in own { sizes[language, default: 0] += block.range.count * part / size }
    }

    /// Whether a block, or a piece of it, seems to be in another language than the document.
    private func dissents(_ block: BlockReading) -> Bool {
        block.pieces.contains { language(of: $0.evidence) != verdict.language }
    }

    /// The language of a piece: that of the document where nothing else is sure.
    private func language(of evidence: LanguageEvidence) -> Language {
        guard evidence.features >= LanguageReading.leastFeatures || evidence.foreignLetters > 0 else {
            return verdict.language
        }
        let own = identifier.verdict(evidence, expecting: verdict.language)
        guard own.language != verdict.language else { return own.language }
        if own.language == .undetermined {
            let isLong = evidence.features >= LanguageReading.leastOtherFeatures || evidence.foreignLetters > 0
            return isLong && own.score >= LanguageReading.leastOtherScore ? own.language : verdict.language
        }
        return own.score >= LanguageReading.leastScore ? own.language : verdict.language
    }

    /// Reads the pieces in `ranges`.
    private mutating func read(into block: inout BlockReading) {
        block.pieces.removeAll(keepingCapacity: true)
        block.evidence = LanguageEvidence()
        for range in ranges {
            let evidence = identifier.evidence(bytes, in: range, with: &buffers)
            block.pieces.append((range, evidence))
            block.evidence += evidence
        }
    }
}
