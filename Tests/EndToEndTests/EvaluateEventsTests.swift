import Foundation
import Testing

/// `glaneur evaluate events`.
@Suite struct EvaluateEventsTests {
    @Test func figuresOfBothHalvesAndErrorsAreShown() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "x.txt",
            """
            ## en-2
            It rained in Paris.
            > departure [rained] place=Paris

            ## en-3
            It snowed in Oslo.
            > departure [snowed] place=Oslo

            """)
        let ending = try Program.run("evaluate", "events", file, "--errors", "9", "--lexicons", Checkout.lexicons.path)
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(
            ending.text.hasPrefix(
                """
                all F1 0.00 correct 0 gold 2 system 0 precision 0.00 recall 0.00
                tuned F1 0.00 correct 0 gold 1 system 0 precision 0.00 recall 0.00
                check F1 0.00 correct 0 gold 1 system 0 precision 0.00 recall 0.00
                en F1 0.00
                """), "\(ending.text)")
        #expect(ending.text.contains("\ndeparture_loose F1 0.00"), "\(ending.text)")
        #expect(ending.text.contains("miss\ten-2\tIt rained in Paris.\n\tgold\tdeparture [rained] place=Paris\n"))
        #expect(ending.text.contains("miss\ten-3"))
        let tuned = try Program.run(
            "evaluate", "events", file, "--errors", "9", "--tuned", "--lexicons", Checkout.lexicons.path)
        #expect(tuned.text.contains("miss\ten-2") && !tuned.text.contains("miss\ten-3"), "\(tuned.text)")
    }

    @Test func aFileThatIsNoneIsToldWithItsLine() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("x.txt", "## en-1\nIt rained.\n> departure [snowed]\n")
        let ending = try Program.run("evaluate", "events", file, "--lexicons", Checkout.lexicons.path)
        #expect(ending.status != 0)
        #expect(ending.errors.contains("x.txt:3: no 'snowed' in the text"), "\(ending.errors)")
    }
}
