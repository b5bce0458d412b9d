import GlaneurCore
import GlaneurLexicon
import GlaneurModels

/// Opens any bytes as a model (`m` before them) or a compiled lexicon (`l`) whose length and checksum fit, and uses what opens.
///
/// A damaged file does not get past its checksum; here all that stands behind it is tried.
struct ModelLaws: FuzzLaws {
    /// What is asked of what opens; the seeds have some of these words.
    private static let text = Array(
        "À Paris, Elon Musk dit à TSLA que Paris Hilton va à Londres ; le prix du thé, en dollars.".utf8)

    func violations(_ bytes: [UInt8]) -> [String] {
        do {
            switch try ModelLaws.opened(bytes) {
            case .model(let model): return ModelLaws.violations(of: model)
            case .lexicon(let lexicon): return ModelLaws.violations(of: lexicon)
            case nil: return []
            }
        } catch {
            return error.reason.isEmpty ? ["a refusal has a reason"] : []
        }
    }

    private enum Opened {
        case model(LinearModel)
        case lexicon(Lexicon)
    }

    /// Whether bytes are taken for a model or a lexicon.
    static func opens(_ bytes: [UInt8]) -> Bool { (try? opened(bytes)) != nil }

    private static func opened(_ bytes: [UInt8]) throws(LexiconError) -> Opened? {
        var file = Array(bytes.dropFirst())
        switch bytes.first {
        case UInt8(ascii: "m"):
            mend(&file, summedFrom: 24)
            let header = try file.withUnsafeBufferPointer { bytes throws(LexiconError) in
                try ModelFile.header(of: UnsafeRawBufferPointer(bytes), path: "fuzz")
            }
            return .model(try LinearModel(bytes: file, task: header.task, revision: header.revision))
        case UInt8(ascii: "l"):
            mend(&file, summedFrom: 32)
            return .lexicon(try Lexicon(compiled: file, location: "fuzz"))
        default: return nil
        }
    }

    /// Writes the length and the checksum where both kinds of files have them.
    private static func mend(_ file: inout [UInt8], summedFrom start: Int) {
        guard file.count >= 32 else { return }
        withUnsafeBytes(of: UInt64(file.count).littleEndian) { file.replaceSubrange(24..<32, with: $0) }
        let sum = file.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[start...])) }
        withUnsafeBytes(of: sum.littleEndian) { file.replaceSubrange(16..<24, with: $0) }
    }

    private static func violations(of model: LinearModel) -> [String] {
        let header = model.header
        let features = (0..<64).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B9) } + [0, .max]
        var violations: [String] = []
        var scores: [Int] = []
        switch (header.labels.count, header.weightSize) {
        case (2, 1): if model.score(features) != model.score(features) { violations.append("scores stay") }
        case (16, 1): _ = TagDecoder(model)
        case (3, 1): _ = model.scoreOfThree(features)
        case (3..., 2):
            model.score(features, into: &scores)
            if scores.count != header.labels.count { violations.append("each label has a score") }
        default: break
        }
        return violations
    }

    private static func violations(of lexicon: Lexicon) -> [String] {
        for index in 0..<lexicon.conceptCount { _ = lexicon.concept(index) }
        var lexemes: [Lexeme] = []
        LexemeScanner.scan(text, into: &lexemes)
        var senses = 0
        for index in lexemes.indices {
            lexicon.names.forEachName(lexemes, at: index) { match in senses += lexicon.nameForms(match.node).count }
            for language in [Language.french, .english] {
                guard let match = lexicon.words(language).longestWord(lexemes, at: index) else { continue }
                for index in WordClass.names.indices {
                    senses += lexicon.values(match.node, WordClass(rawValue: UInt8(index))).count
                }
                _ = lexicon.contraction(match.node)
                _ = lexicon.currency(match.node, .currency)
                _ = lexicon.number(match.node, .cardinal)
            }
        }
        return senses < 0 ? ["no fewer senses than none"] : []
    }
}
