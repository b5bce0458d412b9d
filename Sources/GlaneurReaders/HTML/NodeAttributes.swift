/// What the attributes of an element say of its place on a page; valid as long as the page.
struct NodeAttributes {
    /// The value of `class`, with the hash of all of it and that of its first name.
    struct Classes {
        let bytes: UnsafeBufferPointer<UInt8>
        let hash: UInt64
        let first: UInt64
    }

    /// The names of classes; nothing where there are none.
    private(set) var classes: Classes?
    /// The value of `id`.
    private(set) var identity: UnsafeBufferPointer<UInt8>?
    /// Whether schema.org's vocabulary calls the element an article or the body of one.
    private(set) var isArticle = false
    /// Whether its role is that of navigation, of something beside the article, or of the foot of the page.
    private(set) var isLandmark = false

    /// Reads those of the element that begins at an event.
    init(ofEvent index: Int, _ page: borrowing HTMLPage) {
        var found = self
        page.forEachAttribute(ofEvent: index) { name, value in found.take(name, value) }
        self = found
    }

    private mutating func take(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) {
        guard !value.isEmpty else { return }
        switch (name.count, name[0]) {
        case (2, UInt8(ascii: "i")) where name.elementsEqual("id".utf8): identity = value
        case (5, UInt8(ascii: "c")) where name.elementsEqual("class".utf8):
            let start = value.firstIndex { $0 > 0x20 } ?? 0
            let end = value[start...].firstIndex { $0 <= 0x20 } ?? value.count
            classes = Classes(
                bytes: value, hash: NameHash.of(value),
                first: NameHash.of(UnsafeBufferPointer(rebasing: value[start..<end])))
        case (4, UInt8(ascii: "r")) where name.elementsEqual("role".utf8):
            let roles = ["navigation", "complementary", "contentinfo"]
            isLandmark = roles.contains { value.elementsEqual($0.utf8) }
        case (8, UInt8(ascii: "i")) where name.elementsEqual("itemprop".utf8),
            (8, UInt8(ascii: "p")) where name.elementsEqual("property".utf8):
            if value.count >= 11, String(decoding: value, as: UTF8.self).lowercased().contains("articlebody") {
                isArticle = true
            }
        case (8, UInt8(ascii: "i")) where name.elementsEqual("itemtype".utf8):
            isArticle =
                isArticle || value.suffix(7).elementsEqual("Article".utf8)
                || value.suffix(7).elementsEqual("Posting".utf8)
        default: return
        }
    }
}
