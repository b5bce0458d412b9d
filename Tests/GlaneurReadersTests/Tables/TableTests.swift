import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct TableTests {
    @Test func recordsAreDocuments() throws {
        let file = ReadFile(
            "t.csv",
            "id,title,date,author,url,text\r\na1,\"Un \"\"titre\"\"\",2024-01-31,Ann; Bob,https://x/1,"
                + "\"Tesla a levé \"\"16,5\r\nmilliards\"\" d’euros.\"\r\n,,,,,Musk part.\r\n7,b,,,,Google reste.")
        #expect(file.failures.isEmpty)
        #expect(file.documents.map(\.id) == ["a1", "t.csv#2", "t.csv/7"])
        let first = file.documents[0]
        #expect(String(decoding: first.text, as: UTF8.self) == "Tesla a levé \"16,5\r\nmilliards\" d’euros.")
        #expect(first.metadata.title == "Un \"titre\"")
        #expect(first.metadata.authors == ["Ann", "Bob"])
        #expect(first.metadata.published == "2024-01-31")
        #expect(first.metadata.url == "https://x/1")
        #expect(try file.rawText("\"16,5\r\nmilliards\" d’euros", in: first) == "\"\"16,5\r\nmilliards\"\" d’euros")
        #expect(try file.rawText("Google", in: file.documents[2]) == "Google")
        let span = file.documents[1].provenance.bytes
        #expect(String(decoding: file.bytes[span.range], as: UTF8.self) == ",,,,,Musk part.")
    }

    @Test func semicolonsAndOldCharsetsAreKnown() throws {
        let file = ReadFile(
            "t.csv", latin1("titre;texte\n") + latin1("É;L'été à Orléans a été chaud.\n") + latin1("b;ASCII text.\n"))
        let first = try #require(file.documents.first)
        #expect(String(decoding: first.text, as: UTF8.self) == "L'été à Orléans a été chaud.")
        #expect(first.metadata.title == "É")
        #expect(first.provenance.transportCharset == "windows-1252")
        #expect(try file.raw("Orléans", in: first) == latin1("Orléans"))
    }

    @Test func wideTablesAreDecodedFirst() throws {
        let file = ReadFile("t.csv", [0xFF, 0xFE] + utf16("a\ttext\r\n1\tL’été à Orléans.\r\n", isBigEndian: false))
        let document = try #require(file.documents.first)
        #expect(String(decoding: document.text, as: UTF8.self) == "L’été à Orléans.")
        #expect(try file.raw("Orléans", in: document) == utf16("Orléans", isBigEndian: false))
    }

    @Test func columnIsNamedOrListed() throws {
        let table = "\u{FEFF}ref\tRésumé\tCorps complet\n1\tcourt\tTesla part.\n"
        let failure = try #require(ReadFile("t.tsv", table).failures.first)
        #expect(failure.code == .badRecord)
        #expect(failure.message.contains("ref, Résumé, Corps complet"))
        let file = ReadFile("t.tsv", table, textColumn: "corps complet")
        #expect(file.documents.first.map { String(decoding: $0.text, as: UTF8.self) } == "Tesla part.")
        #expect(
            ReadFile("t.tsv", table, textColumn: "corps").failures.first?.message.contains("no column corps") == true)
    }

    @Test func brokenRecordsAreFailuresAndTheNextGoOn() {
        let file = ReadFile("t.csv", "title,text\na\nb,\n\nc,Un texte.\nd,\"ouvert\ne,Encore un.\nf,Et un \"autre\".\n")
        #expect(file.failures.map(\.code) == [.badRecord, .empty])
        #expect(
            file.documents.map { String(decoding: $0.text, as: UTF8.self) } == [
                "Un texte.", "ouvert", "Encore un.", "Et un \"autre\".",
            ])
    }

    @Test func quotationMarkThatNothingClosesEndsWithItsLine() {
        let line = String(repeating: "mot ", count: 25_000)
        let lines = (0..<50).map { "\(line)\($0),x\n" }.joined()
        let file = ReadFile("t.csv", "text,title\n\"ouvert,1\n\(lines)\"deux\nlignes\",y\n")
        #expect(file.documents.count == 52)
        #expect(file.documents.first.map { String(decoding: $0.text, as: UTF8.self) } == "ouvert,1")
        #expect(file.documents.last.map { String(decoding: $0.text, as: UTF8.self) } == "deux\nlignes")
        let endless = ReadFile("t.csv", "text,title\n" + String(repeating: "x", count: 5 << 20))
        #expect(endless.failures.map(\.code) == [.tooLarge])
    }

    @Test func longRecordsAreReadOnce() throws {
        let long = String(repeating: "Un mot, \"\"deux\"\"\n", count: 60_000)
        let file = ReadFile("t.csv", "text,title\n\"\(long)\",a\n\"fin\",b\n")
        #expect(file.documents.map(\.metadata.title) == ["a", "b"])
        #expect(file.documents.first?.text.count == 60_000 * 15)
    }

    @Test(arguments: ["", "\"", "text", "text\n", "text\n\"", "\"text\"\"\"\n\"a\"b\"c\"", "\r\r\n", ",,,\n"])
    func fragmentsDoNotTrap(table: String) {
        let file = ReadFile("t.csv", table)
        #expect(file.documents.count <= 1)
    }
}
