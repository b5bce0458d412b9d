#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The clocks by which documents and runs are measured: nanoseconds so far, 0 where the system does not tell.
package enum ProcessorClock {
    /// The processor time of the calling thread.
    package static var thread: UInt64 { read(CLOCK_THREAD_CPUTIME_ID) }
    /// The processor time of all threads of the process.
    package static var process: UInt64 { read(CLOCK_PROCESS_CPUTIME_ID) }
    /// The time since some moment in the past, which never runs backwards and costs no call of the system.
    @Sendable package static func monotonic() -> UInt64 { read(CLOCK_MONOTONIC) }

    /// The nanoseconds between two looks; 0 where a clock ran backwards.
    package static func since(_ earlier: UInt64, now: UInt64) -> UInt64 { now > earlier ? now - earlier : 0 }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return 0 }
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
