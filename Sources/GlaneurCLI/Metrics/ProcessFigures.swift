import GlaneurPipeline
import GlaneurWriters

#if canImport(Glibc)
    import Glibc
#endif

/// What this process takes of the machine.
enum ProcessFigures {
    /// Asks the system.
    static func now() -> RunMetrics.Process {
        var process = RunMetrics.Process()
        process.cpuNanoseconds = ProcessorClock.process
        // The peak of getrusage(2) is that of whoever became this program, too.
        process.residentBytes = status("VmRSS:") * 1024
        process.peakResidentBytes = status("VmHWM:") * 1024
        return process
    }

    /// The kilobytes that a line of `/proc/self/status` tells; 0 where there is no such line.
    private static func status(_ key: String) -> Int {
        let descriptor = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return 0 }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        let lines = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
        let line = lines.first { $0.hasPrefix(key) }
        return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
