import GlaneurCore
import GlaneurLexicon
import GlaneurTestSupport
import Testing

@Suite struct LexiconCompilerTests {
    private func error(_ tables: (path: String, text: String)...) -> LexiconError? {
        do throws(LexiconError) {
            _ = try LexiconCompiler.compile(tables)
            return nil
        } catch {
            return error
        }
    }

    @Test func equalTablesGiveEqualBytes() throws {
        #expect(try SmallLexicon.compiled() == SmallLexicon.compiled())
        #expect(try SmallLexicon.open().fingerprint == SmallLexicon.open().fingerprint)
    }

    @Test func anotherTableGivesAnotherFingerprint() throws {
        let more = SmallLexicon.tables + [SmallLexicon.words("douze\tcardinal\t12", path: "fr/z.tsv")]
        let other = try Lexicon(compiled: LexiconCompiler.compile(more), location: "memory")
        #expect(try other.fingerprint != SmallLexicon.open().fingerprint)
    }

    @Test func theTablesOfTheCheckoutCompile() {
        #expect(TestLexicon.shared.conceptCount > 20_000)
    }

    @Test func badRowsAreRefusedWithTheirPlace() {
        let weak = error(SmallLexicon.names("Orange\tORG\tcompany\t\t\t\t\t\torange"))
        #expect(weak == LexiconError(path: "shared/names.tsv", line: 2, reason: "weak form 'orange' is no form"))
        let twice = error(
            SmallLexicon.names("Density-AI\tORG\tcompany\t\t\t\t\t\t"),
            SmallLexicon.names("Density AI\tORG\tcompany\t\t\t\t\t\t", path: "shared/others.tsv"))
        #expect(
            twice
                == LexiconError(
                    path: "shared/others.tsv", line: 2,
                    reason: "org/density-ai is already made by 'Density-AI' in shared/names.tsv:2"))
        let label = error(SmallLexicon.names("Orange\tMONEY\tcompany\t\t\t\t\t\t"))
        #expect(label == LexiconError(path: "shared/names.tsv", line: 2, reason: "no name label 'MONEY'"))
        let wordClass = error(SmallLexicon.words("un\tstop\t", "vite\tadverb\t"))
        #expect(wordClass == LexiconError(path: "shared/words.tsv", line: 3, reason: "no word class 'adverb'"))
        let empty = error(SmallLexicon.words("…\tstop\t"))
        #expect(empty == LexiconError(path: "shared/words.tsv", line: 2, reason: "'…' has 0 words"))
        let long = error(SmallLexicon.words("a b c d e f g h i\tstop\t"))
        #expect(long == LexiconError(path: "shared/words.tsv", line: 2, reason: "'a b c d e f g h i' has 9 words"))
        let columns = error((path: "shared/x.tsv", text: "form\tsource\n"))
        #expect(
            columns
                == LexiconError(
                    path: "shared/x.tsv", line: 1, reason: "neither a column 'label' nor 'class' nor 'concept'"))
    }

    @Test func oneNameMayHaveTwoLabels() {
        let fault = error(
            SmallLexicon.names("Washington\tLOC\tcity\t\t\t\t\t\t", "Washington\tPER\tperson\t\t\t\t\t\t"))
        #expect(fault == nil)
    }

    @Test func aLanguageFolderSpeaksForItsLanguageAlone() throws {
        let lexicon = try SmallLexicon.open()
        let lexeme = lexicon.lexemes("millions")[0]
        #expect(lexicon.words(.french).node(of: lexeme.wordHash).classes.contains(.scale))
        #expect(!lexicon.words(.english).node(of: lexeme.wordHash).isPhrase)
        let officer = lexicon.lexemes("officer")[0]
        #expect(lexicon.words(.french).node(of: officer.wordHash).classes.contains(.personCue))
        #expect(lexicon.words(.english).node(of: officer.wordHash).classes.contains(.personCue))
    }
}
