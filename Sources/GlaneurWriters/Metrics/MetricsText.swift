/// Writes measurements as OpenMetrics text, family by family.
///
/// The form is that of OpenMetrics 1.0: what a family is stands before its samples, its samples stand together, counters end in `_total`, and the
/// last line is `# EOF`, so that a reader sees that nothing was cut off. Without a time of their own, samples are of the
/// moment in which they are read.
package struct MetricsText: Sendable {
    /// What the samples of a family are.
    package enum Kind: String, Sendable {
        /// A number that only rises, from 0 at the beginning of the process.
        case counter
        /// A number that rises and falls.
        case gauge
        /// Facts that do not change, told by labels.
        case info

        fileprivate var suffix: String {
            switch self {
            case .counter: "_total"
            case .gauge: ""
            case .info: "_info"
            }
        }
    }

    /// One sample of a family.
    package struct Sample: Sendable {
        fileprivate let labels: [(name: String, value: String)]
        fileprivate let value: String

        /// Makes a sample of a whole number.
        package init(_ value: Int, _ labels: (name: String, value: String)...) {
            self.labels = labels
            self.value = String(value)
        }

        /// Makes a sample of seconds.
        package init(nanoseconds: UInt64, _ labels: (name: String, value: String)...) {
            self.labels = labels
            let rest = String(nanoseconds % 1_000_000_000)
            value = "\(nanoseconds / 1_000_000_000).\(String(repeating: "0", count: 9 - rest.count))\(rest)"
        }
    }

    private var text = ""

    /// Begins a text.
    package init() {}

    /// Adds a family with its samples; one without samples is left out.
    ///
    /// - Parameters:
    ///   - name: ends in the unit, where there is one.
    ///   - unit: `seconds` or `bytes`.
    package mutating func add(
        _ name: String, _ kind: Kind, unit: String? = nil, help: String, _ samples: [Sample]
    ) {
        precondition(unit.map { name.hasSuffix("_" + $0) } ?? true, "the name of a family ends in its unit")
        guard !samples.isEmpty else { return }
        text += "# TYPE \(name) \(kind.rawValue)\n"
        if let unit { text += "# UNIT \(name) \(unit)\n" }
        text += "# HELP \(name) \(MetricsText.escaped(help))\n"
        for sample in samples {
            let labels = sample.labels.map { "\($0.name)=\"\(MetricsText.escaped($0.value))\"" }
            let braces = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
            text += "\(name)\(kind.suffix)\(braces) \(sample.value)\n"
        }
    }

    /// Ends the text and returns its bytes.
    package consuming func finish() -> [UInt8] { Array((text + "# EOF\n").utf8) }

    /// A backslash, a quotation mark and an end of line are escaped.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\"": escaped += "\\\""
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
