import GlaneurPipeline
import GlaneurReaders
import GlaneurWriters

/// The files of an input as they were listed, for telling later whether they are still the same.
struct Inventory: Sendable {
    private let listing: InputListing
    /// What the report says of the input: the sum over all lines of the inventory tells one input from another.
    let account: RunReport.Input

    init(_ listing: InputListing) {
        self.listing = listing
        var sum = StableSum()
        for index in 0..<listing.count { sum.add(Inventory.record(at: index, of: listing).line) }
        account = RunReport.Input(files: listing.count, bytes: listing.totalBytes, fingerprint: sum.digits)
    }

    /// Writes one line a file.
    func write(to path: String) throws(OutputFailure) {
        var file = try OutputFile(path: path, care: .durable)
        for index in 0..<listing.count { try file.write(Inventory.record(at: index, of: listing).line) }
        try file.finish()
    }

    /// Tells what has changed since an inventory was written.
    func differences(from path: String) throws -> [String] {
        let reader = try LineReader(path: path)
        var next = 0
        let difference = try InputDifference {
            try reader.next().flatMap { InputRecord(reader.buffer[$0.range]) }
        } new: {
            guard next < listing.count else { return nil }
            next += 1
            return Inventory.record(at: next - 1, of: listing)
        }
        return difference.description
    }

    private static func record(at index: Int, of listing: InputListing) -> InputRecord {
        let file = listing.file(at: index)
        return InputRecord(path: file.path, size: file.size, modified: file.modified)
    }
}
