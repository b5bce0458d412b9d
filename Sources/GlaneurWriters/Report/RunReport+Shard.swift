import GlaneurCore

extension RunReport {
    /// What a run over one shard of an input says of it, so that `glaneur merge` sees whether all documents were read once.
    package struct Shard: Sendable, Equatable {
        /// The number of the shard, counted from 0.
        package let index: Int
        /// How many shards there are.
        package let count: Int
        /// How many documents and failures of the input were left to other shards.
        package let elsewhere: Int

        /// Makes the account of a shard.
        package init(_ index: Int, of count: Int, elsewhere: Int) {
            self.index = index
            self.count = count
            self.elsewhere = elsewhere
        }

        /// Writes the account with the counts of the shard.
        func write(_ statistics: RunStatistics, to json: inout JSONWriter) {
            json.beginObject()
            json.member("index", index)
            json.member("count", count)
            json.documents(statistics)
            json.member("elsewhere", elsewhere)
            json.endObject()
        }
    }
}
