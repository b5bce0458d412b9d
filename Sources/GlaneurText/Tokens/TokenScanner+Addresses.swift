import GlaneurCore

/// Addresses of the web and of mail.
extension TokenScanner {
    /// The end and kind of the address that begins with the run `start..<run`, if it is one.
    mutating func address(from start: Int, run: Int) -> (end: Int, kind: Token.Kind)? {
        switch byte(at: run) {
        case 0x3A where byte(at: run + 1) == 0x2F && byte(at: run + 2) == 0x2F:
            let end = urlEnd(from: run + 3)
            return end > run + 3 ? (end, .url) : nil
        case 0x3A where run - start == 6 && isMailto(start): return emailEnd(from: run + 1).map { ($0, .url) }
        case 0x2E where run - start == 3 && isTripleW(start):
            return isLetter(at: run + 1) ? (urlEnd(from: run + 1), .url) : emailEnd(from: start).map { ($0, .email) }
        case 0x40, 0x2E, 0x2D, 0x2B, 0x25: return emailEnd(from: start).map { ($0, .email) }
        default: return nil
        }
    }

    private func isTripleW(_ start: Int) -> Bool { (start..<(start + 3)).allSatisfy { bytes[$0] | 0x20 == 0x77 } }

    private func isMailto(_ start: Int) -> Bool { zip(bytes[start...], "mailto".utf8).allSatisfy { $0 | 0x20 == $1 } }

    /// The end of the web address whose host or path begins at `first`, without the marks that end a sentence and without
    /// closing brackets that have no opening one.
    mutating func urlEnd(from first: Int) -> Int {
        var index = first
        var brackets = 0
        while index < end, let length = inAddress(at: index) {
            if bytes[index] == 0x28 { brackets += 1 }
            if bytes[index] == 0x29 { brackets -= 1 }
            index += length
        }
        bytesRead += index - first
        while index > first {
            switch bytes[index - 1] {
            case 0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x5D, 0x27: break
            case 0x29 where brackets < 0: brackets += 1
            default: return index
            }
            index -= 1
        }
        return index
    }

    /// The length of the scalar at `index` where a web address may hold it.
    private func inAddress(at index: Int) -> Int? {
        switch bytes[index] {
        case 0...0x20, 0x22, 0x3C, 0x3E, 0x7F: return nil
        case 0x21..<0x7F: return 1
        default:
            let (scalar, length) = scalar(at: index)
            switch scalar {
            case 0xAB, 0xBB, 0x201C, 0x201D: return nil
            default: break
            }
            switch ScalarClass.beyondASCII(scalar) {
            case .space, .newline, .control: return nil
            default: return length
            }
        }
    }

    /// The end of the mail address that begins at `start`; its domain may lack a point, as inside one company.
    private mutating func emailEnd(from start: Int) -> Int? {
        guard start >= noEmailBefore else { return nil }
        var index = start
        while index < end, isLocal(bytes[index]) { index += 1 }
        bytesRead += index - start
        let domain = index + 1
        if byte(at: index) == 0x40, index > start, isLetter(at: domain) {
            index = domain
            while index < end, isLocal(bytes[index]), bytes[index] != 0x2B, bytes[index] != 0x25 { index += 1 }
            bytesRead += index - domain
            while index > domain, bytes[index - 1] == 0x2E || bytes[index - 1] == 0x2D { index -= 1 }
            if index > domain { return index }
        }
        // Every later start in this stretch would come to the same end.
        noEmailBefore = max(index, start + 1)
        return nil
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte == 0x5F
            || byte == 0x25
    }
}
