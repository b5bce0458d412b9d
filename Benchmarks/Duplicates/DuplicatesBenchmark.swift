import GlaneurBenchmarkSupport
import GlaneurCore
import GlaneurCorpus
import GlaneurTestSupport

/// Measures how duplicates are found: recall on edited copies, false pairs among different articles, time and memory.
///
/// `DuplicatesBenchmark [COUNT …]`: the numbers of documents, a thousand to a hundred thousand without them. Of each corpus one
/// document in ten is a copy with a twentieth, a tenth or a fifth of its words changed, cut by a third, or with a new lead. The time of splitting a
/// line like theirs into JSON values stands beside it. `GLANEUR_SEED` makes another corpus.
@main
enum DuplicatesBenchmark {
    static let seed = SeededGenerator.announce(20_261_126, for: "DuplicatesBenchmark")
    static let kinds = ["5 %", "10 %", "20 %", "cut", "lead"]

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        let counts = arguments.isEmpty ? [1000, 10_000, 100_000] : arguments.compactMap { Int($0) }
        print("documents    MB  CPU s  µs/doc  JSON s  peak MB  false  " + kinds.joined(separator: "  "))
        for count in counts { try measure(count) }
    }

    static func measure(_ count: Int) throws {
        var corpus = WireCorpus(seed: seed)
        var finder = try DuplicateFinder()
        var adding = 0.0
        var parsing = 0.0
        var bytes = 0
        func add(_ id: String, _ words: [String], to finder: inout DuplicateFinder) throws {
            let text = Array(words.joined(separator: " ").utf8)
            bytes += text.count
            let line = Array(#"{"id":"a","text":""#.utf8) + text + Array(#""}"#.utf8)
            parsing += try Measurement.seconds { _ = try JSONParser.parse(line)["text"]?.string(in: line) }
            let start = Measurement.cpuSeconds
            try finder.add(id: id, text: text, spans: [ByteSpan(0, text.count)])
            adding += Measurement.cpuSeconds - start
        }
        var copies = 0
        for number in 0..<count - count / 10 {
            let words = corpus.article(number)
            try add("a\(number)", words, to: &finder)
            guard number % 9 == 8 else { continue }
            let kind = copies % kinds.count
            copies += 1
            let copy =
                switch kind {
                case 0: corpus.edited(words, share: 0.05)
                case 1: corpus.edited(words, share: 0.1)
                case 2: corpus.edited(words, share: 0.2)
                case 3: Array(words.prefix(words.count * 2 / 3))
                default: corpus.lead(number) + words
                }
            try add("b\(number).\(kind)", copy, to: &finder)
        }
        var wrong = 0
        var found = [Int](repeating: 0, count: kinds.count)
        let start = Measurement.cpuSeconds
        try finder.finish { duplicate in
            let parts = duplicate.id.dropFirst().split(separator: ".")
            guard duplicate.id.hasPrefix("b"), parts.count == 2, let kind = Int(parts[1]),
                duplicate.original == "a\(parts[0])"
            else {
                wrong += 1
                return
            }
            found[kind] += 1
        }
        let seconds = adding + Measurement.cpuSeconds - start
        let recall = found.indices.map { kind in
            rounded(Double(found[kind]) / Double(max(1, (copies - kind + kinds.count - 1) / kinds.count)), 3)
        }
        print(
            padded("\(count)", 10) + padded(rounded(Double(bytes) / 1e6, 0), 6) + padded(rounded(seconds, 2), 8)
                + padded(rounded(seconds / Double(count) * 1e6, 1), 8) + padded(rounded(parsing, 2), 8)
                + padded(rounded(Double(Measurement.peakBytes) / 1e6, 0), 9) + padded("\(wrong)", 7)
                + recall.joined(separator: "  "))
    }
}
