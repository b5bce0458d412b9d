extension NameFeatures {
    /// What the features of a template look at, in a few words.
    static func name(of template: UInt64) -> String { names[template] ?? "template \(template)" }

    private static let names: [UInt64: String] = [
        0: "language", 1: "word", 2: "word and shape", 3: "word and sentence start", 4: "shape and sentence start",
        5: "first 2 bytes", 6: "first 3 bytes", 7: "first 4 bytes", 8: "last 2 bytes", 9: "last 3 bytes",
        10: "last 4 bytes", 11: "shape in a headline", 12: "shape and capitals of the passage", 13: "word before",
        14: "word behind", 15: "second word before", 16: "second word behind", 22: "word before and shape",
        23: "word behind and shape", 24: "shape before and shape", 25: "shape and shape behind", 26: "three shapes",
        27: "five shapes", 28: "signs on both sides", 29: "word and signs", 30: "ending before", 31: "ending behind",
        40: "word class", 41: "class before", 42: "class behind", 43: "class of second word before",
        44: "class of second word behind", 45: "all classes", 50: "lexicon and shape", 51: "lexicon and classes",
        56: "lexicon and sentence start", 59: "lexicon form", 60: "lexicon form before", 61: "lexicon form behind",
        62: "lexicon form written small", 63: "form written small before", 64: "form written small behind",
        65: "elsewhere in the document", 66: "document and classes", 67: "word before elsewhere",
        68: "word behind elsewhere", 70: "nearest word before", 71: "nearest word behind",
        72: "two nearest words before", 73: "word and nearest shape behind", 74: "word and nearest shape before",
        75: "nearest lexicon form behind", 76: "second nearest word before", 77: "class of nearest word before",
        78: "class of nearest word behind", 79: "class of second nearest word before",
        80: "word and distance to a capital", 81: "lexicon of the next capital",
        82: "two words and distance to a capital", 90: "place in the run", 91: "last word of the run",
        92: "first word of the run", 93: "class of the run's last word", 94: "class of the run's first word",
        95: "word before the run", 96: "word behind the run", 97: "class before the run", 98: "class behind the run",
        99: "lexicon of the run's last word", 100: "lexicon of the run's first word", 101: "ending of the run",
        102: "words around the run", 103: "classes of the run's ends", 104: "distance to a first name",
        105: "first names in the run",
    ]
}
