extension NameFeatures {
    /// What the features of a template look at, in a few words.
    static func name(of template: UInt64) -> String { names[template] ?? "template \(template)" }

    private static let names: [UInt64: String] = [
        0: "language", 1: "word", 2: "word and shape", 3: "word and sentence start", 4: "shape and sentence start",
        5: "first 2 bytes", 6: "first 3 bytes", 7: "first 4 bytes", 8: "last 2 bytes", 9: "last 3 bytes",
        10: "last 4 bytes", 11: "shape in a headline", 12: "shape and capitals of the passage", 13: "word before",
        14: "word behind", 15: "second word before", 16: "second word behind", 22: "word before and shape",
        23: "word behind and shape", 24: "shape before and shape", 25: "shape and shape behind", 26: "three shapes",
        27: "five shapes", 28: "signs on both sides", 30: "ending before", 31: "ending behind", 40: "word class",
        41: "class before", 42: "class behind", 43: "class of second word before", 44: "class of second word behind",
        50: "lexicon and shape", 56: "lexicon and sentence start",
        59: "lexicon form", 60: "lexicon form before", 61: "lexicon form behind", 62: "lexicon form written small",
        63: "form written small before", 64: "form written small behind", 65: "elsewhere in the document",
        66: "document and classes",
        90: "place in the run", 91: "last word of the run", 92: "first word of the run",
    ]
}
