import ArgumentParser
import GlaneurModels

/// How a perceptron is trained, as the command line says it.
struct TrainerOptions: ParsableArguments {
    @Option(help: "How often all examples are seen.")
    var epochs = 10

    @Option(help: "How often learning starts again in another order; the model is the mean.")
    var restarts = 10

    @Option(help: "The least distance between right and wrong that teaches nothing more.")
    var margin = 40

    @Option(help: "The binary logarithm of the number of rows.")
    var rowBits = 18

    @Option(help: "Where the order of the examples comes from; the same seed gives the same bytes.")
    var seed: UInt64 = 1

    /// The options as the trainer takes them.
    var options: PerceptronTrainer.Options {
        var options = PerceptronTrainer.Options()
        options.epochs = epochs
        options.restarts = restarts
        options.margin = margin
        options.rowBits = rowBits
        options.seed = seed
        return options
    }
}
