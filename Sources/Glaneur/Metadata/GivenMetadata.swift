public import GlaneurCore

/// What the user says of all documents: it wins over what they say of themselves.
///
/// ```swift
/// let given = try GivenMetadata(["outlet=Le Courrier", "published=2026-03-12"])
/// ```
public struct GivenMetadata: Sendable, Equatable {
    /// A `key=value` that cannot be taken.
    public struct Refusal: Error, CustomStringConvertible {
        /// What is wrong, in one line.
        public let description: String
    }

    /// The keys, in the order in which they are listed.
    public static let keys = ["title", "published", "url", "outlet", "author", "lang"]

    /// What is given; what is not is empty.
    public private(set) var values = Metadata()

    /// Makes a statement of nothing.
    public init() {}

    /// Reads `key=value` pairs; `author` may be given several times, any other key once.
    public init(_ pairs: [String]) throws(Refusal) {
        for pair in pairs {
            guard let mark = pair.firstIndex(of: "="), mark != pair.startIndex else {
                throw Refusal(description: "expected key=value, met '\(pair)'; \(GivenMetadata.listed)")
            }
            let value = String(pair[pair.index(after: mark)...])
            guard !value.isEmpty else { throw Refusal(description: "no value behind '\(pair)'") }
            try set(String(pair[..<mark]), to: value)
        }
    }

    private static var listed: String { "the keys are \(keys.joined(separator: ", "))" }

    private mutating func set(_ key: String, to value: String) throws(Refusal) {
        func once(_ field: inout String?) throws(Refusal) {
            guard field == nil else { throw Refusal(description: "\(key) is given twice") }
            field = value
        }
        switch key {
        case "title": try once(&values.title)
        case "published":
            guard let time = GivenTime(value) else {
                throw Refusal(
                    description:
                        "published takes a day or a time with its zone, 2026-03-12 or 2026-03-12T14:00:00+01:00, "
                        + "not '\(value)'")
            }
            try once(&values.published)
            values.published = time.text
        case "url": try once(&values.url)
        case "outlet": try once(&values.outlet)
        case "author": values.authors.append(value)
        case "lang":
            guard values.declaredLanguage == nil else { throw Refusal(description: "lang is given twice") }
            guard ["fr", "en"].contains(value) else {
                throw Refusal(description: "lang takes fr or en, not '\(value)'")
            }
            values.declaredLanguage = Language(code: value)
        default: throw Refusal(description: "no metadata is called '\(key)'; \(GivenMetadata.listed)")
        }
    }

    /// Whether nothing is given.
    public var isEmpty: Bool { values == Metadata() }

    /// Puts what is given into the metadata of a document.
    func apply(to metadata: inout Metadata) {
        metadata.title = values.title ?? metadata.title
        metadata.published = values.published ?? metadata.published
        metadata.url = values.url ?? metadata.url
        metadata.outlet = values.outlet ?? metadata.outlet
        if !values.authors.isEmpty { metadata.authors = values.authors }
        metadata.declaredLanguage = values.declaredLanguage ?? metadata.declaredLanguage
    }

    /// What is given as settings of a run, each under its key.
    var settings: [(key: String, value: String)] {
        let single = [
            ("lang", values.declaredLanguage?.code), ("outlet", values.outlet), ("published", values.published),
            ("title", values.title), ("url", values.url),
        ]
        let authors = values.authors.enumerated().map { (key: "metadata.author.\($0 + 1)", value: $1) }
        return authors + single.compactMap { key, value in value.map { (key: "metadata.\(key)", value: $0) } }
    }
}
