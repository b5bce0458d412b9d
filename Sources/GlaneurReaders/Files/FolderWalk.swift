import GlaneurCore
import Glibc

/// Walks a folder and what lies below it, following links.
struct FolderWalk {
    /// What tells one folder from another, however it is reached.
    private struct Identity: Equatable {
        let device: UInt
        let node: UInt

        init(_ status: stat) {
            device = UInt(status.st_dev)
            node = UInt(status.st_ino)
        }
    }

    /// What was found, in no particular order.
    private(set) var entries: [InputListing.Entry]
    /// The folders on the way down from the root.
    private var ancestors: [Identity] = []

    init(collecting entries: [InputListing.Entry]) {
        self.entries = entries
    }

    /// Adds the files of a folder, and what could not be read as failures.
    mutating func visit(_ folder: SystemPath, reportedAs reportedPath: String, status: stat) {
        let identity = Identity(status)
        guard !ancestors.contains(identity) else {
            return fail(reportedPath, "a link back to a folder it lies in")
        }
        ancestors.append(identity)
        defer { ancestors.removeLast() }
        guard let names = FolderWalk.names(in: folder) else {
            return fail(reportedPath, SystemError.last.message)
        }
        for name in names where name.first != UInt8(ascii: ".") {
            let readable = SystemPath.readable(name)
            let path = folder.appending(name)
            let reported = reportedPath + "/" + readable
            switch path.status() {
            case .failure(let error): fail(reported, error.message)
            case .success(let status) where status.isFolder: visit(path, reportedAs: reported, status: status)
            case .success(let status) where status.isRegularFile && !FileName.isPassedOver(readable):
                entries.append(
                    InputListing.Entry(
                        reportedPath: reported, path: path, isStream: false, size: Int(status.st_size),
                        modified: status.modified, failure: nil))
            case .success: continue
            }
        }
    }

    private mutating func fail(_ reportedPath: String, _ message: String) {
        let failure = StageFailure(.unreadable, stage: .read, document: reportedPath, message: message)
        entries.append(
            InputListing.Entry(reportedPath: reportedPath, path: nil, isStream: false, size: 0, failure: failure))
    }

    private static func names(in folder: SystemPath) -> [[UInt8]]? {
        guard let stream = folder.withCString({ opendir($0) }) else { return nil }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                Array(bytes.prefix { $0 != 0 })
            }
            names.append(name)
        }
        return names
    }
}
