import GlaneurCore
import Testing

@testable import GlaneurWriters

@Suite struct MetricsTextTests {
    @Test func familiesSayWhatTheyAreBeforeTheirSamples() {
        var text = MetricsText()
        text.add(
            "a_bytes", .counter, unit: "bytes", help: "Bytes.", [.init(5, ("side", "in")), .init(7, ("side", "out"))])
        text.add("b", .gauge, help: "Level.", [.init(-3)])
        text.add("c", .info, help: "Facts.", [.init(1, ("version", "1.0"))])
        #expect(
            String(decoding: text.finish(), as: UTF8.self) == """
                # TYPE a_bytes counter
                # UNIT a_bytes bytes
                # HELP a_bytes Bytes.
                a_bytes_total{side="in"} 5
                a_bytes_total{side="out"} 7
                # TYPE b gauge
                # HELP b Level.
                b -3
                # TYPE c info
                # HELP c Facts.
                c_info{version="1.0"} 1
                # EOF

                """)
    }

    @Test func familyWithoutSamplesIsLeftOut() {
        var text = MetricsText()
        text.add("a", .gauge, help: "Nothing.", [])
        #expect(text.finish() == Array("# EOF\n".utf8))
    }

    @Test func labelsAreEscaped() {
        var text = MetricsText()
        text.add("a", .gauge, help: "Two\nlines.", [.init(1, ("path", "C:\\news \"été\"\n"))])
        #expect(
            String(decoding: text.finish(), as: UTF8.self) == #"""
                # TYPE a gauge
                # HELP a Two\nlines.
                a{path="C:\\news \"été\"\n"} 1
                # EOF

                """#)
    }

    @Test(
        arguments: [
            (0, "0.000000000"), (1, "0.000000001"), (1_500_000_000, "1.500000000"), (.max, "18446744073.709551615"),
        ] as [(UInt64, String)])
    func secondsAreExact(nanoseconds: UInt64, expected: String) {
        var text = MetricsText()
        text.add("a_seconds", .counter, unit: "seconds", help: "Time.", [.init(nanoseconds: nanoseconds)])
        #expect(String(decoding: text.finish(), as: UTF8.self).contains("a_seconds_total \(expected)\n"))
    }

    @Test func runTellsWhatWasCounted() {
        var metrics = RunMetrics(run: RunIdentity(tool: "glaneur/0", resources: "r", configuration: "c", icu: "72.1"))
        metrics.statistics.documentsOut = 3
        metrics.statistics.countQuarantined(StageFailure(.empty, stage: .read, document: "d", message: "no bytes"))
        var segmenting = RunStatistics.StageCount()
        (segmenting.documents, segmenting.bytes, segmenting.nanoseconds) = (1, 10, 2_000_000)
        metrics.statistics.add(segmenting, to: .segment)
        metrics.input = .init(taken: 10, limit: 20)
        let text = String(decoding: metrics.text(), as: UTF8.self)
        for line in [
            #"glaneur_documents_total{result="written"} 3"#, #"glaneur_documents_total{result="quarantined"} 1"#,
            #"glaneur_failures_total{code="empty"} 1"#, #"glaneur_stage_seconds_total{stage="segment"} 0.002000000"#,
            #"glaneur_stage_documents_total{stage="segment"} 1"#, #"glaneur_stage_bytes_total{stage="segment"} 10"#,
            #"glaneur_stage_failures_total{stage="segment"} 0"#, "glaneur_input_size_bytes 20",
        ] { #expect(text.contains("\n\(line)\n")) }
        #expect(!text.contains("glaneur_entities"))
    }
}
