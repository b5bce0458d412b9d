import GlaneurCore

/// What attributes a quotation, and to whom.
struct Attribution {
    /// How the text refers to who speaks.
    var speaker: SpeakerReference
    /// The words that attribute, in the view.
    var cue: ByteSpan
    /// Whether they stand right beside the quotation.
    var isClose: Bool
    /// Whether they call something by the quoted words.
    var isCalling = false
}
