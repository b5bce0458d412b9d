/// The attributes of one element that may say what it is; they live as long as the page.
struct SignAttributes {
    /// The bytes of a value.
    typealias Value = UnsafeBufferPointer<UInt8>

    private(set) var classNames: Value?
    private(set) var id: Value?
    private(set) var itemprop: Value?
    private(set) var property: Value?
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

    /// Takes an attribute that says something.
    mutating func take(_ name: Value, _ value: Value) {
        switch name.count {
        case 2: if SignAttributes.equal(name, "id") { id = value }
        case 3: if SignAttributes.equal(name, "rel") { relation = value }
        case 4: if SignAttributes.equal(name, "href") { address = value }
        case 5:
            if SignAttributes.equal(name, "class") {
                classNames = value
            } else if SignAttributes.equal(name, "title") {
                title = value
            }
        case 7:
            if SignAttributes.equal(name, "content") {
                content = value
            } else if SignAttributes.equal(name, "pubdate") {
                isPublication = true
            }
        case 8:
            switch name[0] {
            case UInt8(ascii: "i"): if SignAttributes.equal(name, "itemprop") { itemprop = value }
            case UInt8(ascii: "p"): if SignAttributes.equal(name, "property") { property = value }
            case UInt8(ascii: "d"): if SignAttributes.equal(name, "datetime") { datetime = value }
            default: return
            }
        case 11 where SignAttributes.equal(name, "data-testid"): testID = value
        default:
            guard name.count > 8, name.count < 30, name[4] == UInt8(ascii: "-"), name[0] == UInt8(ascii: "d"),
                (8...32).contains(value.count)
            else { return }
            if ["date", "time", "publi"].contains(where: { SignAttributes.has(name, $0) }) { date = value }
        }
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
