package import GlaneurCore

/// What is known of some contents before they are looked at: where they lie, what they are called, what was said of them.
package struct ContentLabel: Sendable {
    /// The file they come from, as it is reported; `-` for standard input.
    package let path: String
    /// The way into containers, one name for each container inside another: `["inner.zip", "a.html"]`.
    package private(set) var members: [String] = []
    /// The name without what a compressor added to it; nothing where nothing was decompressed.
    package private(set) var decompressedName: String?
    /// How often something was decompressed on the way here.
    package private(set) var decompressions = 0
    /// The media type that the transport stated: `text/html`, in lower case and without parameters.
    package var statedType: String?
    /// The charset that the transport stated.
    package var transportCharset: String?
    /// What is known about the document, such as its address.
    package var metadata = Metadata()
    /// What a reader of the output should know about these contents.
    package var warnings: [Warning] = []
    /// Whether it is a pipe: its documents are numbered, and its type is told by its first bytes.
    package let isStream: Bool
    /// What stands in the place of the way into containers in ids; web archives number their records.
    private var ownID: String?

    /// Makes the label of a file or stream.
    package init(path: String, isStream: Bool = false) {
        self.path = path
        self.isStream = isStream
    }

    /// The id of a document that fills the contents: `news/a.tar.gz/b.html`.
    package var id: String { ownID ?? (isStream && members.isEmpty ? path + "#1" : base) }

    /// The id of the `number`-th document of contents that hold many: `news/a.jsonl#1`.
    package func id(ofRecord number: Int) -> String { "\(ownID ?? base)#\(number)" }

    /// What provenance names beside the path: the innermost member, `inner.zip!/a.html`.
    ///
    /// It is there wherever raw offsets do not count in the file itself. What was only compressed has the name it had before.
    package var member: String? {
        let names = members + (decompressedName.map { [$0] } ?? [])
        return names.isEmpty ? nil : names.joined(separator: "!/")
    }

    /// The last name, whose end hints at a type.
    package var fileName: String {
        if let decompressedName { return decompressedName }
        let whole = members.last ?? path
        guard whole.utf8.last != UInt8(ascii: "/") else {
            return whole.split(separator: "/").last.map(String.init) ?? whole
        }
        guard let slash = whole.utf8.lastIndex(of: UInt8(ascii: "/")) else { return whole }
        return String(whole[whole.utf8.index(after: slash)...])
    }

    /// The file and the member, for messages.
    package var name: String { members.isEmpty ? path : base }

    private var base: String { members.isEmpty ? path : path + "/" + members.joined(separator: "!/") }

    /// The label of a member of the container that this label stands on.
    package func member(_ name: String) -> ContentLabel {
        var label = self
        label.members.append(name)
        label.decompressedName = nil
        label.decompressions = 0
        label.forgetTransport()
        return label
    }

    /// The label of what comes out of decompressing: `a.jsonl.gz` becomes `a.jsonl`, `a.tgz` becomes `a.tar`.
    package func decompressed() -> ContentLabel {
        var label = self
        label.decompressedName = FileName.decompressed(fileName) ?? fileName
        label.decompressions += 1
        label.forgetTransport()
        return label
    }

    /// The label of a record of a web archive: it has a number in its id, and its place as member.
    package func webRecord(number: Int, place: String) -> ContentLabel {
        var label = member(place)
        label.ownID = id(ofRecord: number)
        return label
    }

    /// A failure of reading these contents.
    package func failure(_ error: ReadError) -> StageFailure { failure(error.code, error.message) }

    /// A failure of reading these contents.
    package func failure(_ code: StageFailure.Code, _ message: String, span: ByteSpan? = nil) -> StageFailure {
        StageFailure(
            code, stage: .read, document: isStream && members.isEmpty ? path : id, message: message, span: span)
    }

    private mutating func forgetTransport() {
        statedType = nil
        transportCharset = nil
    }
}
