package import GlaneurCore

/// Writes settled documents as `glaneur.doc/1`, one line each, in the key order of the schema.
///
/// A key with nothing to say is left out. The same document gives the same bytes on every machine.
package struct DocumentLineWriter: Sendable {
    /// What users chose about the lines.
    package let options: WriterOptions
    private let run: [UInt8]
    private let knowledgeBaseIDs: [String: String]

    /// Makes a writer whose lines all say which run made them.
    ///
    /// - Parameter knowledgeBaseIDs: what the `kb_id` of mentions is, by the id of their entity.
    package init(
        run: RunIdentity, options: WriterOptions = WriterOptions(), knowledgeBaseIDs: [String: String] = [:]
    ) {
        self.options = options
        self.knowledgeBaseIDs = knowledgeBaseIDs
        self.run = run.json(offsets: options.offsets)
    }

    /// Adds the line of a document, line end included.
    package func write(_ document: Document, to json: inout JSONWriter) {
        let offsets = OffsetTranslator(text: document.text, unit: options.offsets)
        json.beginObject()
        json.key("schema")
        json.string("glaneur.doc/1")
        json.key("id")
        json.string(document.id)
        json.key("lang")
        json.string(document.language.code)
        if let score = document.languageScore, score.isFinite {
            json.key("lang_score")
            json.score(score)
        }
        json.members(of: document.metadata)
        json.key("text")
        json.string(document.text.span)
        json.blocks(document.blocks) { offsets($0) }
        json.sentences(document.sentences, withLanguages: document.language == .multiple) { offsets($0) }
        if options.withTokens {
            json.tokens(document.tokens) { offsets($0) }
            json.multiwordTokens(document.multiwordTokens)
        }
        if !document.mentions.isEmpty {
            json.key("ents")
            json.beginArray()
            for index in document.mentions.indices { writeMention(index, of: document, offsets: offsets, to: &json) }
            json.endArray()
        }
        // An expression in marks is nobody's words.
        let quotations = document.quotations.filter { $0.kind != .term }
        json.quotations(quotations, mentions: document.mentions) { offsets($0) }
        json.events(
            document.events, { offsets($0) },
            argument: { argument, json in
                if let mention = argument.mention {
                    json.member("ent", mention)
                } else {
                    json.key("text")
                    json.string(document.text.span.extracting(argument.span.range))
                }
            })
        json.warnings(document.warnings)
        json.provenance(document.provenance)
        json.key("run")
        json.json(run)
        json.endObject()
        json.endLine()
    }

    /// Adds the line that stands in the place of a document that was given up, line end included.
    ///
    /// It has no text and no layers, but `error`: why.
    package func write(_ failure: StageFailure, provenance: Provenance, to json: inout JSONWriter) {
        json.beginObject()
        json.member("schema", "glaneur.doc/1")
        json.member("id", failure.document ?? provenance.path)
        json.member("lang", Language.undetermined.code)
        json.key("text")
        json.string("")
        json.key("error")
        json.beginObject()
        json.member("code", failure.code.rawValue)
        json.member("stage", failure.stage.rawValue)
        json.member("message", failure.message)
        json.endObject()
        json.provenance(provenance)
        json.key("run")
        json.json(run)
        json.endObject()
        json.endLine()
    }

    private func writeMention(
        _ index: Int, of document: Document, offsets: OffsetTranslator, to json: inout JSONWriter
    ) {
        // Fields are read in place: a mention that is copied counts three references.
        let span = document.mentions[index].span
        let raw = document.origin.rawSpan(of: span)
        json.beginObject()
        json.member("id", index)
        json.member("start", offsets(span.start))
        json.member("end", offsets(span.end))
        json.member("label", options.labels.name(of: document.mentions[index].label))
        json.key("text")
        json.string(document.text.span.extracting(span.range))
        json.member("norm", document.mentions[index].value.norm)
        json.value(document.mentions[index].value) { offsets($0) }
        json.member("entity_id", document.mentions[index].entityID)
        // Most lexicons know none, and then nothing is looked up.
        if !knowledgeBaseIDs.isEmpty, let entityID = document.mentions[index].entityID {
            json.member("kb_id", knowledgeBaseIDs[entityID])
        }
        json.member("by", document.mentions[index].maker)
        if let score = document.mentions[index].score, score.isFinite {
            json.key("score")
            json.score(score)
        }
        if let block = document.block(at: span), block.blockClass != .body {
            json.member("block", block.blockClass.rawValue)
        }
        json.member("raw_start", raw.start)
        json.member("raw_end", raw.end)
        json.endObject()
    }
}
