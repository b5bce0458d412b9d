/// An element of a part that describes a package.
struct PackageElement {
    /// The local name.
    let name: String
    /// The attributes.
    let attributes: [XMLAttribute]

    /// The elements of a part in their order; none where it cannot be read.
    static func elements(of part: [UInt8]) -> [PackageElement] {
        do throws(XMLDocument.Refusal) {
            let document = try XMLDocument(part)
            var elements: [PackageElement] = []
            for index in 0..<document.count {
                guard case .start(let name, _) = document[index] else { continue }
                elements.append(
                    PackageElement(name: name.local, attributes: document.attributes(ofEvent: index)))
            }
            return elements
        } catch {
            return []
        }
    }
}

/// Paths inside a package.
enum PackagePath {
    /// The path that a reference in a part of some folder leads to: no steps above the package, `%20` decoded.
    static func joined(_ folder: String, _ reference: String) -> String {
        let path = reference.prefix { $0 != "#" && $0 != "?" }
        var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(decoded(part)) }
        }
        return parts.joined(separator: "/")
    }

    /// The folder of a path.
    static func folder(of path: String) -> String {
        path.split(separator: "/").dropLast().joined(separator: "/")
    }

    private static func decoded(_ part: Substring) -> String {
        guard part.contains("%") else { return String(part) }
        let bytes = Array(part.utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let code = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                decoded.append(code)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: decoded, as: UTF8.self)
    }
}
