#if canImport(Glibc)
    import Glibc
#endif
package import GlaneurLexicon

/// The folder `models` beside the tables of lexicons, on the disk or inside the program.
package struct ModelFolder: Sendable {
    /// The folder; it need not exist.
    package let path: String
    private let isBuiltIn: Bool

    /// Names a folder; nothing is read yet.
    package init(path: String) {
        self.path = path
        isBuiltIn = false
    }

    /// Names the folder that belongs to some lexicons.
    package init(beside lexicons: LexiconLocator.Place) {
        path = lexicons.modelsPath
        isBuiltIn = lexicons.isBuiltIn
    }

    /// Opens the model of a task, or returns nothing where the folder has none: rules alone decide then.
    ///
    /// - Throws: `LexiconError` where there is a file that cannot be used.
    package func model(_ task: String, revision: Int) throws(LexiconError) -> LinearModel? {
        let file = "\(path)/\(task).model"
        if isBuiltIn {
            guard let model = BuiltInFiles.bytes("models/\(task).model") else { return nil }
            return try LinearModel(model, path: file, task: task, revision: revision)
        }
        guard access(file, F_OK) == 0 else { return nil }
        return try LinearModel(path: file, task: task, revision: revision)
    }

    /// Writes a model file, so that no reader ever sees half of it.
    package static func write(_ bytes: [UInt8], to path: String) throws(LexiconError) {
        guard LexiconFolder.store(bytes, at: path) else {
            throw LexiconError(path: path, reason: "cannot be written: \(String(cString: strerror(errno)))")
        }
    }
}
