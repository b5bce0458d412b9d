import CArchive
import GlaneurCore

/// What comes out of deflate data in memory: with the header that HTTP asks for, or without, as many servers send it.
final class DeflateSource: ByteSource {
    private let input: ArraySlice<UInt8>
    private var inflater = Inflater(.zlib)
    private var layer: ExpansionWatch.Layer
    private var taken = 0
    private var produced = 0
    private var isFinished = false
    private var isBare = false

    init(_ input: ArraySlice<UInt8>, layer: ExpansionWatch.Layer) {
        self.input = input
        self.layer = layer
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
        while !isFinished {
            let result = input.withUnsafeBytes { bytes in
                inflater.inflate(UnsafeRawBufferPointer(rebasing: bytes[taken...]), into: buffer)
            }
            taken += result.taken
            if result.state == CARC_DAMAGED, produced == 0, result.made == 0, !isBare {
                isBare = true
                inflater = Inflater(.none)
                taken = 0
                continue
            }
            isFinished = result.state != CARC_MORE
            produced += result.made
            if result.made > 0 {
                try layer.count(result.made)
                return result.made
            }
            guard isFinished else {
                isFinished = true
                throw ReadError(.damaged, "deflate data are cut off at byte \(taken)")
            }
            guard result.state == CARC_COMPLETE else {
                throw ReadError(.damaged, "deflate data are damaged before byte \(taken)")
            }
        }
        return 0
    }
}
