/// Stages in an order in which each finds the layers it needs.
public struct StageChain: Sendable {
    /// The stages in the order in which they run.
    public let stages: [any Stage]

    /// Puts stages together, or tells which of them stands in the wrong place.
    ///
    /// - Parameter given: the layers a document has before the first stage.
    public init(_ stages: [any Stage], given: Layers = .bytes) throws(StageFailure) {
        var present = given
        for stage in stages {
            let missing = stage.needs.subtracting(present)
            guard missing.isEmpty else {
                throw StageFailure(
                    .missingLayer, stage: stage.name, document: nil,
                    message: "needs \(missing.names.joined(separator: ", ")); \(StageChain.maker(of: missing)) first")
            }
            present.formUnion(stage.gives)
        }
        self.stages = stages
    }

    /// Sends one document through all stages.
    public func run(on document: inout Document) throws(StageFailure) {
        for stage in stages { try stage.run(on: &document) }
    }

    /// Sends one document through all stages and tells the watch, whose stages are these from the first on, when each is through.
    ///
    /// - Parameter bytes: the raw bytes of the document.
    public func run(on document: inout Document, bytes: Int, watch: inout StageWatch) throws(StageFailure) {
        watch.begin(bytes: bytes)
        for (index, stage) in stages.enumerated() {
            do throws(StageFailure) {
                try stage.run(on: &document)
                watch.passed(index)
            } catch {
                watch.failed(index, bytes: bytes)
                throw error
            }
        }
    }

    /// Says in words which stage makes the first of some missing layers.
    static func maker(of layers: Layers) -> String {
        let makers: [(Layers, StageName)] = [
            (.bytes, .read), (.decoded, .decode), (.blocks, .extract), (.view, .normalize), (.language, .language),
            (.tokens, .segment), (.candidates, .recognize), (.mentions, .resolve),
            (.relations, .relate),
        ]
        let maker = makers.first { layers.contains($0.0) }?.1 ?? .read
        return "run \(maker)"
    }
}
