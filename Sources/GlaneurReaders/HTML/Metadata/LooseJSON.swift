import GlaneurCore

/// Reads JSON as pages write it: within comments or CDATA, with line ends in strings, commas too many, ends too few.
enum LooseJSON {
    /// The value of a script, mended where it must be, and the bytes its strings lie in.
    static func parse(_ script: [UInt8]) -> (value: JSONValue, bytes: [UInt8])? {
        if let value = try? JSONParser.parse(script) { return (value, script) }
        let mended = mended(script)
        guard let value = try? JSONParser.parse(mended) else { return nil }
        return (value, mended)
    }

    private static func mended(_ script: [UInt8]) -> [UInt8] {
        guard let start = start(of: script) else { return [] }
        var output: [UInt8] = []
        output.reserveCapacity(script.count)
        var open: [UInt8] = []
        var isInString = false
        var index = start
        while index < script.count {
            let byte = script[index]
            index += 1
            if isInString {
                switch byte {
                case UInt8(ascii: "\""):
                    isInString = false
                    output.append(byte)
                case UInt8(ascii: "\\"):
                    guard index < script.count else { break }
                    // An escape that JSON does not know is the character itself.
                    if UInt8(ascii: "u") == script[index] {
                        let digits = script[min(index + 1, script.count)..<min(index + 5, script.count)]
                        guard digits.count == 4, digits.allSatisfy(isHexDigit) else { continue }
                        output += [byte, script[index]]
                    } else if "\"\\/bfnrt".utf8.contains(script[index]) {
                        output += [byte, script[index]]
                    } else {
                        output.append(script[index] < 0x20 ? 0x20 : script[index])
                    }
                    index += 1
                case 0..<0x20: output.append(0x20)
                default: output.append(byte)
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""):
                isInString = true
                output.append(byte)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open.append(byte + 2)
                output.append(byte)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard open.last == byte else { continue }
                open.removeLast()
                dropComma(&output)
                output.append(byte)
                if open.isEmpty { return output }
            case UInt8(ascii: "/") where index < script.count && script[index] == UInt8(ascii: "*"):
                while index + 1 < script.count, script[index] != UInt8(ascii: "*") || script[index + 1] != byte {
                    index += 1
                }
                index += 2
            default: output.append(byte)
            }
        }
        if isInString { output.append(UInt8(ascii: "\"")) }
        dropComma(&output)
        return output + open.reversed()
    }

    /// Where the value begins, behind `<!--`, `//<![CDATA[` and the like.
    private static func start(of script: [UInt8]) -> Int? {
        var index = 0
        let data = Array("[CDATA[".utf8)
        while index < script.count {
            if script[index] == UInt8(ascii: "{") { return index }
            if script[index] == UInt8(ascii: "[") {
                guard script[index...].starts(with: data) else { return index }
                index += data.count
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func dropComma(_ output: inout [UInt8]) {
        guard let last = output.lastIndex(where: { $0 > 0x20 }), output[last] == UInt8(ascii: ",") else { return }
        output.removeSubrange(last...)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
