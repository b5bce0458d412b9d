import GlaneurCore

/// Checks values against the part of JSON Schema that the output schema uses, as an oracle for the writers.
struct SchemaCheck {
    let schema: JSONValue
    let schemaBytes: [UInt8]

    /// Returns what is wrong with `value`, one sentence a fault.
    func faults(of value: JSONValue, in bytes: [UInt8], definition: String? = nil) -> [String] {
        guard let definition else { return faults(value, bytes, schema, "") }
        guard let node = schema["$defs"]?[definition] else { return ["no definition \(definition)"] }
        return faults(value, bytes, node, "")
    }

    private func faults(_ value: JSONValue, _ bytes: [UInt8], _ node: JSONValue, _ path: String) -> [String] {
        if let target = node["$ref"]?.string(in: schemaBytes)?.split(separator: "/").last {
            guard let next = schema["$defs"]?[String(target)] else { return ["\(path): no \(target)"] }
            return faults(value, bytes, next, path)
        }
        var faults: [String] = []
        if let expected = node["const"], expected.string(in: schemaBytes) != value.string(in: bytes) {
            faults.append("\(path): not the constant")
        }
        if let words = node["enum"]?.elements?.compactMap({ $0.string(in: schemaBytes) }),
            !words.contains(value.string(in: bytes) ?? "")
        {
            faults.append("\(path): none of \(words)")
        }
        switch (node["type"]?.string(in: schemaBytes), value) {
        case (nil, _): break
        case ("string", .string(let string)):
            if let least = node["minLength"]?.integer(in: schemaBytes), string.span.count < least {
                faults.append("\(path): empty")
            }
        case ("integer", .number):
            guard let number = value.integer(in: bytes) else { return ["\(path): not whole"] }
            if let least = node["minimum"]?.integer(in: schemaBytes), number < least { faults.append("\(path): small") }
        case ("number", .number): break
        case ("array", .array(let elements)):
            if elements.isEmpty { faults.append("\(path): empty") }
            guard let items = node["items"] else { break }
            for element in elements { faults += self.faults(element, bytes, items, path + "[]") }
        case ("object", .object(let members)): faults += self.faults(members, bytes, node, path)
        case (let type?, _): faults.append("\(path): no \(type)")
        }
        return faults
    }

    private func faults(_ members: [JSONValue.Member], _ bytes: [UInt8], _ node: JSONValue, _ path: String) -> [String]
    {
        var faults: [String] = []
        for name in node["required"]?.elements?.compactMap({ $0.string(in: schemaBytes) }) ?? []
        where !members.contains(where: { $0.key == name }) {
            faults.append("\(path): misses \(name)")
        }
        for (index, member) in members.enumerated() {
            if members[..<index].contains(where: { $0.key == member.key }) {
                faults.append("\(path): twice \(member.key)")
            }
            guard let next = node["properties"]?[member.key] else {
                faults.append("\(path): unknown \(member.key)")
                continue
            }
            faults += self.faults(member.value, bytes, next, path + "." + member.key)
        }
        return faults
    }
}
