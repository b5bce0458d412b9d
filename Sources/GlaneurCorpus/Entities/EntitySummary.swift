import GlaneurCore

/// What documents say of one id, as far as joining needs it.
///
/// Summaries of different documents merge in any grouping and order to the same summary, so lines may be split among machines
/// and files at will.
struct EntitySummary: Sendable, Equatable {
    /// The most documents that are kept one by one, to tell two people of one name apart.
    ///
    /// A name in more documents is famous: there, unlike contexts are many sides of one person more often than two people.
    static let documentLimit = 64

    /// The forms.
    var names = NameCounts()
    /// The number of documents.
    var documents = 0
    /// What is known of it.
    var marks: Sighting.Marks = []
    /// What is met in its documents.
    var context = ContextSketch()
    /// The documents, by their ids; none where there are more than the limit.
    var sightings: [Sighting] = []

    /// Makes a summary of nothing.
    init() {}

    /// Makes the summary of one document, or of several.
    init(_ sightings: [Sighting]) {
        for sighting in sightings { add(sighting) }
    }

    /// Makes the summary of one document.
    init(_ sighting: Sighting) {
        names = sighting.names
        documents = 1
        marks = sighting.marks
        context = sighting.context
        sightings = [sighting]
    }

    /// Counts a document of which nothing more is known.
    mutating func addDocument() { documents += 1 }

    /// Takes in one more document.
    mutating func add(_ sighting: Sighting) {
        names.merge(sighting.names)
        documents += 1
        marks.formUnion(sighting.marks)
        context.merge(sighting.context)
        if documents > EntitySummary.documentLimit {
            sightings = []
            return
        }
        let place = sightings.firstIndex { sighting.precedes($0) } ?? sightings.count
        sightings.insert(sighting, at: place)
    }

    /// Takes in the summary of other documents.
    mutating func merge(_ other: EntitySummary) {
        names.merge(other.names)
        documents += other.documents
        marks.formUnion(other.marks)
        context.merge(other.context)
        guard documents <= EntitySummary.documentLimit else {
            sightings = []
            return
        }
        sightings += other.sightings
        sightings.sort { $0.precedes($1) }
    }
}
