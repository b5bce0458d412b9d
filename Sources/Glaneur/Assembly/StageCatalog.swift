import GlaneurCore

/// What users may run alone, and what each needs and gives.
package enum StageCatalog {
    /// A stage as `glaneur stage --list` shows it.
    package struct Entry: Sendable {
        /// The name users type.
        package let name: StageName
        /// One sentence on what it does.
        package let summary: String
        /// What a document must have.
        package let needs: [String]
        /// What a document has afterwards.
        package let gives: [String]
    }

    private static let summaries: [(StageName, String)] = [
        (.decode, "tells the charset and makes valid UTF-8, with the way back to each raw byte"),
        (.extract, "makes text out of pages and cuts it into blocks: title, body, boilerplate"),
        (.normalize, "lays a view in normalisation form C over the text"),
        (.language, "tells French, English and other languages by a learned model, for the document and each block"),
        (.segment, "cuts blocks into tokens, words and sentences, by rules and learned models"),
        (.recognize, "proposes names, amounts, quantities and dates"),
        (.resolve, "settles overlaps and aliases and gives names their entities"),
        (.relate, "says who speaks and what happens: quotations, events, positions"),
    ]

    /// The stages of a pipeline in order, with reading before and writing behind.
    package static func entries(of pipeline: Pipeline) -> [Entry] {
        let inner = pipeline.chain.stages.map { stage in
            Entry(
                name: stage.name, summary: summaries.first { $0.0 == stage.name }?.1 ?? "",
                needs: stage.needs.names, gives: stage.gives.names)
        }
        return [
            Entry(name: .read, summary: "finds files and records and takes their bytes", needs: [], gives: ["bytes"])
        ]
            + inner
            + [Entry(name: .write, summary: "writes document lines", needs: ["relations"], gives: [])]
    }
}
