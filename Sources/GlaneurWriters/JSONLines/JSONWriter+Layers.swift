import GlaneurCore

/// The layers that document lines and stage lines write alike; `offset` turns a byte offset into the unit of the line.
extension JSONWriter {
    /// Writes what a document says of itself.
    mutating func members(of metadata: Metadata) {
        member("title", metadata.title)
        member("published", metadata.published)
        member("updated", metadata.updated)
        member("url", metadata.url)
        member("outlet", metadata.outlet)
        member("authors", metadata.authors)
    }

    /// Writes the blocks as columns.
    mutating func blocks(_ blocks: [Block], _ offset: (Int) -> Int) {
        guard !blocks.isEmpty else { return }
        key("blocks")
        beginObject()
        column("start", blocks) { block, json in json.integer(offset(block.span.start)) }
        column("end", blocks) { block, json in json.integer(offset(block.span.end)) }
        column("class", blocks) { block, json in json.string(block.blockClass.rawValue) }
        column("kind", blocks) { block, json in json.string(block.kind.rawValue) }
        column("lang", blocks) { block, json in json.string(block.language.code) }
        endObject()
    }

    /// Writes the sentences as columns.
    mutating func sentences(_ sentences: [Sentence], withLanguages: Bool, _ offset: (Int) -> Int) {
        guard !sentences.isEmpty else { return }
        key("sents")
        beginObject()
        column("start", sentences) { sentence, json in json.integer(offset(sentence.span.start)) }
        column("end", sentences) { sentence, json in json.integer(offset(sentence.span.end)) }
        if withLanguages {
            column("lang", sentences) { sentence, json in json.string(sentence.language.code) }
        }
        endObject()
    }

    /// Writes the tokens as columns.
    mutating func tokens(_ tokens: [Token], _ offset: (Int) -> Int) {
        guard !tokens.isEmpty else { return }
        key("tokens")
        beginObject()
        column("start", tokens) { token, json in json.integer(offset(token.span.start)) }
        column("end", tokens) { token, json in json.integer(offset(token.span.end)) }
        endObject()
    }

    /// Writes the syntactic words of the tokens that have several.
    mutating func multiwordTokens(_ tokens: [MultiwordToken]) {
        guard !tokens.isEmpty else { return }
        key("mwt")
        beginArray()
        for token in tokens {
            beginObject()
            member("token", token.token)
            member("forms", token.forms)
            endObject()
        }
        endArray()
    }

    /// Writes the warnings.
    mutating func warnings(_ warnings: [Warning]) {
        guard !warnings.isEmpty else { return }
        key("warnings")
        beginArray()
        for warning in warnings {
            beginObject()
            member("code", warning.code)
            member("stage", warning.stage.rawValue)
            member("message", warning.message)
            endObject()
        }
        endArray()
    }

    /// Writes where a document comes from.
    mutating func provenance(_ provenance: Provenance) {
        key("provenance")
        beginObject()
        member("path", provenance.path)
        member("member", provenance.member)
        member("byte_start", provenance.bytes.start)
        member("byte_end", provenance.bytes.end)
        member("sha256", provenance.sha256)
        member("media_type", provenance.mediaType)
        member("charset", provenance.charset)
        member("charset_by", provenance.charsetEvidence?.rawValue)
        endObject()
    }
}
