import FuzzDriver
import GlaneurTestSupport

/// libFuzzer over the stages from `decode` to `segment`; `scripts/fuzz` builds and runs it.
@main
enum SegmentFuzzer {
    fileprivate static let laws: SegmentLaws = {
        do {
            return try SegmentLaws()
        } catch {
            fatalError("no stages: \(error)")
        }
    }()

    static func main() { FuzzDriver.run(fuzzSegment) }
}

/// Checks bytes that libFuzzer made up to reach code that no bytes have reached yet.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSegment(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzDriver.judge(SegmentFuzzer.laws.violations(Array(UnsafeBufferPointer(start: start, count: count))))
}
