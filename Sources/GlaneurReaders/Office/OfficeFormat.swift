/// The office formats that are zip archives of XML.
enum OfficeFormat: String, Sendable, CaseIterable {
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case openDocument = "application/vnd.oasis.opendocument.text"
    case book = "application/epub+zip"

    /// Tells by the names of the members of an archive and the contents of the one called `mimetype`, if it is there.
    init?(members: some Sequence<String>, mimetype: [UInt8]?) {
        let declared = mimetype.map { AlignedText.collapsed($0.prefix(100)) } ?? ""
        if declared.hasPrefix(OfficeFormat.book.rawValue) {
            self = .book
        } else if declared.hasPrefix(OfficeFormat.openDocument.rawValue) {
            self = .openDocument
        } else if members.contains("word/document.xml") {
            self = .word
        } else {
            return nil
        }
    }
}
