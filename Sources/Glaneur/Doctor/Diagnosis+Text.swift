import GlaneurCore
import GlaneurWriters

extension Diagnosis {
    /// The diagnosis for people: facts in columns.
    package var lines: [String] {
        var facts = TerminalTable()
        func add(_ key: String, _ values: String...) { facts.add([.init(key)] + values.map { .init($0) }) }
        for version in versions { add(version.name, version.version) }
        add("html", htmlFaults.isEmpty ? "sound" : "\(htmlFaults.count) differences")
        add("lexicons", lexicons.place?.path ?? "-")
        if let place = lexicons.place { add("found by", place.evidence.rawValue) }
        if let cache = lexicons.cache { add("cache", cache.path, cache.state.rawValue) }
        add("state", lexicons.fault.map { "unsound: \($0)" } ?? "sound")
        if let fingerprint = lexicons.fingerprint {
            add("fingerprint", fingerprint)
            add("concepts", String(lexicons.concepts.values.reduce(0, +)))
        }
        return facts.lines() + conceptLines + fileLines
    }

    private var conceptLines: [String] {
        var table = TerminalTable(indentation: 2)
        for label in Label.allCases {
            if let count = lexicons.concepts[label] { table.add(.init(label.rawValue), .init(String(count))) }
        }
        return table.lines()
    }

    private var fileLines: [String] {
        guard !lexicons.files.isEmpty else { return [] }
        var table = TerminalTable(indentation: 2)
        for file in lexicons.files {
            table.add(.init(DisplayWidth.oneLine(file.path)), .init(String(file.count)), .init(file.sha256))
        }
        return ["files"] + table.lines()
    }
}
