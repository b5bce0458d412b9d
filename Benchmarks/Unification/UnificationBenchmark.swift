import GlaneurBenchmarkSupport
import GlaneurCorpus
import GlaneurLexicon
import GlaneurTestSupport
import Glibc

/// Measures what it takes to unify a corpus: `UnificationBenchmark MENTIONS [MEGABYTES]`.
///
/// There are ten mentions an entity. It prints mentions, entities, CPU seconds of reading and of joining, peak memory, and nanoseconds by
/// n log n, which must not rise with n.
@main
enum UnificationBenchmark {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let mentions = arguments.first ?? 100_000
        let memory = (arguments.dropFirst().first ?? 128) << 20
        let made = max(1, mentions / 10)
        var corpus = GeneratedCorpus(mentions: mentions, entities: made, seed: 20_261_126)
        let knowledge = CorpusKnowledge(lexicon: TestLexicon.shared)
        var reading = 0.0
        var collector = EntityCollector(knowledge: knowledge, memory: memory)
        while let line = corpus.next() {
            // Making lines is no part of it.
            reading += try Measurement.seconds {
                if let document = try DocumentLine(line, in: line.indices) { try collector.add(document, in: line) }
            }
        }
        var counted = 0
        var entities = 0
        let start = Measurement.cpuSeconds
        let unification = try Unification(collector)
        try unification.forEach { entity in
            counted += entity.mentions
            entities += 1
        }
        let joining = Measurement.cpuSeconds - start
        guard counted == mentions else { throw Miscounted(counted: counted) }
        let steps = Double(mentions) * log2(Double(mentions))
        let figures = [
            "\(mentions)", "\(entities)", rounded(reading, 2), rounded(joining, 2),
            "\(Measurement.peakBytes >> 20)", rounded((reading + joining) * 1e9 / steps, 1),
        ]
        print(figures.joined(separator: "\t"))
    }

    private static func rounded(_ value: Double, _ decimals: Int) -> String {
        let power = pow(10, Double(decimals))
        return "\((value * power).rounded() / power)"
    }

    /// A mention went lost, or was counted twice.
    struct Miscounted: Error {
        let counted: Int
    }
}
