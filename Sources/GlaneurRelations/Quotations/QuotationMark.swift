/// A mark that may open or close a quotation.
struct QuotationMark {
    /// Which marks go together.
    enum Form {
        /// « »
        case guillemet
        /// “ ” and „ “
        case double
        /// ‘ ’
        case single
        /// " "
        case straight
        /// ' ', only where it can be nothing else.
        case straightSingle
        /// ‹ ›
        case angle
    }

    /// What it does, as far as it tells by itself and by its neighbors.
    enum Side {
        case opens, closes, either
    }

    /// The offset of its first byte.
    let start: Int
    /// The offset behind its last byte.
    let end: Int
    /// Which marks it goes with.
    let form: Form
    /// What it does.
    let side: Side
    /// Whether a digit stands in front of it: then it may be inches or seconds.
    var followsDigit = false
    /// Whether a punctuation mark stands on either side of it, so that it hardly is an apostrophe.
    var isBesidePunctuation = false
}
