import CLibXML2

/// The events of one XML document with the bytes they stand on; owns libxml2's part of it.
struct XMLDocument: ~Copyable {
    /// What the parser tells, in the order of the document.
    enum Event {
        /// An element begins; `index` is that of the event, for its attributes.
        case start(XMLName, index: Int)
        case end(XMLName)
        /// Text that stands there as it is.
        case text(Range<Int>)
        /// The contents of a CDATA section.
        case data(Range<Int>)
        /// Text that stands on `source` in another form, as a reference.
        case reference(value: Range<Int>, source: Range<Int>)
    }

    /// Why a document is not read at all.
    struct Refusal: Error, Equatable {
        /// What was met, in lower case.
        let message: String
        /// Whether it is only too large.
        let isTooLarge: Bool
    }

    /// A fault that was passed over.
    struct Fault: Equatable {
        /// What was met.
        let message: String
        /// Where, in bytes of the document.
        let offset: Int
        /// Whether nothing was read behind it.
        let cutsRest: Bool
    }

    /// Larger documents are refused: with the copies that the parser makes they would take more than 256 MB.
    static let sizeLimit = 48 << 20

    private static let isInitialized: Bool = {
        cxml_initialize()
        return true
    }()

    private let handle: OpaquePointer
    private let names: [XMLName]
    /// The number of events.
    let count: Int
    /// The number of its bytes.
    let end: Int
    /// The first place where the document is not well-formed.
    let fault: Fault?

    /// Parses valid UTF-8, whatever charset it declares.
    init(_ bytes: [UInt8]) throws(Refusal) {
        guard XMLDocument.isInitialized, bytes.count <= XMLDocument.sizeLimit else {
            throw Refusal(message: "\(bytes.count) bytes, the limit is \(XMLDocument.sizeLimit)", isTooLarge: true)
        }
        let parsed = bytes.withUnsafeBufferPointer { cxml_document_parse($0.baseAddress, $0.count) }
        guard let parsed else { throw Refusal(message: "no memory for \(bytes.count) bytes", isTooLarge: true) }
        if let refusal = XMLDocument.refusal(cxml_document_status(parsed)) {
            cxml_document_close(parsed)
            throw refusal
        }
        handle = parsed
        end = bytes.count
        count = cxml_document_event_count(parsed)
        names = (0..<cxml_document_name_count(parsed)).map { index in
            let name = cxml_document_name_at(parsed, index)
            return XMLName(
                space: String(cString: name.space), prefix: String(cString: name.prefix),
                local: String(cString: name.local))
        }
        fault = cxml_document_fault(parsed).map { message in
            Fault(
                message: String(cString: message), offset: cxml_document_fault_place(parsed),
                cutsRest: cxml_document_status(parsed) == CXML_CUT)
        }
    }

    private static func refusal(_ status: cxml_document_status) -> Refusal? {
        switch status {
        case CXML_TOO_DEEP: Refusal(message: "elements more than 1000 deep", isTooLarge: true)
        case CXML_TOO_MANY: Refusal(message: "more elements, attributes or faults than are read", isTooLarge: true)
        case CXML_ENTITY_BOMB: Refusal(message: "entities that grow beyond 64 KiB", isTooLarge: false)
        case CXML_EXTERNAL_ENTITY: Refusal(message: "an entity that is another file", isTooLarge: false)
        default: nil
        }
    }

    deinit { cxml_document_close(handle) }

    /// The event at an index below `count`.
    subscript(index: Int) -> Event {
        precondition(index < count, "a document has no such event")
        guard let event = cxml_document_events(handle)?[index] else { preconditionFailure("no events") }
        let source = Int(event.source_start)..<Int(event.source_end)
        switch UInt32(event.kind) {
        case CXML_ELEMENT_START.rawValue: return .start(names[Int(event.name)], index: index)
        case CXML_ELEMENT_END.rawValue: return .end(names[Int(event.name)])
        case CXML_PLAIN_TEXT.rawValue: return .text(source)
        case CXML_CDATA_TEXT.rawValue: return .data(source)
        default: return .reference(value: Int(event.value_start)..<Int(event.value_end), source: source)
        }
    }

    /// Where an event stands: the tag of a start without its `>`, the empty range behind the tag of an end.
    func place(ofEvent index: Int) -> Range<Int> {
        guard let event = cxml_document_events(handle)?[index] else { return 0..<0 }
        return Int(event.source_start)..<Int(event.source_end)
    }

    /// The bytes of a range of the document.
    func source(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: cxml_document_source(handle) + range.lowerBound, count: range.count)
    }

    /// The bytes that a reference stands for.
    func value(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        // Where all values are empty there is no pool.
        UnsafeBufferPointer(start: cxml_document_pool(handle).map { $0 + range.lowerBound }, count: range.count)
    }

    /// The attributes of the element that begins at an event.
    func attributes(ofEvent index: Int) -> [XMLAttribute] {
        guard let event = cxml_document_events(handle)?[index], event.attribute_count > 0,
            let attributes = cxml_document_attributes(handle)
        else { return [] }
        return (0..<Int(event.attribute_count)).map { position in
            let attribute = attributes[Int(event.value_start) + position]
            let bytes = value(Int(attribute.value_start)..<Int(attribute.value_end))
            return XMLAttribute(name: names[Int(attribute.name)], value: String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Adds the text of an event, if it is one, to a text of this document.
    func append(event index: Int, to text: inout AlignedText) {
        switch self[index] {
        case .text(let range), .data(let range): text.append(source(range), source: range.lowerBound)
        case .reference(let range, let place): text.append(value(range), for: place)
        case .start, .end: return
        }
    }
}
