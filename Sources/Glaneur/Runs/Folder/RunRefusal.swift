/// Why a run does not begin in a folder.
package enum RunRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another run was not finished, and nobody said what is to become of it.
    case unfinished(folder: String, documents: Int)
    /// It cannot go on, because its input or its settings are not what they were.
    case changed(folder: String, [String])
    /// It cannot go on, because its input cannot be read again.
    case unrepeatable(folder: String)

    package var description: String {
        switch self {
        case .unfinished(let folder, let documents):
            "\(folder): holds a run that is not finished, with \(documents) documents done; "
                + "--resume goes on with it, --restart overwrites it"
        case .changed(let folder, let differences):
            "\(folder): cannot go on, for the run was another; --restart overwrites it"
                + differences.map { "\n  " + $0 }.joined()
        case .unrepeatable(let folder):
            "\(folder): cannot go on with standard input or a pipe, which cannot be read again; give files"
        }
    }
}
