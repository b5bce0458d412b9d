import GlaneurCore
import Synchronization
import Testing

@Suite struct DeadlineTests {
    /// A stage that takes as long as it says.
    private struct Slow: Stage {
        let name: StageName
        let seconds: UInt64
        let clock: Hand
        var needs: Layers { [] }
        var gives: Layers { [] }

        func process(_ document: inout Document) throws(StageFailure) { clock.move(seconds * 1_000_000_000) }
    }

    /// A clock that is moved by hand.
    private final class Hand: Sendable {
        private let time = Atomic<UInt64>(7)

        var now: UInt64 { time.load(ordering: .relaxed) }
        func move(_ nanoseconds: UInt64) { time.add(nanoseconds, ordering: .relaxed) }
    }

    private func run(_ seconds: [UInt64], limit: UInt64?) throws {
        let hand = Hand()
        let chain = try StageChain(
            seconds.enumerated().map { Slow(name: StageName(rawValue: "s\($0)"), seconds: $1, clock: hand) })
        var document = Document(
            id: "a", bytes: [0x61],
            provenance: Provenance(path: "a", bytes: ByteSpan(0, 1), sha256: "", mediaType: "text/plain"))
        if let limit { document.deadline = Deadline(nanoseconds: limit * 1_000_000_000, clock: { hand.now }) }
        try chain.run(on: &document)
    }

    @Test func stageThatWasAtWorkIsNamed() throws {
        let failure = #expect(throws: StageFailure.self) { try run([1, 1, 5, 1], limit: 4) }
        #expect(failure?.code == .deadline && failure?.stage.rawValue == "s2" && failure?.document == "a")
        #expect(failure?.message == "more than 4.0 s of processor time")
    }

    @Test func documentInTimePasses() throws {
        try run([1, 1, 2], limit: 4)
        try run([100, 100], limit: nil)
    }

    @Test func deadlineIsNoPartOfADocument() {
        #expect(Deadline(nanoseconds: 1, clock: { 0 }) == Deadline.none)
        #expect(!Deadline.none.isPast)
    }
}
