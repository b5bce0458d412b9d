import GlaneurCore

/// Makes text, blocks and metadata of an XML document whose vocabulary is known.
struct ProseReader {
    private struct OpenElement {
        let role: ProseRole
        let wasTakingText: Bool
        var block: (blockClass: Block.Class, kind: Block.Kind)?
    }

    private let keepsBoilerplate: Bool
    private var text = AlignedText()
    private var blocks: [Block] = []
    private var fields: [(field: ProseRole.Field, value: String)] = []

    private var names: [XMLName] = []
    private var open: [OpenElement] = []
    private var draft = AlignedText()
    /// White space that is written once something visible follows.
    private var pending: (byte: UInt8, source: Range<Int>)?
    private var takesText: Bool
    private var skipDepth = 0
    /// Texts of elements that are metadata, with the number of elements around each.
    private var heard: [(depth: Int, text: AlignedText)] = []

    private init(takesText: Bool, keepsBoilerplate: Bool) {
        self.takesText = takesText
        self.keepsBoilerplate = keepsBoilerplate
    }

    /// Reads a whole document.
    static func read(
        _ document: borrowing XMLDocument, as vocabulary: some ProseVocabulary, keepsBoilerplate: Bool
    ) -> MarkupExtraction {
        var vocabulary = vocabulary
        var reader = ProseReader(takesText: vocabulary.takesText, keepsBoilerplate: keepsBoilerplate)
        for index in 0..<document.count {
            switch document[index] {
            case .start(let name, let index):
                let role = vocabulary.role(of: name, document.attributes(ofEvent: index), in: reader.names)
                reader.start(name, role, at: document.place(ofEvent: index))
            case .end: reader.end()
            case .text(let range), .data(let range): reader.append(document.source(range), range.lowerBound)
            case .reference(let value, let source): reader.append(document.value(value), for: source)
            }
        }
        reader.flush()
        return MarkupExtraction(
            text: reader.text.bytes, alignment: reader.text.alignment, blocks: reader.blocks,
            metadata: Metadata(fields: reader.fields))
    }

    private mutating func start(_ name: XMLName, _ role: ProseRole, at place: Range<Int>) {
        // What is passed over inside a paragraph does not end it.
        if skipDepth == 0, role.block != nil || role.innerKind != nil { flush() }
        open.append(OpenElement(role: role, wasTakingText: takesText, block: block(of: role)))
        names.append(name)
        if role.isSkipped { skipDepth += 1 }
        if let holdsText = role.holdsText { takesText = holdsText }
        if let statement = role.statement { fields.append(statement) }
        if role.field != nil { heard.append((open.count, AlignedText())) }
        if let restyling = role.restyling, let around = open.lastIndex(where: { $0.role.block != nil }) {
            open[around].block = restyling
        }
        switch role.insertion {
        case .lineBreak: appendSpace(0x0A, place)
        case .space: appendSpace(0x20, place)
        case nil: break
        }
    }

    /// The block of an element: a paragraph in a list or a table takes the kind of what it lies in.
    private func block(of role: ProseRole) -> (blockClass: Block.Class, kind: Block.Kind)? {
        guard let block = role.block else { return nil }
        let around = open.last { $0.role.innerKind != nil }
        guard block.kind == .paragraph, let kind = around?.role.innerKind else { return block }
        return (around?.block?.blockClass ?? .body, kind)
    }

    private mutating func end() {
        guard let closed = open.last else { return }
        if skipDepth == 0, closed.role.block != nil || closed.role.innerKind != nil { flush() }
        if closed.role.isSkipped { skipDepth -= 1 }
        takesText = closed.wasTakingText
        if let field = closed.role.field, let last = heard.last, last.depth == open.count {
            heard.removeLast()
            let value = last.text.collapsed
            if !value.isEmpty { fields.append((field, value)) }
        }
        open.removeLast()
        names.removeLast()
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ source: Int) {
        for index in heard.indices { heard[index].text.append(bytes, source: source) }
        guard takesText, skipDepth == 0 else { return }
        var index = 0
        while index < bytes.count {
            let start = index
            let isSpace = bytes[index] <= 0x20
            while index < bytes.count, (bytes[index] <= 0x20) == isSpace { index += 1 }
            if isSpace {
                appendSpace(0x20, (source + start)..<(source + index))
            } else {
                appendPending()
                draft.append(bytes[start..<index], source: source + start)
            }
        }
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, for source: Range<Int>) {
        for index in heard.indices { heard[index].text.append(bytes, for: source) }
        guard takesText, skipDepth == 0 else { return }
        guard !bytes.allSatisfy({ $0 <= 0x20 }) else { return appendSpace(0x20, source) }
        appendPending()
        draft.append(bytes, for: source)
    }

    private mutating func appendSpace(_ byte: UInt8, _ source: Range<Int>) {
        for index in heard.indices { heard[index].text.append([byte], for: source) }
        guard takesText, skipDepth == 0, !draft.isEmpty, pending == nil || byte == 0x0A else { return }
        pending = (byte, source)
    }

    private mutating func appendPending() {
        guard let space = pending else { return }
        draft.append([space.byte], for: space.source)
        pending = nil
    }

    /// Ends the block that is being read, behind an empty line that the document does not have.
    private mutating func flush() {
        defer {
            draft = AlignedText()
            pending = nil
        }
        guard !AlignedText.isBlank(draft.bytes) else { return }
        let block =
            open.last { $0.block != nil }?.block ?? (open.last { $0.role.innerKind != nil }?.role.innerKind)
            .map { (.body, $0) } ?? (.body, .paragraph)
        guard keepsBoilerplate || block.blockClass != .boilerplate else { return }
        if !text.isEmpty, let place = draft.start { text.append([0x0A, 0x0A], for: place..<place) }
        let start = text.bytes.count
        text.append(draft)
        blocks.append(
            Block(span: ByteSpan(start, text.bytes.count), blockClass: block.blockClass, kind: block.kind))
    }
}

extension Metadata {
    /// Puts together what elements state; of each field but the authors the first counts.
    fileprivate init(fields: [(field: ProseRole.Field, value: String)]) {
        self.init()
        for (field, value) in fields {
            switch field {
            case .title: title = title ?? value
            case .author: if !authors.contains(value) { authors.append(value) }
            case .published: published = published ?? WrittenTime.rfc3339(value)
            case .language: declaredLanguage = declaredLanguage ?? Language(declared: value)
            case .outlet: outlet = outlet ?? value
            case .url: url = url ?? (value.hasPrefix("http") ? value : nil)
            }
        }
    }
}

extension Language {
    /// The language of a tag that a document carries; nothing where the tag says that nobody knows.
    init?(declared tag: String) {
        guard !tag.isEmpty, !["und", "mul", "zxx"].contains(tag) else { return nil }
        // Word and some feeds write an underscore, the library tags of TEI three letters.
        let code = String(decoding: tag.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
        switch code.lowercased() {
        case "fra", "fre": self = .french
        case "eng": self = .english
        default: self.init(code: code)
        }
    }
}
