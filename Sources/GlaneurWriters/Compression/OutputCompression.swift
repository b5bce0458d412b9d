/// How a file of output is compressed.
package enum OutputCompression: String, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// As one gzip member.
    case gzip = "gz"
    /// As one Zstandard frame.
    case zstd = "zst"

    /// What is added to the name of a file: `.gz`.
    package var suffix: String { self == .none ? "" : "." + rawValue }

    /// The compression that the name of a file asks for.
    package init(of path: String) {
        self = OutputCompression.allCases.first { $0 != .none && path.hasSuffix($0.suffix) } ?? .none
    }

    /// How hard it is tried.
    ///
    /// Document lines, one core: gzip 6 makes 45 MB/s and 25 % of the size, 4 makes 80 and 27 %; zstd 3 makes 220 and 19 %, 5 makes
    /// 130 and 17 %.
    var level: Int32 { self == .gzip ? 4 : 3 }
}
