/// A value of a header with parameters behind semicolons.
struct MailParameters {
    /// The value in lower case.
    let value: String
    private let parameters: [String: String]

    /// Reads `value; name=value; name="value"`.
    init(_ bytes: [UInt8]) {
        var parts: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in bytes {
            if isEscaped {
                parts[parts.count - 1].append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\"), isQuoted {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: ";"), !isQuoted {
                parts.append([])
            } else {
                parts[parts.count - 1].append(byte)
            }
        }
        value = AlignedText.collapsed(parts[0]).lowercased()
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            guard let sign = part.firstIndex(of: UInt8(ascii: "=")) else { continue }
            // Of the long forms of RFC 2231 the first piece is read.
            let name = AlignedText.collapsed(part[..<sign]).lowercased().prefix { $0 != "*" }
            if parameters[String(name)] == nil {
                parameters[String(name)] = EncodedWords.decoded(Array(part[(sign + 1)...]))
            }
        }
        self.parameters = parameters
    }

    /// The parameter of a name.
    subscript(name: String) -> String? { parameters[name] }
}
