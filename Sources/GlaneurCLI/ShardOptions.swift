import ArgumentParser
import GlaneurReaders

#if canImport(Glibc)
    import Glibc
#endif

/// Which part of the input a run works on.
struct ShardOptions: ParsableArguments {
    @Option(
        name: .customLong("shard"),
        help: ArgumentHelp(
            """
            Annotate one of n equal parts of the documents, numbered from 0; auto takes i and n from the job of a Slurm, \
            Kubernetes or AWS Batch array, auto/n only i. `glaneur merge` joins the parts and writes the entities.
            """, valueName: "i/n|auto|auto/n"))
    var choice: String?

    /// The shard; nothing where the run is a whole.
    var shard: Shard? {
        get throws {
            do throws(ShardChoice.Refusal) {
                return try choice.map { choice throws(ShardChoice.Refusal) in
                    try ShardChoice(choice).shard { name in getenv(name).map { String(cString: $0) } }
                }
            } catch {
                throw ValidationError("--shard: \(error)")
            }
        }
    }

    func validate() throws { _ = try shard }
}
