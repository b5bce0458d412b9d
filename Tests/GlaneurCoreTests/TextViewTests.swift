import GlaneurCore
import Testing

@Suite struct TextViewTests {
    @Test func aViewOfTheTextItselfMovesNothing() {
        let view = TextView(bytes: Array("été".utf8), alignment: nil)
        #expect(view.textSpan(of: ByteSpan(0, 2)) == ByteSpan(0, 2))
        #expect(view.viewSpan(of: ByteSpan(0, 2)) == ByteSpan(0, 2))
    }

    @Test func aNormalizedViewLeadsBackToWholeCharacters() {
        // "e" + U+0301 + "t" composed.
        var alignment = Alignment()
        alignment.appendCell(output: 2, source: 0, sourceCount: 3)
        alignment.append(output: 1, source: 3, outputUnit: 1, sourceUnit: 1)
        let view = TextView(bytes: Array("ét".utf8), alignment: alignment)
        #expect(view.textSpan(of: ByteSpan(0, 2)) == ByteSpan(0, 3))
        #expect(view.textSpan(of: ByteSpan(2, 3)) == ByteSpan(3, 4))
        #expect(view.viewSpan(of: ByteSpan(0, 1)) == ByteSpan(0, 2))
        #expect(view.viewSpan(of: ByteSpan(3, 4)) == ByteSpan(2, 3))
    }
}
