/// Writes JSON into one growing buffer, without a model in between.
///
/// The writer sets commas by itself: one goes before every key and value that does not stand first. The caller keeps
/// objects and arrays closed and keys unique. Strings must be valid UTF-8.
package struct JSONWriter: Sendable {
    /// What has been written so far.
    package private(set) var bytes: [UInt8]

    /// Whether members with an empty string are written: output lines leave them out, stage lines lose nothing.
    var keepsEmpty = false

    /// Makes a writer with room for `capacity` bytes.
    package init(capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Forgets what was written and keeps the memory.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Opens an object.
    package mutating func beginObject() {
        separate()
        bytes.append(UInt8(ascii: "{"))
    }

    /// Closes the object opened last.
    package mutating func endObject() {
        bytes.append(UInt8(ascii: "}"))
    }

    /// Opens an array.
    package mutating func beginArray() {
        separate()
        bytes.append(UInt8(ascii: "["))
    }

    /// Closes the array opened last.
    package mutating func endArray() {
        bytes.append(UInt8(ascii: "]"))
    }

    /// Ends a line; the next value stands for itself.
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes a key made of plain ASCII.
    package mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a key that is known at run time only.
    package mutating func key(_ name: String) {
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Writes a truth value.
    package mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: value ? Array("true".utf8) : Array("false".utf8))
    }

    /// Writes finished JSON as it is.
    package mutating func json(_ finished: [UInt8]) {
        separate()
        bytes.append(contentsOf: finished)
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
        separate()
        bytes.append(UInt8(ascii: "\""))
        let words = text.bytes
        var copied = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count {
                let word = words.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                guard JSONEscape.isPossible(in: word) else {
                    index += 8
                    continue
                }
            }
            let stop = min(index + 8, text.count)
            while index < stop {
                guard let escape = JSONEscape(at: index, in: text) else {
                    index += 1
                    continue
                }
                copy(text, from: copied, to: index)
                escape.append(to: &bytes)
                index += escape.length
                copied = index
            }
        }
        copy(text, from: copied, to: text.count)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func copy(_ text: Span<UInt8>, from start: Int, to end: Int) {
        guard start < end else { return }
        text.extracting(start..<end).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    /// Writes a whole number.
    package mutating func integer(_ value: Int) {
        separate()
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        digits(value.magnitude)
    }

    /// Writes digits without a comma before them.
    mutating func digits(_ value: UInt) {
        guard value >= 10 else {
            bytes.append(UInt8(ascii: "0") + UInt8(value))
            return
        }
        var rest = value
        var reversed = InlineArray<20, UInt8>(repeating: 0)
        var count = 0
        while rest > 0 {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
            reversed[count] = UInt8(ascii: "0") + UInt8(remainder)
            count += 1
            rest = quotient
        }
        while count > 0 {
            count -= 1
            bytes.append(reversed[count])
        }
    }

    /// Adds bytes that are part of a number or of finished JSON.
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Sets the comma before a key or value.
    ///
    /// Outside strings the last byte alone tells whether one is due: only what
    /// stands first follows `{`, `[`, a colon or a line end.
    mutating func separate() {
        switch bytes.last {
        case nil, UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "\n"): break
        default: bytes.append(UInt8(ascii: ","))
        }
    }
}
