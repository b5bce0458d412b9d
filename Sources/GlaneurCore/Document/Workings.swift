/// What a stage has made of a document for itself and a later stage needs too, so that it is not made twice.
///
/// It is no layer: it is written nowhere, documents that differ in it alone are equal, and who misses it makes it again.
package struct Workings: Sendable, Equatable {
    /// The text as recognizers read it.
    package var passages: (any Sendable)?

    /// Makes workings of nothing.
    package init() {}

    /// All workings are equal, for they say nothing that the document does not say.
    package static func == (left: Workings, right: Workings) -> Bool { true }
}
