import GlaneurCore
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// What a helper does: takes documents from standard input and answers on standard output, until there are no more.
package struct HelperLoop: Sendable {
    private let pipeline: Pipeline
    private let keepsTokens: Bool
    private let fault: InjectedFault?

    /// Prepares to work with a pipeline.
    package init(pipeline: Pipeline) {
        self.pipeline = pipeline.forLines
        keepsTokens = pipeline.configuration.output.withTokens
        fault = InjectedFault.ofEnvironment
    }

    /// Answers questions until the run that asks is at its end, or gone.
    package func run() {
        // ^C is for the run, which lets documents in work come to their end.
        signal(SIGINT, SIG_IGN)
        let channel = FrameChannel(input: 0, output: 1)
        guard let shared = SharedByte(descriptor: HelperProcess.sharedDescriptor),
            channel.send(Frame(kind: .ready, content: []))
        else { return }
        let alarm = ProcessorAlarm(seconds: pipeline.configuration.documentSeconds)
        let reader = StageLineReader()
        let writer = StageLineWriter(run: pipeline.run)
        while let question = channel.receive() {
            let answer: Frame
            do throws(StageFailure) {
                alarm.set()
                defer { alarm.stop() }
                var document = try reader.read(question.content)
                pipeline.begin(&document)
                try annotate(&document, telling: shared)
                var json = JSONWriter(capacity: document.text.count * 3 + 1024)
                writer.write(document, to: &json)
                answer = Frame(kind: .document, content: Array(json.bytes))
            } catch {
                answer = Frame(kind: .failure, content: FailureLine.bytes(error))
            }
            shared.value = HelperProcess.idle
            guard channel.send(answer) else { return }
        }
    }

    private func annotate(_ document: inout Document, telling shared: SharedByte) throws(StageFailure) {
        for (place, stage) in pipeline.chain.stages.enumerated() {
            shared.value = UInt8(place)
            fault?.strike(document, before: stage.name)
            try stage.run(on: &document)
        }
        // Document lines have none of these.
        guard !keepsTokens else { return }
        document.tokens = []
        document.multiwordTokens = []
    }
}
