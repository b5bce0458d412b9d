package import GlaneurCore

/// Reads `glaneur.stage/1` lines back into documents.
///
/// People edit such lines, so everything later stages rely on is checked: spans lie in the text on character boundaries and
/// in order, alignments are whole. What fits no document is a failure with the place in the line.
package struct StageLineReader: Sendable {
    private let stage: StageName

    /// Makes a reader that reports failures in the name of `stage`.
    package init(stage: StageName = .read) {
        self.stage = stage
    }

    /// Reads the line that lies in `range` of `bytes`, without its line end or with it.
    package func read(_ bytes: [UInt8], in range: Range<Int>? = nil) throws(StageFailure) -> Document {
        let line: JSONValue
        do {
            line = try JSONParser.parse(bytes, in: range)
        } catch {
            throw StageFailure(.malformed, stage: stage, document: nil, message: "\(error)")
        }
        do {
            return try document(StageFields(line, in: bytes))
        } catch {
            throw StageFailure(
                .malformed, stage: stage, document: line["id"]?.string(in: bytes), message: error.message)
        }
    }

    private func document(_ line: StageFields) throws(MalformedStageLine) -> Document {
        let schema = try line.requiredString("schema")
        guard schema == StageLine.schema else {
            throw MalformedStageLine(message: "schema: expected \(StageLine.schema) and not \(schema)")
        }
        guard let work = try line.object("work") else { throw line.failure("work", "an object") }
        var document = Document(
            id: try line.requiredString("id"), bytes: [], provenance: try provenance(line, work),
            metadata: try metadata(line, work), origin: try origin(work))
        document.layers = try layers(work)
        if let text = try work.text("bytes") {
            guard let bytes = Base64.decode(text) else { throw work.failure("bytes", "base64") }
            document.bytes = bytes
        }
        document.text = try line.text("text") ?? []
        document.view = try view(work, text: document.text, isThere: document.layers.contains(.view))
        document.language = Language(code: try line.requiredString("lang"))
        document.languageScore = try line.double("lang_score")
        let spans = StageSpans(text: document.text)
        try spans.readLayers(of: line, work, into: &document)
        document.candidates = try spans.mentions("candidates", of: work)
        document.mentions = try spans.mentions("mentions", of: work)
        try spans.checkOrder(document.mentions.map(\.span), "work.mentions")
        document.quotations = try spans.quotations(of: line, mentionCount: document.mentions.count)
        document.events = try spans.events(of: line, mentionCount: document.mentions.count)
        for fields in try work.objects("rejections") {
            guard let candidate = try fields.object("candidate") else { throw fields.failure("candidate", "an object") }
            document.rejections.append(
                Rejection(
                    candidate: try spans.mention(candidate), rule: try fields.requiredString("rule"),
                    winner: try spans.span(fields, "winner_start", "winner_end")))
        }
        for fields in try line.objects("warnings") {
            document.warnings.append(
                Warning(
                    code: try fields.requiredString("code"),
                    stage: StageName(rawValue: try fields.requiredString("stage")),
                    message: try fields.requiredString("message")))
        }
        return document
    }

    private func layers(_ work: StageFields) throws(MalformedStageLine) -> Layers {
        var layers: Layers = []
        for name in try work.strings("layers") {
            guard let known = Layers.named.first(where: { $0.name == name }) else {
                throw work.failure("layers", "names of layers and not \(name)")
            }
            layers.insert(known.layer)
        }
        return layers
    }

    private func provenance(_ line: StageFields, _ work: StageFields) throws(MalformedStageLine) -> Provenance {
        guard let fields = try line.object("provenance") else { throw line.failure("provenance", "an object") }
        let start = try fields.requiredInteger("byte_start")
        let end = try fields.requiredInteger("byte_end")
        guard 0 <= start, start <= end, end <= UInt32.max else {
            throw fields.failure("byte_end", "an offset behind byte_start")
        }
        var provenance = Provenance(
            path: try fields.requiredString("path"), member: try fields.string("member"), bytes: ByteSpan(start, end),
            sha256: try fields.requiredString("sha256"), mediaType: try fields.requiredString("media_type"))
        provenance.transportCharset = try work.string("transport_charset")
        provenance.charset = try fields.string("charset")
        provenance.charsetEvidence = try fields.word("charset_by", Provenance.CharsetEvidence.self)
        return provenance
    }

    private func metadata(_ line: StageFields, _ work: StageFields) throws(MalformedStageLine) -> Metadata {
        var metadata = Metadata(authors: try line.strings("authors"))
        metadata.title = try line.string("title")
        metadata.published = try line.string("published")
        metadata.updated = try line.string("updated")
        metadata.url = try line.string("url")
        metadata.outlet = try line.string("outlet")
        if let code = try work.string("declared_lang") { metadata.declaredLanguage = Language(code: code) }
        if let fields = try work.object("metadata_by") {
            metadata.evidence.title = try fields.word("title", MetadataEvidence.Source.self)
            metadata.evidence.published = try fields.word("published", MetadataEvidence.Source.self)
            metadata.evidence.updated = try fields.word("updated", MetadataEvidence.Source.self)
            metadata.evidence.authors = try fields.word("authors", MetadataEvidence.Source.self)
        }
        return metadata
    }

    private func origin(_ work: StageFields) throws(MalformedStageLine) -> Origin {
        var steps: [Alignment] = []
        for fields in try work.objects("origin") { steps.append(try alignment(fields)) }
        return Origin(steps: steps)
    }

    private func view(_ work: StageFields, text: [UInt8], isThere: Bool) throws(MalformedStageLine) -> TextView {
        guard let fields = try work.object("view") else {
            guard !isThere else { throw work.failure("view", "an object, for layers name it") }
            return TextView(bytes: [], alignment: nil)
        }
        let bytes = try fields.text("text") ?? text
        guard let aligned = try fields.object("alignment") else {
            guard bytes == text else { throw fields.failure("alignment", "the way from another text back") }
            return TextView(bytes: bytes, alignment: nil)
        }
        let alignment = try alignment(aligned)
        guard alignment.outputCount == bytes.count else {
            throw aligned.failure("count", "the \(bytes.count) bytes of the view")
        }
        guard alignment.sourceSpan(of: ByteSpan(0, bytes.count)).end <= text.count else {
            throw aligned.failure("runs", "runs inside the text")
        }
        return TextView(bytes: bytes, alignment: alignment)
    }

    private func alignment(_ fields: StageFields) throws(MalformedStageLine) -> Alignment {
        let count = try fields.requiredInteger("count")
        let numbers = try fields.integers("runs")
        let limit = Int(UInt32.max)
        guard numbers.count % 4 == 0, numbers.allSatisfy({ 0 <= $0 && $0 <= limit }), 0 <= count, count <= limit else {
            throw fields.failure("runs", "four numbers a run")
        }
        var runs: [Alignment.Run] = []
        runs.reserveCapacity(numbers.count / 4)
        for index in stride(from: 0, to: numbers.count, by: 4) {
            let end = index + 4 < numbers.count ? numbers[index + 4] : count
            let cells = (end - numbers[index]) / max(1, numbers[index + 2])
            // Offsets are spans of 32 bits; a run that leads out of them would stop the program later on.
            guard cells >= 0, numbers[index + 3] == 0 || cells <= (limit - numbers[index + 1]) / numbers[index + 3]
            else {
                throw fields.failure("runs", "runs inside the file")
            }
            runs.append(
                Alignment.Run(
                    output: UInt32(numbers[index]), source: UInt64(numbers[index + 1]),
                    outputUnit: UInt32(numbers[index + 2]), sourceUnit: UInt32(numbers[index + 3])))
        }
        guard runs.isEmpty == (count == 0), let alignment = Alignment(runs: runs, outputCount: count) else {
            throw fields.failure("runs", "runs in order")
        }
        return alignment
    }
}
