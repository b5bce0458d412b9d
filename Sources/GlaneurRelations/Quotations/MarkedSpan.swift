import GlaneurCore

/// What lies between an opening mark and the one that closes it.
struct MarkedSpan {
    /// The bytes of the view inside the marks, without the spaces and dashes at their ends.
    var inside: ByteSpan
    /// The bytes with the marks.
    var outside: ByteSpan
    /// The index of the block it begins in.
    var firstBlock: Int
    /// The index of the block it ends in.
    var lastBlock: Int
    /// The index of the span it lies in, once all are sorted.
    var parent: Int?
    /// Whether it is a block of its own, which needs no marks.
    var isBlock = false
}
