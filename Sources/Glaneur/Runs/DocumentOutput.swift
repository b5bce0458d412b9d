import GlaneurCore
import GlaneurWriters

/// Where the document lines of a run go: one file, standard output, or parts in a folder.
struct DocumentOutput: ~Copyable {
    private var file: OutputFile?
    private var parts: PartSeries?

    /// Begins to write.
    ///
    /// - Parameter position: where an earlier run came to in its parts.
    init(_ plan: OutputPlan, resuming position: PartSeries.Position? = nil) throws(OutputFailure) {
        if let folder = plan.folder {
            if let position {
                parts = try PartSeries(resuming: position, in: folder, layout: plan.layout)
            } else {
                parts = try PartSeries(in: folder, layout: plan.layout)
            }
        } else if plan.documents == "-" {
            file = OutputFile.standardOutput(compression: plan.layout.compression)
        } else {
            file = try OutputFile(path: plan.documents, compression: plan.layout.compression)
        }
    }

    /// Where the next line goes in the parts.
    var position: PartSeries.Position {
        switch parts {
        case .some(let parts): parts.position
        case .none: PartSeries.Position()
        }
    }

    /// Whether so much was written that it is time for a checkpoint.
    var isCheckpointDue: Bool {
        switch parts {
        case .some(let parts): parts.isCheckpointDue
        case .none: false
        }
    }

    /// Adds whole lines.
    mutating func write(_ lines: [UInt8]) throws(OutputFailure) {
        try file?.write(lines)
        try parts?.write(lines)
    }

    /// Waits until all that the checkpoint speaks of is on the disk.
    mutating func synchronize() throws(OutputFailure) { try parts?.synchronize() }

    /// Writes what is left and gives the last file its name.
    consuming func finish() throws(OutputFailure) {
        try file.take()?.finish()
        try parts.take()?.finish()
    }
}
