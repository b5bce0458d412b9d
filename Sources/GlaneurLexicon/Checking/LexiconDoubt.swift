/// Something in a table that no rule forbids but that is more often wrong than meant.
package struct LexiconDoubt: Sendable, Equatable, CustomStringConvertible {
    /// What is doubtful.
    package enum Kind: String, Sendable, CaseIterable {
        /// Two concepts have a form in common, and neither marks it as weak.
        case sharedForm = "shared forms"
        /// A form is an ordinary word and not marked as weak.
        case ordinaryWord = "ordinary words"
        /// Two concepts have one id in a knowledge base.
        case sharedID = "shared ids"
    }

    /// What is doubtful.
    package let kind: Kind
    /// The table, as it is reported.
    package let path: String
    /// The line of the row, counted from 1.
    package let line: Int
    /// What was met.
    package let reason: String

    /// The form in messages.
    package var description: String { "\(path):\(line): warning: \(reason)" }
}
