import GlaneurCore

/// The header of a record of a web archive.
struct WebRecord {
    let header: HeaderFields
    /// `response`, `resource`, `conversion` …, in lower case.
    let type: String
    /// The stated length of the block behind the header, which may be a lie.
    let length: Int

    /// Reads a header; nothing where it is none of a record, or states no length.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.starts(with: WebRecord.mark), let header = HeaderFields(bytes, mark: WebRecord.mark),
            let length = header["content-length"].flatMap({ Int($0) }), length >= 0, length <= Int.max / 2
        else { return nil }
        self.header = header
        self.length = length
        type = header["warc-type"]?.lowercased() ?? ""
    }

    /// What every record begins with.
    static let mark = Array("WARC/".utf8)

    /// Whether documents come out of records of this type and of what they say of their block.
    ///
    /// Requests, metadata and revisits hold no text; of a document cut into segments only the first could be read.
    var isWanted: Bool {
        guard header["warc-segment-number"].map({ $0 == "1" }) ?? true else { return false }
        let contentType = header["content-type"].map { HeaderFields.mediaType($0) }
        return switch type {
        case "response": contentType == "application/http" || contentType == nil
        case "resource", "conversion": contentType.map { WebRecord.isText($0) } ?? true
        default: false
        }
    }

    /// Whether a media type is one that documents are made of.
    static func isText(_ mediaType: String) -> Bool {
        ["text/html", "application/xhtml+xml", "text/plain"].contains(mediaType)
    }

    /// The address of the contents.
    var url: String? {
        guard let stated = header["warc-target-uri"] else { return nil }
        // An early version of the format asked for the angle brackets.
        return stated.hasPrefix("<") && stated.hasSuffix(">") ? String(stated.dropFirst().dropLast()) : stated
    }
}
