/// Tells zip archives that are one document from those that hold many.
enum PackageSignature {
    /// The media type of the document, nothing where the archive is a plain one.
    static func mediaType(head: [UInt8], fileName: String) -> String? {
        let first = firstMember(head)
        if first?.name == "mimetype", let stated = first.map({ String(decoding: $0.contents, as: UTF8.self) }) {
            if stated.hasPrefix("application/epub+zip") { return "application/epub+zip" }
            let openDocument = "application/vnd.oasis.opendocument."
            if stated.hasPrefix(openDocument + "text") { return openDocument + "text" }
            if stated.hasPrefix(openDocument) { return openDocument + "other" }
        }
        let office = "application/vnd.openxmlformats-officedocument."
        let isOffice = ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml"].contains(first?.name)
        switch FileName.ending(of: fileName) {
        case "docx", "docm", "dotx": return office + "wordprocessingml.document"
        case "epub": return "application/epub+zip"
        case "odt", "ott": return "application/vnd.oasis.opendocument.text"
        case "xlsx", "pptx", "ods", "odp", "odg": return office + "other"
        default: return isOffice || first?.name.hasPrefix("word/") == true ? office + "wordprocessingml.document" : nil
        }
    }

    /// The name of the first member, and its first bytes as they are stored.
    private static func firstMember(_ head: [UInt8]) -> (name: String, contents: ArraySlice<UInt8>)? {
        guard head.count > 30, head.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        let nameCount = Int(head[26]) | Int(head[27]) << 8
        let extraCount = Int(head[28]) | Int(head[29]) << 8
        guard 30 + nameCount <= head.count else { return nil }
        let contents = head.dropFirst(30 + nameCount + extraCount).prefix(64)
        return (String(decoding: head[30..<30 + nameCount], as: UTF8.self), contents)
    }
}
