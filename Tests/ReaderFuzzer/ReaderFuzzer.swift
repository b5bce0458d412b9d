import FuzzDriver
import GlaneurTestSupport

/// libFuzzer over files of every kind, from their bytes to blocks; `scripts/fuzz` builds and runs it.
@main
enum ReaderFuzzer {
    fileprivate static let laws = ReaderLaws()

    static func main() { FuzzDriver.run(fuzzReader) }
}

/// Checks bytes that libFuzzer made up to reach code that no bytes have reached yet.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzDriver.judge(ReaderFuzzer.laws.violations(Array(UnsafeBufferPointer(start: start, count: count))))
}
