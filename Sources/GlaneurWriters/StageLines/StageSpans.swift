import GlaneurCore

/// Reads the layers of a stage line that point into its text.
struct StageSpans {
    let text: [UInt8]

    /// Reads one span, checked.
    func span(
        _ fields: StageFields, _ startKey: String = "start", _ endKey: String = "end"
    ) throws(MalformedStageLine) -> ByteSpan {
        let start = try fields.requiredInteger(startKey)
        let end = try fields.requiredInteger(endKey)
        guard start <= end, isBoundary(start), isBoundary(end) else {
            throw fields.failure(startKey, "the span of whole characters of the text, not [\(start),\(end))")
        }
        return ByteSpan(start, end)
    }

    /// Checks that spans follow one another without overlap.
    func checkOrder(_ spans: [ByteSpan], _ path: String) throws(MalformedStageLine) {
        for (left, right) in zip(spans, spans.dropFirst()) where right.start < left.end {
            throw MalformedStageLine(message: "\(path): expected \(right) behind \(left)")
        }
    }

    /// Reads blocks, sentences and tokens.
    func readLayers(
        of line: StageFields, _ work: StageFields, into document: inout Document
    ) throws(MalformedStageLine) {
        if let fields = try line.object("blocks") {
            let classes = try fields.strings("class")
            let kinds = try fields.strings("kind")
            let languages = try fields.strings("lang")
            let spans = try columns(fields, "blocks", lengths: [classes.count, kinds.count, languages.count])
            let reasons = try work.object("why")?.strings("blocks") ?? []
            guard reasons.isEmpty || reasons.count == spans.count else {
                throw work.failure("why", "a reason for each block")
            }
            for (index, span) in spans.enumerated() {
                guard let blockClass = Block.Class(rawValue: classes[index]) else {
                    throw fields.failure("class", "a known word and not \(classes[index])")
                }
                guard let kind = Block.Kind(rawValue: kinds[index]) else {
                    throw fields.failure("kind", "a known word and not \(kinds[index])")
                }
                document.blocks.append(
                    Block(
                        span: span, blockClass: blockClass, kind: kind, language: Language(code: languages[index]),
                        reason: reasons.isEmpty || reasons[index].isEmpty ? nil : reasons[index]))
            }
        }
        if let fields = try line.object("sents") {
            let languages = try fields.strings("lang")
            let spans = try columns(fields, "sents", lengths: [languages.count])
            let endings = try work.strings("sentence_endings")
            guard endings.count == spans.count else { throw work.failure("sentence_endings", "one for each sentence") }
            for (index, span) in spans.enumerated() {
                guard let ending = SentenceEnding(rawValue: endings[index]) else {
                    throw work.failure("sentence_endings", "known words and not \(endings[index])")
                }
                document.sentences.append(
                    Sentence(span: span, language: Language(code: languages[index]), ending: ending))
            }
        }
        if let fields = try line.object("tokens") {
            let kinds = Array((try work.requiredString("token_kinds")).utf8)
            for (span, letter) in zip(try columns(fields, "tokens", lengths: [kinds.count]), kinds) {
                guard let index = StageLine.kinds.firstIndex(of: letter), let kind = Token.Kind(rawValue: UInt8(index))
                else { throw work.failure("token_kinds", "letters of token kinds") }
                document.tokens.append(Token(span: span, kind: kind))
            }
        }
        for fields in try line.objects("mwt") {
            let token = try fields.requiredInteger("token")
            guard document.tokens.indices.contains(token) else { throw fields.failure("token", "a token") }
            document.multiwordTokens.append(MultiwordToken(token: token, forms: try fields.strings("forms")))
        }
    }

    /// Reads mentions, in any order.
    func mentions(_ key: String, of work: StageFields) throws(MalformedStageLine) -> [Mention] {
        var mentions: [Mention] = []
        for fields in try work.objects(key) { mentions.append(try mention(fields)) }
        return mentions
    }

    /// Reads one mention.
    func mention(_ fields: StageFields) throws(MalformedStageLine) -> Mention {
        Mention(
            span: try span(fields), label: try fields.requiredWord("label", Label.self), value: try value(fields),
            maker: try fields.requiredString("by"), score: try fields.double("score"),
            entityID: try fields.string("entity_id"))
    }

    private func isBoundary(_ offset: Int) -> Bool {
        guard offset >= 0, offset < text.count else { return offset == text.count }
        return text[offset] & 0xC0 != 0x80
    }

    /// Reads the spans of columns that must all be equally long.
    private func columns(
        _ fields: StageFields, _ path: String, lengths: [Int]
    ) throws(MalformedStageLine) -> [ByteSpan] {
        let starts = try fields.integers("start")
        let ends = try fields.integers("end")
        guard ends.count == starts.count, lengths.allSatisfy({ $0 == starts.count }) else {
            throw MalformedStageLine(message: "\(path): expected columns of one length")
        }
        var spans: [ByteSpan] = []
        spans.reserveCapacity(starts.count)
        for (start, end) in zip(starts, ends) {
            guard start <= end, isBoundary(start), isBoundary(end) else {
                throw fields.failure("start", "spans of whole characters of the text, not [\(start),\(end))")
            }
            spans.append(ByteSpan(start, end))
        }
        try checkOrder(spans, path)
        return spans
    }

    private func value(_ fields: StageFields) throws(MalformedStageLine) -> Mention.Value {
        if let money = try fields.object("money") { return .money(try self.money(money)) }
        if let percent = try fields.object("percent") { return .percent(try magnitude(percent)) }
        if let quantity = try fields.object("quantity") {
            let end = try quantity.requiredInteger("number_end")
            guard isBoundary(end) else { throw quantity.failure("number_end", "an offset into the text") }
            return .quantity(
                Quantity(
                    magnitude: try magnitude(quantity), unit: try quantity.string("unit"),
                    counted: try quantity.string("counted"), numberEnd: end))
        }
        if let number = try fields.object("number") {
            return .number(
                Number(
                    magnitude: try magnitude(number), isOrdinal: number.has("ordinal"),
                    relative: try number.string("relative")))
        }
        guard let date = try fields.object("date") else { return .none }
        return .time(
            TimeExpression(
                timex: try date.string("timex"), first: try date.string("first"), last: try date.string("last"),
                isAnchored: date.has("anchor"), value: try date.decimal("value"), unit: try date.string("unit")))
    }

    private func money(_ fields: StageFields) throws(MalformedStageLine) -> Money {
        Money(
            magnitude: try magnitude(fields), currency: try fields.requiredString("currency"),
            currencyEvidence: try fields.requiredWord("currency_by", Money.CurrencyEvidence.self),
            alternatives: try fields.strings("currency_alt"), figure: try fields.decimal("figure"),
            scale: try fields.integer("scale"), per: try fields.string("per"))
    }

    private func magnitude(_ fields: StageFields) throws(MalformedStageLine) -> Magnitude {
        Magnitude(
            value: try fields.decimal("value"), low: try fields.decimal("low"), high: try fields.decimal("high"),
            qualifier: try fields.requiredWord("qualifier", Qualifier.self))
    }
}
