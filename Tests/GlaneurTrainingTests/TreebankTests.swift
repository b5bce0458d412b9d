import GlaneurCore
import Testing

@testable import GlaneurTraining

@Suite struct TreebankTests {
    private let content = """
        # newdoc id = a
        # sent_id = 1
        1\tIl\til\tPRON\t_\t_\t2\t_\t_\t_
        2\tparle\tparler\tVERB\t_\t_\t0\t_\t_\t_
        3-4\tdu\t_\t_\t_\t_\t_\t_\t_\t_
        3\tde\tde\tADP\t_\t_\t5\t_\t_\t_
        4\tle\tle\tDET\t_\t_\t5\t_\t_\t_
        5\tprix\tprix\tNOUN\t_\t_\t2\t_\t_\tSpaceAfter=No
        6\t.\t.\tPUNCT\t_\t_\t2\t_\t_\t_

        # newpar
        1\t12 000\t12000\tNUM\t_\t_\t0\t_\t_\t_
        2\têtres\têtre\tNOUN\t_\t_\t1\t_\t_\t_
        2.1\tvide\tvide\tVERB\t_\t_\t_\t_\t_\t_

        # newdoc id = b
        1\tFin\tfin\tNOUN\t_\t_\t0\t_\t_\tSpaceAfter=No

        """

    @Test func textIsPutTogetherFromFormsAndSpaces() {
        let documents = Treebank(content).documents
        #expect(documents.map(\.id) == ["a", "b"])
        #expect(String(decoding: documents[0].text, as: UTF8.self) == "Il parle du prix.\n\n12 000 êtres")
        #expect(documents[0].sentences == [ByteSpan(0, 17), ByteSpan(19, 32)])
        #expect(documents[0].tokens.map(\.words) == [[], [], ["de", "le"], [], [], [], []])
        #expect(documents[0].tokens[5].span == ByteSpan(19, 25))
        #expect(String(decoding: documents[1].text, as: UTF8.self) == "Fin")
    }

    @Test func partsHoldAllSentencesOnce() {
        let document = Treebank(content).documents[0]
        let parts = document.parts(2)
        #expect(parts.map { String(decoding: $0.text, as: UTF8.self) } == ["Il parle du prix.", "12 000 êtres"])
        #expect(parts[1].tokens.map(\.span) == [ByteSpan(0, 6), ByteSpan(7, 13)])
        #expect(document.parts(3).map(\.sentences.count) == [0, 1, 1])
    }
}
