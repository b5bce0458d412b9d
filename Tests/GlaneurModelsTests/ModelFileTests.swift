import GlaneurCore
import GlaneurLexicon
import Testing

@testable import GlaneurModels

@Suite struct ModelFileTests {
    private let header = ModelFile.Header(
        task: "sentences-fr", revision: 2, labels: ["no", "yes"], rowBits: 4, unit: 8, threshold: -12, weightSize: 1)

    private var file: [UInt8] { ModelFile.bytes(header, weights: (0..<16).map { Int16($0 - 8) }) }

    /// Why a file is refused.
    private func reason(_ bytes: [UInt8], task: String = "sentences-fr", revision: Int = 2) -> String? {
        do throws(LexiconError) {
            _ = try LinearModel(bytes: bytes, task: task, revision: revision)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func aFileGivesBackItsHeaderAndWeights() throws {
        let model = try LinearModel(bytes: file, task: "sentences-fr", revision: 2)
        #expect(model.header == header)
        #expect(model.score([0, 3, 19]) == -8 - 5 - 5 + 12)
        #expect(model.score([]) == 12)
    }

    @Test func weightsOfOneByteAreReadByThrees() throws {
        var header = header
        header.labels = ["fr", "en", "other"]
        header.weightSize = 1
        let weights = (0..<48).map { Int16($0 - 24) }
        let model = try LinearModel(
            bytes: ModelFile.bytes(header, weights: weights), task: "sentences-fr", revision: 2)
        #expect(model.header == header)
        for row in 0..<16 {
            let scores = model.scoreOfThree([UInt32(row), UInt32(row + 16)])
            #expect((0..<3).map { scores[$0] } == (0..<3).map { Int32(weights[row * 3 + $0]) * 2 }, "row \(row)")
        }
    }

    @Test func anyChangedByteIsSeen() {
        for place in file.indices {
            var bytes = file
            bytes[place] ^= 0x10
            #expect(reason(bytes) != nil, "byte \(place)")
        }
    }

    @Test func foreignFilesAreRefusedWithTheirReason() {
        var newer = file
        newer[8] = 9
        #expect(reason(newer) == "a model of format 9, expected 1 or 2")
        #expect(reason(Array("GLANEURX".utf8) + file.dropFirst(8)) == "not a model")
        #expect(reason(Array(file.dropLast())) == "cut short: \(file.count - 1) bytes")
        #expect(reason([]) == "not a model")
        #expect(reason(file, task: "words-fr") == "a model for sentences-fr, expected one for words-fr")
        #expect(reason(file, revision: 3) == "made for features 2, this program makes features 3")
    }

    @Test func aFolderWithoutTheModelHasNone() throws {
        #expect(try ModelFolder(path: "/nowhere").model("sentences-fr", revision: 2) == nil)
    }
}
