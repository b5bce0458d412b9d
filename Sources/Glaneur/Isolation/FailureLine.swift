import GlaneurCore
import GlaneurWriters

/// A failure on its way from one process to another, as the line it has in the errors file.
enum FailureLine {
    /// The bytes of a failure.
    static func bytes(_ failure: StageFailure) -> [UInt8] {
        var json = JSONWriter()
        ErrorLineWriter().write(failure, to: &json)
        return Array(json.bytes)
    }

    /// Reads what ``bytes(_:)`` has made.
    static func read(_ bytes: [UInt8]) -> StageFailure {
        guard let line = try? JSONParser.parse(bytes), let stage = line["stage"]?.string(in: bytes),
            let code = line["code"]?.string(in: bytes), let message = line["message"]?.string(in: bytes)
        else { preconditionFailure("an answer of our own") }
        var span: ByteSpan?
        if let start = line["raw_start"]?.integer(in: bytes), let end = line["raw_end"]?.integer(in: bytes) {
            span = ByteSpan(start, end)
        }
        return StageFailure(
            StageFailure.Code(rawValue: code), stage: StageName(rawValue: stage),
            document: line["id"]?.string(in: bytes), message: message, span: span)
    }
}
