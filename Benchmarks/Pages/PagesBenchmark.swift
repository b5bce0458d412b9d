import GlaneurBenchmarkSupport
import GlaneurCore
import GlaneurReaders
import GlaneurTestSupport
import Glibc
import PageBaseline

/// Measures how pages become text: charset, parsing and choosing the article, against the bare parser of libxml2.
///
/// `PagesBenchmark [--profile] FILE …` reads the files into memory and prints CPU seconds, megabytes a second and the ratio
/// to the parser with empty handlers, medians of the rounds after the first.
@main
enum PagesBenchmark {
    static func main() throws {
        let arguments = Arguments()
        let pages = try arguments.paths.map { try Array(contentsOf: $0) }
        precondition(!pages.isEmpty, "no pages are given")
        let decode = DecodeStage()
        let extract = ExtractStage(lexicon: TestLexicon.shared)
        func document(_ bytes: [UInt8]) -> Document {
            let provenance = Provenance(
                path: "page", bytes: ByteSpan(0, bytes.count), sha256: "", mediaType: "text/html")
            return Document(id: "page", bytes: bytes, provenance: provenance)
        }
        func extracted() -> Int {
            pages.reduce(0) { sum, page in
                var document = document(page)
                try? decode.process(&document)
                try? extract.process(&document)
                return sum + document.text.count
            }
        }
        if arguments.isProfile {
            print((0..<10).reduce(0) { sum, _ in sum + extracted() })
            return
        }
        let decoded = pages.map { page in
            var document = document(page)
            try? decode.process(&document)
            return document.text
        }
        var figures: [(bare: Double, ours: Double)] = []
        var (events, text) = (0, 0)
        for round in 0..<Measurement.rounds {
            let bare = Measurement.seconds { events = decoded.reduce(0) { $0 + baseline_parse($1, $1.count) } }
            let ours = Measurement.seconds { text = extracted() }
            if round > 0 { figures.append((bare, ours)) }
        }
        precondition(text > 0 && events > 0, "the pages have text")
        let megabytes = Double(pages.reduce(0) { $0 + $1.count }) / 1e6
        let (bare, ours) = (Measurement.median(figures.map(\.bare)), Measurement.median(figures.map(\.ours)))
        print("\(rounded(megabytes, 1)) MB in \(pages.count) pages, \(events) events, \(text) bytes of text")
        print("bare parse   \(rounded(bare, 3)) CPU s, \(rounded(megabytes / bare, 0)) MB a second")
        print("extraction   \(rounded(ours, 3)) CPU s, \(rounded(megabytes / ours, 0)) MB a second")
        print("ratio        \(rounded(Measurement.median(figures.map { $0.bare / $0.ours }), 3))")
        print("peak memory  \(rounded(Double(Measurement.peakBytes) / 1e6, 0)) MB, all pages included")
    }
}

extension [UInt8] {
    /// Reads a file.
    fileprivate init(contentsOf path: String) throws {
        guard let file = fopen(path, "rb") else { preconditionFailure("\(path): cannot be opened") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        self.init(unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file)
        }
    }
}
