/// libFuzzer's driver, and how a broken law is told.
enum FuzzDriver {
    /// What libFuzzer calls with each input.
    typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

    /// Runs libFuzzer on the words of the command line.
    ///
    /// SwiftPM gives each executable a `main` of its own, so that of libFuzzer is passed over and its driver called.
    static func run(_ callback: @escaping Callback) {
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        _ = runDriver(&count, &arguments, callback)
    }

    /// Ends the program where an input breaks laws; a precondition would not say in a release build what broke.
    static func judge(_ violations: [String]) -> CInt {
        if !violations.isEmpty { fatalError(violations.joined(separator: "\n")) }
        return 0
    }
}

/// The driver of libFuzzer: takes the words of the command line and what to call with each input.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ callback: FuzzDriver.Callback
) -> CInt
