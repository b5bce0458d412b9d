import Glibc

/// How often what is met beside entities is met in the whole corpus.
struct CompanionTable: Sendable {
    /// The index of the entity with a hash.
    var entities: [UInt64: Int32] = [:]
    /// The number of documents with an amount or date; those of one document say nothing and are left out.
    var values: [UInt64: Int32] = [:]
    /// The number of documents.
    var documents = 0

    /// How much it says to meet a companion of so many documents, from 0 for one of all documents to 1.
    ///
    /// It is the information of meeting it, in units of what it takes to tell one document from all others. Ten documents more
    /// than there are keep companions from saying nothing in a corpus of a handful.
    func weight(documents frequency: Int) -> Double {
        let all = log(Double(documents + 10))
        return max(0, (all - log(Double(max(1, frequency)))) / all)
    }

    /// Whether a companion is rare enough to show that two documents speak of one matter.
    func isRare(documents frequency: Int) -> Bool {
        frequency <= max(3, Int(Double(documents).squareRoot()))
    }
}
