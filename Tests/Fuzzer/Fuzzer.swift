import FuzzLaws
import GlaneurTestSupport

/// libFuzzer over one target, which `$GLANEUR_FUZZ` names; `scripts/fuzz` builds and runs it.
@main
enum Fuzzer {
    fileprivate static let laws: any FuzzLaws = {
        let name = Checkout.variable("GLANEUR_FUZZ") ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            fatalError("GLANEUR_FUZZ is '\(name)', not \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        do {
            return try target.laws()
        } catch {
            fatalError("nothing to look at: \(error)")
        }
    }()

    static func main() { FuzzDriver.run(fuzz) }
}

/// Checks bytes that libFuzzer made up to reach code that no bytes have reached yet.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzDriver.judge(Fuzzer.laws.violations(Array(UnsafeBufferPointer(start: start, count: count))))
}
