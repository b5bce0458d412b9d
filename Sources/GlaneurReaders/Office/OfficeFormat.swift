/// The office formats that are zip archives of XML, by their media types.
enum OfficeFormat: String, Sendable, CaseIterable {
    case word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case openDocument = "application/vnd.oasis.opendocument.text"
    case book = "application/epub+zip"
}
