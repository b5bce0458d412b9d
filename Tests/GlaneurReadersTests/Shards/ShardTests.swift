import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct ShardTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: [1, 2, 3, 7, 64]) func everyIdLiesInOneShardAndShardsAreEqual(count: Int) {
        let shards = (0..<count).compactMap { Shard($0, of: count) }
        #expect(shards.count == count)
        var sizes = [Int](repeating: 0, count: count)
        let ids = (0..<8000).map { "presse/2024/article-\($0).html" }
        for id in ids {
            let owners = shards.filter { $0.owns(id) }
            #expect(owners.count == 1, "\(id)")
            for owner in owners { sizes[owner.index] += 1 }
        }
        let mean = Double(ids.count) / Double(count)
        // Five standard deviations of a fair distribution.
        for size in sizes { #expect(abs(Double(size) - mean) <= 5 * mean.squareRoot(), "\(sizes)") }
    }

    /// Machines may run other builds of one version: a document must not change its shard.
    @Test func theShardOfAnIdNeverChanges() throws {
        let ids = ["seeds/fr-01-dojo-arrete.txt", "-#1", "dépêche/é.jsonl#12", ""]
        let places = ids.map { id in (0..<1000).first { Shard($0, of: 1000)?.owns(id) == true } }
        #expect(places == [885, 577, 930, 521])
    }

    @Test func thereIsNoShardBeyondTheLast() {
        #expect(Shard(3, of: 3) == nil)
        #expect(Shard(-1, of: 3) == nil)
        #expect(Shard(0, of: 0) == nil)
        #expect(Shard(2, of: 3)?.description == "2/3")
    }

    /// What comes out of an input, each failure by its code.
    private func read(_ shard: Shard) throws -> (ids: [String], elsewhere: Int) {
        var reader = try InputReader(paths: [folder.path + "/news"], shard: shard)
        var ids: [String] = []
        while let result = reader.next() {
            switch result {
            case .success(let document): ids.append(document.id + " " + String(decoding: document.bytes, as: UTF8.self))
            case .failure(let failure): ids.append("\(failure.document ?? "?") \(failure.code.rawValue)")
            }
        }
        #expect(reader.bytesRead == reader.listing.totalBytes)
        return (ids, reader.elsewhere)
    }

    @Test(arguments: [1, 2, 3, 7]) func shardsTogetherGiveWhatTheWholeGives(count: Int) throws {
        for number in 0..<20 {
            try folder.write("news/\(number).txt", "Texte \(number).")
            try folder.write("news/page-\(number).html", "<p>Page \(number).</p>")
            try folder.write("news/empty-\(number).txt", "")
        }
        try folder.write(
            "news/records.jsonl", (0..<50).map { "{\"id\":\"r\($0 % 40)\",\"text\":\"Un \($0).\"}\n" }.joined())
        try folder.write("news/broken.jsonl", (0..<9).map { _ in "{\"text\":\n{\"text\":\"Deux.\"}\n" }.joined())
        try folder.write("news/table.csv", "id,text\na,Trois\nb,\nc,Quatre\n")
        let whole = try read(.whole)
        #expect(whole.elsewhere == 0)
        var union: [String] = []
        for index in 0..<count {
            let part = try read(try #require(Shard(index, of: count)))
            #expect(part.ids.count + part.elsewhere == whole.ids.count)
            // A shard keeps the order of the whole.
            var rest = whole.ids[...]
            for id in part.ids {
                let place = try #require(rest.firstIndex(of: id), "\(id)")
                rest = rest[(place + 1)...]
            }
            union += part.ids
        }
        #expect(union.sorted() == whole.ids.sorted())
    }

    @Test func aFileOfAnotherShardIsNotReadToItsEnd() throws {
        let path = try folder.write("news/long.txt", String(repeating: "Une longue phrase. ", count: 50_000))
        let owner = try #require((0..<2).first { Shard($0, of: 2)?.owns("news/long.txt") == true })
        var reader = try InputReader(paths: [path], shard: try #require(Shard(1 - owner, of: 2)))
        let meter = reader.meter
        var seen = 0
        let stream = try ContentStream(
            OpenFile(SystemPath(path), meter: meter), label: ContentLabel(path: "news/long.txt"), limit: 1 << 30)
        var documents = ContentReader(limits: .standard, meter: meter, shard: reader.shard).documents(of: stream)
        while let result = documents.next() {
            seen += 1
            #expect(throws: StageFailure.self) { try result.get() }
        }
        #expect(seen == 1 && meter.bytes < 100_000, "\(meter.bytes)")
        #expect(reader.next() == nil && reader.elsewhere == 1)
    }
}
