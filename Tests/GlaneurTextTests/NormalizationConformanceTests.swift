import GlaneurCore
import GlaneurLexicon
import GlaneurText
import Testing

/// Reads the Unicode test file as it is, where Debian's `unicode-data` package has put it.
@Suite struct NormalizationConformanceTests {
    private static let path = "/usr/share/unicode/NormalizationTest.txt"

    @Test func formCIsThatOfTheUnicodeTests() throws {
        guard let bytes = try? LexiconFolder.read(Self.path) else {
            print("\(Self.path) is not installed (package unicode-data): Unicode's normalization tests did not run")
            return
        }
        var count = 0
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        where !line.hasPrefix("#") && !line.hasPrefix("@") {
            let columns = line.split(separator: ";", maxSplits: 5).prefix(5).map(Self.scalars)
            guard columns.count == 5 else { continue }
            count += 1
            // c2 == NFC(c1) == NFC(c2) == NFC(c3), c4 == NFC(c4) == NFC(c5)
            let expected = [columns[1], columns[1], columns[1], columns[3], columns[3]]
            for (source, expected) in zip(columns, expected) {
                let found = Normalizer.isNormalized(source) ? source : Normalizer.normalized(source)?.bytes
                #expect(found == expected, "\(line)")
            }
        }
        // A file of a later Unicode than ICU's may have tests it cannot pass; an empty one proves nothing.
        #expect(count > 10_000)
    }

    private static func scalars(_ column: Substring) -> [UInt8] {
        let scalars = column.split(separator: " ").compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
        return scalars.flatMap { Array(String($0).utf8) }
    }
}
