import GlaneurTestSupport

/// libFuzzer over files of every kind, from their bytes to blocks; `scripts/fuzz` builds and runs it.
@main
enum ReaderFuzzer {
    fileprivate static let laws = ReaderLaws()

    /// SwiftPM gives each executable a `main` of its own, so that of libFuzzer is passed over and its driver called.
    static func main() {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments, fuzzReader)
    }
}

/// The driver of libFuzzer: takes the words of the command line and what to call with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Checks bytes that libFuzzer made up to reach code that no bytes have reached yet.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let violations = ReaderFuzzer.laws.violations(Array(UnsafeBufferPointer(start: start, count: count)))
    // A precondition would not say in a release build what broke.
    if !violations.isEmpty { fatalError(violations.joined(separator: "\n")) }
    return 0
}
