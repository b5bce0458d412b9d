import GlaneurCore
import GlaneurModels

/// Texts and words of many languages to train the model of languages on, as `scripts/language-data` writes them.
package struct LanguageCorpus: Sendable {
    /// What is wrong with a line.
    package struct Failure: Error, CustomStringConvertible {
        /// The line, from 1.
        package var line: Int
        /// What was expected.
        package var reason: String
        /// Both.
        package var description: String { "line \(line): \(reason)" }
    }

    /// Many short texts, one behind the other.
    struct Texts: Sendable {
        private var bytes: [UInt8] = []
        private var ends: [Int] = []

        var count: Int { ends.count }

        subscript(index: Int) -> ArraySlice<UInt8> { bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]] }

        mutating func append(_ text: [UInt8]) {
            bytes += text
            ends.append(bytes.count)
        }
    }

    /// What is known of one language.
    struct LanguageTexts: Sendable {
        /// The BCP 47 tag.
        var tag: String
        /// Sentences, messages, lines.
        var texts = Texts()
        /// Forms whose frequency is known.
        var counted = Texts()
        /// How often each of them occurs in 10⁹ words.
        var counts: [Int] = []
        /// The sums of the weights of the forms, up to each.
        var sums: [Float] = []
        /// Forms out of dictionaries.
        var listed = Texts()
    }

    /// The languages, in the order they were met.
    private(set) var languages: [LanguageTexts] = []
    /// Names that say nothing of the language around them.
    private(set) var names = Texts()

    /// An empty corpus.
    package init() {}

    /// Adds the lines of a file.
    package mutating func read(_ content: [UInt8]) throws {
        var places = Dictionary(uniqueKeysWithValues: languages.indices.map { (languages[$0].tag, $0) })
        var number = 0
        var start = 0
        while start < content.count {
            let end = content[start...].firstIndex(of: 0x0A) ?? content.count
            number += 1
            defer { start = end + 1 }
            guard end > start else { continue }
            let line = try JSONParser.parse(content, in: start..<end)
            if let name = line["name"]?.string(in: content) {
                names.append(Array(name.utf8))
                continue
            }
            guard let tag = line["lang"]?.string(in: content) else {
                throw Failure(line: number, reason: "expected \"lang\" or \"name\"")
            }
            let place = places[tag] ?? languages.count
            if place == languages.count {
                languages.append(LanguageTexts(tag: tag))
                places[tag] = place
            }
            if let text = line["text"]?.string(in: content) {
                languages[place].texts.append(Array(text.utf8))
            } else if let word = line["word"]?.string(in: content), let count = line["count"]?.integer(in: content) {
                languages[place].add(Array(word.utf8), count: count)
            } else {
                throw Failure(line: number, reason: "expected \"text\", or \"word\" and \"count\"")
            }
        }
        weigh()
    }

    /// Gives each counted form the weight it is drawn by.
    ///
    /// By their frequencies alone, a hundred forms would be half of all words drawn. All are made rarer by the root of the
    /// frequency that the form has where it is most frequent: that is one factor for all languages, and the odds between
    /// them, which the model is to learn, stay what they are.
    private mutating func weigh() {
        var most: [ArraySlice<UInt8>: Int] = [:]
        for language in languages {
            for index in 0..<language.counted.count {
                let word = language.counted[index]
                most[word] = max(most[word, default: 0], language.counts[index])
            }
        }
        for place in languages.indices {
            var sum: Float = 0
            languages[place].sums = (0..<languages[place].counted.count).map { index in
                let count = languages[place].counts[index]
                sum += Float(count) / Float(most[languages[place].counted[index], default: count]).squareRoot()
                return sum
            }
        }
    }
}

extension LanguageCorpus.LanguageTexts {
    fileprivate mutating func add(_ word: [UInt8], count: Int) {
        if count > 0 {
            counted.append(word)
            counts.append(count)
        } else {
            listed.append(word)
        }
    }
}
