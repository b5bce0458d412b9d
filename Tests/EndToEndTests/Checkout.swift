import Foundation

/// Where the files of the checkout lie.
enum Checkout {
    private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

    static let seeds = tests.deletingLastPathComponent().deletingLastPathComponent().appending(path: "seeds")
    static let lexicons = seeds.deletingLastPathComponent().appending(path: "Lexicons")
    static let snapshots = tests.appending(path: "Snapshots")

    /// The file names of the seed texts, sorted.
    static let seedNames: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: seeds.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }()
}
