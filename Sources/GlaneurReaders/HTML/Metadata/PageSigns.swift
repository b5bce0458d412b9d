/// Collects, while a page is read, everything that may say something of the article.
///
/// Names of attributes are compared as bytes, and strings are made for the few elements that speak of the article.
struct PageSigns {
    /// The contents of `meta` elements by their names in lower case; the first of a name counts.
    private(set) var properties: [String: String] = [:]
    /// The text of `title`.
    private(set) var headTitle: String?
    /// The text of the first `h1`.
    private(set) var heading: String?
    /// What JSON-LD says.
    private(set) var linked = LinkedData()
    /// Elements of the page that speak of the article, in their order.
    private(set) var signs: [PageSign] = []
    /// The language that the page says it is in, as it is written.
    private(set) var language: String?
    /// The blocks of elements that say they are not the article: comments, teasers.
    private(set) var asides: [Range<Int>] = []

    /// What the page calls itself in its head.
    var titles: [String] { [headTitle, properties["og:title"], properties["twitter:title"]].compactMap(\.self) }

    private struct Capture {
        enum Target {
            case script, title, heading
            case sign(Int)
        }
        let target: Target
        let depth: Int
        let start: Int
        let isScript: Bool
    }

    private let names: PageNames
    private var captures: [Capture] = []
    private var heard: [UInt8] = []
    /// The open elements that say they are not the article, and how many blocks stand before them.
    private var openAsides: [(depth: Int, block: Int)] = []
    private var scriptBytes = 0

    init(names: PageNames) { self.names = names }

    /// What pages have of these at most; a page of a hundred thousand bylines tells nothing by the next.
    private static let signLimit = 300
    private static let nestingLimit = 12
    private static let textLimit = 4096
    private static let propertyLimit = 500
    private static let scriptLimit = 1 << 22

    /// Notes an element that begins: `depth` elements are open with it, and `block` blocks of text stand before it.
    mutating func start(
        _ element: HTMLElement, _ index: Int, _ page: borrowing HTMLPage, _ attributes: ElementAttributes?, depth: Int,
        block: Int
    ) {
        switch element {
        case .meta: return meta(index, page)
        case .link: return link(index, page)
        case .br: return hear(0x0A)
        case .script: return script(index, page, depth)
        case .html:
            language =
                language ?? page.attribute("lang", ofEvent: index) ?? page.attribute("xml:lang", ofEvent: index)
        case .title: if headTitle == nil { listen(.title, depth) }
        case .h1: if heading == nil { listen(.heading, depth) }
        default: break
        }
        if !captures.isEmpty, element.isBlock { hear(0x0A) }
        if let attributes { note(element, attributes, depth, block) }
    }

