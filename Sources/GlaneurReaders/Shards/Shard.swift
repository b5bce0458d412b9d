import GlaneurCore

/// One of the equal parts that an input is divided into, so that many machines can work on it without talking.
///
/// The shard of a document follows from its id alone. Documents of one id meet in one shard, in reading order, so that what
/// is refused as a duplicate there is refused in a run over everything as well.
public struct Shard: Sendable, Equatable, CustomStringConvertible {
    /// The number of the shard, counted from 0.
    public let index: Int
    /// How many shards there are.
    public let count: Int

    /// The shard that every document lies in.
    public static let whole = Shard(only: 0, of: 1)

    /// The most shards of one run; more of them than this is a slip.
    public static let countLimit = 1_000_000

    /// Makes a shard; nothing where there is none of this number.
    public init?(_ index: Int, of count: Int) {
        guard 1...Shard.countLimit ~= count, 0..<count ~= index else { return nil }
        self.init(only: index, of: count)
    }

    private init(only index: Int, of count: Int) {
        self.index = index
        self.count = count
    }

    /// The form on a command line: `0/4`.
    public var description: String { "\(index)/\(count)" }

    /// Whether the document with this id lies in the shard.
    public func owns(_ id: String) -> Bool {
        guard count > 1 else { return true }
        var sum = StableSum()
        sum.add(id.utf8)
        // Ids that differ in their last byte differ in the low bits alone, so that all bits are mixed once more.
        var hash = sum.value
        hash ^= hash >> 32
        hash &*= 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
        return Int(hash.multipliedFullWidth(by: UInt64(count)).high) == index
    }

    /// Whether a document, or why it could not be read, lies in the shard; what has no id lies in the first.
    func owns(_ result: Result<Document, StageFailure>) -> Bool {
        guard count > 1 else { return true }
        switch result {
        case .success(let document): return owns(document.id)
        case .failure(let failure): return failure.document.map { owns($0) } ?? (index == 0)
        }
    }
}

extension StageFailure.Code {
    /// The document lies in another shard; it stands for it up to the reader that leaves it out, and comes into no file.
    static let elsewhere = StageFailure.Code(rawValue: "elsewhere")
}
