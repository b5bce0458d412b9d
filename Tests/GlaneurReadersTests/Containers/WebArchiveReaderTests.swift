import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct WebArchiveReaderTests {
    private static let article = "Elon Musk dirige Tesla à Paris."

    /// A record of a response; `length` may lie.
    private static func record(_ block: [UInt8], length: Int? = nil) -> [UInt8] {
        record("response", "application/http; msgtype=response", block, length: length)
    }

    private static func record(
        _ type: String, _ contentType: String, _ block: [UInt8], length: Int? = nil
    ) -> [UInt8] {
        let lines = [
            "WARC/1.0", "WARC-Type: \(type)", "WARC-Target-URI: <http://example.org/a>",
            "Content-Type: \(contentType)", "Content-Length: \(length ?? block.count)",
        ]
        let header = lines.map { $0 + "\r\n" }.joined() + "\r\n"
        return Array(header.utf8) + block + Array("\r\n\r\n".utf8)
    }

    private static func http(
        _ body: [UInt8] = Array(article.utf8), status: String = "200 OK", type: String = "text/plain; charset=UTF-8",
        extra: String = ""
    ) -> [UInt8] {
        Array("HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(extra)\r\n".utf8) + body
    }

    private func results(_ bytes: [UInt8]) -> [Result<Document, StageFailure>] { WebArchiveReader.results(of: bytes) }

    private func ids(_ results: [Result<Document, StageFailure>]) -> [String] {
        results.map { result in
            switch result {
            case .success(let document): document.id
            case .failure(let failure): "\(failure.code.rawValue) \(failure.document ?? "?")"
            }
        }
    }

    @Test func recordsWithTextsAreDocuments() throws {
        let bytes =
            Self.record("warcinfo", "application/warc-fields", Array("software: x\r\n".utf8))
            + Self.record("request", "application/http; msgtype=request", Array("GET / HTTP/1.1\r\n\r\n".utf8))
            + Self.record(Self.http()) + Self.record("resource", "text/html", Array("<p>x</p>".utf8))
            + Self.record("conversion", "text/plain", Array(Self.article.utf8))
            + Self.record(Self.http(status: "404 Not Found")) + Self.record(Self.http(type: "image/png"))
            + Self.record("revisit", "application/http", Self.http()) + Self.record(Self.http(status: "206 Partial"))
        let results = results(bytes)
        #expect(
            ids(results) == ["archive.warc#3", "archive.warc#4", "archive.warc#5", "archive.warc#9"])
        let documents = try results.map { try $0.get() }
        #expect(documents.map(\.provenance.mediaType) == ["text/plain", "text/html", "text/plain", "text/plain"])
        #expect(documents[0].provenance.transportCharset == "UTF-8")
        #expect(documents[0].metadata.url == "http://example.org/a")
        #expect(documents[0].metadata.published == nil)
    }

    @Test func offsetsCountFromTheFirstByteOfTheRecord() throws {
        let first = Self.record("warcinfo", "application/warc-fields", Array("x".utf8))
        let second = Self.record(Self.http())
        let document = try #require(results(first + second).first).get()
        #expect(document.provenance.member == "record@\(first.count)")
        let span = document.origin.rawSpan(of: ByteSpan(5, 9))
        #expect(String(decoding: second[span.range], as: UTF8.self) == "Musk")
        #expect(second[document.provenance.bytes.range].elementsEqual(Self.article.utf8))
    }

    @Test func chunksAreJoinedWithTheirPlaces() throws {
        let body = Array("5\r\nElon \r\n4;x=y\r\nMusk\r\n0a\r\n dirige Te\r\n3\r\nsla\r\n0\r\n\r\n".utf8)
        let record = Self.record(Self.http(body, extra: "Transfer-Encoding: chunked\r\n"))
        let document = try #require(results(record).first).get()
        #expect(String(decoding: document.bytes, as: UTF8.self) == "Elon Musk dirige Tesla")
        for (span, text) in [(ByteSpan(5, 9), "Musk"), (ByteSpan(10, 16), "dirige"), (ByteSpan(0, 4), "Elon")] {
            let raw = document.origin.rawSpan(of: span)
            #expect(String(decoding: record[raw.range], as: UTF8.self) == text)
        }
        #expect(document.warnings.isEmpty)
        let cut = Self.record(Self.http(Array(body[..<20]), extra: "Transfer-Encoding: chunked\r\n"))
        #expect(try results(cut).first?.get().warnings.map(\.code) == ["truncated"])
    }

    @Test func fieldsThatOutliveTheirEncodingAreSeenThrough() throws {
        for extra in ["Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "Content-Encoding: identity\r\n"]
        {
            let document = try #require(results(Self.record(Self.http(extra: extra))).first).get()
            #expect(document.bytes == Array(Self.article.utf8))
        }
    }

    @Test func contentEncodingIsUndone() throws {
        let gzip = ArchiveBytes.gzip(Array(Self.article.utf8))
        let document = try #require(results(Self.record(Self.http(gzip, extra: "Content-Encoding: gzip\r\n"))).first)
            .get()
        #expect(document.bytes == Array(Self.article.utf8))
        #expect(document.provenance.member == "record@0!/body")
        #expect(document.origin.rawSpan(of: ByteSpan(5, 9)) == ByteSpan(5, 9))
        let bare = ArchiveBytes.stored(Array(Self.article.utf8))
        #expect(
            try results(Self.record(Self.http(bare, extra: "Content-Encoding: deflate\r\n"))).first?.get().bytes
                == Array(Self.article.utf8))
        #expect(
            ids(results(Self.record(Self.http([0x0B, 2, 0x80], extra: "Content-Encoding: br\r\n")))) == [
                "unsupported archive.warc#1"
            ])
    }

    /// One record that is not what it says, between two that are.
    @Test(arguments: [
        record(http(), length: 200), record(http(), length: 40), record(http(), length: 1 << 50),
        record(http(), length: -1), record(http(), length: 0),
    ])
    func readingGoesOnBehindARecordThatLies(liar: [UInt8]) throws {
        let whole = Self.record(Self.http())
        let results = results(whole + liar + whole)
        #expect(ids(results) == ["archive.warc#1", "damaged archive.warc#2", "archive.warc#3"])
        guard case .failure(let failure) = results[1] else { throw TemporaryFolder.Failure() }
        #expect(failure.message.contains("byte \(whole.count)"))
    }

    @Test func rubbishBetweenRecordsIsAFailureOfItsOwn() {
        let whole = Self.record(Self.http())
        #expect(
            ids(results(whole + Array("rubbish\r\n\r\nmore\r\n".utf8) + whole)) == [
                "archive.warc#1", "damaged archive.warc#2", "archive.warc#3",
            ])
    }

    @Test func recordThatIsCutIsAFailure() {
        let whole = Self.record(Self.http())
        for count in [whole.count - 10, 60, 8] {
            #expect(ids(results(whole + whole[..<count])) == ["archive.warc#1", "damaged archive.warc#2"])
        }
        #expect(ids(results(Array(whole[..<(whole.count - 4)]))) == ["archive.warc#1"])
    }

    @Test func archiveWithoutTextsIsAFailure() {
        #expect(ids(results(Self.record(Self.http(type: "image/png")))) == ["empty archive.warc"])
    }

    @Test func recordsOfGzipMembersAreKnownByTheirPlaces() throws {
        let folder = try TemporaryFolder()
        let members = (0..<4).map { ArchiveBytes.gzip(Self.record(Self.http(Array("\(Self.article) \($0)".utf8)))) }
        func read(_ bytes: [UInt8]) throws -> [Result<Document, StageFailure>] {
            var reader = try InputReader(paths: [try folder.write("in/a.warc.gz", bytes)])
            var results: [Result<Document, StageFailure>] = []
            while let result = reader.next() { results.append(result) }
            return results
        }
        let documents = try read(Array(members.joined())).map { try $0.get() }
        #expect(documents.map(\.id) == (1...4).map { "in/a.warc.gz#\($0)" })
        let places = [0, 1, 2, 3].map { members[..<$0].reduce(0) { $0 + $1.count } }
        #expect(documents.map(\.provenance.member) == places.map { "record@\($0)" })

        var broken = members
        broken[1][60] ^= 0xFF
        let cutShort = [members[0], Array(members[1].dropLast(20)), members[2], members[3]]
        // A stored byte that differs is found by the check sum alone, when the record is read already.
        #expect(try ids(read(Array(broken.joined()))).filter { $0.hasPrefix("damaged") }.count == 1)
        #expect(try ids(read(Array(broken.joined()))).filter { !$0.hasPrefix("damaged") }.count >= 3)
        #expect(
            try ids(read(Array(cutShort.joined()))).filter { !$0.hasPrefix("damaged") }.count >= 2)
        let last = Array(members.joined().dropLast(20))
        #expect(try ids(read(last)) == (1...3).map { "in/a.warc.gz#\($0)" } + ["damaged in/a.warc.gz#4"])
    }

    /// Anything may become of an archive on its way; nothing traps, and the same bytes give the same results.
    @Test func brokenArchivesNeverTrap() {
        let whole =
            Self.record(Self.http()) + Self.record("conversion", "text/plain", Array(Self.article.utf8))
            + Self.record(Self.http(Array("5\r\nElon \r\n0\r\n\r\n".utf8), extra: "Transfer-Encoding: chunked\r\n"))
            + Self.record(Self.http(ArchiveBytes.gzip(Array("x".utf8)), extra: "Content-Encoding: gzip\r\n"))
        var generator = SeededBytes(seed: 11)
        for _ in 0..<2000 {
            let broken = generator.broken(whole)
            let results = results(broken)
            #expect(results.count <= 20)
            #expect(results == self.results(broken))
        }
    }
}
