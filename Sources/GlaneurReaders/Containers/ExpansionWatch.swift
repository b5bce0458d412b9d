/// Watches how much comes out of one file, against what was read of it.
///
/// One layer of compression may make `expansion` bytes of one once `freeBytes` are passed; all that comes out of a file
/// is bound by the same measure, with eight times the allowance, so that single bombs leave the rest of an archive readable, and
/// eight of them end it.
package final class ExpansionWatch {
    /// How many times the free bytes all layers of a file have together, and how many bombs: 128 MiB take a third of a second.
    private static let layerAllowance = 8
    /// What buffers may have read ahead for a layer before it began.
    private static let readAhead = 1 << 16

    /// One decompression.
    package struct Layer {
        private let watch: ExpansionWatch
        /// What the layer is made of, where that is known before.
        private let packed: Int?
        /// Whether it adds to what the whole file has become; an archive that only holds what others made does not.
        private let isCompression: Bool
        private let start: Int
        private var produced = 0

        fileprivate init(watch: ExpansionWatch, packed: Int?, isCompression: Bool) {
            self.watch = watch
            self.isCompression = isCompression
            self.packed = packed
            start = watch.meter.bytes
        }

        /// Counts bytes that came out, or throws where they are too many.
        mutating func count(_ bytes: Int) throws(ReadError) {
            produced += bytes
            if isCompression { watch.total += bytes }
            let limits = watch.limits
            if produced > limits.freeBytes {
                let consumed = (packed ?? watch.meter.bytes - start) + ExpansionWatch.readAhead
                if produced / limits.expansion > consumed {
                    watch.bombs += 1
                    throw watch.error(produced)
                }
            }
            if watch.isExhausted { throw watch.error(watch.total) }
        }
    }

    private let limits: ReadLimits
    private let meter: ReadMeter
    private let start: Int
    private var total = 0
    private var bombs = 0

    /// Begins to watch a file of which nothing was read yet.
    package init(limits: ReadLimits, meter: ReadMeter) {
        self.limits = limits
        self.meter = meter
        start = meter.bytes
    }

    /// Whether more came out of the file than anything sound holds.
    var isExhausted: Bool {
        bombs >= ExpansionWatch.layerAllowance
            || total > limits.freeBytes * ExpansionWatch.layerAllowance
                && total / limits.expansion > meter.bytes - start
    }

    /// Begins a layer; `packed` is the number of bytes on disk it is made of, where they have been read.
    package func layer(packed: Int? = nil, isCompression: Bool = true) -> Layer {
        Layer(watch: self, packed: packed, isCompression: isCompression)
    }

    private func error(_ produced: Int) -> ReadError {
        ReadError(
            .bomb, "\(produced) bytes came out already, more than \(limits.expansion) for each that was read")
    }
}
