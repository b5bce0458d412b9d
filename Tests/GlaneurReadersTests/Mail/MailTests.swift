import GlaneurCore
import Testing

@testable import GlaneurReaders

@Suite struct MailTests {
    private static let message = """
        Return-Path: <x@example.org>
        From: =?utf-8?Q?Ren=C3=A9?= Dupont <rene@example.org>
        To: a@example.org
        Subject: =?iso-8859-1?Q?R=E9sultats?= du
         =?utf-8?B?dHJpbWVzdHJlIMM=?= =?utf-8?B?oCBQYXJpcw==?=
        Date: Tue, 4 Jun 2024 10:00:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b1"

        --b1
        Content-Type: multipart/alternative; boundary=b2

        --b2
        Content-Type: text/html; charset=utf-8

        <p>html</p>
        --b2
        Content-Type: text/plain; charset=iso-8859-1; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Bonjour,

        Le groupe a r=E9alis=E9 un chiffre d'affaires de 500 mil=
        lions d'euros au premier trimestre, a annonc=E9 Elon Musk=20
        mardi.

        Le lun. 3 juin 2024 =E0 10:00, X <x@example.org> a =E9crit :
        > Google a dit non.

        --=20
        Ren=E9 Dupont
        --b2--
        --b1
        Content-Type: application/pdf; name="a.pdf"
        Content-Disposition: attachment; filename="a.pdf"

        x
        --b1--

        """

    @Test(arguments: ["\n", "\r\n"])
    func plainTextIsRead(lineEnd: String) throws {
        let file = ReadFile("m.eml", Self.message.replacing("\n", with: lineEnd))
        let document = try #require(file.documents.first)
        #expect(document.metadata.title == "Résultats du trimestre à Paris")
        #expect(document.metadata.authors == ["René Dupont"])
        #expect(document.metadata.published == "2024-06-04T10:00:00+02:00")
        #expect(document.provenance.transportCharset == "iso-8859-1")
        #expect(document.warnings.map(\.message) == ["not read: a.pdf (application/pdf)"])
        let body = document.blocks.filter { $0.blockClass != .boilerplate }.map { document.string($0.span) }
        #expect(body.count == 2)
        #expect(body.last?.hasPrefix("Le groupe a réalisé un chiffre d'affaires de 500 millions d'euros") == true)
        #expect(body.last?.hasSuffix("mardi.") == true)
        let furniture = document.blocks.filter { $0.blockClass == .boilerplate }.map { document.string($0.span) }
        #expect(
            furniture == [
                "Le lun. 3 juin 2024 à 10:00, X <x@example.org> a écrit :", "> Google a dit non.", "--", "René Dupont",
            ])
        #expect(try file.rawText("réalisé", in: document) == "r=E9alis=E9")
        #expect(try file.rawText("500 millions", in: document) == "500 mil=\(lineEnd)lions")
    }

    @Test func base64LeadsToItsDigits() throws {
        // "Tesla a levé 16,5 milliards d’euros à Paris."
        let file = ReadFile(
            "m.eml",
            """
            From: "Onyme, Ann" <ann@example.org>
            Subject: x
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            VGVzbGEgYSBsZXbDqSAxNiw1IG1p
            bGxpYXJkcyBk4oCZZXVyb3Mgw6AgUGFyaXMu
            """)
        let document = try #require(file.documents.first)
        #expect(document.blockTexts == ["Tesla a levé 16,5 milliards d’euros à Paris."])
        #expect(document.metadata.authors == ["Onyme, Ann"])
        // Three bytes are four digits: a span takes whole groups.
        #expect(try file.rawText("Tes", in: document) == "VGVz")
        #expect(try file.rawText("milliards", in: document) == "IG1p\nbGxpYXJkcyBk")
    }

    @Test func pageIsReadWhereThereIsNoPlainText() throws {
        let file = ReadFile(
            "m.eml",
            """
            Subject: Lettre
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <p>Tesla a lev=C3=A9 16,5&nbsp;milliards.</p>
            """)
        let document = try #require(file.documents.first)
        #expect(document.blockTexts == ["Tesla a levé 16,5\u{A0}milliards."])
        #expect(document.metadata.title == "Lettre")
        #expect(try file.rawText("levé 16,5\u{A0}milliards", in: document) == "lev=C3=A9 16,5&nbsp;milliards")
    }

    @Test(arguments: [
        "Subject: x\nContent-Type: image/png\n\nabc",
        "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: image/png\n\nabc\n--b--",
        "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\nnothing",
        "Subject: x\n"
            + (0..<1000).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined() + "\ntext",
    ])
    func messageWithoutTextIsAFailure(message: String) {
        #expect(ReadFile("m.eml", message).failures.map(\.code) == [.empty])
    }

    @Test(arguments: [
        ("=?utf-8?Q?=C3=A9t=C3=A9?=", "été"), ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("a =?utf-8?q?b?= c", "a b c"),
        ("=?iso-8859-1*fr?Q?=E9?=", "é"), ("=?x", "=?x"), ("=?utf-8?Q?a", "=?utf-8?Q?a"), ("=?none?Q?a?=", "a"),
        ("été", "été"), ("", ""), ("=?utf-8?B?4oKs?=!", "€!"),
    ])
    func encodedWordsAreDecoded(written: String, text: String) {
        #expect(EncodedWords.decoded(Array(written.utf8)) == text)
    }

    @Test func messagesAreKnownWithoutTheirName() {
        #expect(ReadFile("m", Self.message).documents.first?.metadata.title == "Résultats du trimestre à Paris")
        let text = "From: a\nTo: b\n\nUn texte qui commence comme un message."
        #expect(ReadFile("m.txt", text).documents.first?.provenance.mediaType == "text/plain")
    }
}
