import GlaneurCore

/// A document that is a zip archive of parts: a text of an office program, a book.
package final class Package {
    private let bytes: [UInt8]
    private let limits: ReadLimits
    private let watch: ExpansionWatch
    /// The most parts whose names are kept; books have some hundreds.
    private static let nameLimit = 65_536

    /// The names of the parts, as they stand in the package, in the order in which they lie there.
    package let names: [String]

    /// Looks through a package, or throws where it is none.
    package init(_ content: Content, limits: ReadLimits) throws(ReadError) {
        bytes = content.bytes
        self.limits = limits
        // What a package may become is measured by its own bytes, which lie in memory.
        let meter = ReadMeter()
        watch = ExpansionWatch(limits: limits, meter: meter)
        meter.add(bytes.count)
        guard try ZipDirectory.isReadable(in: MemorySource(bytes[...])) else {
            throw ReadError(.damaged, "a zip archive without a directory")
        }
        var names: [String] = []
        let handle = Package.open(bytes)
        while let name = try Package.nextName(in: handle) {
            names.append(name.text)
            guard names.count <= Package.nameLimit else {
                throw ReadError(.tooLarge, "more than \(Package.nameLimit) parts in a package")
            }
        }
        self.names = names
    }

    /// Returns the bytes of a part; nothing where there is none of this name.
    package func contents(of name: String) throws(ReadError) -> [UInt8]? {
        var found: [UInt8]?
        try forEachPart { part throws(ReadError) in
            guard part.name == name else { return true }
            found = try part.bytes()
            return false
        }
        return found
    }

    /// A part that the package stands at.
    package struct Part {
        /// The name as it stands in the package.
        package let name: String
        fileprivate let member: ArchiveHandle.Member
        fileprivate let source: MemberSource
        fileprivate let limit: Int

        /// Reads the part.
        package func bytes() throws(ReadError) -> [UInt8] {
            guard !member.isEncrypted else { throw ReadError(.encrypted, "\(name) is locked with a password") }
            return try ContentStream(
                source, label: ContentLabel(path: name), limit: limit, expectedCount: member.size
            ).bytes()
        }
    }

    /// Calls `body` with each part, in the order in which they lie in the package, until it returns false.
    ///
    /// One pass costs less than asking for each part by its name.
    package func forEachPart(_ body: (Part) throws(ReadError) -> Bool) throws(ReadError) {
        let handle = Package.open(bytes)
        while let (member, text) = try Package.nextName(in: handle) {
            let source = MemberSource(handle, layer: watch.layer(packed: bytes.count))
            guard try body(Part(name: text, member: member, source: source, limit: limits.memberBytes)) else { return }
        }
    }

    private static func open(_ bytes: [UInt8]) -> ArchiveHandle { ArchiveHandle(.zip, MemorySource(bytes[...])) }

    private static func nextName(
        in handle: ArchiveHandle
    ) throws(ReadError) -> (member: ArchiveHandle.Member, text: String)? {
        while true {
            switch handle.next() {
            case .end: return nil
            case .broken(let error): throw error
            case .brokenMember: continue
            case .member(let member):
                guard member.kind == .file, let name = member.name else { continue }
                return (member, SystemPath.readable(name))
            }
        }
    }
}
