import Glibc
import GlaneurCore
import GlaneurLexicon
import GlaneurText
import Testing

/// Reads the Unicode test file as it is, where Debian's `unicode-data` package has put it.
@Suite struct NormalizationConformanceTests {
    private static let path = "/usr/share/unicode/NormalizationTest.txt"

    @Test func formCIsThatOfTheUnicodeTests() throws {
        guard let bytes = Self.file() else {
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

    /// The file as it is, or the compressed one that the package of Debian 12 installs.
    private static func file() -> [UInt8]? {
        if let bytes = try? LexiconFolder.read(path) { return bytes }
        guard access(path + ".bz2", R_OK) == 0, let pipe = popen("bzip2 -dc \(path).bz2", "r") else { return nil }
        defer { pclose(pipe) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { bytes += buffer[..<count] }
        return bytes
    }

    private static func scalars(_ column: Substring) -> [UInt8] {
        let scalars = column.split(separator: " ").compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
        return scalars.flatMap { Array(String($0).utf8) }
    }
}
