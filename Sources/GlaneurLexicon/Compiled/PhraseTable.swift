/// A trie of phrases over lexeme hashes, in one open-addressing table that lies in a mapped file.
///
/// A phrase of n lexemes is n entries. The key of an entry mixes the hash of its lexeme with the state reached before it;
/// the first lexeme's key is its hash. Only 64-bit hashes are compared: among 10⁵ phrases a word of the text collides with
/// one of them once in 10¹⁴ words.
public struct PhraseTable: Sendable {
    /// What is known after a lexeme.
    public struct Node: Sendable {
        /// The state to go on from with the next lexeme; 0 where no longer phrase begins like this.
        public let next: UInt32
        /// The payload in the lower 20 bits, above them the place of ``PhraseTable/opened(by:)`` in the palette.
        @usableFromInline let packed: UInt32
        /// The classes of words the phrase that ends here belongs to.
        public let classes: WordClass.Set

        /// The node of a lexeme that the table does not know.
        @inlinable
        public static var none: Node { Node(next: 0, packed: 0, classes: []) }

        @inlinable
        init(next: UInt32, packed: UInt32, classes: WordClass.Set) {
            self.next = next
            self.packed = packed
            self.classes = classes
        }

        /// One more than the index of the first sense of the phrase that ends here; 0 where none ends.
        @inlinable public var payload: UInt32 { packed & 0xF_FFFF }

        /// Whether a phrase ends here.
        @inlinable
        public var isPhrase: Bool { payload != 0 }
    }

    /// One place of the table, a quarter of a cache line; a key of 0 is an empty one.
    @usableFromInline
    struct Slot: Sendable {
        @usableFromInline var key: UInt64
        /// The state behind it in the lower 20 bits, above them the place of the classes of all phrases that go through here.
        @usableFromInline var next: UInt32
        /// The payload in the lower 20 bits, above them the place of the phrase's set of classes in the palette.
        @usableFromInline var phrase: UInt32

        static let empty = Slot(key: 0, next: 0, phrase: 0)
        /// Payloads, states and places in the palette stay below these.
        static let payloadLimit = 1 << 20
        static let paletteLimit = 1 << 12
    }

    @usableFromInline let slots: MappedTable<Slot>
    /// The different sets of classes that phrases have, a few hundred.
    @usableFromInline let palette: MappedTable<UInt64>
    @usableFromInline let mask: Int
    @usableFromInline let filter: KeyFilter

    /// Needs a power of two of slots, some of them empty, and only places of the palette in them.
    init(slots: MappedTable<Slot>, palette: MappedTable<UInt64>, filter: KeyFilter) {
        self.slots = slots
        self.palette = palette
        self.filter = filter
        mask = slots.count - 1
    }

    /// The key of a lexeme behind a state.
    @inlinable
    static func key(of hash: UInt64, behind state: UInt32) -> UInt64 {
        guard state != 0 else { return hash }
        var mixed = (hash ^ UInt64(state) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
        mixed ^= mixed >> 32
        return mixed == 0 ? 1 : mixed
    }

    /// Looks up a lexeme at the start of a phrase.
    @inlinable
    public func node(of hash: UInt64) -> Node { node(of: hash, behind: 0) }

    /// Looks up a lexeme behind `state`; 0 is the start of a phrase.
    @inlinable
    public func node(of hash: UInt64, behind state: UInt32) -> Node {
        let key = PhraseTable.key(of: hash, behind: state)
        guard filter.mayHold(key) else { return .none }
        var index = Int(truncatingIfNeeded: key) & mask
        while true {
            // The mask keeps the index in the table.
            let slot = slots.base[index]
            if slot.key == key {
                let classes = palette[Int(slot.phrase >> 20)]
                return Node(
                    next: slot.next & 0xF_FFFF, packed: slot.phrase & 0xF_FFFF | slot.next & ~0xF_FFFF,
                    classes: WordClass.Set(rawValue: classes))
            }
            if slot.key == 0 { return .none }
            index = (index + 1) & mask
        }
    }

    /// The classes of words of the phrase that ends at a node and of all longer ones that begin like it.
    ///
    /// It tells without a look at the lexemes behind that no phrase of some class is there.
    @inlinable
    public func opened(by node: Node) -> WordClass.Set { WordClass.Set(rawValue: palette[Int(node.packed >> 20)]) }
}
