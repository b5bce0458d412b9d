package import GlaneurCore
package import GlaneurLexicon

/// Cuts text into surface tokens after the conventions of Universal Dependencies for French and English.
///
/// One algorithm serves both languages; what differs (elision, clitics, prefixes, abbreviations) stands in the word tables. The
/// straight and the curly apostrophe are one, and every no-break or thin space may stand between digit groups.
///
/// The cost is linear in the text, whatever stands in it: no look-ahead reads a stretch more often than a fixed number of times.
package struct Tokenizer: Sendable {
    let language: Language
    let lexicon: Lexicon

    /// The tokens that are gathered before they are appended, in one go, to those of the document.
    private static let batch = 256

    /// Makes the tokenizer of a language; English for any but French.
    package init(lexicon: Lexicon, language: Language) {
        self.language = language == .french ? .french : .english
        self.lexicon = lexicon
    }

    /// Appends the tokens of `bytes[range]`, valid UTF-8.
    ///
    /// Returns how many bytes were looked at, those read twice counted twice: a few times the length of the range at most.
    @discardableResult
    package func tokenize(_ bytes: [UInt8], in range: Range<Int>, into tokens: inout [Token]) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range lies in the bytes")
        // Every byte of every document comes through here: the bounds are checked once, above.
        return bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: Token.self, capacity: Tokenizer.batch) { batch in
                var scanner = TokenScanner(
                    bytes: bytes, range: range, language: language, lexicon: lexicon, output: batch)
                while scanner.fill() {
                    tokens.append(contentsOf: UnsafeBufferPointer(rebasing: batch[..<scanner.count]))
                }
                return scanner.bytesRead
            }
        }
    }
}
