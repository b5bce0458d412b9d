/// The chapters of a book in the order in which they are read.
struct BookSpine {
    /// More chapters are passed over.
    private static let limit = 10_000

    /// The paths of the chapters in the package, without cover and contents.
    let chapters: [String]

    /// Reads the package file (OPF) that lies at a path.
    init(_ packageFile: [UInt8], path: String) {
        let folder = PackagePath.folder(of: path)
        var pages: [String: String] = [:]
        var order: [String] = []
        var furniture: Set<String> = []
        for element in PackageElement.elements(of: packageFile) {
            let attributes = element.attributes
            let target = attributes["href"].map { PackagePath.joined(folder, $0) }
            switch element.name {
            case "item":
                guard let id = attributes["id"], let target, let type = attributes["media-type"],
                    type == "application/xhtml+xml" || type == "text/html"
                else { continue }
                let properties = attributes["properties"]?.split(separator: " ") ?? []
                if properties.contains("nav") { furniture.insert(target) }
                pages[id] = target
            case "itemref": if let id = attributes["idref"] { order.append(id) }
            case "reference":
                if let target, let type = attributes["type"], ["cover", "toc", "title-page", "index"].contains(type) {
                    furniture.insert(target)
                }
            default: continue
            }
        }
        var seen = furniture
        let read = order.compactMap { pages[$0] }.filter { seen.insert($0).inserted }
        chapters = Array(read.prefix(BookSpine.limit))
    }

    /// Whether a page has a letter or a figure outside its tags.
    static func hasText(_ page: [UInt8]) -> Bool {
        let body = page.firstRange(of: Array("<body".utf8))?.lowerBound ?? 0
        var isInTag = false
        var text: [UInt8] = []
        for byte in page[body...] {
            if byte == UInt8(ascii: "<") { isInTag = true }
            if !isInTag { text.append(byte) }
            if byte == UInt8(ascii: ">") { isInTag = false }
            if text.count == 64 {
                if !AlignedText.isBlank(text) { return true }
                text = []
            }
        }
        return !AlignedText.isBlank(text)
    }
}
