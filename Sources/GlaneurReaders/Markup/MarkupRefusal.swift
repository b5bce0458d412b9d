/// Why a document in markup is not read at all.
struct MarkupRefusal: Error, Equatable {
    /// What was met, in lower case, and the limit where there is one.
    let message: String
    /// Whether it is only too large.
    let isTooLarge: Bool

    /// Something beyond a limit.
    static func tooLarge(_ message: String) -> MarkupRefusal { MarkupRefusal(message: message, isTooLarge: true) }
}
