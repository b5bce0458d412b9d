import GlaneurTestSupport

/// What a fuzzer may look at, and the laws that hold there.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// Raw bytes to text.
    case decode
    /// Files of every kind to blocks.
    case extract
    /// Text to sentences and tokens.
    case segment
    /// Text to amounts and dates.
    case amounts
    /// JSON lines: records, stage lines, document lines.
    case records
    /// Files of models and compiled lexicons.
    case models

    /// The laws of the target, with everything opened that they need.
    package func laws() throws -> any FuzzLaws {
        switch self {
        case .decode: DecodeLaws()
        case .extract: ReaderLaws()
        case .segment: try SegmentLaws()
        case .amounts: try AmountLaws()
        case .records: try RecordLaws()
        case .models: ModelLaws()
        }
    }

    /// Whether bytes of the target ``models`` are taken for a model or a compiled lexicon.
    package static func opens(model bytes: [UInt8]) -> Bool { ModelLaws.opens(bytes) }
}

/// What must hold for any bytes.
package protocol FuzzLaws: Sendable {
    /// Returns what bytes break, one line for each broken law.
    func violations(_ bytes: [UInt8]) -> [String]
}

extension ReaderLaws: FuzzLaws {}
extension SegmentLaws: FuzzLaws {}
