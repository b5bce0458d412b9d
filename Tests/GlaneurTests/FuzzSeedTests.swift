import Foundation
import FuzzLaws
import GlaneurTestSupport
import Testing

/// The seeds of the fuzzer, among them all that ever broke a law: `scripts/fuzz` looks for more with libFuzzer.
@Suite struct FuzzSeedTests {
    private static func seeds(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
        let folder = "\(Checkout.root)/Tests/Fuzzer/Seeds/\(target.rawValue)"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            ($0, Array(try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))))
        }
    }

    @Test(arguments: FuzzTarget.allCases)
    func seedsKeepTheLaws(_ target: FuzzTarget) throws {
        let laws = try target.laws()
        let seeds = try Self.seeds(of: target)
        #expect(!seeds.isEmpty)
        for (name, bytes) in seeds { #expect(laws.violations(bytes) == [], "\(target.rawValue)/\(name)") }
    }

    /// A law that no bytes can break holds nothing: what opens is said by the seeds, what does not by their broken copies.
    @Test func modelsOpenAndBrokenOnesDoNot() throws {
        for (name, bytes) in try Self.seeds(of: .models) where !name.hasPrefix("broken") {
            #expect(FuzzTarget.opens(model: bytes), "\(name)")
        }
    }
}
