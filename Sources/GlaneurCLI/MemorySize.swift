import ArgumentParser

/// A number of bytes as people write it: `512K`, `128M`, `2G`, `128MiB`, `1GB`; all of them powers of 1024.
struct MemorySize: ExpressibleByArgument {
    /// The bytes.
    let bytes: Int

    init(bytes: Int) { self.bytes = bytes }

    init?(argument: String) {
        let powers = ["": 0, "K": 10, "M": 20, "G": 30]
        let figure = argument.prefix { $0.isASCII && $0.isNumber }
        var unit = argument.dropFirst(figure.count).uppercased()
        if unit.hasSuffix("IB") { unit.removeLast(2) } else if unit.hasSuffix("B") { unit.removeLast() }
        guard let power = powers[unit], let count = Int(figure), count > 0, count < 1 << 30 else { return nil }
        bytes = count << power
    }

    var defaultValueDescription: String { "\(bytes >> 20)M" }
}
