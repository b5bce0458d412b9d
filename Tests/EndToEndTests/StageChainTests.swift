import Foundation
import Testing

@Suite struct StageChainTests {
    static let stages = [
        "read", "decode", "extract", "normalize", "language", "segment", "recognize", "resolve", "relate",
        "write",
    ]

    /// Sends files through the stages one after the other and returns what each wrote.
    static func outputs(of path: String, options: [String] = []) throws -> [(stage: String, lines: Data)] {
        var outputs: [(stage: String, lines: Data)] = []
        for stage in stages {
            let ending =
                if let last = outputs.last {
                    try Program.run(arguments: ["stage", stage, "-"] + options, input: last.lines)
                } else {
                    try Program.run(arguments: ["stage", stage, path] + options)
                }
            guard ending.status == 0, ending.errors.isEmpty else {
                throw Program.Failure(description: "\(stage): \(ending.status) \(ending.errors)")
            }
            outputs.append((stage, ending.output))
        }
        return outputs
    }

    @Test(arguments: [[], ["--with", "tokens"], ["--offsets", "utf8", "--lang", "fr"]])
    func singleStagesGiveWhatAnnotateGives(_ options: [String]) throws {
        let folder = try TemporaryFolder()
        let seeds = try folder.copySeeds()
        try folder.write(
            "seeds/latin.txt",
            Data("Le prix est de 3 \u{80} \u{E0} Orl\u{E9}ans.".unicodeScalars.map { UInt8($0.value) }))
        try folder.write("seeds/nfd.txt", "Émile Zola a vécu à Médan.".decomposedStringWithCanonicalMapping)
        try folder.write(
            "seeds/page.html", "<title>Tesla</title><p>Tesla &amp; Nvidia valent 3&nbsp;milliards d&rsquo;euros.</p>")
        try folder.write("seeds/records.jsonl", #"{"id":"r","text":"Tesla \u00e0 Paris","lang":"fr"}"# + "\n")
        let expected = try Program.run(arguments: ["annotate", seeds] + options)
        #expect(expected.status == 0)
        #expect(try StageChainTests.outputs(of: seeds, options: options).last?.lines == expected.output)
    }

    @Test(arguments: ["segment", "recognize", "resolve", "relate", "write"])
    func stageSaysWhichLayerItMisses(_ stage: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("a.txt", "Tesla a quitté Paris.")
        let read = try Program.run("stage", "read", file)
        let ending = try Program.run("stage", stage, "-", input: read.output)
        #expect(ending.status == 64)
        #expect(ending.errors.contains("\(stage): needs "))
        #expect(ending.output.isEmpty)
    }

    @Test func listNamesEveryStageInOrder() throws {
        let ending = try Program.run("stage", "--list")
        let names = ending.text.split(separator: "\n").filter { $0.first != " " }.compactMap {
            $0.split(separator: " ").first
        }
        #expect(names.map(String.init) == StageChainTests.stages)
    }

    @Test func unknownStageIsAMistakeOfUse() throws {
        let ending = try Program.run("stage", "glean", "-")
        #expect(ending.status == 64)
        #expect(ending.errors.contains("no such stage"))
    }
}
