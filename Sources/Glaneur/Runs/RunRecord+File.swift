package import GlaneurReaders
package import GlaneurWriters

extension RunRecord {
    /// Reads the report in a file, or says why there is none.
    package init(path: String) throws(InputError) {
        let reader = try LineReader(path: path)
        var bytes: [UInt8] = []
        while let line = try reader.next() { bytes += reader.buffer[line.range] + [UInt8(ascii: "\n")] }
        do throws(RunRecordFailure) {
            try self.init(bytes)
        } catch {
            throw InputError(.missing, path: path, message: error.message)
        }
    }
}
