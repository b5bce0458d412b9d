package import GlaneurCore
import GlaneurLexicon

extension SentenceLanguages {
    /// The least number of features on both sides of a switch: four or five words.
    private static let leastSwitchFeatures = 100
    /// How sure both sides must be.
    ///
    /// A quotation goes on to the end of what is taken for one sentence; a title inside it does not.
    private static let leastSwitchScore = 0.9

    /// Parts sentences where French or English begins in the middle of another language and goes on to the end.
    ///
    /// Rules and models of sentences look for the marks of one language, and a headline, a list or a message without a full
    /// stop runs on into the quotation behind it: `what is a good slogan? “Pour les assurances …”`. Such a sentence begins with a
    /// capital letter or a quotation mark.
    package func part(_ boundaries: inout [SentenceSplitter.Boundary], _ tokens: ArraySlice<Token>, in bytes: [UInt8]) {
        var parted: [SentenceSplitter.Boundary] = []
        var start = tokens.startIndex
        for boundary in boundaries {
            if let place = switchPlace(tokens[start..<boundary.end], in: bytes) {
                parted.append(SentenceSplitter.Boundary(end: place, reason: .model))
            }
            parted.append(boundary)
            start = boundary.end
        }
        boundaries = parted
    }

    /// The index of the token with which a sentence changes its language for good, if there is one.
    private func switchPlace(_ tokens: ArraySlice<Token>, in bytes: [UInt8]) -> Int? {
        var places: [Int] = []
        for index in tokens.indices.dropFirst() where SentenceLanguages.mayBegin(tokens[index], in: bytes) {
            // Of a quotation mark and the word behind it, the mark begins.
            if places.last != index - 1 || tokens[index - 1].kind != .punctuation { places.append(index) }
        }
        guard let first = tokens.first, let last = tokens.last, !places.isEmpty else { return nil }
        var buffers = LanguageIdentifier.Buffers()
        var pieces: [LanguageEvidence] = []
        var start = first.span.start
        for place in places {
            pieces.append(identifier.evidence(bytes, in: start..<tokens[place].span.start, with: &buffers))
            start = tokens[place].span.start
        }
        pieces.append(identifier.evidence(bytes, in: start..<last.span.end, with: &buffers))
        var best: (place: Int, gain: Int)?
        for (number, place) in places.enumerated() {
            guard let left = side(pieces[...number]), let right = side(pieces[(number + 1)...]),
                left.language != right.language
            else { continue }
            if left.gain + right.gain > best?.gain ?? 0 { best = (place, left.gain + right.gain) }
        }
        return best?.place
    }

    /// The language of one side of a switch, where it is long enough and sure, and by how much it outweighs the other one.
    private func side(_ pieces: ArraySlice<LanguageEvidence>) -> (language: Language, gain: Int)? {
        let evidence = pieces.reduce(into: LanguageEvidence()) { $0 += $1 }
        guard evidence.features >= SentenceLanguages.leastSwitchFeatures else { return nil }
        let verdict = identifier.verdict(evidence)
        guard verdict.language != .undetermined, verdict.score >= SentenceLanguages.leastSwitchScore else { return nil }
        return (verdict.language, abs(evidence.french - evidence.english))
    }

    /// Whether a sentence may begin with a token: a capital letter or an opening quotation mark.
    private static func mayBegin(_ token: Token, in bytes: [UInt8]) -> Bool {
        let (scalar, _) = bytes.span.scalar(at: token.span.start)
        switch token.kind {
        case .word: return Folding.isUppercase(scalar)
        case .punctuation: return scalar == 0xAB || scalar == 0x201C || scalar == 0x22
        default: return false
        }
    }
}
