/// A surface token after the conventions of Universal Dependencies: `L’`, `12 000`, `du`, `don't`.
public struct Token: Sendable, Hashable {
    /// The shape of a token, as the tokenizer saw it.
    public enum Kind: UInt8, Sendable, Hashable, CaseIterable {
        /// Letters, with inner hyphens, points, apostrophes or digits: `porte-parole`, `J.-C.`, `H100`.
        case word
        /// A figure with its digit groups and decimals: `12 000`, `16.5`, `5,5`; dates and scores of digits too.
        case number
        /// A mark of punctuation or a run of one: `,` `...` `«`.
        case punctuation
        /// A sign that is no punctuation: `$` `€` `%` `+` `°`.
        case symbol
        /// A web address.
        case url
        /// An e-mail address.
        case email
        /// An `@name`.
        case handle
        /// A `#word`.
        case hashtag
        /// An emoji sequence or an emoticon.
        case emoji
    }

    /// The bytes of the text the token covers.
    public var span: ByteSpan
    /// The shape.
    public var kind: Kind

    /// Makes a token.
    public init(span: ByteSpan, kind: Kind) {
        self.span = span
        self.kind = kind
    }
}

/// A token that stands for several syntactic words: `du` is `de` + `le`, `don't` is `do` + `n't`.
public struct MultiwordToken: Sendable, Hashable {
    /// The index of the token in the document.
    public var token: Int
    /// The syntactic words, in order.
    public var forms: [String]

    /// Makes a multi-word token.
    public init(token: Int, forms: [String]) {
        self.token = token
        self.forms = forms
    }
}
