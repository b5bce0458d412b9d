import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct OutputSchemaTests {
    private func check() throws -> SchemaCheck {
        let bytes = Array(OutputSchema.text.utf8)
        return SchemaCheck(schema: try JSONParser.parse(bytes), schemaBytes: bytes)
    }

    @Test func everyObjectRefusesUnknownKeys() throws {
        let check = try check()
        func visit(_ value: JSONValue) {
            if value["type"]?.string(in: check.schemaBytes) == "object" {
                #expect(value["unevaluatedProperties"] == .bool(false))
            }
            switch value {
            case .object(let members): for member in members { visit(member.value) }
            case .array(let elements): for element in elements { visit(element) }
            default: break
            }
        }
        visit(check.schema)
    }

    @Test(arguments: 0..<60 as Range<UInt64>, LabelScheme.allCases)
    func documentLinesFollowTheSchema(seed: UInt64, labels: LabelScheme) throws {
        var generator = GeneratedDocument(seed: seed)
        var json = JSONWriter()
        let writer = DocumentLineWriter(
            run: DocumentLineWriterTests.run, options: WriterOptions(withTokens: true, labels: labels))
        writer.write(generator.document(), to: &json)
        let faults = try check().faults(of: try JSONParser.parse(json.bytes), in: json.bytes)
        #expect(faults == [], "seed \(seed)")
    }

    @Test func schemaIsLaidOutForPeople() {
        let lines = OutputSchema.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.first == "{" && lines.last == "")
        #expect(lines.contains(#"      "minItems": 1,"#))
    }
}
