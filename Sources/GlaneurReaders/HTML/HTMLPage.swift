import CLibXML2

/// The events of one page with the bytes they stand on; owns libxml2's part of it.
struct HTMLPage: ~Copyable {
    /// What the parser tells, in the order of the page.
    enum Event {
        /// An element begins; `index` is that of the event, for its attributes.
        case start(HTMLElement, index: Int)
        case end(HTMLElement)
        /// Text that stands on `source` as it is.
        case text(value: Range<Int>, source: Range<Int>)
        /// Text that stands on `source` in another form, as a character reference; empty where its place is unknown.
        case reference(value: Range<Int>, source: Range<Int>)
        /// A piece of a script of linked data.
        case data(value: Range<Int>)
    }

    /// Larger pages are refused; some hold all their pictures and have 20 MB.
    static let sizeLimit = ReadLimits.standard.markupBytes

    private static let isInitialized: Bool = {
        cxml_initialize()
        return true
    }()

    private let handle: OpaquePointer
    private let elements: [HTMLElement]
    /// The number of events.
    let count: Int

    /// Parses valid UTF-8.
    init(_ bytes: [UInt8]) throws(MarkupRefusal) {
        guard HTMLPage.isInitialized, bytes.count <= HTMLPage.sizeLimit else {
            throw .tooLarge("\(bytes.count) bytes of markup, the limit is \(HTMLPage.sizeLimit)")
        }
        let handle = bytes.withUnsafeBufferPointer { cxml_parse($0.baseAddress, $0.count) }
        guard let handle else { throw .tooLarge("no memory for \(bytes.count) bytes of markup") }
        if let refusal = HTMLPage.refusal(cxml_status(handle)) {
            cxml_close(handle)
            throw refusal
        }
        self.handle = handle
        count = cxml_event_count(handle)
        elements = (0..<cxml_name_count(handle)).map { index in
            cxml_name(handle, index).map { HTMLElement(name: String(cString: $0)) } ?? .other
        }
    }

    private static func refusal(_ status: cxml_page_status) -> MarkupRefusal? {
        switch status {
        case CXML_PAGE_READ: nil
        case CXML_PAGE_TOO_MANY: .tooLarge("more than 1000000 tags and pieces of text")
        case CXML_PAGE_TOO_MANY_ATTRIBUTES: .tooLarge("more than 1000000 attributes")
        case CXML_PAGE_TOO_MANY_FAULTS: .tooLarge("more than 500000 faults, or end tags that close nothing without end")
        case CXML_PAGE_TOO_DEEP: .tooLarge("elements more than 100000 deep")
        case CXML_PAGE_TOO_LONG: .tooLarge("more than 16 MiB of text and attributes")
        case CXML_PAGE_TOO_SLOW: .tooLarge("markup that takes more than 5 seconds to parse")
        default: .tooLarge("no memory for the tags of a page")
        }
    }

    deinit { cxml_close(handle) }

    /// The version of libxml2: `2.9.14`.
    static var parserVersion: String { String(cString: cxml_version()) }

    /// The event at an index below `count`.
    subscript(index: Int) -> Event {
        precondition(index < count, "a page has no such event")
        guard let event = cxml_events(handle)?[index] else { preconditionFailure("a page without events") }
        let value = Int(event.value_start)..<Int(max(event.value_start, event.value_end))
        let source = Int(event.source_start)..<Int(max(event.source_start, event.source_end))
        switch UInt32(event.kind) {
        case CXML_START.rawValue: return .start(elements[Int(event.name)], index: index)
        case CXML_END.rawValue: return .end(elements[Int(event.name)])
        case CXML_TEXT.rawValue: return .text(value: value, source: source)
        case CXML_DATA.rawValue: return .data(value: value)
        default: return .reference(value: value, source: source)
        }
    }

    /// The bytes of an event's value, valid as long as the page.
    func buffer(_ value: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        guard let pool = cxml_pool(handle), !value.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(start: pool + value.lowerBound, count: value.count)
    }

    /// The bytes of an event's value.
    func bytes(_ value: Range<Int>) -> [UInt8] { Array(buffer(value)) }

    /// The value of an attribute of the element that begins at an event; empty where it is written without one.
    func attribute(_ name: String, ofEvent index: Int) -> String? {
        guard let event = cxml_events(handle)?[index], let attributes = cxml_attributes(handle) else { return nil }
        let pool = UnsafeBufferPointer(start: cxml_pool(handle), count: cxml_pool_count(handle))
        for position in 0..<Int(event.attribute_count) {
            let attribute = attributes[Int(event.value_start) + position]
            let written = pool[Int(attribute.name_start)..<Int(attribute.name_end)]
            guard written.count == name.utf8.count, written.elementsEqual(name.utf8) else { continue }
            return String(decoding: pool[Int(attribute.value_start)..<Int(attribute.value_end)], as: UTF8.self)
        }
        return nil
    }

    /// Calls `body` with name and value of each attribute of the element that begins at an event; they live as long as the page.
    func forEachAttribute(
        ofEvent index: Int, _ body: (_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Void
    ) {
        guard let event = cxml_events(handle)?[index], let attributes = cxml_attributes(handle) else { return }
        let pool = UnsafeBufferPointer(start: cxml_pool(handle), count: cxml_pool_count(handle))
        for position in 0..<Int(event.attribute_count) {
            let attribute = attributes[Int(event.value_start) + position]
            body(
                UnsafeBufferPointer(rebasing: pool[Int(attribute.name_start)..<Int(attribute.name_end)]),
                UnsafeBufferPointer(rebasing: pool[Int(attribute.value_start)..<Int(attribute.value_end)]))
        }
    }

    /// The offset of the last byte of the tag of the element that begins at an event.
    func place(ofEvent index: Int) -> Int? { cxml_events(handle).map { Int($0[index].source_start) } }

    /// Whether the element has attributes at all.
    func hasAttributes(ofEvent index: Int) -> Bool {
        (cxml_events(handle)?[index].attribute_count ?? 0) > 0
    }
}
