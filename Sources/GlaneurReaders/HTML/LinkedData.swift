import GlaneurCore

/// What a page says of its article in JSON-LD, in the vocabulary of schema.org.
struct LinkedData {
    private(set) var headline: String?
    private(set) var published: String?
    private(set) var publisher: String?
    private(set) var authors: [String] = []

    /// Reads one script; what is no JSON is passed over.
    mutating func read(_ script: [UInt8]) {
        do throws(JSONParser.Failure) {
            visit(try JSONParser.parse(script), script)
        } catch {
            return
        }
    }

    private mutating func visit(_ value: JSONValue, _ script: [UInt8]) {
        switch value {
        case .array(let elements):
            for element in elements { visit(element, script) }
        case .object:
            if isArticle(value, script) {
                take(value, script)
            } else if let graph = value["@graph"] ?? value["mainEntity"] {
                visit(graph, script)
            }
        default: return
        }
    }

    private func isArticle(_ value: JSONValue, _ script: [UInt8]) -> Bool {
        let types = value["@type"]?.elements ?? [value["@type"]].compactMap(\.self)
        return types.compactMap { $0.string(in: script) }.contains { type in
            type.hasSuffix("Article") || type.hasSuffix("BlogPosting") || type.hasPrefix("Report")
        }
    }

    private mutating func take(_ article: JSONValue, _ script: [UInt8]) {
        func string(_ key: String) -> String? {
            article[key]?.string(in: script).map(LinkedData.plain).flatMap { $0.isEmpty ? nil : $0 }
        }
        headline = headline ?? string("headline")
        published = published ?? string("datePublished")
        if authors.isEmpty { authors = names(article["author"], script) }
        publisher = publisher ?? names(article["publisher"], script).first
    }

    private func names(_ value: JSONValue?, _ script: [UInt8]) -> [String] {
        guard let value else { return [] }
        if let name = value.string(in: script).map(LinkedData.plain) {
            // Some pages give an address, or the end of a line whose name is missing.
            return name.isEmpty || name.contains("//") || name.hasPrefix(",") ? [] : [name]
        }
        if let elements = value.elements { return elements.flatMap { names($0, script) } }
        return names(value["name"], script)
    }

    /// Text without the character references that many pages write in JSON, where they have no meaning.
    private static func plain(_ text: String) -> String {
        guard text.contains("&"), let page = HTMLPage(Array("<p>\(text)".utf8)) else {
            return PageMetadata.collapsed(text)
        }
        var plain: [UInt8] = []
        for index in 0..<page.count {
            switch page[index] {
            case .text(let value, _), .reference(let value, _): plain += page.bytes(value)
            default: continue
            }
        }
        return PageMetadata.collapsed(String(decoding: plain, as: UTF8.self))
    }
}
