import GlaneurCore
import GlaneurLexicon
import GlaneurReaders
import GlaneurText

#if canImport(Glibc)
    import Glibc
#endif

/// Looks at everything a run depends on, without changing any of it.
package struct Doctor: Sendable {
    private let locator: LexiconLocator

    /// Prepares to look at the lexicons a run would use.
    ///
    /// - Parameters:
    ///   - lexicons: where they lie; nothing for the usual places.
    ///   - addedTables: tables that are added to them.
    package init(lexicons: String? = nil, addedTables: [String] = []) {
        locator = LexiconLocator(explicit: lexicons, added: addedTables)
    }

    /// Returns what was found; what is wrong stands in it.
    package func diagnosis() -> Diagnosis {
        Diagnosis(versions: Doctor.versions, lexicons: lexicons(), htmlFaults: HTMLSelfCheck.run())
    }

    // MARK: Versions

    private static var versions: [(name: String, version: String)] {
        [
            ("glaneur", Version.number), ("resources", Version.resources), ("swift", swift), ("build", build),
            ("icu", Normalizer.libraryVersion), ("unicode", Normalizer.unicodeVersion),
            ("libxml2", HTMLSelfCheck.parserVersion), ("libarchive", ContainerLibraries.archiveVersion),
            ("zlib", ContainerLibraries.zlibVersion), ("system", system),
        ]
    }

    /// The compiler this was built with, as far as a program can ask: the language has no other way than comparing.
    private static var swift: String {
        #if compiler(>=6.5)
            "6.5 or later"
        #elseif compiler(>=6.4)
            "6.4"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }

    private static var build: String {
        #if DEBUG
            "debug"
        #else
            "release"
        #endif
    }

    private static var system: String {
        var names = utsname()
        guard uname(&names) == 0 else { return "unknown" }
        return withUnsafeBytes(of: &names.sysname) { text($0) } + " "
            + withUnsafeBytes(of: &names.release) { text($0) } + " " + withUnsafeBytes(of: &names.machine) { text($0) }
    }

    private static func text(_ field: UnsafeRawBufferPointer) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    // MARK: Lexicons

    private func lexicons() -> Diagnosis.Lexicons {
        var report = Diagnosis.Lexicons()
        do throws(LexiconError) {
            let place = try locator.locate()
            report.place = place
            let lexicon =
                if locator.added.isEmpty, let file = place.compiledFile {
                    try Doctor.examine(compiledFile: file, into: &report)
                } else {
                    try Doctor.examine(locator.tables(at: place), into: &report)
                }
            if place.isBuiltIn, locator.added.isEmpty {
                // What was compiled when the program was packaged is what its own tables say.
                let built = try locator.compiled(at: place)
                report.cache = Diagnosis.Cache(
                    path: place.path, state: built?.fingerprint == lexicon.fingerprint ? .sound : .damaged)
            }
            report.fingerprint = lexicon.fingerprint
            for index in 0..<lexicon.conceptCount {
                report.concepts[lexicon.label(ofConcept: index), default: 0] += 1
            }
        } catch {
            report.fault = error
        }
        return report
    }

    private static func examine(
        compiledFile path: String, into report: inout Diagnosis.Lexicons
    ) throws(LexiconError) -> Lexicon {
        report.files = [file(path, try LexiconFolder.read(path))]
        return try Lexicon(compiledFile: path)
    }

    /// Compiles the tables even where their compiled form is in the cache, so that both are checked.
    private static func examine(
        _ tables: LexiconTables, into report: inout Diagnosis.Lexicons
    ) throws(LexiconError) -> Lexicon {
        report.files = tables.files.map { file($0.path, $0.bytes) }
        let lexicon = try Lexicon(compiled: LexiconCompiler.compile(tables.files), location: tables.location)
        report.cache = tables.cachedFile.map { cached in
            guard access(cached, F_OK) == 0 else { return Diagnosis.Cache(path: cached, state: .missing) }
            let stored = try? Lexicon(compiledFile: cached)
            return Diagnosis.Cache(path: cached, state: stored?.fingerprint == lexicon.fingerprint ? .sound : .damaged)
        }
        return lexicon
    }

    private static func file(_ path: String, _ bytes: [UInt8]) -> Diagnosis.File {
        Diagnosis.File(path: path, count: bytes.count, sha256: Digest.sha256(bytes[...]))
    }
}
