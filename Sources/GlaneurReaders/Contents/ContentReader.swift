package import GlaneurCore

/// Tells which documents come out of some contents: the one place where types become readers.
package struct ContentReader: Sendable {
    /// How much is read.
    package let limits: ReadLimits
    /// What came from disk so far, against which the growth of compressed data is held.
    let meter: ReadMeter

    /// Makes a reader for the contents of one file.
    init(limits: ReadLimits, meter: ReadMeter) {
        self.limits = limits
        self.meter = meter
    }

    /// The documents of contents that are read while they are asked for.
    ///
    /// What holds many documents streams them; what is one document is read as a whole and handed to
    /// ``documents(of:type:)``.
    package func documents(of stream: ContentStream) -> any DocumentSource {
        let type = stream.type
        switch type {
        case .records:
            return RecordReader(lines: stream.lines, label: stream.label)
        case .format(.table(let separator)):
            return TableReader(stream, separator: separator, textColumn: limits.textColumn)
        case .compressed, .archive, .webArchive:
            return GivenDocuments(stream.label.failure(.binary, "a container"))
        case .text, .html, .format, .package:
            do throws(ReadError) {
                return documents(of: try stream.content(), type: type)
            } catch {
                return GivenDocuments(stream.label.failure(error))
            }
        }
    }

    /// The documents of contents that lie in memory and are of a type that is read as a whole.
    package func documents(of content: Content, type: ContentType) -> any DocumentSource {
        switch type {
        case .format(let format): FormatReader(content).documents(format)
        default: GivenDocuments([content.document(mediaType: type.mediaType)])
        }
    }
}

/// Documents that are there already.
package struct GivenDocuments: DocumentSource {
    private var results: ArraySlice<Result<Document, StageFailure>>

    /// Takes documents to hand on one by one.
    package init(_ results: [Result<Document, StageFailure>]) { self.results = results[...] }

    /// Takes the reason why there are none.
    package init(_ failure: StageFailure) { self.init([.failure(failure)]) }

    /// Returns the next document.
    package mutating func next() -> Result<Document, StageFailure>? { results.popFirst() }
}
