import Foundation
import Testing

/// One text, stored in many ways: the same mentions, and raw bytes that say the same.
@Suite struct CopyTests {
    private static let french = """
        Tesla arrête Dojo, le calculateur de l’IA

        Elon Musk a confirmé l’arrêt de Dojo à Détroit : Samsung fabriquera la puce pour 16,5 milliards de dollars.

        « Près de 40 000 € par unité, c’est élevé », a jugé à Genève la société Nestlé, qui a reçu 2,5 % de plus.

        """
    private static let english = """
        Tesla pulls the plug on Dojo

        Elon Musk told Beyoncé’s team in Zürich that Samsung gets $16.5bn – “nearly €2bn” more than Nvidia.

        The café chain Nestlé paid £300 million and lost 2.5 per cent in São Paulo.

        """

    /// A way to store a text, and the way back for a slice of it.
    struct Storage: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let fileName: String
        let store: @Sendable (String) -> Data?
        let text: @Sendable (Data) -> String?

        init(
            _ description: String, _ fileName: String, _ store: @escaping @Sendable (String) -> Data?,
            _ text: @escaping @Sendable (Data) -> String? = { String(data: $0, encoding: .utf8) }
        ) {
            testDescription = description
            self.fileName = fileName
            self.store = store
            self.text = text
        }
    }

    private static let references = [("&amp;", "&"), ("&eacute;", "é"), ("&nbsp;", "\u{A0}"), ("&#8217;", "’")]

    private static func page(_ text: String) -> Data {
        let escaped = references.reduce(text) { $0.replacingOccurrences(of: $1.1, with: $1.0) }
        let parts = escaped.split(separator: "\n").map(String.init)
        let body = parts.dropFirst().map { "<p>\($0)</p>\n" }.joined()
        return Data(
            """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Le Journal</title></head>
            <body><article><h2>\(parts[0])</h2>
            \(body)</article></body></html>
            """.utf8)
    }

    static let storages = [
        Storage("NFC", "a.txt") { Data($0.precomposedStringWithCanonicalMapping.utf8) },
        Storage("NFD", "a.txt") { Data($0.decomposedStringWithCanonicalMapping.utf8) },
        Storage("UTF-8 with a mark", "a.txt") { Data("\u{FEFF}\($0)".utf8) },
        Storage("CRLF", "a.txt") { Data($0.replacingOccurrences(of: "\n", with: "\r\n").utf8) },
        Storage("windows-1252", "a.txt", { $0.data(using: .windowsCP1252) }) {
            String(data: $0, encoding: .windowsCP1252)
        },
        Storage("UTF-16, little end first", "a.txt", { "\u{FEFF}\($0)".data(using: .utf16LittleEndian) }) {
            String(data: $0, encoding: .utf16LittleEndian)
        },
        Storage("UTF-16, big end first", "a.txt", { "\u{FEFF}\($0)".data(using: .utf16BigEndian) }) {
            String(data: $0, encoding: .utf16BigEndian)
        },
        Storage("HTML", "a.html", CopyTests.page) { bytes in
            references.reduce(String(decoding: bytes, as: UTF8.self)) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
        },
    ]

    private func line(_ storage: Storage, _ text: String) throws -> (bytes: Data, line: DocumentLine) {
        let folder = try TemporaryFolder()
        let bytes = try #require(storage.store(text))
        let ending = try Program.run("annotate", try folder.write(storage.fileName, bytes))
        #expect(ending.status == 0)
        return (bytes, try #require(try ending.output.lines(DocumentLine.self).first))
    }

    @Test(arguments: storages, [french, english]) func mentionsAreTheSame(_ storage: Storage, _ text: String) throws {
        let expected = try line(CopyTests.storages[0], text).line
        let copy = try line(storage, text).line
        #expect(copy.lang == expected.lang)
        #expect((copy.ents ?? []).map(\.summary) == (expected.ents ?? []).map(\.summary))
        #expect((expected.ents ?? []).count >= 7)
    }

    @Test(arguments: storages, [french, english])
    func rawBytesDecodeToTheMention(_ storage: Storage, _ text: String) throws {
        let copy = try line(storage, text)
        for ent in copy.line.ents ?? [] {
            let slice = copy.bytes.subdata(in: ent.rawStart..<ent.rawEnd)
            #expect(storage.text(slice) == ent.text)
            let scalars = Array(copy.line.text.unicodeScalars)[ent.start..<ent.end]
            #expect(String(String.UnicodeScalarView(scalars)) == ent.text)
        }
    }
}
