import GlaneurCore
import Glibc
import Testing

@testable import GlaneurReaders

@Suite struct InputReaderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ paths: [String]) throws -> [Result<Document, StageFailure>] {
        var reader = try InputReader(paths: paths)
        var results: [Result<Document, StageFailure>] = []
        while let result = reader.next() { results.append(result) }
        #expect(reader.bytesRead == reader.listing.totalBytes)
        #expect(reader.filesRead == reader.listing.count)
        return results
    }

    private func ids(_ results: [Result<Document, StageFailure>]) -> [String] {
        results.map { result in
            switch result {
            case .success(let document): document.id
            case .failure(let failure): "\(failure.code.rawValue) \(failure.document ?? "?")"
            }
        }
    }

    @Test func foldersAreReadInTheOrderOfTheirNames() throws {
        try folder.write("news/b.txt", "b")
        try folder.write("news/a/z.html", "<p>z")
        try folder.write("news/a-b/x.txt", "x")
        try folder.write("news/.hidden/y.txt", "y")
        try folder.write("news/.z.txt", "z")
        try folder.write("news/out.entities.jsonl", "{}")
        try folder.write("news/out.errors.jsonl", "{}")
        let results = try read([folder.path + "/news"])
        #expect(ids(results) == ["news/a-b/x.txt", "news/a/z.html", "news/b.txt"])
        #expect(try results.map { try $0.get().provenance.mediaType } == ["text/plain", "text/html", "text/plain"])
    }

    @Test func orderOfThePathsDoesNotMatter() throws {
        let first = try folder.write("news/b.txt", "b")
        let second = try folder.write("news/a.txt", "a")
        #expect(ids(try read([first, second])) == ["news/a.txt", "news/b.txt"])
        #expect(ids(try read([second, first])) == ids(try read([folder.path + "/news/"])))
    }

    @Test func provenanceNamesTheBytes() throws {
        let path = try folder.write("news/a.txt", "abc")
        let document = try #require(try read([path]).first).get()
        #expect(document.provenance.path == "news/a.txt")
        #expect(document.provenance.bytes == ByteSpan(0, 3))
        #expect(
            document.provenance.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(document.layers == .bytes)
        #expect(document.bytes == Array("abc".utf8))
    }

    @Test func oneFileGivenTwiceIsRefused() throws {
        let path = try folder.write("news/a.txt", "a")
        #expect {
            _ = try InputReader(paths: [folder.path + "/news", path])
        } throws: {
            ($0 as? InputError)?.reason == .usage
        }
    }

    @Test func missingPathIsAnInputError() {
        #expect {
            _ = try InputReader(paths: [folder.path + "/nothing"])
        } throws: {
            ($0 as? InputError)?.reason == .missing
        }
    }

    @Test func linksAreFollowedAndLoopsAreReported() throws {
        try folder.write("news/a/a.txt", "a")
        try folder.write("elsewhere/b.txt", "b")
        folder.link("news/a/loop", to: "..")
        folder.link("news/link", to: folder.path + "/elsewhere")
        folder.link("news/dangling.txt", to: "nowhere")
        #expect(
            ids(try read([folder.path + "/news"])) == [
                "news/a/a.txt", "unreadable news/a/loop", "unreadable news/dangling.txt", "news/link/b.txt",
            ])
    }

    @Test func emptyFileIsAFailure() throws {
        let path = try folder.write("news/a.txt", "")
        #expect(ids(try read([path])) == ["empty news/a.txt"])
    }

    @Test func unknownExtensionIsTakenForAPageWhereItBeginsLikeOne() throws {
        try folder.write("news/a.php", "\n<!DOCTYPE html><p>x")
        try folder.write("news/b.dat", "some text")
        let types = try read([folder.path + "/news"]).map { try $0.get().provenance.mediaType }
        #expect(types == ["text/html", "text/plain"])
    }

    @Test func recordsAreDocumentsWithTheirPlaces() throws {
        let lines = [
            #"{"text":"L\u2019\u00e9t\u00e9 \"ici\"","title":"T","authors":["A","B"],"lang":"fr","published":"2024-01-02"}"#,
            "",
            #"{"id":"mine","text":"plain","url":"https://example.org","outlet":"O"}"#,
            #"{"text":"broken"#,
            #"{"text":7}"#,
            #"{"id":"mine","text":"again"}"#,
            #"{"text":""}"#,
            #"{"text":"last"}"#,
        ]
        let path = try folder.write("news/all.jsonl", lines.joined(separator: "\n"))
        let results = try read([path])
        #expect(
            ids(results) == [
                "news/all.jsonl#1", "mine", "bad-record news/all.jsonl#3", "bad-record news/all.jsonl#4",
                "duplicate-id mine", "empty news/all.jsonl#6", "news/all.jsonl#7",
            ])
        let raw = Array(lines.joined(separator: "\n").utf8)
        var first = try #require(results.first).get()
        #expect(first.metadata.title == "T")
        #expect(first.metadata.authors == ["A", "B"])
        #expect(first.metadata.declaredLanguage == .french)
        try DecodeStage().run(on: &first)
        #expect(first.string(ByteSpan(0, first.text.count)) == "L’été \"ici\"")
        #expect(first.provenance.charset == "UTF-8")
        let summer = first.origin.rawSpan(of: ByteSpan(4, 9))
        #expect(String(decoding: raw[summer.range], as: UTF8.self) == #"\u00e9t\u00e9"#)
        let last = try #require(results.last).get()
        #expect(last.provenance.path == "news/all.jsonl")
        let span = last.origin.rawSpan(of: ByteSpan(0, 4))
        #expect(String(decoding: raw[span.range], as: UTF8.self) == "last")
        #expect(raw[last.provenance.bytes.range].elementsEqual(#"{"text":"last"}"#.utf8))
        guard case .failure(let failure) = results[2] else { throw TemporaryFolder.Failure() }
        #expect(failure.message.contains("line 4"))
        #expect(
            failure.span?.start == failure.message.split(separator: " ").compactMap { Int($0.filter(\.isNumber)) }[1])
    }

    @Test func recordInLatin1IsDecodedWithItsPlace() throws {
        let path = try folder.write("news/l.jsonl", latin1("{\"text\":\"l\\u0027\u{E9}t\u{E9} \u{E0} Paris\"}\n"))
        var document = try #require(try read([path]).first).get()
        try DecodeStage().run(on: &document)
        #expect(document.string(ByteSpan(0, document.text.count)) == "l'été à Paris")
        #expect(document.origin.rawSpan(of: ByteSpan(0, 4)) == ByteSpan(9, 17))
        #expect(document.origin.rawSpan(of: ByteSpan(11, 16)) == ByteSpan(22, 27))
    }

    @Test func byteOrderMarkBeforeRecordsIsPassedOver() throws {
        let path = try folder.write("news/l.jsonl", [0xEF, 0xBB, 0xBF] + Array("{\"text\":\"x\"}\n".utf8))
        #expect(ids(try read([path])) == ["news/l.jsonl#1"])
    }

    @Test func pipeIsReadAsAStream() throws {
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        // Opened for both directions, so that writing does not wait for the reader.
        let writer = open(path, O_RDWR)
        defer { close(writer) }
        let lines = Array("  {\"text\":\"one\"}\n{\"text\":\"two\"}\n".utf8)
        #expect(write(writer, lines, lines.count) == lines.count)
        var reader = try InputReader(paths: [path])
        let root = try #require(folder.path.split(separator: "/").last)
        #expect(try reader.next()?.get().id == "\(root)/pipe#1")
        #expect(try reader.next()?.get().id == "\(root)/pipe#2")
    }
}