    /// Notes text that readers see, or would if it were not hidden.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard !captures.isEmpty else { return }
        heard += bytes
        if heard.count > PageSigns.textLimit, captures.first?.isScript == false { forget() }
    }

    /// Notes the contents of a script.
    mutating func data(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard captures.last?.isScript == true, heard.count + bytes.count <= PageSigns.scriptLimit else { return }
        heard += bytes
    }

    /// Notes the end of elements: `depth` are left open, and `block` blocks of text stand before it.
    mutating func end(_ element: HTMLElement, depth: Int, block: Int) {
        while let aside = openAsides.last, depth < aside.depth {
            openAsides.removeLast()
            if aside.block < block, asides.count < PageSigns.signLimit { asides.append(aside.block..<block) }
        }
        guard !captures.isEmpty else { return }
        while let capture = captures.last, depth < capture.depth {
            captures.removeLast()
            finish(capture)
        }
        if captures.isEmpty { return heard.removeAll(keepingCapacity: true) }
        if element == .a { hear(0x1F) } else if element.isBlock { hear(0x0A) }
    }

    private mutating func hear(_ byte: UInt8) {
        if captures.last?.isScript == false { heard.append(byte) }
    }

    private mutating func listen(_ target: Capture.Target, _ depth: Int, isScript: Bool = false) {
        guard captures.count < PageSigns.nestingLimit else { return }
        captures.append(Capture(target: target, depth: depth, start: heard.count, isScript: isScript))
    }

    /// Gives up all that is listened to: an element that holds so much is no byline.
    private mutating func forget() {
        captures.removeAll()
        heard.removeAll(keepingCapacity: true)
    }

    private mutating func finish(_ capture: Capture) {
        if case .script = capture.target {
            let bytes = Array(heard[capture.start...])
            heard.removeSubrange(capture.start...)
            scriptBytes += bytes.count
            if scriptBytes <= PageSigns.scriptLimit { linked.read(bytes) }
            return
        }
        let text = String(decoding: heard[capture.start...], as: UTF8.self)
        switch capture.target {
        case .title: headTitle = headTitle ?? PageText.collapsed(text)
        case .heading:
            let line = PageText.collapsed(text)
            if !line.isEmpty { heading = heading ?? line }
        case .sign(let index): signs[index].text = text
        case .script: return
        }
    }

    private mutating func script(_ index: Int, _ page: borrowing HTMLPage, _ depth: Int) {
        guard let type = page.attribute("type", ofEvent: index)?.lowercased(), type.hasPrefix("application/ld+json")
        else { return }
        listen(.script, depth, isScript: true)
    }

    private mutating func meta(_ index: Int, _ page: borrowing HTMLPage) {
        guard properties.count < PageSigns.propertyLimit,
            let content = page.attribute("content", ofEvent: index).map(PageText.collapsed), !content.isEmpty
        else { return }
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            guard let name = page.attribute(attribute, ofEvent: index)?.lowercased(), !name.isEmpty else { continue }
            // Names of several people stand in as many elements.
            if PageSigns.listed.contains(name), let known = properties[name] {
                if known.utf8.count < 500, !known.contains(content) { properties[name] = known + " ; " + content }
            } else if properties[name] == nil {
                properties[name] = content
            }
            if attribute == "itemprop", name == "name", case .sign(let sign)? = captures.last?.target,
                signs[sign].subject == .author
            {
                heard += Array(content.utf8) + [0x1F]
            }
        }
    }

    private static let listed: Set<String> = [
        "citation_author", "dc.creator", "dcterms.creator", "article:author", "author",
    ]

    private mutating func link(_ index: Int, _ page: borrowing HTMLPage) {
        guard properties["canonical"] == nil, let relation = page.attribute("rel", ofEvent: index)?.lowercased(),
            relation.split(separator: " ").contains("canonical")
        else { return }
        properties["canonical"] = page.attribute("href", ofEvent: index).map(PageText.collapsed)
    }

    private mutating func note(_ element: HTMLElement, _ attributes: ElementAttributes, _ depth: Int, _ block: Int) {
        if element == .html || element == .body || element == .main || element == .article { return }
        var subjects: PageNames.Subjects = []
        if let value = attributes.classNames { subjects.formUnion(names.subjects(of: value)) }
        if let value = attributes.id { subjects.formUnion(names.subjects(of: value)) }
        if !element.isVoid, openAsides.count < PageSigns.nestingLimit,
            subjects.contains(.away) || element == .aside || element == .footer && depth < 6
        {
            openAsides.append((depth, block))
        }
        guard signs.count < PageSigns.signLimit else { return }
        if let testID = attributes.testID, subjects.isEmpty { subjects.formUnion(names.subjects(of: testID)) }
        if let sign = sign(element, attributes, subjects, block) {
            signs.append(sign)
            if !element.isVoid { listen(.sign(signs.count - 1), depth) }
        }
    }

    private func sign(
        _ element: HTMLElement, _ attributes: ElementAttributes, _ subjects: PageNames.Subjects, _ block: Int
    ) -> PageSign? {
        func make(_ subject: PageSign.Subject, _ form: PageSign.Form) -> PageSign {
            let value = attributes.datetime ?? attributes.content ?? attributes.date
            let parent = captures.lazy.reversed().compactMap { capture in
                if case .sign(let index) = capture.target { index } else { nil }
            }.first
            return PageSign(
                subject: subject, form: form,
                value: (value ?? (subject == .author ? nil : attributes.title))
                    .map(ElementAttributes.string), block: block, parent: parent)
        }
        for property in [attributes.itemprop, attributes.property] {
            guard let property, property.count < 60 else { continue }
            switch ElementAttributes.string(property).lowercased().split(separator: ":").last {
            case "datepublished", "published_time": return make(.published, .microdata)
            case "datecreated", "uploaddate": return make(.date, .microdata)
            case "datemodified", "modified_time": return make(.updated, .microdata)
            case "author", "creator", "dc.creator": return make(.author, .microdata)
            default: break
            }
        }
        if let relation = attributes.relation, ElementAttributes.has(relation, "author") {
            return make(.author, .relation)
        }
        let isDated = element == .time || attributes.datetime != nil
        if isDated || subjects.tellDate && !subjects.contains(.author) {
            let subject: PageSign.Subject =
                subjects.contains(.published) || attributes.isPublication
                ? .published : subjects.contains(.updated) ? .updated : .date
            return make(subject, isDated ? .time : .names)
        }
        if subjects.tellAuthor { return make(.author, .names) }
        if element == .a, let address = attributes.address, names.isAuthorPage(address) { return make(.author, .names) }
        return nil
    }
}
