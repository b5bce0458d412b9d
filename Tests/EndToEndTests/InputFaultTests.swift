import Foundation
import Testing

/// Input that is not what it was, or more than anyone can read: one bad document never stops a run.
@Suite struct InputFaultTests {
    /// A pipe that is read first holds the run up while files behind it change that were listed already.
    @Test func filesThatChangeVanishAndGrowBehindTheListing() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "c", "d", "e"] { try folder.write("in/\(name).txt", "Tesla vaut 10 milliards d’euros.") }
        #expect(mkfifo(folder.path("00.jsonl"), 0o600) == 0)
        let running = try Program.start(
            arguments: ["annotate", folder.path("00.jsonl"), folder.path("in"), "-o", folder.path("out")])
        // Opening the pipe for writing waits until it is opened for reading: the listing is done.
        let pipe = try FileHandle(forWritingTo: folder.url.appending(path: "00.jsonl"))
        try FileManager.default.removeItem(atPath: folder.path("in/b.txt"))
        try folder.write(
            "in/c.txt", "Tesla vaut 10 milliards d’euros. " + String(repeating: "Musk l’a dit à Paris. ", count: 9000))
        try folder.write("in/d.txt", "Musk")
        try folder.write("in/e.txt", "")
        try pipe.write(contentsOf: Data("{\"text\":\"Renault\"}\n".utf8))
        try pipe.close()
        #expect(try running.ending().status == 0)
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        #expect(lines.map(\.id).dropFirst() == ["in/a.txt", "in/c.txt", "in/d.txt"])
        #expect(lines[2].text.utf8.count > 200_000)
        #expect(lines.last?.text == "Musk")
        let errors = try folder.read("out/errors.jsonl").lines(ErrorLine.self)
        #expect(errors.map(\.id) == ["in/b.txt", "in/e.txt"])
        #expect(errors.map(\.code) == ["unreadable", "empty"])
        let counts = try RunReport(folder.read("out/run.json")).counts
        #expect(counts.in == 6 && counts.out == 4 && counts.quarantined == 2)
    }

    /// The memory of a process begins with pages that are not there: reading them is the error of a broken disk.
    @Test func fileThatTheDiskCannotReadIsGivenUp() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.txt", "Tesla")
        try folder.link("in/b.txt", to: "/proc/self/mem")
        try folder.write("in/c.txt", "Musk")
        #expect(try Program.run("annotate", folder.path("in"), "-o", folder.path("out")).status == 0)
        let errors = try folder.read("out/errors.jsonl").lines(ErrorLine.self)
        #expect(errors.map(\.code) == ["unreadable"])
        #expect(errors.first?.message.contains("input/output error") == true)
        #expect(try folder.read("out/part-00000.jsonl").lines(DocumentLine.self).map(\.id) == ["in/a.txt", "in/c.txt"])
    }

    /// The file has no bytes on the disk but says that it has ten thousand millions.
    @Test(arguments: ["big.txt", "big.html", "big.xml"]) func hugeSparseFileIsRefusedAtOnce(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("in/\(name)", "")
        #expect(truncate(folder.path("in/\(name)"), 10_000_000_000) == 0)
        try folder.write("in/small.txt", "Tesla")
        let start = ContinuousClock.now
        let ending = try Program.run("annotate", folder.path("in"), "-o", folder.path("out"))
        #expect(ending.status == 0)
        #expect(ContinuousClock.now - start < .seconds(10))
        #expect(try folder.read("out/errors.jsonl").lines(ErrorLine.self).map(\.code) == ["too-large"])
        #expect(try folder.read("out/part-00000.jsonl").lines(DocumentLine.self).map(\.id) == ["in/small.txt"])
    }

    /// `scripts/test-slow` does the same with 200,000 files.
    @Test func folderOfManyFilesIsReadWhole() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("in")
        let count = 3000
        for number in 0..<count {
            let file = fopen(folder.path("in/\(number).txt"), "w")
            fputs("Tesla \(number)", file)
            fclose(file)
        }
        let ending = try Program.run("annotate", folder.path("in"), "-o", folder.path("out"), "--part-size", "100K")
        #expect(ending.status == 0)
        let report = try RunReport(folder.read("out/run.json"))
        #expect(report.counts.out == count)
        let parts = try folder.names(in: "out").filter { $0.hasPrefix("part-") }
        #expect(parts.count > 5)
        let ids = try parts.flatMap { try folder.read("out/\($0)").lines(DocumentLine.self).map(\.id) }
        #expect(ids == (0..<count).map { "in/\($0).txt" }.sorted())
    }
}
