import GlaneurModels
import GlaneurTraining
import Testing

@Suite struct LanguageTrainerTests {
    private static let data = """
        {"name":"Elon Musk"}
        {"lang":"fr","text":"le groupe a renoncé à la machine"}
        {"lang":"fr","word":"maison","count":100000}
        {"lang":"en","text":"the company has given up the machine"}
        {"lang":"en","word":"house","count":200000}
        {"lang":"de","text":"die Firma hat die Maschine aufgegeben"}
        {"lang":"de","word":"haus","count":0}

        """

    private func corpus(_ data: String) throws -> LanguageCorpus {
        var corpus = LanguageCorpus()
        try corpus.read(Array(data.utf8))
        return corpus
    }

    private func options(seed: UInt64 = 1) -> LanguageTrainer.Options {
        var options = LanguageTrainer.Options()
        options.examples = 2000
        options.rowBits = 12
        options.seed = seed
        return options
    }

    @Test func theSameSeedGivesTheSameBytes() throws {
        let corpus = try corpus(Self.data)
        let first = try #require(LanguageTrainer(options()).train(corpus))
        #expect(LanguageTrainer(options()).train(corpus) == first)
        #expect(LanguageTrainer(options(seed: 2)).train(corpus) != first)
        let header = try LinearModel(bytes: first, task: "language", revision: 1).header
        #expect(header.labels == ["fr", "en", "other"] && header.weightSize == 1)
    }

    @Test func aCorpusWithoutOneOfTheThreeTrainsNothing() throws {
        for tag in ["fr", "en", "de"] {
            let rest = Self.data.split(separator: "\n").filter { !$0.contains("\"\(tag)\"") }.joined(separator: "\n")
            #expect(LanguageTrainer(options()).train(try corpus(rest)) == nil)
        }
    }

    @Test(arguments: [
        ("{\"text\":\"a\"}", "line 1: expected \"lang\" or \"name\""),
        ("{\"name\":\"a\"}\n{\"lang\":\"fr\",\"word\":\"a\"}", "line 2: expected \"text\", or \"word\" and \"count\""),
    ])
    func aLineThatSaysNothingIsRefused(_ data: String, _ reason: String) {
        #expect {
            try corpus(data)
        } throws: {
            ($0 as? LanguageCorpus.Failure)?.description == reason
        }
    }
}
