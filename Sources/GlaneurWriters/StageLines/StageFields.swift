import GlaneurCore

/// What is wrong with a stage line: the place in it and what was expected there.
struct MalformedStageLine: Error {
    let message: String
}

/// An object of a stage line, read key by key.
struct StageFields {
    private let value: JSONValue
    private let bytes: [UInt8]
    private let path: String

    /// Makes the fields of a value that must be an object.
    init(_ value: JSONValue, in bytes: [UInt8], path: String = "") throws(MalformedStageLine) {
        guard case .object = value else { throw MalformedStageLine(message: "\(path): expected an object") }
        self.value = value
        self.bytes = bytes
        self.path = path
    }

    /// Makes the failure for the field `key`.
    func failure(_ key: String, _ expected: String) -> MalformedStageLine {
        MalformedStageLine(message: "\(path)\(key): expected \(expected)")
    }

    /// Returns whether there is such a field.
    func has(_ key: String) -> Bool { value[key] != nil }

    /// Returns the fields of the object under `key`, or nothing where there is none.
    func object(_ key: String) throws(MalformedStageLine) -> StageFields? {
        guard let value = value[key] else { return nil }
        return try StageFields(value, in: bytes, path: "\(path)\(key).")
    }

    /// Returns the fields of each object of the array under `key`.
    func objects(_ key: String) throws(MalformedStageLine) -> [StageFields] {
        var objects: [StageFields] = []
        for (index, element) in try elements(key).enumerated() {
            objects.append(try StageFields(element, in: bytes, path: "\(path)\(key)[\(index)]."))
        }
        return objects
    }

    /// Returns the string under `key`, or nothing where there is none.
    func string(_ key: String) throws(MalformedStageLine) -> String? {
        guard let value = value[key] else { return nil }
        guard let string = value.string(in: bytes) else { throw failure(key, "a string") }
        return string
    }

    /// Returns the string that must stand under `key`.
    func requiredString(_ key: String) throws(MalformedStageLine) -> String {
        guard let string = try string(key) else { throw failure(key, "a string") }
        return string
    }

    /// Returns the bytes of the string under `key`, checked to be UTF-8, or nothing where there is none.
    func text(_ key: String) throws(MalformedStageLine) -> [UInt8]? {
        guard let value = value[key] else { return nil }
        guard case .string(let string) = value else { throw failure(key, "a string") }
        let text = string.decoded(from: bytes)
        guard (try? UTF8Span(validating: text.span)) != nil, text.count <= UInt32.max else {
            throw failure(key, "a string of valid UTF-8")
        }
        return text
    }

    /// Returns the word under `key` as a case of an enumeration, or nothing where there is none.
    func word<Word: RawRepresentable<String>>(_ key: String, _ type: Word.Type) throws(MalformedStageLine) -> Word? {
        guard let text = try string(key) else { return nil }
        guard let word = Word(rawValue: text) else { throw failure(key, "a known word and not \(text)") }
        return word
    }

    /// Returns the word that must stand under `key`.
    func requiredWord<Word: RawRepresentable<String>>(
        _ key: String, _ type: Word.Type
    ) throws(MalformedStageLine) -> Word {
        guard let word = try word(key, type) else { throw failure(key, "a word") }
        return word
    }

    /// Returns the strings under `key`, none where there is no such field.
    func strings(_ key: String) throws(MalformedStageLine) -> [String] {
        var strings: [String] = []
        for element in try elements(key) {
            guard let string = element.string(in: bytes) else { throw failure(key, "strings") }
            strings.append(string)
        }
        return strings
    }

    /// Returns the whole numbers under `key`, none where there is no such field.
    func integers(_ key: String) throws(MalformedStageLine) -> [Int] {
        let elements = try elements(key)
        var integers: [Int] = []
        integers.reserveCapacity(elements.count)
        for element in elements { integers.append(try integer(element, key)) }
        return integers
    }

    /// Returns the whole number under `key`, or nothing where there is none.
    func integer(_ key: String) throws(MalformedStageLine) -> Int? {
        guard let value = value[key] else { return nil }
        return try integer(value, key)
    }

    /// Returns the whole number that must stand under `key`.
    func requiredInteger(_ key: String) throws(MalformedStageLine) -> Int {
        guard let integer = try integer(key) else { throw failure(key, "a whole number") }
        return integer
    }

    /// Returns the number under `key`, or nothing where there is none.
    func double(_ key: String) throws(MalformedStageLine) -> Double? {
        guard let value = value[key] else { return nil }
        guard let double = value.double(in: bytes), double.isFinite else { throw failure(key, "a number") }
        return double
    }

    /// Returns the exact number under `key`, or nothing where there is none.
    func decimal(_ key: String) throws(MalformedStageLine) -> ExactDecimal? {
        guard let text = try string(key) else { return nil }
        guard let decimal = ExactDecimal(jsonString: text) else { throw failure(key, "a decimal in a string") }
        return decimal
    }

    private func elements(_ key: String) throws(MalformedStageLine) -> [JSONValue] {
        guard let value = value[key] else { return [] }
        guard let elements = value.elements else { throw failure(key, "an array") }
        return elements
    }

    /// Reads digits without making a string: token columns are long.
    private func integer(_ value: JSONValue, _ key: String) throws(MalformedStageLine) -> Int {
        guard case .number(let span) = value, span.count <= 18 else { throw failure(key, "whole numbers") }
        var digits = bytes[span.range]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        var number = 0
        for byte in digits {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw failure(key, "whole numbers") }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return isNegative ? -number : number
    }
}
