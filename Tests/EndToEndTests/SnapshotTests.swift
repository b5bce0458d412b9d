import Foundation
import Testing

/// The lines of the seeds as they were when a person last read them; `scripts/update-snapshots` writes them anew.
@Suite struct SnapshotTests {
    private static let updates = ProcessInfo.processInfo.environment["GLANEUR_UPDATE_SNAPSHOTS"] != nil
    /// One French and one English text, and one with pages' furniture in it, after each stage.
    private static let stagedSeeds = ["en-01-dojo-closed.txt", "fr-01-dojo-arrete.txt", "fr-06-europe-ia.txt"]

    @Test(arguments: Checkout.seedNames) func lineOfASeedIsAsItWas(_ seed: String) throws {
        let ending = try Program.run("annotate", Checkout.seeds.appending(path: seed).path, "--with", "tokens")
        #expect(ending.status == 0)
        try SnapshotTests.compare(ending.output, seed: seed, stage: "document")
    }

    @Test(arguments: stagedSeeds) func linesBetweenTheStagesAreAsTheyWere(_ seed: String) throws {
        // The last one is the document, which has a snapshot of its own.
        for output in try StageChainTests.outputs(of: Checkout.seeds.appending(path: seed).path).dropLast() {
            try SnapshotTests.compare(output.lines, seed: seed, stage: output.stage)
        }
    }

    @Test func entitiesOfTheSeedsAreAsTheyWere() throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        _ = try Program.run("annotate", seeds, "-o", folder.path("out"))
        try SnapshotTests.compare(folder.read("out/entities.jsonl"), name: "seeds.entities.jsonl")
    }

    private static func compare(_ lines: Data, seed: String, stage: String) throws {
        try compare(lines, name: "\(seed.dropLast(".txt".count)).\(stage).jsonl")
    }

    /// Compares lines with the snapshot of a name, or writes it anew.
    private static func compare(_ lines: Data, name: String) throws {
        let file = Checkout.snapshots.appending(path: name)
        let found = masked(String(decoding: lines, as: UTF8.self))
        if updates {
            try FileManager.default.createDirectory(at: Checkout.snapshots, withIntermediateDirectories: true)
            try Data(found.utf8).write(to: file)
            return
        }
        guard let bytes = try? Data(contentsOf: file) else {
            Issue.record("no snapshot \(name); run scripts/update-snapshots")
            return
        }
        let expected = String(decoding: bytes, as: UTF8.self)
        guard expected != found else { return }
        let start = max(0, zip(expected.utf8, found.utf8).prefix { $0 == $1 }.count - 60)
        func excerpt(_ text: String) -> String {
            String(decoding: text.utf8.dropFirst(start).prefix(200), as: UTF8.self)
        }
        Issue.record(
            """
            \(name) differs at byte \(start + 60); if it is meant, run scripts/update-snapshots and read the diff
            was … \(excerpt(expected)) …
            is  … \(excerpt(found)) …
            """)
    }

    /// The lines without what changes with the machine (its ICU) and with every edit of a lexicon (the digest).
    private static func masked(_ lines: String) -> String {
        lines.replacing(/"config":"[0-9a-f]+","icu":"[^"]+"/, with: "\"config\":\"…\",\"icu\":\"…\"")
    }
}
