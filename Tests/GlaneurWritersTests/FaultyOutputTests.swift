import Glibc
import Testing

@testable import GlaneurWriters

/// What becomes of output when calls of the system fail that seldom do.
@Suite struct FaultyOutputTests {
    private static let lines = (0..<3000).map { Array("{\"id\":\"\($0)\"}\n".utf8) }

    private func write(to place: TemporaryPlace, _ faults: FaultPlan?, _ compression: OutputCompression = .none) throws
    {
        let layout = PartSeries.Layout(partSize: 20_000, markInterval: 4000, compression: compression)
        var series = try PartSeries(in: place.path, layout: layout, faults: faults)
        for line in Self.lines {
            try series.write(line)
            if series.isCheckpointDue { try series.synchronize() }
        }
        try series.finish()
    }

    @Test(arguments: OutputCompression.allCases) func shortWritesLoseNothing(_ compression: OutputCompression) throws {
        let place = try TemporaryPlace()
        try write(to: place, FaultPlan(.short, at: 1), compression)
        #expect(try Array(place.names.flatMap { try place.lines($0) }) == Array(Self.lines.joined()))
    }

    @Test func everyFailureOfTheDiskIsSaidAndNoPartIsTakenForWhole() throws {
        let plan = FaultPlan(.error, at: .max)
        let whole = try TemporaryPlace()
        try write(to: whole, plan)
        #expect(plan.count > 20)
        for step in 1...plan.count {
            let place = try TemporaryPlace()
            let failure = #expect(throws: OutputFailure.self) { try write(to: place, FaultPlan(.error, at: step)) }
            guard case .cannotWrite(_, "input/output error") = failure else {
                Issue.record("step \(step): \(String(describing: failure))")
                continue
            }
            for name in place.names where name.hasSuffix(".jsonl") { #expect(place.read(name) == whole.read(name)) }
        }
    }

    @Test func fullDiskKeepsWhatIsThere() throws {
        let place = try TemporaryPlace()
        let failure = #expect(throws: OutputFailure.self) { try write(to: place, FaultPlan(.full, at: 12)) }
        guard case .cannotWrite(_, "no space left on device") = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(place.names.filter { $0.hasSuffix(".partial") }.count == 1)
    }

    @Test func fileThatIsWrittenByAnotherRunIsRefused() throws {
        let place = try TemporaryPlace()
        var first = try OutputFile(path: place.path + "/out.jsonl")
        try first.write([1])
        #expect(throws: OutputFailure.busy(path: place.path + "/out.jsonl")) {
            try OutputFile(path: place.path + "/out.jsonl").finish()
        }
        try first.finish()
        #expect(place.read("out.jsonl") == [1])
    }

    @Test func lockEndsWithItsHolder() throws {
        let place = try TemporaryPlace()
        let path = place.path + "/lock"
        do {
            let lock = try FileLock(path: path)
            #expect(throws: OutputFailure.busy(path: path)) { _ = try FileLock(path: path) }
            lock.removeFile()
        }
        _ = try FileLock(path: path)
    }
}
