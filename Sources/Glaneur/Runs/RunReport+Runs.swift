import GlaneurWriters

extension Pipeline {
    /// Makes the report of a run that this pipeline has worked for, or fails where documents are missing from its counts.
    func report(
        of outcome: AnnotationRun.Outcome, input: RunReport.Input? = nil, layout: PartSeries.Layout? = nil,
        shard: RunReport.Shard? = nil
    ) throws(RunReport.Imbalance) -> RunReport {
        try RunReport(
            run: run, configuration: settings,
            resources: [RunReport.Resource(name: "lexicon", sha256: lexiconDigest)],
            statistics: outcome.statistics, isComplete: outcome.isComplete, input: input, layout: layout, shard: shard)
    }
}

extension RunReport {
    /// Writes the report to a file.
    func write(to path: String, care: OutputFile.Care = .passing) throws(OutputFailure) {
        var file = try OutputFile(path: path, care: care)
        try file.write(json())
        try file.finish()
    }
}
