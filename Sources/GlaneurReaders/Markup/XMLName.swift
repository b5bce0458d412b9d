/// The name of an element or attribute.
struct XMLName: Sendable, Hashable {
    /// The address of its namespace; empty where it has none, or where nobody declared its prefix.
    let space: String
    /// The prefix it is written with.
    let prefix: String
    /// The name without the prefix.
    let local: String
}

/// An attribute with its value.
struct XMLAttribute: Sendable, Hashable {
    /// The name.
    let name: XMLName
    /// The value, references resolved.
    let value: String
}

extension [XMLAttribute] {
    /// The value of the first attribute with this local name.
    subscript(local: String) -> String? { first { $0.name.local == local }?.value }

    /// The language declared by `xml:lang`.
    var language: String? { first { $0.name.local == "lang" && $0.name.prefix == "xml" }?.value }
}
