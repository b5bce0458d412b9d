import GlaneurCore

extension MarkupExtraction {
    /// Takes text, blocks and metadata out of a decoded document of XML, by its media type.
    static func article(
        of text: [UInt8], mediaType: String, keepsBoilerplate: Bool
    ) throws(XMLDocument.Refusal) -> MarkupExtraction {
        let document = try XMLDocument(text)
        var extraction: MarkupExtraction
        switch mediaType {
        case XMLKind.newsML.rawValue, XMLKind.nitf.rawValue:
            extraction = ProseReader.read(document, as: ExchangeVocabulary(), keepsBoilerplate: keepsBoilerplate)
        case XMLKind.edition.rawValue:
            extraction = ProseReader.read(document, as: EditionVocabulary(), keepsBoilerplate: keepsBoilerplate)
        case OfficeFormat.word.rawValue:
            extraction = ProseReader.read(document, as: WordVocabulary(), keepsBoilerplate: keepsBoilerplate)
        case OfficeFormat.openDocument.rawValue:
            extraction = ProseReader.read(document, as: OpenDocumentVocabulary(), keepsBoilerplate: keepsBoilerplate)
        default:
            extraction = ProseReader.read(
                document, as: UnknownVocabulary(document), keepsBoilerplate: keepsBoilerplate)
            extraction.warnings.append(
                ("unknown-xml", "nothing is known of these elements; all their text was taken"))
        }
        if let fault = document.fault { extraction.warnings.append(fault.warning) }
        // In the head of what agencies send stands a word for the desk.
        let isExchanged = mediaType == XMLKind.newsML.rawValue || mediaType == XMLKind.nitf.rawValue
        if isExchanged || extraction.metadata.title == nil { extraction.takeTitle() }
        return extraction
    }

    /// Takes the headline of the text for the title.
    private mutating func takeTitle() {
        guard let headline = blocks.first(where: { $0.blockClass == .title && $0.kind == .main }) else { return }
        metadata.title = AlignedText.collapsed(text[headline.span.range])
    }
}

extension XMLDocument.Fault {
    /// The warning that tells of the fault.
    var warning: (code: String, message: String) {
        let rest = cutsRest ? "; nothing is read behind it" : ""
        return (
            "ill-formed", "not well-formed at byte \(offset) of the decoded document: \(message.lowercased())\(rest)"
        )
    }
}
