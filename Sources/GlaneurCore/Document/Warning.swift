/// Something a reader of the output should know: replaced bytes, a text cut short.
public struct Warning: Sendable, Equatable {
    /// A short stable word: `replaced-bytes`.
    public var code: String
    /// The stage that says it.
    public var stage: StageName
    /// One short sentence, with offsets where there are some.
    public var message: String

    /// Makes a warning.
    public init(code: String, stage: StageName, message: String) {
        self.code = code
        self.stage = stage
        self.message = message
    }
}
