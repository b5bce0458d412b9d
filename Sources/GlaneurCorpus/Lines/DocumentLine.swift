package import GlaneurCore

/// What the corpus step looks at in one document line; the strings still lie in the line.
package struct DocumentLine: Sendable {
    /// A mention.
    package struct Mention: Sendable {
        /// Where it starts in the text, in the unit of the line.
        package var start = 0
        /// Where it ends in the text, in the unit of the line.
        package var end = 0
        /// Its label, as the line names it.
        package var label: JSONString?
        /// Its form.
        package var text: JSONString?
        /// The id of its entity.
        package var entityID: JSONString?
        /// What made it.
        package var maker: JSONString?
        /// Its normal form, where it is an amount or a date.
        package var norm: JSONString?
    }

    /// What offsets count.
    package enum Unit: Sendable {
        case codePoint, utf8, utf16
    }

    /// The id of the document.
    package private(set) var id: JSONString?
    /// The tag of its language.
    package private(set) var language: JSONString?
    /// The text.
    package private(set) var text: JSONString?
    /// The mentions, in the order of the line.
    package private(set) var mentions: [Mention] = []
    /// The entities of the speakers of quotations, in the order of the line.
    package private(set) var speakers: [JSONString] = []
    /// Where its blocks start and end, in the unit of the line, and the classes of the blocks.
    package private(set) var blocks: (starts: [Int], ends: [Int], classes: [JSONString]) = ([], [], [])
    /// What offsets count.
    package private(set) var unit = Unit.codePoint
    private var isDocument = false

    /// Reads the line that lies in `range` of `bytes`; nothing where it is JSON but no document line.
    package init?(_ bytes: [UInt8], in range: Range<Int>) throws(LineFailure) {
        do throws(LineScanner.Failure) {
            try bytes.withUnsafeBufferPointer { buffer throws(LineScanner.Failure) in
                var scanner = LineScanner(buffer, in: range)
                try read(&scanner, buffer)
            }
        } catch {
            // The parser of whole trees knows best what is wrong.
            if case .failure(let fault) = Result(catching: { () throws(JSONParser.Failure) in
                try JSONParser.parse(bytes, in: range)
            }) {
                throw LineFailure(
                    message: "no JSON at byte \(fault.offset - range.lowerBound): expected \(fault.expected)")
            }
            throw LineFailure(
                message: "no document line at byte \(error.offset - range.lowerBound): expected \(error.expected)")
        }
        guard isDocument else { return nil }
    }

    private mutating func read(
        _ scanner: inout LineScanner, _ bytes: UnsafeBufferPointer<UInt8>
    ) throws(LineScanner.Failure) {
        var line = self
        try scanner.members { scanner, key throws(LineScanner.Failure) in
            if key.isText("schema") {
                let span = try scanner.string().span
                line.isDocument = UnsafeBufferPointer(rebasing: bytes[span.range]).isText("glaneur.doc/1")
            } else if key.isText("id") {
                line.id = try scanner.string()
            } else if key.isText("lang") {
                line.language = try scanner.string()
            } else if key.isText("text") {
                line.text = try scanner.string()
            } else if key.isText("ents") {
                try scanner.elements { scanner throws(LineScanner.Failure) in
                    line.mentions.append(try DocumentLine.mention(&scanner))
                }
            } else if key.isText("quotes") {
                try scanner.elements { scanner throws(LineScanner.Failure) in
                    try scanner.members { scanner, key throws(LineScanner.Failure) in
                        if key.isText("speaker_entity") {
                            line.speakers.append(try scanner.string())
                        } else {
                            try scanner.skip()
                        }
                    }
                }
            } else if key.isText("blocks") {
                try scanner.members { scanner, key throws(LineScanner.Failure) in
                    if key.isText("start") {
                        try scanner.elements { scanner throws(LineScanner.Failure) in
                            line.blocks.starts.append(try scanner.integer())
                        }
                    } else if key.isText("end") {
                        try scanner.elements { scanner throws(LineScanner.Failure) in
                            line.blocks.ends.append(try scanner.integer())
                        }
                    } else if key.isText("class") {
                        try scanner.elements { scanner throws(LineScanner.Failure) in
                            line.blocks.classes.append(try scanner.string())
                        }
                    } else {
                        try scanner.skip()
                    }
                }
            } else if key.isText("run") {
                try scanner.members { scanner, key throws(LineScanner.Failure) in
                    guard key.isText("offsets") else {
                        try scanner.skip()
                        return
                    }
                    let span = try scanner.string().span
                    let word = UnsafeBufferPointer(rebasing: bytes[span.range])
                    line.unit = word.isText("utf8") ? .utf8 : word.isText("utf16") ? .utf16 : .codePoint
                }
            } else {
                try scanner.skip()
            }
        }
        try scanner.finish()
        self = line
    }

    private static func mention(_ scanner: inout LineScanner) throws(LineScanner.Failure) -> Mention {
        var mention = Mention()
        try scanner.members { scanner, key throws(LineScanner.Failure) in
            if key.isText("start") {
                mention.start = try scanner.integer()
            } else if key.isText("end") {
                mention.end = try scanner.integer()
            } else if key.isText("label") {
                mention.label = try scanner.string()
            } else if key.isText("text") {
                mention.text = try scanner.string()
            } else if key.isText("entity_id") {
                mention.entityID = try scanner.string()
            } else if key.isText("by") {
                mention.maker = try scanner.string()
            } else if key.isText("norm") {
                mention.norm = try scanner.string()
            } else {
                try scanner.skip()
            }
        }
        return mention
    }
}

/// Why a line cannot be read.
package struct LineFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was met and what was expected, with the offset in the line.
    package let message: String

    package var description: String { message }
}
