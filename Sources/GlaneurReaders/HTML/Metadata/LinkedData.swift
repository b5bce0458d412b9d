import GlaneurCore

/// What a page says of its article in JSON-LD, in the vocabulary of schema.org.
struct LinkedData {
    /// Somebody named as an author.
    struct Author: Equatable {
        let name: String
        let isOrganization: Bool
    }

    private struct Object {
        let value: JSONValue
        let script: [UInt8]

        func string(_ key: String) -> String? {
            value[key].flatMap { LinkedData.string($0, script) }
        }
    }

    /// What is most like the article of the page, the first of its kind.
    private var article: (object: Object, rank: Int)?
    /// The objects that others refer to.
    private var objects: [String: Object] = [:]

    /// Reads one script; what is no JSON, even when mended, is passed over.
    mutating func read(_ script: [UInt8]) {
        guard let (value, bytes) = LooseJSON.parse(script) else { return }
        visit(Object(value: value, script: bytes), depth: 0)
    }

    private static let depthLimit = 6
    private static let objectLimit = 2000

    private mutating func visit(_ object: Object, depth: Int) {
        guard depth < LinkedData.depthLimit else { return }
        if let elements = object.value.elements {
            for element in elements { visit(Object(value: element, script: object.script), depth: depth + 1) }
            return
        }
        guard case .object = object.value else { return }
        if let id = object.string("@id"), object.value["name"] != nil, objects[id] == nil,
            objects.count < LinkedData.objectLimit
        {
            objects[id] = object
        }
        if let rank = rank(of: object), article.map({ rank < $0.rank }) ?? true { article = (object, rank) }
        for key in ["@graph", "mainEntity", "mainEntityOfPage", "author", "publisher"] {
            guard let value = object.value[key] else { continue }
            visit(Object(value: value, script: object.script), depth: depth + 1)
        }
    }

    /// How much an object is like an article: 0 is most.
    private func rank(of object: Object) -> Int? {
        let type = object.value["@type"]
        let types = (type?.elements ?? [type].compactMap(\.self)).compactMap { $0.string(in: object.script) }
        var best: Int?
        for type in types {
            let name = type.split(separator: "/").last.map(String.init) ?? type
            let rank =
                name.hasSuffix("Article") || name.hasSuffix("Posting") || name.hasPrefix("Report")
                ? 0
                : name.hasSuffix("Review") || name == "Recipe" || name == "CreativeWork"
                    ? 1
                    : name.hasSuffix("Page") ? 2 : nil
            best = rank.map { min(best ?? $0, $0) } ?? best
        }
        guard let best else { return nil }
        return object.value["datePublished"] == nil && object.value["headline"] == nil ? best + 3 : best
    }

    /// The headline.
    var headline: String? {
        guard let article, article.rank % 3 < 2 else { return nil }
        return article.object.string("headline") ?? (article.rank % 3 == 0 ? article.object.string("name") : nil)
    }
    /// When the article was published.
    var published: String? { article?.object.string("datePublished") }
    /// When it was created, where nothing is said of publication.
    var created: String? { article?.object.string("dateCreated") }
    /// When it was last changed.
    var modified: String? { article?.object.string("dateModified") }
    /// Whether the object is only the page, and not its article.
    var isPageOnly: Bool { (article?.rank ?? 0) % 3 == 2 }
    /// The address of the article.
    var url: String? { article?.object.string("url") ?? article?.object.string("mainEntityOfPage") }
    /// The language it says it is in.
    var language: String? { article?.object.string("inLanguage") }

    /// Who publishes it.
    var publisher: String? {
        guard let article else { return nil }
        return people(article.object.value["publisher"], article.object.script).first?.name
    }

    /// Who wrote it.
    var authors: [Author] {
        guard let article, !isPageOnly else { return [] }
        let script = article.object.script
        let authors = people(article.object.value["author"], script)
        return authors.isEmpty ? people(article.object.value["creator"], script) : authors
    }

    private func people(_ value: JSONValue?, _ script: [UInt8], depth: Int = 0) -> [Author] {
        guard let value, depth < 4 else { return [] }
        if let elements = value.elements { return elements.flatMap { people($0, script, depth: depth + 1) } }
        if let name = LinkedData.string(value, script) {
            // Some pages give an address, or the end of a line whose name is missing.
            return name.contains("//") || name.hasPrefix(",") ? [] : [Author(name: name, isOrganization: false)]
        }
        let object = Object(value: value, script: script)
        let types = value["@type"].map { $0.elements ?? [$0] } ?? []
        let isOrganization = types.contains { $0.string(in: script)?.hasSuffix("Organization") == true }
        if let names = value["name"]?.elements {
            return names.compactMap { LinkedData.string($0, script) }
                .map { Author(name: $0, isOrganization: isOrganization) }
        }
        if let name = object.string("name") { return [Author(name: name, isOrganization: isOrganization)] }
        if let family = object.string("familyName") {
            return [Author(name: (object.string("givenName").map { $0 + " " } ?? "") + family, isOrganization: false)]
        }
        guard let id = object.string("@id"), let referred = objects[id] else { return [] }
        return people(referred.value, referred.script, depth: depth + 1)
    }

    private static func string(_ value: JSONValue, _ script: [UInt8]) -> String? {
        guard let text = value.string(in: script) ?? value.integer(in: script).map(String.init) else { return nil }
        let plain = plain(text)
        return plain.isEmpty ? nil : plain
    }

    /// Text without the character references and tags that many pages write in JSON, where they have no meaning.
    private static func plain(_ text: String) -> String {
        guard text.contains("&") || text.contains("</"), let page = try? HTMLPage(Array("<p>\(text)".utf8)) else {
            return PageText.collapsed(text)
        }
        var plain: [UInt8] = []
        for index in 0..<page.count {
            switch page[index] {
            case .text(let value, _), .reference(let value, _): plain += page.bytes(value)
            default: continue
            }
        }
        return PageText.collapsed(String(decoding: plain, as: UTF8.self))
    }
}
