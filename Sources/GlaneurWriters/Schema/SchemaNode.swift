/// A piece of a JSON Schema (Draft 2020-12), already written out.
struct SchemaNode {
    /// The JSON text.
    let json: String

    static let string = SchemaNode(json: #"{"type":"string"}"#)
    static let words = SchemaNode(json: #"{"type":"string","minLength":1}"#)
    static let count = SchemaNode(json: #"{"type":"integer","minimum":0}"#)
    static let score = SchemaNode(json: #"{"type":"number","minimum":0,"maximum":1}"#)
    static let yes = SchemaNode(json: #"{"const":true}"#)
    static let decimal = SchemaNode(
        json: #"{"type":"string","pattern":"^-?[0-9]+([.][0-9]+|e-?[0-9]+)?$"}"#)
    static let language = SchemaNode(json: #"{"enum":["fr","en","mul","und"]}"#)

    /// A reference to one of the definitions.
    static func reference(_ name: String) -> SchemaNode {
        SchemaNode(json: "{\"$ref\":\"#/$defs/\(name)\"}")
    }

    /// One fixed string.
    static func constant(_ text: String) -> SchemaNode {
        SchemaNode(json: "{\"const\":\"\(text)\"}")
    }

    /// One of some strings.
    static func oneOf(_ texts: [String]) -> SchemaNode {
        SchemaNode(json: "{\"enum\":[\(texts.map { "\"\($0)\"" }.joined(separator: ","))]}")
    }

    /// One of the raw values of an enumeration, so that the schema grows with the type.
    static func oneOf<Word: CaseIterable & RawRepresentable<String>>(_ type: Word.Type) -> SchemaNode {
        oneOf(type.allCases.map(\.rawValue))
    }

    /// A filled array.
    static func array(of element: SchemaNode) -> SchemaNode {
        SchemaNode(json: "{\"type\":\"array\",\"minItems\":1,\"items\":\(element.json)}")
    }

    /// An object that has all keys of `required`, may have those of `optional`, and no other.
    static func object(
        required: [(String, SchemaNode)] = [], optional: [(String, SchemaNode)] = [], extra: String = ""
    ) -> SchemaNode {
        let properties = (required + optional).map { "\"\($0.0)\":\($0.1.json)" }.joined(separator: ",")
        let names = required.map { "\"\($0.0)\"" }.joined(separator: ",")
        let needs = required.isEmpty ? "" : "\"required\":[\(names)],"
        return SchemaNode(
            json: "{\(extra)\"type\":\"object\",\(needs)\"properties\":{\(properties)},\"unevaluatedProperties\":false}"
        )
    }

    /// Columns of equal length under these names.
    static func columns(_ columns: [(String, SchemaNode)], optional: [(String, SchemaNode)] = []) -> SchemaNode {
        object(
            required: columns.map { ($0.0, array(of: $0.1)) }, optional: optional.map { ($0.0, array(of: $0.1)) })
    }
}
