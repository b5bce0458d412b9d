import Glibc
import GlaneurCore

/// The files that a list of paths stands for, in the order in which they are read.
///
/// Files are sorted by the bytes of the path they are reported under, so the order in which paths are given, and the order
/// in which a file system lists a folder, do not matter.
public struct InputListing: Sendable {
    /// One file, or why it is none.
    struct Entry: Sendable {
        /// The name of the input root and the way below it; the id of a document that fills the file.
        let reportedPath: String
        /// Where the file is; nothing for standard input.
        let path: SystemPath?
        /// Whether it is standard input or a pipe.
        let isStream: Bool
        let size: Int
        /// When it was written last, in nanoseconds since 1970.
        var modified = 0
        @RareFailure var failure: StageFailure?
    }

    let entries: [Entry]

    /// How many files there are; standard input counts as one.
    public var count: Int { entries.count }

    /// Whether all of it can be read again: there is neither standard input nor a pipe.
    package var isRepeatable: Bool { !entries.contains { $0.isStream } }

    /// Returns the path a file is reported under, its size and when it was written last, in nanoseconds since 1970.
    package func file(at index: Int) -> (path: String, size: Int, modified: Int) {
        let entry = entries[index]
        return (entry.reportedPath, entry.size, entry.modified)
    }

    /// The bytes of all files together, for showing progress; streams count nothing.
    public let totalBytes: Int

    /// Looks up what the paths stand for; `-` is standard input, folders are walked, links followed.
    public init(paths: [String]) throws(InputError) {
        var entries: [Entry] = []
        for path in paths {
            guard path != "-" else {
                entries.append(Entry(reportedPath: "-", path: nil, isStream: true, size: 0, failure: nil))
                continue
            }
            let systemPath = SystemPath(path)
            let status: stat
            do throws(SystemError) {
                status = try systemPath.status().get()
            } catch {
                throw InputError(.missing, path: path, message: error.message)
            }
            if status.isFolder {
                guard systemPath.withCString({ access($0, R_OK | X_OK) }) == 0 else {
                    throw InputError(.missing, path: path, message: SystemError.last.message)
                }
                var walk = FolderWalk(collecting: entries)
                walk.visit(systemPath, reportedAs: systemPath.rootName(), status: status)
                entries = walk.entries
            } else {
                entries.append(try InputListing.entry(ofFile: systemPath, given: path, status: status))
            }
        }
        entries.sort { $0.reportedPath.utf8.lexicographicallyPrecedes($1.reportedPath.utf8) }
        for (first, second) in zip(entries, entries.dropFirst()) where first.reportedPath == second.reportedPath {
            throw InputError(
                .usage, path: first.reportedPath,
                message: "two inputs have this id; give each file once, and folders of different names")
        }
        self.entries = entries
        totalBytes = entries.reduce(0) { $0 + $1.size }
    }

    /// A file given by itself is named like one found in its folder, so that its id is the same.
    private static func entry(ofFile path: SystemPath, given: String, status: stat) throws(InputError) -> Entry {
        guard path.withCString({ access($0, R_OK) }) == 0 else {
            throw InputError(.missing, path: given, message: SystemError.last.message)
        }
        let name = SystemPath.readable(path.components.last ?? [])
        return Entry(
            reportedPath: path.parent.rootName() + "/" + name, path: path, isStream: !status.isRegularFile,
            size: status.isRegularFile ? Int(status.st_size) : 0, modified: status.modified, failure: nil)
    }
}

extension stat {
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
    /// When the file was written last, in nanoseconds since 1970.
    var modified: Int { Int(st_mtim.tv_sec) * 1_000_000_000 + Int(st_mtim.tv_nsec) }
}
