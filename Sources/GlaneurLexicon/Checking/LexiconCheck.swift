/// Looks at tables for all that is wrong with them, and for what is allowed but doubtful.
package struct LexiconCheck: Sendable {
    /// What breaks a rule, in the order of tables and lines.
    package let faults: [LexiconError]
    /// The compiled form; it lacks the rows that break a rule.
    package let compiled: [UInt8]
    /// The number of tables.
    package var tableCount: Int { tables.count }
    /// The number of their rows.
    package var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }

    private let tables: [Table]
    private let others: [Table]

    /// Checks tables.
    ///
    /// - Parameter others: tables they will be used with. Nothing is said of them by themselves.
    package init(_ files: [TableFile], beside others: [TableFile] = []) {
        tables = files.map { Table($0) }
        self.others = others.map { Table($0) }
        let paths = Set(files.map(\.path))
        let (compiled, faults) = LexiconCompiler.compile(self.others + tables)
        self.compiled = compiled
        self.faults = faults.filter { paths.contains($0.path) }
    }

    /// Returns what is doubtful in the sound rows of the tables.
    package func doubts() throws(LexiconError) -> [LexiconDoubt] {
        let lexicon = try Lexicon(compiled: compiled, location: "checked tables")
        var finder = DoubtFinder(lexicon: lexicon)
        for table in others { finder.register(table) }
        for table in tables { finder.register(table) }
        return tables.flatMap { finder.doubts(in: $0) }
    }
}
