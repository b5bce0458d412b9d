import CICU
import GlaneurBenchmarkSupport
import GlaneurCore
import GlaneurReaders
import GlaneurTestSupport

/// Measures how fast charsets are told, against ICU's detector on the same bytes, and what decoding with a look for mojibake takes.
///
/// `CharsetsBenchmark [--profile]`: documents of five kilobytes and of a megabyte. Every decision must be right before anything
/// is measured. `--profile` runs the decision alone, for a profiler.
@main
enum CharsetsBenchmark {
    /// A charset that was told wrongly.
    struct WrongCharset: Error {
        let documents: String
        let charset: String?
    }

    static let seed = SeededGenerator.announce(20_261_126, for: "CharsetsBenchmark")
    /// ICU's detector reads eight kilobytes of a document; what it does for each is repeated often enough to be measured.
    static let rounds = 5

    static func main() throws {
        let isProfile = CommandLine.arguments.contains("--profile")
        for (count, byteCount) in [(200, 5000), (4, 1 << 20)] {
            let texts = EncodedDocuments.texts(count: count, byteCount: byteCount, seed: seed)
            print("\(count) documents of \(byteCount / 1000) kB")
            print("                        CPU ms     MB/s   ICU MB/s   to ICU   with decoding MB/s")
            for documents in kinds(of: texts) {
                try check(documents)
                if isProfile {
                    for _ in 0..<200 { decide(documents) }
                } else {
                    try measure(documents)
                }
            }
        }
    }

    static func kinds(of texts: [String]) -> [EncodedDocuments] {
        let meta = "<meta charset=\"utf-8\">"
        let plain = texts.map { text in String(String.UnicodeScalarView(text.unicodeScalars.filter(\.isASCII))) }
        return [
            EncodedDocuments("ASCII", plain, charset: "UTF-8"), EncodedDocuments("UTF-8", texts, charset: "UTF-8"),
            EncodedDocuments("windows-1252", texts, charset: "windows-1252"),
            EncodedDocuments("macintosh", texts, charset: "macintosh"),
            EncodedDocuments("UTF-16LE", texts, charset: "UTF-16LE"),
            EncodedDocuments("HTML, UTF-8", texts, charset: "UTF-8", isPage: true, declaration: meta),
            EncodedDocuments("HTML, undeclared 1252", texts, charset: "windows-1252", isPage: true),
            EncodedDocuments(
                "HTML, wrongly declared", texts, charset: "windows-1252", isPage: true, declaration: meta),
        ]
    }

    /// Makes sure that each charset is told rightly.
    static func check(_ documents: EncodedDocuments) throws {
        for bytes in documents.documents {
            let charset = Charset.decided(for: bytes, mediaType: documents.mediaType)?.name
            guard charset == documents.charset else {
                throw WrongCharset(documents: documents.name, charset: charset)
            }
        }
    }

    @discardableResult
    static func decide(_ documents: EncodedDocuments) -> Int {
        documents.documents.count { Charset.decided(for: $0, mediaType: documents.mediaType) != nil }
    }

    static func guess(_ documents: EncodedDocuments) -> Int {
        documents.documents.count { bytes in
            guard let guesses = cicu_guess_charset(bytes, bytes.count) else { return false }
            defer { cicu_guesses_close(guesses) }
            return cicu_guesses_count(guesses) > 0
        }
    }

    static func decode(_ documents: EncodedDocuments) throws -> Int {
        let stage = DecodeStage()
        return try documents.documents.reduce(0) { sum, bytes in
            let provenance = Provenance(
                path: "-", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: documents.mediaType)
            var document = Document(id: "-", bytes: bytes, provenance: provenance)
            try stage.run(on: &document)
            return sum + document.text.count
        }
    }

    static func measure(_ documents: EncodedDocuments) throws {
        var found = 0
        var times: [(ours: Double, guessed: Double, decoded: Double)] = []
        for _ in 0..<rounds {
            // Ours is so short that it is taken twenty times.
            let ours = Measurement.seconds { for _ in 0..<20 { found += decide(documents) } } / 20
            let guessed = Measurement.seconds { found += guess(documents) }
            let decoded = try Measurement.seconds { found += try decode(documents) }
            times.append((ours, guessed, decoded))
        }
        let measured = times.dropFirst()
        let (ours, guessed) = (Measurement.median(measured.map(\.ours)), Measurement.median(measured.map(\.guessed)))
        let decoded = Measurement.median(measured.map(\.decoded))
        let megabytes = Double(documents.byteCount) / 1e6
        print(
            padded(documents.name, 24) + padded(rounded(ours * 1000, 3), 11) + padded(rounded(megabytes / ours, 0), 8)
                + padded(rounded(megabytes / guessed, 1), 11) + padded(rounded(guessed / ours, 1), 9)
                + rounded(megabytes / decoded, 0))
        guard found > 0 else { throw WrongCharset(documents: documents.name, charset: nil) }
    }
}
