import GlaneurLexicon
import Testing

@Suite struct FoldingTests {
    /// Letters of the tables whose lower-case form the standard library knows as one scalar.
    private func lowercase(_ value: UInt32) -> UInt32? {
        guard let scalar = Unicode.Scalar(value), scalar.properties.generalCategory == .uppercaseLetter else {
            return nil
        }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        return mapped.count == 1 ? mapped.first?.value : nil
    }

    @Test(
        arguments: [
            0x41...0x5A, 0xC0...0xDE, 0x100...0x12F, 0x132...0x17F, 0x1CD...0x1EF, 0x1F8...0x21F, 0x222...0x233,
            0x386...0x38A,
            0x391...0x3A9, 0x400...0x42F, 0x1E00...0x1EFF,
        ] as [ClosedRange<UInt32>])
    func capitalsBecomeTheSmallLettersOfUnicode(_ range: ClosedRange<UInt32>) {
        for value in range {
            guard let small = lowercase(value) else { continue }
            #expect(Folding.lowercase(value) == small, "U+\(String(value, radix: 16))")
            #expect(Folding.isUppercase(value))
        }
    }

    @Test func whatIsNoCapitalStays() {
        for value in (0..<0x250).map(UInt32.init) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .titlecaseLetter: continue
            default: #expect(Folding.lowercase(value) == value, "U+\(String(value, radix: 16))")
            }
        }
    }

    @Test func accentsFallOffTheLettersOfFrenchAndItsNeighbours() {
        for value in UInt32(0xE0)...0x17F {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isLowercase else { continue }
            // The first scalar of the canonical decomposition is the letter without its accent.
            let base = String(scalar).decomposedStringWithCanonicalMappingForTests.first
            guard let base, base.isASCII, base.value != value else { continue }
            #expect(Folding.bare(value)?.first == base.value, "U+\(String(value, radix: 16))")
            #expect(Folding.bare(value)?.second == nil)
        }
    }

    @Test(
        arguments: [
            ("ß", "ss"), ("æ", "ae"), ("œ", "oe"), ("þ", "th"), ("ø", "o"), ("ł", "l"), ("đ", "d"), ("ð", "d"),
            ("ı", "i"), ("ș", "s"),
            ("ț", "t"), ("ạ", "a"), ("ế", "e"), ("ỹ", "y"), ("a", "a"), ("中", "中"), ("я", "я"),
        ] as [(Unicode.Scalar, String)])
    func lettersWithoutADecompositionHaveABareForm(_ letter: Unicode.Scalar, _ bare: String) throws {
        let found = try #require(Folding.bare(letter.value))
        var bytes: [UInt8] = []
        Folding.append(found.first, to: &bytes)
        if let second = found.second { Folding.append(second, to: &bytes) }
        #expect(String(decoding: bytes, as: UTF8.self) == bare)
    }

    @Test func marksHaveNoBareForm() {
        #expect(Folding.bare(0x301) == nil)
    }

    @Test(arguments: ["a", "é", "ʼ", "€", "中", "😀", "\u{10FFFF}"] as [Unicode.Scalar])
    func scalarsAreWrittenAsUTF8(_ scalar: Unicode.Scalar) {
        var bytes: [UInt8] = []
        Folding.append(scalar.value, to: &bytes)
        #expect(bytes == Array(String(scalar).utf8))
    }
}

extension String {
    /// The scalars of the canonical decomposition, made by comparing with every ASCII letter and mark.
    fileprivate var decomposedStringWithCanonicalMappingForTests: [Unicode.Scalar] {
        for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
            let base = Unicode.Scalar(letter)
            for mark in UInt32(0x300)...0x333 {
                guard let mark = Unicode.Scalar(mark) else { continue }
                var candidate = String(base)
                candidate.unicodeScalars.append(mark)
                // String equality is canonical equivalence.
                if candidate == self { return [base, mark] }
            }
        }
        return Array(unicodeScalars)
    }
}
