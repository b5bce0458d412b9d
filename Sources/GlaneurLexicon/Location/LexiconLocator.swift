import Glibc

/// Finds the lexicons of an installation, wherever the program is started.
///
/// The order: a path given by the user, `$GLANEUR_LEXICONS`, what lies inside a packaged program, `share/glaneur` beside the
/// folder of the executable, and the `Lexicons` folder of the checkout above the executable. Each but the third may be a
/// folder of tables or a compiled file.
package struct LexiconLocator: Sendable {
    /// What led to the lexicons.
    package enum Evidence: String, Sendable {
        /// A path given by the user.
        case option = "--lexicons"
        /// The environment.
        case environment = "$GLANEUR_LEXICONS"
        /// The files inside the program.
        case builtIn = "built in"
        /// A folder beside that of the executable.
        case installation = "share/glaneur"
        /// The checkout above the executable.
        case checkout
    }

    /// Where lexicons lie, and what led there.
    package struct Place: Sendable, Equatable {
        /// The folder or file.
        package let path: String
        /// What led there.
        package let evidence: Evidence

        /// The compiled file there; nothing where there are tables only.
        package var compiledFile: String? {
            guard !isBuiltIn else { return nil }
            guard LexiconLocator.isFolder(path) else { return path }
            let compiled = path + "/" + LexiconLocator.compiledName
            return access(compiled, F_OK) == 0 ? compiled : nil
        }

        /// Whether they lie inside the program, compiled, as tables, and with their models.
        package var isBuiltIn: Bool { evidence == .builtIn }

        /// The folder of the models that belong to these lexicons; it need not exist.
        package var modelsPath: String {
            (LexiconLocator.isFolder(path) ? path : LexiconLocator.parent(of: path)) + "/models"
        }
    }

    /// The name of a compiled lexicon in a folder.
    package static let compiledName = "lexicon.glex"

    /// The path given by the user, if any.
    package var explicit: String?
    /// Tables that are added to the lexicons, wherever those lie.
    package var added: [String]

    /// Makes a locator.
    package init(explicit: String? = nil, added: [String] = []) {
        self.explicit = explicit
        self.added = added
    }

    /// Returns the folder or file the lexicons lie in.
    package func locate() throws(LexiconError) -> Place {
        if let explicit {
            guard access(explicit, F_OK) == 0 else {
                throw LexiconError(path: explicit, reason: "no lexicon here: \(String(cString: strerror(errno)))")
            }
            return Place(path: explicit, evidence: .option)
        }
        if let variable = getenv("GLANEUR_LEXICONS"), variable.pointee != 0 {
            let path = String(cString: variable)
            guard access(path, F_OK) == 0 else {
                throw LexiconError(path: path, reason: "$GLANEUR_LEXICONS points here, but there is nothing")
            }
            return Place(path: path, evidence: .environment)
        }
        if BuiltInFiles.exist { return Place(path: BuiltInFiles.place, evidence: .builtIn) }
        var folder = LexiconLocator.parent(of: try LexiconLocator.executablePath())
        let shared = LexiconLocator.parent(of: folder) + "/share/glaneur"
        if access(shared, F_OK) == 0 { return Place(path: shared, evidence: .installation) }
        let start = folder
        while !folder.isEmpty {
            // The checkout is known by its package beside the tables, not by a folder that happens to have the name.
            if access(folder + "/Lexicons/README.md", F_OK) == 0, access(folder + "/Package.swift", F_OK) == 0 {
                return Place(path: folder + "/Lexicons", evidence: .checkout)
            }
            folder = LexiconLocator.parent(of: folder)
        }
        throw LexiconError(
            path: start, reason: "no lexicons in \(shared) or in a checkout above; say where with --lexicons")
    }

    /// Opens the lexicons found by ``locate()``, with the added tables.
    package func open() throws(LexiconError) -> Lexicon {
        let place = try locate()
        if added.isEmpty, let lexicon = try compiled(at: place) { return lexicon }
        return try tables(at: place).open()
    }

    /// Opens the compiled form that lies at a place; nothing where there are tables only.
    package func compiled(at place: Place) throws(LexiconError) -> Lexicon? {
        if place.isBuiltIn, let file = BuiltInFiles.bytes(LexiconLocator.compiledName) {
            return try Lexicon(file, location: place.path)
        }
        return try place.compiledFile.map { path throws(LexiconError) in try Lexicon(compiledFile: path) }
    }

    /// Reads the tables at a place and the added ones, which stand behind the others in the order of their names.
    ///
    /// Mentions report the name of their table, so that no added one may have the name of another.
    package func tables(at place: Place) throws(LexiconError) -> LexiconTables {
        guard place.isBuiltIn || LexiconLocator.isFolder(place.path) else {
            throw LexiconError(path: place.path, reason: "a compiled file, where a folder of tables is needed")
        }
        var files = place.isBuiltIn ? BuiltInFiles.tables : try LexiconFolder(path: place.path).files()
        let count = files.count
        for path in added {
            let file = try TableFile(reading: path)
            if let other = files.first(where: { $0.name == file.name }) {
                throw LexiconError(
                    path: path, reason: "the lexicons have a table '\(file.name)', \(other.path); rename the file")
            }
            files.append(file)
        }
        files[count...].sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return LexiconTables(location: place.path, files: files)
    }

    /// Reads the tables that others would stand beside: all in use but those of the same name and folder, which they replace.
    ///
    /// A compiled file has no tables, so there are none beside it.
    package func tables(beside others: [TableFile]) throws(LexiconError) -> [TableFile] {
        let place = try locate()
        let keys = Set(others.map(\.key))
        let tables = place.compiledFile == nil ? try tables(at: place) : try? tables(at: place)
        return tables?.files.filter { !keys.contains($0.key) } ?? []
    }

    /// The path of the running program, links resolved.
    static func executablePath() throws(LexiconError) -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { throw LexiconError(path: "/proc/self/exe", reason: String(cString: strerror(errno))) }
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether a folder lies at a path.
    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    private static func parent(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
}
