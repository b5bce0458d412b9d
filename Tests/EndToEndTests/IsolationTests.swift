import Foundation
import Testing

/// `annotate --isolate`: a document that ends the process that works on it takes no other with it.
@Suite struct IsolationTests {
    /// What stands in the errors file of a run.
    private struct ErrorLine: Decodable {
        let id: String
        let stage: String
        let code: String
    }

    private static func write(into folder: TemporaryFolder) throws {
        for number in 0..<12 {
            let fault = number % 5 == 3 ? " Kaboumski" : ""
            try folder.write("texts/\(number).txt", "Nvidia a levé \(number),5 millions de dollars à Paris.\(fault)\n")
        }
        // A document that a stage gives up is told the same way from wherever.
        try folder.write("texts/binary.txt", Data([0x00, 0xFF, 0xFE, 0x00, 0x01, 0x02, 0xD8, 0x00]))
    }

    @Test(arguments: ["1", "2"]) func bytesAreThoseOfARunInOneProcess(_ tasks: String) throws {
        let folder = try TemporaryFolder()
        try Self.write(into: folder)
        let seeds = try folder.copySeeds()
        let arguments = ["annotate", folder.path("texts"), seeds, "-j", tasks, "--with", "tokens", "-o"]
        _ = try Program.run(arguments: arguments + [folder.path("plain")])
        let ending = try Program.run(arguments: arguments + [folder.path("isolated"), "--isolate"])
        #expect(ending.status == 0)
        for name in ["part-00000.jsonl", "entities.jsonl", "errors.jsonl"] {
            let lines = try folder.read("plain/\(name)")
            #expect(try lines == folder.read("isolated/\(name)") && !lines.isEmpty, "\(name)")
        }
    }

    @Test(arguments: ["trap", "hang"]) func onlyTheDocumentAtWorkIsLost(_ fault: String) throws {
        let folder = try TemporaryFolder()
        try Self.write(into: folder)
        let texts = folder.path("texts")
        let ending = try Program.run(
            "annotate", texts, "-j", "2", "--isolate", "--deadline", "0.5", "-o", folder.path("out"),
            environment: ["GLANEUR_FAULT": "\(fault)@Kaboumski", "SWIFT_BACKTRACE": "enable=no"])
        #expect(ending.status == 0)
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        #expect(Set(lines.map(\.id)) == Set([0, 1, 2, 4, 5, 6, 7, 9, 10, 11].map { "texts/\($0).txt" }))
        let errors = try folder.read("out/errors.jsonl").lines(ErrorLine.self)
        let lost = errors.filter { $0.id != "texts/binary.txt" }
        #expect(lost.map(\.id).sorted() == ["texts/3.txt", "texts/8.txt"])
        #expect(lost.allSatisfy { $0.stage == "segment" && $0.code == (fault == "trap" ? "crashed" : "deadline") })
    }

    @Test func withoutItTheFaultIsNotThere() throws {
        let folder = try TemporaryFolder()
        try Self.write(into: folder)
        let ending = try Program.run(
            "annotate", folder.path("texts/3.txt"), environment: ["GLANEUR_FAULT": "trap@Kaboumski"])
        #expect(ending.status == 0)
    }
}
