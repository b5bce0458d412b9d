import Testing

@testable import GlaneurReaders

@Suite struct ShardChoiceTests {
    private func shard(_ argument: String, _ environment: [String: String] = [:]) throws(ShardChoice.Refusal) -> String
    {
        try ShardChoice(argument).shard { environment[$0] }.description
    }

    @Test(arguments: [
        ("0/1", [:], "0/1"), ("6/7", [:], "6/7"),
        ("auto", ["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "8"], "3/8"),
        (
            "auto",
            [
                "SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": "8", "SLURM_ARRAY_TASK_MIN": "1",
                "SLURM_ARRAY_TASK_MAX": "8",
            ], "0/8"
        ),
        (
            "auto",
            [
                "SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "0",
                "SLURM_ARRAY_TASK_MAX": "12", "SLURM_ARRAY_TASK_STEP": "4",
            ], "3/4"
        ),
        // A job that is run again by itself says that it is one of one.
        (
            "auto/16",
            ["SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "1", "SLURM_ARRAY_TASK_MIN": "5"], "5/16"
        ),
        ("auto/4", ["JOB_COMPLETION_INDEX": "0"], "0/4"),
        ("auto", ["JOB_COMPLETION_INDEX": "3", "JOB_COMPLETIONS": "4"], "3/4"),
        ("auto", ["AWS_BATCH_JOB_ARRAY_INDEX": "9", "AWS_BATCH_JOB_ARRAY_SIZE": "10"], "9/10"),
    ]) func shardsAreFound(argument: String, environment: [String: String], expected: String) throws {
        #expect(try shard(argument, environment) == expected)
    }

    @Test(arguments: [
        ("", [:], "expected i/n such as 0/4, auto or auto/n, not ''"),
        ("3", [:], "not '3'"), ("1/2/3", [:], "not '1/2/3'"), ("-1/3", [:], "not '-1/3'"), ("a/3", [:], "not 'a/3'"),
        ("auto/x", [:], "not 'auto/x'"), ("+1/3", [:], "not '+1/3'"),
        ("3/3", [:], "there is no shard 3 of 3; they are 0/3 to 2/3"),
        ("0/0", [:], "expected 1 to 1000000 shards, not 0"), ("auto/0", [:], "expected 1 to 1000000 shards, not 0"),
        ("auto", [:], "one of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX, and none is set"),
        ("auto", ["JOB_COMPLETION_INDEX": "3"], "JOB_COMPLETION_INDEX is 3, but JOB_COMPLETIONS is not set"),
        ("auto", ["SLURM_ARRAY_TASK_ID": "3"], "SLURM_ARRAY_TASK_COUNT is not set"),
        ("auto/4", ["AWS_BATCH_JOB_ARRAY_INDEX": "4"], "AWS_BATCH_JOB_ARRAY_INDEX: there is no shard 4 of 4"),
        ("auto/4", ["AWS_BATCH_JOB_ARRAY_INDEX": "x"], "AWS_BATCH_JOB_ARRAY_INDEX: expected a number, not 'x'"),
        ("auto", ["SLURM_ARRAY_TASK_ID": "1", "JOB_COMPLETION_INDEX": "1"], "SLURM_ARRAY_TASK_ID and JOB_COMPLETION"),
        // 1,5,9: neither steps nor all of them.
        (
            "auto",
            [
                "SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "1",
                "SLURM_ARRAY_TASK_MAX": "9",
            ], "one of 3 with gaps between them; say auto/n"
        ),
    ]) func refusalsSayWhatIsWrong(argument: String, environment: [String: String], message: String) {
        let refusal = #expect(throws: ShardChoice.Refusal.self) { try shard(argument, environment) }
        #expect(refusal?.description.contains(message) == true, "\(refusal?.description ?? "")")
    }
}
