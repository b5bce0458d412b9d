package import GlaneurCore
/// Stub.
package struct AmountRecognizer: Recognizer {
    /// Stub.
    package init() {}
    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {}
}
/// Stub.
package struct DateRecognizer: Recognizer {
    /// Stub.
    package init() {}
    package func recognize(_ passage: Passage, into candidates: inout [Mention]) {}
}
