/// A language as far as the pipeline tells languages apart.
public enum Language: UInt8, Sendable, Hashable, CaseIterable {
    /// Neither French nor English, or too little text to tell.
    case undetermined
    /// French.
    case french
    /// English.
    case english
    /// Several languages in one document.
    case multiple

    /// The BCP 47 tag: `fr`, `en`, `mul` or `und`.
    public var code: String {
        switch self {
        case .undetermined: "und"
        case .french: "fr"
        case .english: "en"
        case .multiple: "mul"
        }
    }

    /// Finds the language of a BCP 47 tag such as `fr` or `en-GB`; any language but French and English is undetermined.
    public init(code: some StringProtocol) {
        switch code.split(separator: "-").first.map({ $0.lowercased() }) {
        case "fr": self = .french
        case "en": self = .english
        case "mul": self = .multiple
        default: self = .undetermined
        }
    }
}
