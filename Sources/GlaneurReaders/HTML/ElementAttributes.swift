/// The attributes of one element that say what it is and where it belongs, read once; they live as long as the page.
struct ElementAttributes {
    /// The bytes of a value.
    typealias Value = UnsafeBufferPointer<UInt8>

    private(set) var classNames: Value?
    private(set) var id: Value?
    private(set) var itemprop: Value?
    private(set) var property: Value?
    private(set) var itemtype: Value?
    private(set) var role: Value?
    private var style: Value?
    private var isMarkedHidden = false
    private(set) var relation: Value?
    private(set) var datetime: Value?
    private(set) var content: Value?
    private(set) var title: Value?
    private(set) var address: Value?
    private(set) var testID: Value?
    /// A time in an attribute of the page's own: `data-published`, `data-timestamp`.
    private(set) var date: Value?
    /// Whether the element says it tells the time of publication: `pubdate`.
    private(set) var isPublication = false

    /// Reads those of the element that begins at an event.
    init(ofEvent index: Int, _ page: borrowing HTMLPage) {
        var found = self
        page.forEachAttribute(ofEvent: index) { found.take($0, $1) }
        self = found
    }

    /// Takes an attribute that says something.
    private mutating func take(_ name: Value, _ value: Value) {
        switch name.count {
        case 2: if ElementAttributes.equal(name, "id") { id = value }
        case 3: if ElementAttributes.equal(name, "rel") { relation = value }
        case 4:
            if ElementAttributes.equal(name, "href") {
                address = value
            } else if ElementAttributes.equal(name, "role") {
                role = value
            }
        case 5:
            if ElementAttributes.equal(name, "class") {
                classNames = value
            } else if ElementAttributes.equal(name, "title") {
                title = value
            } else if ElementAttributes.equal(name, "style") {
                style = value
            }
        case 6: if ElementAttributes.equal(name, "hidden") { isMarkedHidden = true }
        case 7:
            if ElementAttributes.equal(name, "content") {
                content = value
            } else if ElementAttributes.equal(name, "pubdate") {
                isPublication = true
            }
        case 8:
            switch name[0] {
            case UInt8(ascii: "i"):
                if ElementAttributes.equal(name, "itemprop") {
                    itemprop = value
                } else if ElementAttributes.equal(name, "itemtype") {
                    itemtype = value
                }
            case UInt8(ascii: "p"): if ElementAttributes.equal(name, "property") { property = value }
            case UInt8(ascii: "d"): if ElementAttributes.equal(name, "datetime") { datetime = value }
            default: return
            }
        case 11 where ElementAttributes.equal(name, "data-testid"): testID = value
        default:
            guard name.count > 8, name.count < 30, name[4] == UInt8(ascii: "-"), name[0] == UInt8(ascii: "d"),
                (8...32).contains(value.count)
            else { return }
            if ["date", "time", "publi"].contains(where: { ElementAttributes.has(name, $0) }) { date = value }
        }
    }

    /// Whether schema.org's vocabulary calls the element an article or the body of one.
    var isArticle: Bool {
        if [itemprop, property].contains(where: { $0.map { ElementAttributes.has($0, "articlebody") } ?? false }) {
            return true
        }
        guard let end = itemtype?.suffix(7) else { return false }
        return end.elementsEqual("Article".utf8) || end.elementsEqual("Posting".utf8)
    }

    /// Whether its role is that of navigation, of something beside the article, or of the foot of the page.
    var isLandmark: Bool {
        guard let role else { return false }
        return ElementAttributes.equal(role, "navigation") || ElementAttributes.equal(role, "complementary")
            || ElementAttributes.equal(role, "contentinfo")
    }

    /// Whether it is kept from readers.
    var isHidden: Bool {
        if isMarkedHidden { return true }
        guard let style else { return false }
        return ElementAttributes.string(style).lowercased().filter { $0 != " " }.contains("display:none")
    }

    /// The hash of the first class name; nothing where there is none.
    var firstClass: UInt64? {
        guard let classNames, !classNames.isEmpty else { return nil }
        let start = classNames.firstIndex { $0 > 0x20 } ?? 0
        let end = classNames[start...].firstIndex { $0 <= 0x20 } ?? classNames.count
        return NameHash.of(UnsafeBufferPointer(rebasing: classNames[start..<end]))
    }

    /// The string of a value.
    static func string(_ value: Value) -> String { String(decoding: value, as: UTF8.self) }

    /// Whether a value is this word.
    static func equal(_ value: Value, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { value.count == $0.count && value.elementsEqual($0) }
    }

    /// Whether a value has this word in it, in small letters or in capitals.
    static func has(_ value: Value, _ word: StaticString) -> Bool {
        word.withUTF8Buffer { word in
            guard value.count >= word.count else { return false }
            return (0...(value.count - word.count)).contains { start in
                word.indices.allSatisfy { value[start + $0] | 0x20 == word[$0] }
            }
        }
    }
}
