package import GlaneurCore
import GlaneurWriters

/// All stages of a pipeline as one, which runs in a helper process.
///
/// A document goes there and comes back as a stage line, from which any stage goes on as if nothing had happened; so what is
/// written does not depend on where the stages ran.
struct IsolatedStages: Stage {
    let name = StageName(rawValue: "isolate")
    let needs: Layers = .bytes
    let gives: Layers
    private let stages: [StageName]
    private let helpers: HelperPool
    private let writer: StageLineWriter

    init(_ pipeline: Pipeline, helpers: HelperPool) {
        stages = pipeline.chain.stages.map(\.name)
        gives = pipeline.chain.stages.reduce(into: []) { $0.formUnion($1.gives) }
        self.helpers = helpers
        writer = StageLineWriter(run: pipeline.run)
    }

    func process(_ document: inout Document) throws(StageFailure) {
        var json = JSONWriter(capacity: document.bytes.count * 3 / 2 + 1024)
        writer.write(document, to: &json)
        let answer = try helpers.run(Array(json.bytes), document: document.id, stages: stages)
        guard answer.kind == .document else { throw FailureLine.read(answer.content) }
        document = try StageLineReader(stage: name).read(answer.content)
    }
}

extension Pipeline {
    /// The same pipeline with its stages in helper processes, where a document that ends its process takes no other with it.
    package func isolated(in helpers: HelperPool) throws(StageFailure) -> Pipeline {
        Pipeline(self, running: try StageChain([IsolatedStages(self, helpers: helpers)]))
    }
}
