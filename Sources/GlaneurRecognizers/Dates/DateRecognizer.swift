package import GlaneurCore
import GlaneurLexicon
/// x
package struct DateRecognizer: Recognizer {
    /// x
    package init() {}
    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {}
}
