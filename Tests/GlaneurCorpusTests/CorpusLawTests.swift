import GlaneurCore
import GlaneurTestSupport
import GlaneurWriters
import Testing

@testable import GlaneurCorpus

/// What holds for every corpus: the bytes of the entities depend on what the lines say, and on nothing else.
@Suite struct CorpusLawTests {
    private static let names = [
        "per/elon-musk", "per/musk", "per/kimbal-musk", "per/e-musk", "per/donald-trump", "per/donald-j-trump",
        "per/trump",
        "org/density-ai", "org/densityai", "*org/tesla", "org/tesla=Tesla_Motors:alias", "*org/xai", "*loc/paris",
        "per/paris", "per/j-smith",
        "per/smith", "org/fonds-utile-ancien=FUA:alias", "org/fua", "loc/fua", "org/ministere-de-la-justice",
        "org/ministry-of-justice", "org/justice-ministry", "product/dojo=Dojo", "loc/dojo", "$4200000", "$100",
        "$77000000",
        "org/agence-verte", "org/green-agency", "org/green-office",
    ]

    private func generated(_ random: inout SeededGenerator, documents count: Int) -> [[UInt8]] {
        MadeCorpus.lines(
            (0..<count).map { _ in
                (0..<Int.random(in: 0...8, using: &random)).map { _ in
                    CorpusLawTests.names.randomElement(using: &random) ?? ""
                }.joined(separator: " ")
            })
    }

    private func bytes(_ lines: [[UInt8]], memory: Int = 1 << 22) throws -> [UInt8] {
        var json = JSONWriter()
        for record in try MadeCorpus.unify(lines, memory: memory) { EntityLineWriter().write(record, to: &json) }
        return json.bytes
    }

    @Test func anyShardsInAnyOrderGiveTheSameBytes() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(71, for: "shards"))
        for _ in 0..<30 {
            let lines = generated(&random, documents: 12)
            let expected = try bytes(lines)
            #expect(!expected.isEmpty)
            for shards in [1, 2, 7] {
                let parts = (0..<shards).map { shard in lines.indices.filter { $0 % shards == shard }.map { lines[$0] }
                }
                #expect(try bytes(parts.shuffled(using: &random).flatMap { $0 }) == expected)
            }
            #expect(try bytes(lines.shuffled(using: &random)) == expected)
        }
    }

    @Test func temporaryFilesChangeNothing() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(72, for: "spilling"))
        let lines = generated(&random, documents: 400)
        var collector = EntityCollector(knowledge: MadeCorpus.knowledge, memory: 1 << 13)
        for line in lines {
            let document = try #require(try DocumentLine(line, in: line.indices))
            try collector.add(document, in: line)
        }
        let hasSpilled = collector.runs.hasSpilled
        #expect(hasSpilled)
        #expect(try bytes(lines, memory: 1 << 13) == bytes(lines, memory: 1 << 24))
    }

    @Test func aLineThatIsReadTwiceCountsOnce() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(73, for: "twice"))
        let lines = generated(&random, documents: 20)
        #expect(try bytes(lines + lines.shuffled(using: &random)) == bytes(lines))
    }

    @Test func everyIDStandsInOneRecord() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(74, for: "ids"))
        for _ in 0..<30 {
            let lines = generated(&random, documents: 12)
            let all = try MadeCorpus.unify(lines).flatMap { [$0.entityID] + $0.sameAs }
            let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined()
            let ids = Set(
                text.split(separator: "\"entity_id\":\"").dropFirst().map { String($0.prefix { $0 != "\"" }) })
            #expect(all.count == Set(all).count && Set(all) == ids)
        }
    }

    @Test func summariesMergeInAnyGrouping() throws {
        var random = SeededGenerator(seed: SeededGenerator.announce(75, for: "summaries"))
        for _ in 0..<200 {
            // Beyond the limit of documents kept one by one, too.
            let count = random.oneIn(4) ? EntitySummary.documentLimit + 3 : Int.random(in: 3...9, using: &random)
            let sightings = (0..<count).map { sighting($0, &random) }
            let expected = EntitySummary(sightings)
            let first = Int.random(in: 1..<count - 1, using: &random)
            let second = Int.random(in: first..<count, using: &random)
            let parts = [sightings[..<first], sightings[first..<second], sightings[second...]].map {
                EntitySummary(Array($0))
            }
            func merged(_ left: EntitySummary, _ right: EntitySummary) -> EntitySummary {
                var left = left
                left.merge(right)
                return left
            }
            #expect(merged(merged(parts[0], parts[1]), parts[2]) == expected)
            #expect(merged(parts[0], merged(parts[1], parts[2])) == expected)
            #expect(merged(merged(parts[2], parts[0]), parts[1]) == expected)
            #expect(merged(expected, EntitySummary()) == expected)
            #expect(EntitySummary(sightings.shuffled(using: &random)) == expected)
        }
    }

    private func sighting(_ document: Int, _ random: inout SeededGenerator) -> Sighting {
        var sighting = Sighting(documentID: "made/\(document)")
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let form = NameCounts.Form(
                language: .french, text: ["Musk", "Elon Musk", "M. Musk"].randomElement(using: &random) ?? "")
            sighting.names.add(form, NameCounts.Use(count: 1, marks: random.oneIn(3) ? .alias : []))
        }
        if random.oneIn(2) { sighting.marks.insert(.lexicon) }
        sighting.context = ContextSketch((0..<30).map { _ in UInt64.random(in: 0..<200, using: &random) })
        if random.oneIn(3) { sighting.fields = ["business"] }
        return sighting
    }

    @Test func recordsOfSightingsAreReadBack() {
        var random = SeededGenerator(seed: SeededGenerator.announce(76, for: "records"))
        for document in 0..<100 {
            let sighting = sighting(document, &random)
            var record = RecordWriter()
            sighting.write(entityID: "per/elon-musk", documentHash: 42, to: &record)
            let read = record.bytes.withUnsafeBytes { Sighting($0, at: "per/elon-musk".utf8.count + 1) }
            #expect(read == sighting)
        }
    }

    @Test func sketchesOfMergedDocumentsAreMergedSketches() {
        var random = SeededGenerator(seed: SeededGenerator.announce(77, for: "sketches"))
        for _ in 0..<200 {
            let left = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                UInt64.random(in: 0..<150, using: &random)
            }
            let right = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                UInt64.random(in: 0..<150, using: &random)
            }
            var merged = ContextSketch(left)
            merged.merge(ContextSketch(right))
            #expect(merged == ContextSketch(left + right))
            #expect(merged.hashes == Array(Set(left + right).sorted().prefix(ContextSketch.limit)))
        }
    }
}
