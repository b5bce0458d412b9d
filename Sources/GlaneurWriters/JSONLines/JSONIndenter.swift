/// Lays finished JSON out for people: one member a line, two spaces a level, short arrays of plain values on one line.
enum JSONIndenter {
    /// Returns the same JSON indented, with a line end behind it.
    static func indented(_ json: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(json.count * 2)
        var depth = 0
        var index = 0
        func breakLine() {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
        }
        while index < json.count {
            let byte = json[index]
            switch byte {
            case UInt8(ascii: "\""):
                let end = endOfString(json, from: index)
                output.append(contentsOf: json[index..<end])
                index = end
                continue
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if let end = endOfPlain(json, from: index) {
                    output.append(contentsOf: json[index..<end])
                    index = end
                    continue
                }
                output.append(byte)
                depth += 1
                breakLine()
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                breakLine()
                output.append(byte)
            case UInt8(ascii: ","):
                output.append(byte)
                breakLine()
            case UInt8(ascii: ":"):
                output.append(byte)
                output.append(UInt8(ascii: " "))
            default: output.append(byte)
            }
            index += 1
        }
        output.append(UInt8(ascii: "\n"))
        return output
    }

    /// Returns the index behind the string that starts at `start`.
    private static func endOfString(_ json: [UInt8], from start: Int) -> Int {
        var index = start + 1
        while index < json.count, json[index] != UInt8(ascii: "\"") {
            index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index + 1
    }

    /// Returns the index behind the array or object at `start` if nothing is nested in it and it fits on a line.
    private static func endOfPlain(_ json: [UInt8], from start: Int) -> Int? {
        var index = start + 1
        while index < json.count, index - start < 100 {
            switch json[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): return nil
            case UInt8(ascii: "]"), UInt8(ascii: "}"): return index + 1
            case UInt8(ascii: "\""): index = endOfString(json, from: index)
            default: index += 1
            }
        }
        return nil
    }
}
