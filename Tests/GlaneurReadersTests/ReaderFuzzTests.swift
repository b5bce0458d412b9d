import Foundation
import GlaneurTestSupport
import Testing

/// The seeds of the fuzzer of readers, and broken copies of them: `scripts/fuzz` looks for more with libFuzzer.
@Suite struct ReaderFuzzTests {
    private static let laws = ReaderLaws()
    private static let folder = Checkout.root + "/Tests/Fuzzer/Seeds/extract"
    private static let seeds = (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []

    private static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
    }

    @Test func thereIsASeedOfEachKind() throws {
        let kinds = try Set(Self.seeds.map { try #require(try Self.bytes($0).first) })
        let letters = (0..<ReaderLaws.kinds.count).map { UInt8(ascii: "a") + UInt8($0) }
        #expect(letters.filter { !kinds.contains($0) } == [])
    }

    @Test(arguments: seeds)
    func brokenSeedsKeepTheLaws(_ name: String) throws {
        let seed = try Self.bytes(name)
        #expect(Self.laws.violations(seed) == [])
        var random = SeededGenerator(seed: SeededGenerator.announce(11, for: "broken \(name)"))
        for _ in 0..<60 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...8, using: &random) where bytes.count > 1 {
                let index = Int.random(in: 1..<bytes.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array("<>&;\"'\n,=-#".utf8).randomElement(using: &random) ?? 0, at: index)
                case 3: bytes.removeSubrange(index..<min(bytes.count, index + 20))
                default: if random.oneIn(4) { bytes.removeSubrange(index...) }
                }
            }
            // What an earlier call of the system left behind says nothing of this file.
            errno = ENOMEM
            let violations = Self.laws.violations(bytes)
            guard let first = violations.first else { continue }
            let least = Self.laws.smallest(bytes)
            Issue.record("\(first); smallest: \(String(decoding: least, as: UTF8.self)) \(least.prefix(200))")
            return
        }
    }
}
