/// Writes JSON into one growing buffer, without a model in between.
///
/// The writer sets commas by itself: one goes before every key and value that does not stand first. The caller keeps
/// objects and arrays closed and keys unique. Strings must be valid UTF-8.
///
/// This is the one file of the target that writes to memory without checks: with `[UInt8].append` the line of an article
/// with its tokens took two to three times as long, because every byte asks whether the array is shared. Every method makes room first
/// and then writes no more than it asked for.
package struct JSONWriter: ~Copyable {
    /// The number of bytes written so far.
    package private(set) var count = 0

    /// Whether members with an empty string are written: output lines leave them out, stage lines lose nothing.
    var keepsEmpty = false

    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int

    /// Makes a writer with room for `capacity` bytes.
    package init(capacity: Int = 256) {
        self.capacity = max(16, capacity)
        base = .allocate(capacity: self.capacity)
    }

    deinit { base.deallocate() }

    /// A copy of what has been written so far.
    package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

    /// Adds what has been written so far to an array.
    package func append(to array: inout [UInt8]) {
        array.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }

    /// Forgets what was written and keeps the memory.
    package mutating func removeAll() { count = 0 }

    /// Opens an object.
    package mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Closes the object opened last.
    package mutating func endObject() { append(UInt8(ascii: "}")) }

    /// Opens an array.
    package mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Closes the array opened last.
    package mutating func endArray() { append(UInt8(ascii: "]")) }

    /// Ends a line; the next value stands for itself.
    package mutating func endLine() { append(UInt8(ascii: "\n")) }

    /// Writes a key made of plain ASCII.
    @inline(__always)
    package mutating func key(_ name: StaticString) {
        let length = name.utf8CodeUnitCount
        reserve(length + 4)
        separate()
        base[count] = UInt8(ascii: "\"")
        (base + count + 1).update(from: name.utf8Start, count: length)
        base[count + length + 1] = UInt8(ascii: "\"")
        base[count + length + 2] = UInt8(ascii: ":")
        count += length + 3
    }

    /// Writes a key that is known at run time only.
    package mutating func key(named name: String) {
        string(name)
        append(UInt8(ascii: ":"))
    }

    /// Writes a truth value.
    package mutating func bool(_ value: Bool) {
        let word: StaticString = value ? "true" : "false"
        raw(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }

    /// Writes finished JSON as it is.
    package mutating func json(_ finished: [UInt8]) {
        finished.withUnsafeBufferPointer { raw($0) }
    }

    private mutating func raw(_ finished: UnsafeBufferPointer<UInt8>) {
        guard let start = finished.baseAddress else { return }
        reserve(finished.count + 1)
        separate()
        (base + count).update(from: start, count: finished.count)
        count += finished.count
    }

    /// Writes a string.
    package mutating func string(_ text: String) {
        string(text.utf8.span)
    }

    /// Writes a string of UTF-8 bytes, everything but what JSON and line readers trip over as it is.
    ///
    /// Quotation mark, backslash and control characters are escaped because JSON wants it, U+0085, U+2028 and U+2029
    /// because many readers cut lines there.
    package mutating func string(_ text: Span<UInt8>) {
        let length = text.count
        let words = text.bytes
        // The marks, a comma, and the seven bytes that the copy of a whole word may write beyond what counts.
        reserve(length + 12)
        separate()
        var target = base + count
        target[0] = UInt8(ascii: "\"")
        target += 1
        var index = 0
        while index < length {
            let step = min(8, length - index)
            let word =
                step == 8
                ? words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                : JSONWriter.tail(words, from: index)
            UnsafeMutableRawPointer(target).storeBytes(of: word, as: UInt64.self)
            let clean = min(step, JSONEscape.hits(in: word).trailingZeroBitCount / 8)
            index += clean
            target += clean
            guard clean < step else { continue }
            guard let escape = JSONEscape(at: index, in: text) else {
                target[0] = text[index]
                target += 1
                index += 1
                continue
            }
            count = target - base
            reserve(length - index + JSONEscape.longest + 12)
            target = base + count + escape.write(to: base + count)
            index += escape.length
        }
        target[0] = UInt8(ascii: "\"")
        count = target + 1 - base
    }

    /// The last bytes of a text, fewer than eight, the first of them where a load puts it and blanks behind the last.
    @inline(__always)
    private static func tail(_ text: RawSpan, from index: Int) -> UInt64 {
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let count = UInt64(text.byteCount - index)
        if text.byteCount >= 8 {
            let last = text.unsafeLoadUnaligned(fromByteOffset: text.byteCount - 8, as: UInt64.self)
            return (UInt64(littleEndian: last) &>> (64 &- count &* 8) | blanks &<< (count &* 8)).littleEndian
        }
        var word: UInt64 = 0
        for place in stride(from: text.byteCount - 1, through: index, by: -1) {
            word = word << 8 | UInt64(text.unsafeLoad(fromByteOffset: place, as: UInt8.self))
        }
        return (word | blanks &<< (count &* 8)).littleEndian
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int) {
        // A comma, a sign and twenty digits.
        reserve(22)
        separate()
        if value < 0 {
            base[count] = UInt8(ascii: "-")
            count += 1
        }
        digits(value.magnitude)
    }

    /// Writes the digits of a number without a comma before them.
    @inline(__always)
    mutating func digits(_ value: UInt) {
        reserve(20)
        let length = JSONWriter.digitCount(value)
        var rest = value
        var place = base + (count + length)
        while rest >= 10 {
            place -= 1
            let quotient = rest / 10
            place[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
            rest = quotient
        }
        place[-1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest)
        count &+= length
    }

    /// Counts decimal digits, the short numbers that offsets are first.
    private static func digitCount(_ value: UInt) -> Int {
        if value < 10 { return 1 }
        if value < 100 { return 2 }
        if value < 1000 { return 3 }
        if value < 10_000 { return 4 }
        var length = 5
        var rest = value / 100_000
        while rest > 0 {
            length += 1
            rest /= 10
        }
        return length
    }

    /// Adds a byte that is part of a number or of punctuation.
    mutating func append(_ byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    private mutating func open(_ bracket: UInt8) {
        reserve(2)
        separate()
        base[count] = bracket
        count += 1
    }

    /// Sets the comma before a key or value.
    ///
    /// Outside strings the last byte alone tells whether one is due: only what stands first follows `{`, `[`, a colon or a
    /// line end. There must be room for it.
    @inline(__always)
    private mutating func separate() {
        guard count > 0 else { return }
        switch base[count - 1] {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
        default:
            base[count] = UInt8(ascii: ",")
            count += 1
        }
    }

    /// Sets the comma before a number that is written byte by byte.
    mutating func separateNumber() {
        reserve(1)
        separate()
    }

    /// Makes room for `more` bytes behind those written.
    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count &+ more > capacity { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: base, count: count)
        base.deallocate()
        base = moved
        capacity = larger
    }
}
