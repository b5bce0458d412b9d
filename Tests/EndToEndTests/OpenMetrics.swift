import Foundation

/// A text in the exposition format of OpenMetrics 1.0, read as strictly as the specification has it.
struct OpenMetrics {
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private struct Family {
        var type: String?
        var unit: String?
        var help: String?
        var hasSamples = false
    }

    /// The samples by name and labels, as they are written: `a_total{b="c"}`.
    private(set) var samples: [String: Double] = [:]
    private var families: [String: Family] = [:]
    private var current: String?

    /// Reads the text, or throws the first line that breaks a rule.
    init(_ text: String) throws {
        guard text.hasSuffix("# EOF\n") else { throw Fault(description: "no # EOF at the end") }
        guard !text.contains("\r") else { throw Fault(description: "a carriage return") }
        for line in text.dropLast(6).split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            do {
                try line.hasPrefix("#") ? describe(line) : sample(line)
            } catch let fault as Fault {
                throw Fault(description: "\(fault.description): \(line)")
            }
        }
        try checkNames()
    }

    /// The value of a sample; nothing where there is none.
    subscript(name: String) -> Double? { samples[name] }

    private mutating func describe(_ line: Substring) throws {
        guard let match = line.wholeMatch(of: /# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)/) else {
            throw Fault(description: "no metadata")
        }
        let (keyword, name, value) = (match.1, String(match.2), String(match.3))
        try enter(name)
        var family = families[name] ?? Family()
        guard !family.hasSamples else { throw Fault(description: "metadata behind samples") }
        switch keyword {
        case "TYPE":
            let types = [
                "unknown", "gauge", "counter", "stateset", "info", "histogram", "gaugehistogram", "summary",
            ]
            guard family.type == nil, types.contains(value) else { throw Fault(description: "bad type") }
            family.type = value
        case "UNIT":
            guard family.unit == nil, name.hasSuffix("_" + value) else { throw Fault(description: "bad unit") }
            family.unit = value
        default:
            guard family.help == nil, value.wholeMatch(of: /([^\\"]|\\[\\n"])*/) != nil else {
                throw Fault(description: "bad help")
            }
            family.help = value
        }
        families[name] = family
    }

    private mutating func sample(_ line: Substring) throws {
        guard let match = line.wholeMatch(of: /([a-zA-Z_:][a-zA-Z0-9_:]*)(\{(.*)\})? ([^ ]+)/) else {
            throw Fault(description: "no sample")
        }
        let name = String(match.1)
        guard let family = current, let type = families[family]?.type else { throw Fault(description: "no family") }
        let suffixes = ["counter": ["_total", "_created"], "info": ["_info"], "gauge": [""]][type] ?? []
        guard suffixes.contains(where: { family + $0 == name }) else {
            throw Fault(description: "the name does not go with \(type) \(family)")
        }
        families[family]?.hasSamples = true
        try labels(match.3 ?? "", areThere: match.2 != nil)
        guard let value = Double(match.4), match.4.wholeMatch(of: /[-+0-9.eE]+/) != nil, value.isFinite else {
            throw Fault(description: "no number")
        }
        if type == "counter", value < 0 { throw Fault(description: "a negative counter") }
        if type == "info", value != 1 { throw Fault(description: "info is not 1") }
        guard samples.updateValue(value, forKey: name + (match.2 ?? "")) == nil else {
            throw Fault(description: "a sample stands twice")
        }
    }

    private func labels(_ text: Substring, areThere: Bool) throws {
        guard areThere else { return }
        let label = /([a-zA-Z_][a-zA-Z0-9_]*)="(([^\\"\n]|\\[\\n"])*)"/
        var rest = text
        var names: Set<Substring> = []
        while !rest.isEmpty {
            guard let match = rest.prefixMatch(of: label) else { throw Fault(description: "bad label") }
            guard names.insert(match.1).inserted, !match.1.hasPrefix("__") else { throw Fault(description: "bad name") }
            rest = rest[match.range.upperBound...]
            guard !rest.isEmpty else { return }
            guard rest.first == ",", rest.count > 1 else { throw Fault(description: "no comma") }
            rest = rest.dropFirst()
        }
    }

    /// A family stands in one piece.
    private mutating func enter(_ name: String) throws {
        guard name != current else { return }
        guard families[name] == nil else { throw Fault(description: "a family in two pieces") }
        current = name
    }

    /// No name of a sample may be one of another family.
    private func checkNames() throws {
        for (name, family) in families {
            guard family.type != nil, family.hasSamples else { throw Fault(description: "\(name): nothing of it") }
            for suffix in ["_total", "_created", "_info", "_bucket", "_count", "_sum"] {
                if families[name + suffix] != nil || name.hasSuffix(suffix) {
                    throw Fault(description: "\(name): a name that is taken by suffixes")
                }
            }
        }
    }
}
