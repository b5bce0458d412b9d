public import GlaneurCore

/// What users can choose about the document lines.
///
/// It is part of the effective configuration: it changes the output.
public struct WriterOptions: Sendable, Hashable {
    /// Whether tokens and the words of contractions are written.
    public var withTokens: Bool
    /// The unit of every offset into the text.
    public var offsets: OffsetUnit
    /// The names of the labels.
    public var labels: LabelScheme

    /// Makes options; the defaults are entities without tokens, code points and the labels of Glaneur.
    public init(withTokens: Bool = false, offsets: OffsetUnit = .codePoint, labels: LabelScheme = .glaneur) {
        self.withTokens = withTokens
        self.offsets = offsets
        self.labels = labels
    }

    /// The options as keys and values of the effective configuration.
    public var settings: [(key: String, value: String)] {
        [
            ("write.tokens", withTokens ? "yes" : "no"), ("write.offsets", offsets.rawValue),
            ("write.labels", labels.rawValue),
        ]
    }
}

/// What an offset into the text counts.
public enum OffsetUnit: String, Sendable, Hashable, CaseIterable {
    case codePoint = "codepoint"
    case utf8
    case utf16
}

/// A set of label names that users know from elsewhere.
public enum LabelScheme: String, Sendable, Hashable, CaseIterable {
    /// The labels of Glaneur as they are.
    case glaneur
    /// Names as PER, ORG, LOC and MISC, as in CoNLL 2003.
    case conll
    /// The names of OntoNotes 5, as far as it has one.
    case ontonotes

    /// Returns the name of a label in this scheme.
    public func name(of label: Label) -> String {
        switch self {
        case .glaneur: label.rawValue
        case .conll:
            switch label {
            case .product, .event, .work, .law, .group: Label.miscellaneous.rawValue
            default: label.rawValue
            }
        case .ontonotes:
            switch label {
            case .person: "PERSON"
            case .location: "GPE"
            case .work: "WORK_OF_ART"
            case .duration, .set: Label.date.rawValue
            default: label.rawValue
            }
        }
    }
}
