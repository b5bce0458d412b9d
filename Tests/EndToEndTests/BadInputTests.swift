import Foundation
import Testing

@Suite struct BadInputTests {
    /// A folder with one sound document and one other thing, and what comes of it.
    private func annotated(
        as wrapper: Program.Wrapper = .none, _ prepare: (TemporaryFolder) throws -> Void
    ) throws -> (
        ending: Program.Ending, ids: [String], errors: [ErrorLine], report: RunReport
    ) {
        let folder = try TemporaryFolder()
        try folder.write("in/sound.txt", "Elon Musk dirige Tesla.")
        try prepare(folder)
        let ending = try Program.run("annotate", folder.path("in"), "-o", folder.path("out"), wrapper: wrapper)
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        let errors: [ErrorLine] =
            folder.exists("out/errors.jsonl") ? try folder.read("out/errors.jsonl").lines() : []
        return (ending, lines.map(\.id), errors, try RunReport(folder.read("out/run.json")))
    }

    /// One thing that is no document.
    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let id: String
        let stage: String
        let code: String
        let prepare: @Sendable (TemporaryFolder) throws -> Void

        init(
            _ description: String, id: String, _ stage: String, _ code: String,
            _ prepare: @escaping @Sendable (TemporaryFolder) throws -> Void
        ) {
            testDescription = description
            self.id = id
            self.stage = stage
            self.code = code
            self.prepare = prepare
        }
    }

    @Test(arguments: [
        Bad("empty file", id: "in/x.txt", "read", "empty") { try $0.write("in/x.txt", "") },
        Bad("empty page", id: "in/x.html", "read", "empty") { try $0.write("in/x.html", "") },
        Bad("image", id: "in/x.txt", "decode", "binary") {
            try $0.write("in/x.txt", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        },
        Bad("control characters", id: "in/x.txt", "decode", "binary") {
            try $0.write("in/x.txt", Data((0..<4000).map { UInt8($0 % 32) }))
        },
        Bad("dangling link", id: "in/x.txt", "read", "unreadable") { try $0.link("in/x.txt", to: "nowhere") },
        Bad("loop of folders", id: "in/x", "read", "unreadable") { try $0.link("in/x", to: ".") },
        Bad("link to itself", id: "in/x", "read", "unreadable") { try $0.link("in/x", to: "x") },
        Bad("cut record", id: "in/x.jsonl#1", "read", "bad-record") { try $0.write("in/x.jsonl", #"{"text":"a"#) },
        Bad("record without text", id: "a", "read", "bad-record") {
            try $0.write("in/x.jsonl", #"{"id":"a"}"#)
        },
        Bad("text that is no string", id: "in/x.jsonl#1", "read", "bad-record") {
            try $0.write("in/x.jsonl", #"{"text":3}"#)
        },
        Bad("record with an empty text", id: "in/x.jsonl#1", "read", "empty") {
            try $0.write("in/x.jsonl", #"{"text":""}"#)
        },
        Bad("record with the id of another document", id: "in/sound.txt", "read", "duplicate-id") {
            try $0.write("in/x.jsonl", #"{"id":"in/sound.txt","text":"a"}"#)
        },
    ])
    func badDocumentIsPutAside(_ bad: Bad) throws {
        let result = try annotated(bad.prepare)
        #expect(result.ending.status == 0)
        #expect(result.ids == ["in/sound.txt"])
        let error = try #require(result.errors.first)
        #expect(result.errors.count == 1)
        #expect([error.id, error.stage, error.code] == [bad.id, bad.stage, bad.code])
        #expect(error.schema == "glaneur.error/1")
        #expect(!error.message.isEmpty)
        #expect(result.ending.errors.contains(error.message))
        #expect(result.report.counts.quarantined == 1)
        #expect(result.report.failures?.map(\.code) == [bad.code])
    }

    @Test func unreadableFileIsPutAside() throws {
        let result = try annotated(as: .withoutPrivileges) { folder in
            let path = try folder.write("in/x.txt", "Tesla")
            chmod(path, 0)
        }
        #expect(result.ids == ["in/sound.txt"])
        #expect(result.errors.map(\.code) == ["unreadable"])
    }

    @Test func folderWithTheNameOfAFileIsAFolder() throws {
        let result = try annotated { try $0.write("in/x.txt/y.txt", "Tesla") }
        #expect(result.ids == ["in/sound.txt", "in/x.txt/y.txt"])
        #expect(result.errors.isEmpty)
    }

    @Test func bytesThatAreNoUTF8AreReadAsSomething() throws {
        let result = try annotated {
            try $0.write(
                "in/x.txt", Data("Tesla \u{FF}\u{FE}\u{80} d\u{E9}j\u{E0}".unicodeScalars.map { UInt8($0.value) }))
        }
        #expect(result.ids == ["in/sound.txt", "in/x.txt"])
    }

    @Test func recordsBehindABrokenOneAreRead() throws {
        let result = try annotated {
            try $0.write("in/x.jsonl", "{\"text\":\"un\"}\n{\"text\":\n\n[1]\n{\"text\":\"deux\"}\n")
        }
        #expect(result.ids == ["in/sound.txt", "in/x.jsonl#1", "in/x.jsonl#4"])
        #expect(result.errors.map(\.id) == ["in/x.jsonl#2", "in/x.jsonl#3"])
        #expect(result.errors.first?.message.contains("in/x.jsonl, line 2, byte 14") == true)
    }

    @Test func countsAddUp() throws {
        let result = try annotated {
            try $0.write("in/x.txt", "")
            try $0.write("in/y.jsonl", "{\"text\":\"Elon Musk\"}\n{}\n{\"text\":\"\"}\n")
        }
        let report = result.report
        #expect(report.schema == "glaneur.run/1")
        #expect(report.complete)
        #expect(report.counts.in == 5)
        #expect(report.counts.out == result.ids.count)
        #expect(report.counts.quarantined == result.errors.count)
        #expect(report.counts.in == report.counts.out + report.counts.quarantined)
        #expect(report.failures?.reduce(0) { $0 + $1.n } == report.counts.quarantined)
    }

    @Test func leftoversOfAnEarlierRunGo() throws {
        let folder = try TemporaryFolder()
        try folder.write("in/a.txt", "Tesla")
        try folder.write("in/b.txt", "")
        _ = try Program.run("annotate", folder.path("in"), "-o", folder.path("out"))
        #expect(folder.exists("out/errors.jsonl"))
        try folder.write("in/b.txt", "Nvidia")
        _ = try Program.run("annotate", folder.path("in"), "-o", folder.path("out"))
        #expect(!folder.exists("out/errors.jsonl"))
    }

    /// 2 MB unless `$GLANEUR_LONG_LINE_MB` says more; the line of the release is 200 MB.
    @Test(arguments: ["txt", "jsonl"]) func longLineIsOneDocument(_ ending: String) throws {
        let megabytes = ProcessInfo.processInfo.environment["GLANEUR_LONG_LINE_MB"].flatMap(Int.init) ?? 2
        let words = "et puis encore des mots sans fin "
        let text = "Tesla " + String(repeating: words, count: megabytes << 20 / words.utf8.count) + "à Paris."
        let folder = try TemporaryFolder()
        let file = try folder.write("long.\(ending)", ending == "txt" ? text : "{\"text\":\"\(text)\"}\n")
        let result = try Program.run("annotate", file, "-o", folder.path("out.jsonl"))
        #expect(result.status == 0)
        let lines = try folder.read("out.jsonl").lines(DocumentLine.self)
        #expect(lines.count == 1)
        #expect(lines.first?.text.utf8.count == text.utf8.count)
        #expect(lines.first?.ents?.map(\.text) == ["Tesla", "Paris"])
    }
}
