/// How much of what people hand in is read, so that nothing made to do harm takes memory or time without end.
public struct ReadLimits: Sendable, Equatable {
    /// The most bytes of a file that is one document; 64 MiB.
    public var documentBytes = 64 << 20
    /// The most bytes of one document out of something compressed, an archive or a web archive; 64 MiB.
    public var memberBytes = 64 << 20
    /// The most bytes of plain text and of a line, in whatever charset and however escaped; 16 MiB.
    ///
    /// Four times as much as the text of a document may have, so that nothing is refused here that would be let in there.
    public var textBytes = 16 << 20
    /// The most bytes of a document in HTML or XML, of which parsers make several times as much; 32 MiB.
    public var markupBytes = 32 << 20
    /// How many archives may lie in one another; 3, counting the outermost.
    public var depth = 3
    /// How many bytes one compressed byte may become once ``freeBytes`` are passed; 200.
    ///
    /// Text shrinks to a third or a tenth, a log to a fiftieth; zip bombs begin at a thousand.
    public var expansion = 200
    /// How many bytes anything may become without being asked what it was made of; 16 MiB.
    public var freeBytes = 16 << 20
    /// The name of the column that holds the text of tables; known names are looked for where it is nothing.
    public var textColumn: String?

    /// The limits that hold where nothing else is said.
    public static let standard = ReadLimits()

    /// Lowers all limits of documents to this many bytes.
    package mutating func lower(to bytes: Int) {
        documentBytes = min(documentBytes, bytes)
        memberBytes = min(memberBytes, bytes)
        textBytes = min(textBytes, bytes)
        markupBytes = min(markupBytes, bytes)
    }

    /// Makes the standard limits, and names the column of tables that holds the text.
    public init(textColumn: String? = nil) { self.textColumn = textColumn }
}
