/// Something that a document states to have happened, to happen, or to be so.
public struct Event: Sendable, Hashable {
    /// Someone or something that has a part in an event.
    public struct Argument: Sendable, Hashable {
        /// The part: `person`, `org`, `amount`.
        public var role: String
        /// The bytes of the text.
        public var span: ByteSpan
        /// The index of the mention that is meant; nothing where the words are none.
        public var mention: Int?

        /// Makes an argument.
        public init(role: String, span: ByteSpan, mention: Int? = nil) {
            self.role = role
            self.span = span
            self.mention = mention
        }
    }

    /// What happens, one of the words of the output schema: `departure`, `order`.
    public var type: String
    /// The bytes of the words that tell it.
    public var trigger: ByteSpan
    /// Who and what has a part in it, in text order.
    public var arguments: [Argument]
    /// How sure it is, from 0 to 1.
    public var score: Double?
    /// The rule that found it: `rule:fr.event.departure`.
    public var maker: String

    /// Makes an event.
    public init(type: String, trigger: ByteSpan, arguments: [Argument], score: Double? = nil, maker: String) {
        self.type = type
        self.trigger = trigger
        self.arguments = arguments
        self.score = score
        self.maker = maker
    }
}
