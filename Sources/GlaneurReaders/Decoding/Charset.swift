import CICU

/// A charset that Glaneur decodes, under its IANA name.
package struct Charset: Sendable, Equatable {
    /// Who decodes it.
    enum Form: Sendable, Equatable {
        case utf8
        case utf16(isBigEndian: Bool)
        case utf32(isBigEndian: Bool)
        case singleByte(SingleByteTable)
        /// A converter of ICU, by its name there.
        case converter(String)
    }

    /// The IANA name: `UTF-8`, `windows-1252`.
    package let name: String
    let form: Form

    static let utf8 = Charset(name: "UTF-8", form: .utf8)
    static let utf16LittleEndian = Charset(name: "UTF-16LE", form: .utf16(isBigEndian: false))
    static let utf16BigEndian = Charset(name: "UTF-16BE", form: .utf16(isBigEndian: true))
    static let utf32LittleEndian = Charset(name: "UTF-32LE", form: .utf32(isBigEndian: false))
    static let utf32BigEndian = Charset(name: "UTF-32BE", form: .utf32(isBigEndian: true))
    static let windows1252 = Charset(name: "windows-1252", form: .singleByte(.windows1252))
    static let latin9 = Charset(name: "ISO-8859-15", form: .singleByte(.latin9))
    static let macintosh = Charset(name: "macintosh", form: .singleByte(.macintosh))

    private static let own: [Charset] = [
        .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian, .windows1252, .latin9,
        .macintosh,
    ]

    /// Names under which browsers and ICU do not mean the same, after the WHATWG Encoding Standard.
    private static let browserMeanings: [String: String] = [
        "iso-8859-1": "windows-1252", "us-ascii": "windows-1252", "iso-8859-9": "windows-1254",
        "iso-8859-11": "windows-874", "tis-620": "windows-874", "gb2312": "gbk", "shift_jis": "windows-31j",
        "euc-kr": "windows-949", "ks_c_5601-1987": "windows-949", "utf-16": "utf-16le", "utf-32": "utf-32le",
    ]

    private init(name: String, form: Form) {
        self.name = name
        self.form = form
    }

    /// Finds the charset of a label as pages and users write it; `latin1` is windows-1252, as in every browser.
    package init?(label: String) {
        let label = String(decoding: label.utf8.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
        guard !label.isEmpty, label.utf8.allSatisfy({ $0 < 0x7F }) else { return nil }
        // UTF-7 writes markup as harmless letters, so no browser reads it, and neither do we.
        guard !label.contains("utf-7"), !label.contains("utf7") else { return nil }
        let known = label == "utf8" ? "utf-8" : Charset.standardName(label)?.lowercased() ?? label
        let meant = Charset.browserMeanings[known] ?? known
        if let own = Charset.own.first(where: { $0.name.lowercased() == meant }) {
            self = own
        } else {
            guard cicu_knows_charset(meant) else { return nil }
            self.init(name: Charset.standardName(meant) ?? meant, form: .converter(meant))
        }
    }

    private static func standardName(_ alias: String) -> String? {
        cicu_iana_name(alias).map { String(cString: $0) }
    }

    /// Whether text in this charset has no NUL bytes.
    var isByteOriented: Bool {
        switch form {
        case .utf8, .singleByte, .converter: true
        case .utf16, .utf32: false
        }
    }

    /// Whether escape sequences change what the bytes behind them mean.
    var isStateful: Bool {
        guard case .converter(let name) = form else { return false }
        return name.hasPrefix("iso-2022") || name.hasPrefix("hz")
    }

    /// Whether ASCII letters and the signs of markup are themselves in this charset, as they are not in those of mainframes.
    var writesASCIIAsItIs: Bool {
        switch form {
        case .utf8, .singleByte: return true
        case .utf16, .utf32: return false
        case .converter:
            let probe = Array("<Meta charset=\"AZ09\">".utf8)
            return DecodedText(probe, from: 0, as: self)?.bytes == probe
        }
    }
}
