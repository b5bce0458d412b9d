package import GlaneurCore
package import GlaneurLexicon
package import GlaneurRecognizers
package import GlaneurWriters

/// What stands at one place of a document, and why.
package struct Explanation: Sendable {
    /// A stretch of the text.
    package struct Place: Sendable, Equatable {
        /// What it says.
        package let text: String
        /// The offset of its start, in the unit of the explanation.
        package let start: Int
        /// The offset of its end, in the unit of the explanation.
        package let end: Int
        /// The bytes on disk it stands on.
        package let raw: ByteSpan
    }

    /// The token at the offset.
    package struct TokenFact: Sendable {
        /// Where it is.
        package let place: Place
        /// Its shape.
        package let kind: Token.Kind
        /// Its syntactic words, where it has several.
        package let forms: [String]
        /// The classes of words it belongs to in the language of its block.
        package let classes: [String]
    }

    /// What a mention was before the full names of the document changed it.
    package struct Promotion: Sendable {
        /// The candidate as its recogniser made it.
        package let candidate: Mention
        /// The full name that allowed it, where it can be told.
        package let license: Place?
    }

    /// A concept that a form of the lexicons may stand for.
    package struct Sense: Sendable {
        /// The row of the table.
        package let concept: Concept
        /// The form is also an ordinary word or another name.
        package let isWeak: Bool
        /// The form stands only in capitals.
        package let isStrict: Bool
        /// Whether the text is written as the form asks.
        package let isAdmitted: Bool
    }

    /// A form of the name lexicons at the offset.
    package struct FormFact: Sendable {
        /// Where it is.
        package let place: Place
        /// What it may stand for, in the order of the tables.
        package let senses: [Sense]
    }

    /// What became of a candidate.
    package enum Fate: Sendable, Equatable {
        /// It is the mention, as it was proposed.
        case stands
        /// It is the mention, changed by the document's full names.
        case promoted
        /// A rule decided against it, in favour of what stands at the place.
        case lost(rule: String, winner: Place)
        /// Nothing is recorded.
        case unknown
    }

    /// A candidate at the offset.
    package struct CandidateFact: Sendable {
        /// Where it is.
        package let place: Place
        /// What its recogniser proposed.
        package let candidate: Mention
        /// What became of it.
        package let fate: Fate
    }

    /// A quotation at the offset: one that holds it, or whose cue does.
    package struct QuotationFact: Sendable {
        /// Where the quoted words are.
        package let place: Place
        /// How they are quoted.
        package let kind: Quotation.Kind
        /// Who says them, where that is certain.
        package let speaker: (place: Place, mention: Mention)?
        /// The words that attribute them.
        package let cue: Place?
    }

    /// An event at the offset: its trigger or one of its arguments holds it.
    package struct EventFact: Sendable {
        /// The event.
        package let event: Event
        /// Where its trigger is.
        package let trigger: Place
        /// Its arguments: the part, where it is, and the entity of the mention that is meant.
        package let arguments: [(role: String, place: Place, entityID: String?)]
    }

    /// The id of the document.
    package let document: String
    /// Where the document comes from.
    package let provenance: Provenance
    /// What offsets count.
    package let unit: OffsetUnit
    /// The offset that is explained.
    package let offset: Int
    /// The character there.
    package let character: Place
    /// The token it lies in, if any.
    package let token: TokenFact?
    /// The sentence it lies in, if any.
    package let sentence: (place: Place, language: Language)?
    /// The block it lies in, if any.
    package let block: (place: Place, block: Block)?
    /// The mention it lies in, if any.
    package let mention: (place: Place, mention: Mention)?
    /// The offset behind the number of a quantity, in the unit of the explanation.
    package let numberEnd: Int?
    /// What the full names of the document changed about the mention, if anything.
    package let promotion: Promotion?
    /// The forms of the name lexicons there.
    package let forms: [FormFact]
    /// What the model of names sees in the word there, where a name may lie.
    package let reason: NameTagger.Reason?
    /// What recognisers proposed there, in text order.
    package let candidates: [CandidateFact]
    /// What is quoted there, the outer quotation first.
    package let quotations: [QuotationFact]
    /// What the text states to happen there.
    package let events: [EventFact]
}
