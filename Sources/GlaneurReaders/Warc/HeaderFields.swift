/// The header of a record of a web archive or of an HTTP message: a first line, and fields with names.
struct HeaderFields {
    /// The longest header that is read; servers refuse much shorter ones.
    static let limit = 1 << 16

    /// The line before the fields: `WARC/1.0`, `HTTP/1.1 200 OK`.
    let firstLine: String
    /// The bytes of the header with the empty line that ends it.
    let count: Int
    private var fields: [(name: String, value: String)] = []

    /// Reads a header from the first byte on; nothing where no empty line ends it within the limit.
    ///
    /// - Parameter mark: what no line but the first begins with, because it begins another header.
    init?(_ bytes: ArraySlice<UInt8>, mark: [UInt8]) {
        var lines: [ArraySlice<UInt8>] = []
        let head = bytes.prefix(HeaderFields.limit)
        var start = head.startIndex
        while true {
            guard let end = head[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            var line = head[start..<end]
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            start = end + 1
            guard !line.isEmpty else { break }
            guard lines.isEmpty || !line.starts(with: mark) else { return nil }
            lines.append(line)
        }
        count = start - head.startIndex
        firstLine = lines.first.map { HeaderFields.string($0) } ?? ""
        for line in lines.dropFirst() {
            // A line that begins with a space goes on with the one before.
            if line.first == 0x20 || line.first == 0x09, let last = fields.indices.last {
                fields[last].value += " " + HeaderFields.string(line)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = HeaderFields.string(line[..<colon]).lowercased()
                fields.append((name, HeaderFields.string(line[(colon + 1)...])))
            }
        }
    }

    /// The value of the first field of a name in lower case.
    subscript(name: String) -> String? {
        fields.first { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
    }

    /// The media type that a `content-type` states, in lower case and without parameters.
    static func mediaType(_ contentType: String) -> String {
        contentType.prefix { $0 != ";" && $0 != "," }.filter { $0 != " " }.lowercased()
    }

    /// The value of a parameter of a `content-type`: that of `charset`, without quotes.
    static func parameter(_ name: String, of contentType: String) -> String? {
        for part in contentType.split(separator: ";").dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmed }
            guard sides.count == 2, sides[0].lowercased() == name else { continue }
            let value = sides[1].filter { $0 != "\"" && $0 != "'" }
            return value.isEmpty ? nil : value
        }
        return nil
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes, as: UTF8.self)[...].trimmed
    }
}

extension Substring {
    /// The text without spaces and tabs around it.
    fileprivate var trimmed: String {
        var text = self
        while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return String(text)
    }
}
