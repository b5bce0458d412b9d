import CICU
import Testing

@testable import GlaneurReaders

@Suite struct SingleByteTableTests {
    @Test(arguments: [
        (SingleByteTable.macintosh, "macintosh"), (.latin9, "ISO-8859-15"), (.windows1252, "windows-1252"),
    ])
    func tableAgreesWithICU(table: SingleByteTable, name: String) throws {
        let bytes = Array(UInt8(0x80)...0xFF)
        let handle = try #require(cicu_decode(name, bytes, bytes.count))
        defer { cicu_text_close(handle) }
        let expected = UnsafeBufferPointer(start: cicu_text_bytes(handle), count: cicu_text_count(handle))
        let own = String(String.UnicodeScalarView(table.upperHalf.compactMap(Unicode.Scalar.init)))
        #expect(own == String(decoding: expected, as: UTF8.self))
        #expect(table.upperHalf.count == 128)
    }
}
