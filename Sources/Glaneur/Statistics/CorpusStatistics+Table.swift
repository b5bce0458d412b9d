import GlaneurWriters

extension CorpusStatistics {
    /// How many days, months or years are shown; of more days the months are shown, of more months the years.
    private static let shownSpans = 31

    /// The tables, fitted into so many columns.
    package func lines(width: Int, usesColor: Bool, top: Int) -> [String] {
        var sections = [summary.lines(usesColor: usesColor)]
        for table in [stageTable, languageTable, labelTable, failureTable, outletTable(top), spanTable, entityTable] {
            if let table { sections.append(table.lines(width: width, usesColor: usesColor)) }
        }
        return Array(sections.joined(separator: [""]))
    }

    private var summary: TerminalTable {
        var table = TerminalTable()
        func add(_ head: String, _ text: String) { table.add([.init(head, .bold), .init(text)]) }
        if let run {
            add("run", "\(run.run.tool), resources \(run.run.resources), config \(run.run.configuration)")
            if !run.isComplete { add("", "not complete") }
        }
        let counts = run?.statistics
        let written = counts?.documentsOut ?? lines?.total.documents ?? 0
        let quarantined = counts?.documentsQuarantined ?? lines?.failures.values.reduce(0, +) ?? 0
        add("documents", "\(written.grouped) written, \(quarantined.grouped) quarantined")
        let bytes = (counts?.bytesIn ?? lines?.total.bytes ?? 0, counts?.bytesOut ?? lines?.lineBytes ?? 0)
        add("bytes", "\(bytes.0.grouped) read, \(bytes.1.grouped) written")
        if let counts, counts.elapsedNanoseconds > 0 {
            let cpu = counts.cpuSeconds.text(decimals: 1)
            add("time", "\(counts.elapsedSeconds.text(decimals: 1)) s, \(cpu) s of processors")
        }
        if let entities { add("entities", entities.grouped) }
        if missingLines != 0, let lines {
            add("lines", "\(lines.total.documents.grouped), but the report says \(written.grouped)")
        }
        return table
    }

    private var stageTable: ColumnTable? {
        guard !stages.isEmpty else { return nil }
        var table = ColumnTable([
            .init("STAGE"), .init("DOCS", .right), .init("MB", .right, rank: 2), .init("CPU S", .right),
            .init("MB/S", .right, rank: 1), .init("SHARE", .right, rank: 3),
        ])
        let total = stages.reduce(0) { $0 + $1.count.seconds }
        for (name, count) in stages {
            let megabytes = Double(count.bytes) / 1e6
            let seconds = count.seconds
            table.add([
                .init(name.rawValue), .init(count.documents.grouped), .init(megabytes.text(decimals: 1)),
                .init(seconds.text(decimals: 2)), .init(seconds > 0 ? (megabytes / seconds).text(decimals: 1) : ""),
                .init("\((total > 0 ? 100 * seconds / total : 0).text(decimals: 0)) %"),
            ])
        }
        return table
    }

    private var languageTable: ColumnTable? {
        guard !languages.isEmpty else { return nil }
        var table = ColumnTable([.init("LANG"), .init("DOCS", .right), .init("BYTES", .right)])
        for (language, share) in languages {
            table.add([.init(language), .init(share.documents.grouped), .init(share.bytes.grouped)])
        }
        return table
    }

    private var labelTable: ColumnTable? {
        guard !labels.isEmpty else { return nil }
        var table = ColumnTable([.init("LABEL"), .init("MENTIONS", .right), .init("DOCS", .right, rank: 1)])
        for row in labels {
            table.add([.init(row.name), .init(row.mentions.grouped), .init(row.documents?.grouped ?? "")])
        }
        return table
    }

    private var failureTable: ColumnTable? {
        guard !failures.isEmpty else { return nil }
        var table = ColumnTable([.init("QUARANTINED"), .init("STAGE", rank: 1), .init("DOCS", .right)])
        for row in failures { table.add([.init(row.code), .init(row.stage ?? ""), .init(row.count.grouped)]) }
        return table
    }

    private func outletTable(_ top: Int) -> ColumnTable? {
        guard !outlets.isEmpty else { return nil }
        var table = ColumnTable([.init("OUTLET", leastWidth: 14), .init("DOCS", .right)])
        for row in outlets.prefix(top) { table.add([.init(row.name), .init(row.count.grouped)]) }
        let rest = outlets.dropFirst(top).reduce(0) { $0 + $1.count }
        if rest > 0 { table.add([.init("\(outlets.count - top) more", .dim), .init(rest.grouped)]) }
        return table
    }

    private var spanTable: ColumnTable? {
        guard !days.isEmpty else { return nil }
        var rows = days
        var head = "DAY"
        // The first characters of a day are its month, and of a month its year.
        for (length, name) in [(7, "MONTH"), (4, "YEAR")] where rows.count > CorpusStatistics.shownSpans {
            var sums: [(name: String, count: Int)] = []
            for row in days {
                let span = String(row.name.prefix(length))
                if sums.last?.name == span {
                    sums[sums.count - 1].count += row.count
                } else {
                    sums.append((span, row.count))
                }
            }
            rows = sums
            head = name
        }
        var table = ColumnTable([.init(head), .init("DOCS", .right)])
        for row in rows { table.add([.init(row.name), .init(row.count.grouped)]) }
        if undated > 0 { table.add([.init("undated", .dim), .init(undated.grouped)]) }
        return table
    }

    private var entityTable: ColumnTable? {
        guard !topEntities.isEmpty else { return nil }
        var table = ColumnTable([
            .init("ENTITY", leastWidth: 14), .init("LABEL", rank: 2), .init("DOCS", .right),
            .init("MENTIONS", .right, rank: 1), .init("ID", leastWidth: 12, rank: 3),
        ])
        for row in topEntities {
            table.add([
                .init(row.name), .init(row.label, .dim), .init(row.documents.grouped), .init(row.mentions.grouped),
                .init(row.id, .dim),
            ])
        }
        return table
    }
}

extension Int {
    /// The number with its digits in groups of three: `12,345`.
    fileprivate var grouped: String {
        var text = ""
        for (place, digit) in String(magnitude).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (self < 0 ? "-" : "") + text.reversed()
    }
}
