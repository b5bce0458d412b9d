import GlaneurCore

/// The header fields of a message or of one of its parts (RFC 5322).
struct MailHeader {
    private struct Field {
        /// The name in lower case.
        let name: String
        /// The value with the line ends of its folds.
        let value: Range<Int>
    }

    private let bytes: [UInt8]
    private let fields: [Field]
    /// The offset behind the empty line that ends the header.
    let end: Int

    /// Nobody writes more; the rest is passed over.
    private static let fieldLimit = 1000

    /// Reads the header that begins at the start of a range of a message.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        self.bytes = bytes
        var fields: [Field] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let line = MailHeader.line(bytes, index..<range.upperBound)
            if line.content.isEmpty {
                index = line.next
                break
            }
            let isFolded = bytes[index] == 0x20 || bytes[index] == 0x09
            let colon = bytes[line.content].firstIndex(of: UInt8(ascii: ":"))
            if isFolded {
                if let last = fields.popLast() {
                    fields.append(Field(name: last.name, value: last.value.lowerBound..<line.content.upperBound))
                }
            } else if let colon, bytes[index..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
                let name = String(decoding: bytes[index..<colon], as: UTF8.self).lowercased()
                if fields.count < MailHeader.fieldLimit {
                    fields.append(Field(name: name, value: (colon + 1)..<line.content.upperBound))
                }
            } else if !bytes[line.content].starts(with: "From ".utf8) {
                // A line that is no field: somebody forgot the empty line.
                break
            }
            index = line.next
        }
        self.fields = fields
        end = index
    }

    /// The first line of a range without its end, and where the next one begins.
    static func line(_ bytes: [UInt8], _ range: Range<Int>) -> (content: Range<Int>, next: Int) {
        let feed = bytes[range].firstIndex(of: 0x0A) ?? range.upperBound
        let hasReturn = feed > range.lowerBound && bytes[feed - 1] == 0x0D
        return (range.lowerBound..<(hasReturn ? feed - 1 : feed), min(feed + 1, range.upperBound))
    }

    /// The names of the fields that are there.
    var names: Set<String> { Set(fields.map(\.name)) }

    /// The value of the first field with a name as it is written, on one line.
    func raw(_ name: String) -> [UInt8]? {
        guard let field = fields.first(where: { $0.name == name }) else { return nil }
        return Array(bytes[field.value].split { $0 <= 0x20 }.joined(separator: [0x20]))
    }

    /// The value of the first field with a name, for people.
    func text(_ name: String) -> String? {
        guard let value = raw(name).map(EncodedWords.decoded), !value.isEmpty else { return nil }
        return value
    }

    /// The value of the first field with a name, and its parameters: `text/plain; charset=utf-8`.
    func parameters(_ name: String) -> MailParameters? { raw(name).map { MailParameters($0) } }
}
