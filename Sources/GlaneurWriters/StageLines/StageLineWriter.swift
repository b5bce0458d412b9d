package import GlaneurCore

/// Writes documents between stages as `glaneur.stage/1`: the document line as far as it is, and what it leaves out.
///
/// Offsets are UTF-8 bytes. Nothing is lost: ``StageLineReader`` gives back an equal document. What people want to see
/// stands where a document line has it; the rest stands in `work`.
package struct StageLineWriter: Sendable {
    private let run: [UInt8]

    /// Makes a writer whose lines all say which run made them.
    package init(run: RunIdentity) {
        self.run = run.json(offsets: .utf8)
    }

    /// Adds the line of a document, line end included.
    package func write(_ document: Document, to json: inout JSONWriter) {
        json.keepsEmpty = true
        defer { json.keepsEmpty = false }
        json.beginObject()
        json.member("schema", StageLine.schema)
        json.member("id", document.id)
        json.member("lang", document.language.code)
        if let score = document.languageScore, score.isFinite {
            json.key("lang_score")
            json.double(score)
        }
        json.members(of: document.metadata)
        json.key("text")
        json.string(document.text.span)
        json.blocks(document.blocks) { $0 }
        json.sentences(document.sentences, withLanguages: true) { $0 }
        json.tokens(document.tokens) { $0 }
        json.multiwordTokens(document.multiwordTokens)
        json.quotations(document.quotations, mentions: document.mentions) { $0 }
        json.events(
            document.events, exactScores: true, { $0 },
            argument: { argument, json in
                json.member("start", argument.span.start)
                json.member("end", argument.span.end)
                if let mention = argument.mention { json.member("ent", mention) }
            })
        json.warnings(document.warnings)
        json.provenance(document.provenance)
        json.key("run")
        json.json(run)
        json.work(of: document)
        json.endObject()
        json.endLine()
    }
}

/// The words of stage lines that writer and reader share.
enum StageLine {
    static let schema = "glaneur.stage/1"

    /// The letters of token kinds, in the order of their raw values.
    static let kinds = Array("wnpsuehtm".utf8)
}

extension JSONWriter {
    fileprivate mutating func work(of document: Document) {
        key("work")
        beginObject()
        member("layers", document.layers.names)
        member("declared_lang", document.metadata.declaredLanguage?.code)
        evidence(document.metadata.evidence)
        member("transport_charset", document.provenance.transportCharset)
        if !document.bytes.isEmpty {
            key("bytes")
            let text = Base64.encode(document.bytes)
            string(text.span)
        }
        if !document.origin.steps.isEmpty {
            key("origin")
            beginArray()
            for step in document.origin.steps { alignment(step) }
            endArray()
        }
        view(document.view, text: document.text)
        if !document.tokens.isEmpty {
            key("token_kinds")
            let kinds = document.tokens.map { StageLine.kinds[Int($0.kind.rawValue)] }
            string(kinds.span)
        }
        member("sentence_endings", document.sentences.map(\.ending.rawValue))
        why(document)
        mentions("candidates", document.candidates)
        mentions("mentions", document.mentions)
        if !document.rejections.isEmpty {
            key("rejections")
            beginArray()
            for rejection in document.rejections {
                beginObject()
                key("candidate")
                mention(rejection.candidate)
                member("rule", rejection.rule)
                member("winner_start", rejection.winner.start)
                member("winner_end", rejection.winner.end)
                endObject()
            }
            endArray()
        }
        endObject()
    }

    /// Writes which parts of a page said what.
    private mutating func evidence(_ evidence: MetadataEvidence) {
        guard evidence != MetadataEvidence() else { return }
        key("metadata_by")
        beginObject()
        member("title", evidence.title?.rawValue)
        member("published", evidence.published?.rawValue)
        member("updated", evidence.updated?.rawValue)
        member("authors", evidence.authors?.rawValue)
        endObject()
    }

    /// Writes what spoke for the charset, and against others, and for the class and kind of each block.
    private mutating func why(_ document: Document) {
        let hasReasons = document.blocks.contains { $0.reason != nil }
        guard document.provenance.charset != nil || hasReasons else { return }
        key("why")
        beginObject()
        if let charset = document.provenance.charset {
            let evidence = document.provenance.charsetEvidence.map { ["\($0.rawValue): \(charset)"] } ?? []
            let doubts = document.warnings.filter { $0.stage == .decode }.map { "\($0.code): \($0.message)" }
            member("charset", evidence + doubts)
        }
        if hasReasons { member("blocks", document.blocks.map { $0.reason ?? "" }) }
        endObject()
    }

    /// Writes the view, its bytes only where they are not the text.
    private mutating func view(_ view: TextView, text: [UInt8]) {
        guard !view.bytes.isEmpty || view.alignment != nil else { return }
        key("view")
        beginObject()
        if view.bytes != text {
            key("text")
            string(view.bytes.span)
        }
        if let alignment = view.alignment {
            key("alignment")
            self.alignment(alignment)
        }
        endObject()
    }

    /// Writes an alignment: four numbers a run, in the order of the fields of a run.
    private mutating func alignment(_ alignment: Alignment) {
        beginObject()
        member("count", alignment.outputCount)
        if !alignment.runs.isEmpty {
            key("runs")
            beginArray()
            for run in alignment.runs {
                integer(Int(run.output))
                integer(Int(run.source))
                integer(Int(run.outputUnit))
                integer(Int(run.sourceUnit))
            }
            endArray()
        }
        endObject()
    }

    private mutating func mentions(_ name: StaticString, _ mentions: [Mention]) {
        guard !mentions.isEmpty else { return }
        key(name)
        beginArray()
        for mention in mentions { self.mention(mention) }
        endArray()
    }

    private mutating func mention(_ mention: Mention) {
        beginObject()
        member("start", mention.span.start)
        member("end", mention.span.end)
        member("label", mention.label.rawValue)
        value(mention.value) { $0 }
        member("entity_id", mention.entityID)
        member("by", mention.maker)
        if let score = mention.score, score.isFinite {
            key("score")
            double(score)
        }
        endObject()
    }
}
