import Foundation
import GlaneurLexicon
import GlaneurReaders
import Testing

@testable import Glaneur

@Suite struct DoctorTests {
    @Test func soundTablesAreCounted() throws {
        let lexicon = try SmallLexicon()
        let diagnosis = Doctor(lexicons: lexicon.folder.path).diagnosis()
        #expect(diagnosis.isSound)
        #expect(diagnosis.lexicons.place?.evidence == .option)
        #expect(diagnosis.lexicons.concepts == [.person: 2, .location: 2, .organization: 1])
        #expect(diagnosis.lexicons.files.map(\.path) == ["fr/words.tsv", "shared/people.tsv", "shared/places.tsv"])
        #expect(diagnosis.lexicons.files[1].sha256 == Digest.sha256(Array(SmallLexicon.people.utf8)[...]))
        #expect(diagnosis.lexicons.cache?.state == .missing)
        #expect(diagnosis.lines.contains { $0.hasPrefix("state") && $0.hasSuffix("sound") })
    }

    @Test func everyVersionIsKnown() throws {
        let versions = Doctor(lexicons: "/nowhere").diagnosis().versions
        #expect(versions.map(\.name).prefix(4) == ["glaneur", "resources", "swift", "build"])
        #expect(versions.allSatisfy { !$0.version.isEmpty })
    }

    @Test func badRowIsNamedByFileAndLine() throws {
        let bad = SmallLexicon.people.replacingOccurrences(of: "Paris Hilton\tPER", with: "Paris Hilton\tPERSON")
        let lexicon = try SmallLexicon(people: bad)
        let diagnosis = Doctor(lexicons: lexicon.folder.path).diagnosis()
        #expect(!diagnosis.isSound)
        #expect(
            diagnosis.lexicons.fault
                == LexiconError(path: "shared/people.tsv", line: 3, reason: "no name label 'PERSON'"))
        #expect(diagnosis.lexicons.files.count == 3)
    }

    @Test func missingLexiconsAreAFault() {
        let diagnosis = Doctor(lexicons: "/nowhere").diagnosis()
        #expect(diagnosis.lexicons.fault?.path == "/nowhere")
        #expect(String(decoding: diagnosis.json, as: UTF8.self).contains("\"sound\":false"))
    }

    @Test func flippedByteOfACompiledFileIsAFault() throws {
        let lexicon = try SmallLexicon()
        var bytes = try lexicon.compiled()
        #expect(Doctor(lexicons: try lexicon.write(bytes)).diagnosis().isSound)
        bytes[bytes.count / 2] ^= 0x10
        let diagnosis = Doctor(lexicons: try lexicon.write(bytes)).diagnosis()
        #expect(diagnosis.lexicons.fault?.reason == "damaged: the checksum does not fit")
    }

    @Test(arguments: [UInt8(0x01), 0x02, 0x04, 0x80])
    func noFlippedByteIsOverlooked(_ flip: UInt8) throws {
        var bytes = try SmallLexicon().compiled()
        for index in bytes.indices {
            bytes[index] ^= flip
            #expect(throws: LexiconError.self, "byte \(index)") {
                try Lexicon(compiled: bytes, location: "test")
            }
            bytes[index] ^= flip
        }
    }
}
