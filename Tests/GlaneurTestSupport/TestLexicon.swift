package import GlaneurLexicon

/// The lexicons of the checkout, opened once for all tests of a process.
package enum TestLexicon {
    /// The lexicons; a table that does not compile stops the tests with its file and line.
    package static let shared: Lexicon = {
        do {
            return try LexiconLocator(explicit: Checkout.lexicons).open()
        } catch {
            fatalError("the lexicons of the checkout do not open: \(error)")
        }
    }()
}
