import Testing

@testable import GlaneurReaders

@Suite struct ContentTypeTests {
    private func type(_ head: [UInt8], _ name: String) -> ContentType {
        ContentType(head: head, label: ContentLabel(path: "in/" + name))
    }

    @Test(arguments: [
        ("a.txt", "Un texte.", ContentType.text), ("a.html", "Un texte.", .html), ("a.jsonl", "[]", .records),
        ("a.txt", " <!DOCTYPE HTML><p>", .html), ("a.dat", "<html>", .html), ("a.dat", "{\n \"text\": 1}", .records),
        ("a.txt", "{\"text\": 1}", .text), ("a.dat", "{a}", .text), ("a.txt", "WARC/1.0\r\n", .webArchive),
        ("a", "", .text),
    ])
    func textIsToldByItsStartAndItsName(name: String, text: String, expected: ContentType) {
        #expect(type(Array(text.utf8), name) == expected)
    }

    @Test func marksOfContainersComeBeforeNames() {
        #expect(type([0x1F, 0x8B, 8, 0], "a.txt") == .compressed(.gzip))
        #expect(type([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "a.txt") == .compressed(.xz))
        #expect(type([0x28, 0xB5, 0x2F, 0xFD], "a.html") == .compressed(.zstd))
        #expect(type(Array("BZh91AY&SY".utf8), "a.txt") == .compressed(.bzip2))
        // A text may begin with the letters that begin the mark.
        #expect(type(Array("BZh est un sigle.".utf8), "a.txt") == .text)
        #expect(type(ArchiveBytes.zip([("x", [])]), "a.jsonl") == .archive(.zip))
        #expect(type(ArchiveBytes.tar([("x", [])]), "a.txt") == .archive(.tar))
    }

    @Test(arguments: [
        ("a.jsonl.gz", "a.jsonl"), ("a.tgz", "a.tar"), ("a.tar.xz", "a.tar"), ("A.TXT.GZ", "A.TXT"), ("a.txt", nil),
        (".gz", nil),
    ])
    func namesLoseWhatCompressorsAdd(name: String, stem: String?) {
        #expect(FileName.decompressed(name) == stem)
    }

    @Test(arguments: [
        (".hidden.txt", true), ("errors.jsonl.gz", true), ("a.entities.jsonl", true), ("a.json.zst", true),
        ("a.jsonl.gz", false), ("a.html", false),
    ])
    func reportsAndHiddenFilesArePassedOver(name: String, isPassedOver: Bool) {
        #expect(FileName.isPassedOver(name) == isPassedOver)
    }

    @Test func growthIsHeldAgainstWhatWasRead() throws {
        var limits = ReadLimits()
        limits.freeBytes = 1 << 20
        limits.expansion = 2
        let meter = ReadMeter()
        let watch = ExpansionWatch(limits: limits, meter: meter)
        var layer = watch.layer()
        try layer.count(1 << 20)
        #expect(throws: ReadError.self) { try layer.count(1) }
        var sound = watch.layer()
        meter.add(10 << 20)
        try sound.count(15 << 20)
        // Many small ones are bound together.
        let other = ExpansionWatch(limits: limits, meter: ReadMeter())
        for _ in 0..<4 {
            var small = other.layer()
            try small.count(1 << 20)
        }
        var last = other.layer()
        #expect(throws: ReadError.self) { try last.count(1 << 10) }
        #expect(other.isExhausted)
    }
}
