import GlaneurCore

/// A stage that fills metadata, with what the user gives before it and again behind it.
///
/// Before it, since a given title is the headline that is looked for; behind it, since what is given wins.
struct GivenMetadataStage<Base: Stage>: Stage {
    let base: Base
    let given: GivenMetadata

    var name: StageName { base.name }
    var needs: Layers { base.needs }
    var gives: Layers { base.gives }

    func process(_ document: inout Document) throws(StageFailure) {
        given.apply(to: &document.metadata)
        try base.process(&document)
        given.apply(to: &document.metadata)
    }
}
