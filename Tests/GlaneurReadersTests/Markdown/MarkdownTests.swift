import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct MarkdownTests {
    private static let text = """
        ---
        title: "Tesla lève des fonds"
        date: 2024-01-31
        authors: [Ann Onyme, "Bob"]
        lang: fr
        ---

        # Tesla lève des fonds #

        Le groupe **Tesla** a levé *16,5 milliards* d'euros.
        Suite du paragraphe.

        Intertitre
        ----------

        - un point
          qui continue
        2. deux [Google](https://example.org)

        > Une citation

        | Nom | Somme |
        |-----|------:|
        | Tesla | 3 |

        ```swift
        let code = 1

        # no heading
        ```

        ***

            let indented = 2

        [1]: https://example.org
        Fin.
        """

    @Test func blocksHaveTheirKinds() throws {
        let file = ReadFile("a.md", Self.text)
        let document = try #require(file.documents.first)
        #expect(document.text == Array(Self.text.utf8))
        let own = document.blocks.filter { $0.blockClass != .boilerplate }
        #expect(
            own.map { document.string($0.span) } == [
                "Tesla lève des fonds", "Le groupe **Tesla** a levé *16,5 milliards* d'euros.\nSuite du paragraphe.",
                "Intertitre", "un point\n  qui continue", "deux [Google](https://example.org)", "Une citation",
                "| Nom | Somme |", "| Tesla | 3 |", "Fin.",
            ])
        #expect(
            own.map(\.kind) == [
                .main, .paragraph, .heading, .list, .list, .blockquote, .table, .table, .paragraph,
            ])
        let furniture = document.blocks.filter { $0.blockClass == .boilerplate }.map { document.string($0.span) }
        #expect(furniture.contains("let code = 1\n\n# no heading"))
        #expect(furniture.contains("let indented = 2"))
        #expect(zip(document.blocks, document.blocks.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })
    }

    @Test func frontMatterIsMetadata() throws {
        let metadata = try #require(ReadFile("a.md", Self.text).documents.first).metadata
        #expect(metadata.title == "Tesla lève des fonds")
        #expect(metadata.published == "2024-01-31")
        #expect(metadata.authors == ["Ann Onyme", "Bob"])
        #expect(metadata.declaredLanguage == .french)
    }

    @Test(arguments: ["---", "---\n---\n", "```", "#", ">", "- ", "|", "===\n---"])
    func fragmentsDoNotTrap(text: String) {
        let document = ReadFile("a.md", text).documents.first
        #expect(document?.metadata.title == nil)
    }
}
