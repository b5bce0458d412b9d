#if canImport(Glibc)
    import Glibc
#endif

/// The clocks of the system, in nanoseconds.
enum ProcessorClock {
    /// The processor time of the whole program.
    static var process: UInt64 { read(CLOCK_PROCESS_CPUTIME_ID) }
    /// The time on the wall, which never goes back.
    @Sendable static func monotonic() -> UInt64 { read(CLOCK_MONOTONIC) }

    /// What has gone by since an earlier reading; nothing where the clock went back.
    static func since(_ earlier: UInt64, now: UInt64) -> UInt64 { now > earlier ? now - earlier : 0 }

    private static func read(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        guard clock_gettime(clock, &time) == 0 else { return 0 }
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
