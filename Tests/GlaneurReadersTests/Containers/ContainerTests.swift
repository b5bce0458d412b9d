import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct ContainerTests {
    private let folder: TemporaryFolder
    private let article = Array("Elon Musk dirige Tesla à Paris.".utf8)

    init() throws { folder = try TemporaryFolder() }

    private func read(
        _ name: String, _ bytes: [UInt8], limits: ReadLimits = .standard
    ) throws -> [Result<Document, StageFailure>] {
        let path = try folder.write("in/" + name, bytes)
        var reader = try InputReader(paths: [path], limits: limits)
        var results: [Result<Document, StageFailure>] = []
        while let result = reader.next() { results.append(result) }
        return results
    }

    /// The ids of documents, and the codes of failures before theirs.
    private func ids(_ results: [Result<Document, StageFailure>]) -> [String] {
        results.map { result in
            switch result {
            case .success(let document): document.id
            case .failure(let failure): "\(failure.code.rawValue) \(failure.document ?? "?")"
            }
        }
    }

    @Test func membersOfArchivesLookLikeFilesOfAFolder() throws {
        let page = Array("<!DOCTYPE html><p>x".utf8)
        let members: [ArchiveBytes.Member] = [
            ("b.txt", article), ("a/p.dat", page), ("a/", []), ("a/.hidden", article), (".git/x.txt", article),
            ("x.json", article), ("l.jsonl", Array("{\"text\":\"un\"}\n{\"text\":\"deux\"}\n".utf8)),
        ]
        for (name, bytes) in [
            ("n.zip", ArchiveBytes.zip(members)), ("n.tar", ArchiveBytes.tar(members.filter { $0.name != "a/" })),
            ("n.tar.gz", ArchiveBytes.gzip(ArchiveBytes.tar(members.filter { $0.name != "a/" }))),
        ] {
            let results = try read(name, bytes)
            #expect(
                ids(results) == ["b.txt", "a/p.dat", "l.jsonl#1", "l.jsonl#2"].map { "in/\(name)/\($0)" })
            let documents = try results.map { try $0.get() }
            #expect(documents.map(\.provenance.member) == ["b.txt", "a/p.dat", "l.jsonl", "l.jsonl"])
            #expect(documents.map(\.provenance.path) == [String](repeating: "in/\(name)", count: 4))
            #expect(documents.prefix(2).map(\.provenance.mediaType) == ["text/plain", "text/html"])
            #expect(documents[0].bytes == article)
            #expect(documents[0].provenance.bytes == ByteSpan(0, article.count))
        }
    }

    @Test func compressedFileHasTheIDOfTheFileAndTheNameItHadBefore() throws {
        let results = try read("a.txt.gz", ArchiveBytes.gzip(article))
        let document = try #require(results.first).get()
        #expect(document.id == "in/a.txt.gz")
        #expect(document.provenance.member == "a.txt")
        #expect(document.bytes == article)
    }

    @Test func membersOfGzipAreOneText() throws {
        let halves =
            ArchiveBytes.gzip(Array(article[..<10])) + ArchiveBytes.gzip([]) + ArchiveBytes.gzip(Array(article[10...]))
        #expect(try read("a.gz", halves + [0, 0, 0]).first?.get().bytes == article)
    }

    @Test(arguments: ["a.txt", "a.docx2", "noname", "a.jsonl"])
    func bytesTellMoreThanNames(name: String) throws {
        #expect(ids(try read(name, ArchiveBytes.zip([("x.txt", article)]))) == ["in/\(name)/x.txt"])
        #expect(ids(try read(name, ArchiveBytes.tar([("x.txt", article)]))) == ["in/\(name)/x.txt"])
    }

    @Test func archivesInArchivesAreReadToADepthOfThree() throws {
        var bytes = ArchiveBytes.zip([("x.txt", article)])
        bytes = ArchiveBytes.tar([("1.zip", bytes)])
        let three = ArchiveBytes.zip([("2.tar", bytes), ("y.txt", article)])
        let results = try read("3.zip", three)
        #expect(ids(results) == ["in/3.zip/2.tar!/1.zip!/x.txt", "in/3.zip/y.txt"])
        #expect(try results.first?.get().provenance.member == "2.tar!/1.zip!/x.txt")
        #expect(
            ids(try read("4.tar", ArchiveBytes.tar([("3.zip", three)]))) == [
                "too-large in/4.tar/3.zip!/2.tar!/1.zip", "in/4.tar/3.zip!/y.txt",
            ])
    }

    @Test func compressionInCompressionEnds() throws {
        let bytes = (0..<4).reduce(article) { bytes, _ in ArchiveBytes.gzip(bytes) }
        #expect(ids(try read("a.gz", bytes)) == ["too-large in/a.gz"])
        #expect(
            try read("b.gz", (0..<3).reduce(article) { bytes, _ in ArchiveBytes.gzip(bytes) }).first?.get().bytes
                == article)
    }

    @Test func linksFoldersAndPipesAreNoDocuments() throws {
        let bytes =
            ArchiveBytes.tarMember("l.txt", [], type: "2", target: "/etc/passwd")
            + ArchiveBytes.tarMember("h.txt", [], type: "1", target: "a.txt")
            + ArchiveBytes.tarMember("d.txt", [], type: "5") + ArchiveBytes.tarMember("p.txt", [], type: "6")
            + ArchiveBytes.tar([("a.txt", article)])
        #expect(ids(try read("n.tar", bytes)) == ["in/n.tar/a.txt"])
    }

    @Test(arguments: [
        ("../../etc/passwd", "etc/passwd"), ("/abs/x.txt", "abs/x.txt"), ("a/./b//c.txt", "a/b/c.txt"),
        ("C:\\news\\x.txt", "news/x.txt"), ("a\nb.txt", "a%0Ab.txt"), ("a\u{202E}txt.b", "a%E2%80%AEtxt.b"),
        ("été.txt", "été.txt"),
    ])
    func namesAreMadeFitForIDs(name: String, cleaned: String) throws {
        #expect(MemberName(Array(name.utf8))?.path == cleaned)
    }

    @Test func namesThatAreNoUTF8AreReadable() {
        #expect(MemberName([0x63, 0xE9, 0x2E])?.path == "c%E9.")
        #expect(MemberName(Array("..".utf8)) == nil)
        #expect(MemberName([]) == nil)
        #expect(MemberName([UInt8](repeating: 0x61, count: 5000)) == nil)
    }

    @Test func memberOfANameThatIsTakenIsRefused() throws {
        #expect(
            ids(try read("n.tar", ArchiveBytes.tar([("x/../a.txt", article), ("x/a.txt", article)])))
                == ["in/n.tar/x/a.txt", "duplicate-id in/n.tar/x/a.txt"])
    }

    @Test func encryptedMembersAreFailures() throws {
        let results = try read("n.zip", ArchiveBytes.zip([("a.txt", article), ("b.txt", article)], flags: 1))
        #expect(ids(results) == ["encrypted in/n.zip/a.txt", "encrypted in/n.zip/b.txt"])
    }

    @Test func membersBeforeTheCutAreKept() throws {
        let tar = ArchiveBytes.tar([("a.txt", article), ("b.txt", article), ("c.txt", article)])
        #expect(ids(try read("n.tar", Array(tar[..<1540]))) == ["in/n.tar/a.txt", "damaged in/n.tar/b.txt"])
        let zip = ArchiveBytes.zip([("a.txt", article), ("b.txt", article)])
        #expect(ids(try read("n.zip", Array(zip[..<110]))) == ["in/n.zip/a.txt", "damaged in/n.zip/b.txt"])
        #expect(ids(try read("m.zip", Array(zip[..<100]))) == ["in/m.zip/a.txt", "damaged in/m.zip"])
        let gzip = ArchiveBytes.gzip(tar)
        let results = try read("n.tgz", Array(gzip[..<1600]))
        #expect(ids(results) == ["in/n.tgz/a.txt", "damaged in/n.tgz/b.txt"])
        guard case .failure(let failure)? = results.last else { throw TemporaryFolder.Failure() }
        #expect(failure.message.contains("byte 1600"))
    }

    @Test func damagedMemberLeavesTheOthers() throws {
        var zip = ArchiveBytes.zip([("a.txt", article), ("b.txt", article), ("c.txt", article)])
        zip[30 + 5 + article.count + 30 + 5 + 3] ^= 0x20
        #expect(ids(try read("n.zip", zip)) == ["in/n.zip/a.txt", "damaged in/n.zip/b.txt", "in/n.zip/c.txt"])
    }

    @Test func recordsBeforeDamageAreKept() throws {
        let lines = Array("{\"text\":\"un\"}\n{\"text\":\"deux\"}\n{\"text\":\"trois\"}\n".utf8)
        let gzip = ArchiveBytes.gzip(lines)
        #expect(
            ids(try read("l.jsonl.gz", Array(gzip[..<(15 + 30)]))) == [
                "in/l.jsonl.gz#1", "in/l.jsonl.gz#2", "damaged in/l.jsonl.gz",
            ])
        var wrong = gzip
        wrong[wrong.count - 6] ^= 1
        #expect(ids(try read("m.jsonl.gz", wrong)) == (1...3).map { "in/m.jsonl.gz#\($0)" } + ["damaged in/m.jsonl.gz"])
    }

    @Test func memberBeyondTheLimitLeavesTheOthers() throws {
        var limits = ReadLimits.standard
        limits.memberBytes = 100_000
        let large = [UInt8](repeating: 0x61, count: 100_001)
        let members: [ArchiveBytes.Member] = [("a.txt", article), ("b.txt", large), ("c.txt", article)]
        for (name, bytes) in [("n.tar", ArchiveBytes.tar(members)), ("n.zip", ArchiveBytes.zip(members))] {
            #expect(
                ids(try read(name, bytes, limits: limits)) == [
                    "in/\(name)/a.txt", "too-large in/\(name)/b.txt", "in/\(name)/c.txt",
                ])
        }
        #expect(ids(try read("b.gz", ArchiveBytes.gzip(large), limits: limits)) == ["too-large in/b.gz"])
    }

    @Test func sizeThatLiesEndsTheArchive() throws {
        let bytes = ArchiveBytes.tarMember("a.txt", article, size: 1 << 20) + ArchiveBytes.tar([("b.txt", article)])
        #expect(ids(try read("n.tar", bytes)) == ["damaged in/n.tar/a.txt"])
    }

    @Test(arguments: [
        ArchiveBytes.zip([]), ArchiveBytes.zip([("d/", [])]), ArchiveBytes.tarMember("d/", [], type: "5"),
        [UInt8](repeating: 0, count: 1024),
    ])
    func archiveWithoutFilesIsAFailure(bytes: [UInt8]) throws {
        #expect(ids(try read("n.tar", bytes)) == ["empty in/n.tar"])
    }

    @Test func countsOfBytesAreThoseOnDisk() throws {
        let bytes = ArchiveBytes.gzip(ArchiveBytes.tar([("a.txt", article)]))
        var reader = try InputReader(paths: [try folder.write("in/n.tgz", bytes)])
        while reader.next() != nil {}
        #expect(reader.bytesRead == bytes.count)
        #expect(reader.listing.totalBytes == bytes.count)
    }

    @Test func partsOfAPackageAreReadByName() throws {
        let content = Content(
            label: ContentLabel(path: "a.epub"),
            bytes: ArchiveBytes.zip([("mimetype", Array("application/epub+zip".utf8)), ("x/a.html", article)]))
        #expect(
            ContentType(head: content.bytes, label: ContentLabel(path: "x"))
                == .package(mediaType: "application/epub+zip"))
        let package = try Package(content, limits: .standard)
        #expect(package.names == ["mimetype", "x/a.html"])
        #expect(try package.contents(of: "x/a.html") == article)
        #expect(try package.contents(of: "nothing") == nil)
        var limits = ReadLimits.standard
        limits.memberBytes = 25
        #expect(throws: ReadError.self) { try Package(content, limits: limits).contents(of: "x/a.html") }
    }

    /// Anything may become of an archive on its way; nothing traps, and every run ends.
    @Test func brokenArchivesNeverTrap() throws {
        var generator = SeededBytes(seed: 7)
        let members: [ArchiveBytes.Member] = [("a.txt", article), ("b.jsonl", Array("{\"text\":\"x\"}\n".utf8))]
        let whole = [
            ArchiveBytes.zip(members), ArchiveBytes.tar(members), ArchiveBytes.gzip(ArchiveBytes.tar(members)),
            ArchiveBytes.zip([("i.zip", ArchiveBytes.zip(members)), ("t.gz", ArchiveBytes.gzip(article))]),
        ]
        for _ in 0..<100 {
            for bytes in whole {
                let broken = generator.broken(bytes)
                let reader = ContentReader(limits: .standard, meter: ReadMeter())
                var documents = reader.documents(
                    of: ContentStream(MemorySource(broken[...]), label: ContentLabel(path: "x"), limit: 1 << 20))
                var count = 0
                while documents.next() != nil { count += 1 }
                #expect(count <= 20)
            }
        }
    }
}

/// Breaks bytes in ways that can be repeated.
struct SeededBytes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, limit)
    }

    /// Some bytes changed, a piece cut out or doubled, the end cut off.
    mutating func broken(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for _ in 0...number(below: 4) where !bytes.isEmpty {
            let place = number(below: bytes.count)
            let end = min(bytes.count, place + number(below: 60))
            switch number(below: 5) {
            case 0: bytes.removeSubrange(place..<end)
            case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 2: bytes.removeSubrange(place...)
            default: bytes[place] = UInt8(number(below: 256))
            }
        }
        return bytes
    }
}
