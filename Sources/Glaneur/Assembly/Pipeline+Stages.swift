extension Pipeline {
    /// Sends one document through the stages up to and with the named one; `read` does nothing more.
    ///
    /// - Throws: the failure of a stage, or one that lists the stages where none has this name.
    package func annotate(_ document: Document, through last: StageName) throws(StageFailure) -> Document {
        let known = StageCatalog.entries(of: self).map(\.name)
        guard let end = known.firstIndex(of: last) else { throw unknownStage(last, known: known) }
        let wanted = known[...end]
        var document = document
        for stage in chain.stages where wanted.contains(stage.name) { try stage.run(on: &document) }
        return document
    }

    /// Returns the stage with this name, or throws a failure that lists them all.
    package func stage(named name: String) throws(StageFailure) -> StageName {
        let known = StageCatalog.entries(of: self).map(\.name)
        let stage = StageName(rawValue: name)
        guard known.contains(stage) else { throw unknownStage(stage, known: known) }
        return stage
    }

    private func unknownStage(_ name: StageName, known: [StageName]) -> StageFailure {
        StageFailure(
            .malformed, stage: name, document: nil,
            message: "no such stage; there are \(known.map(\.rawValue).joined(separator: ", "))")
    }
}
