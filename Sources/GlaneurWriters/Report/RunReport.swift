package import GlaneurCore

/// What `run.json` says of a run: what it was asked to do, with what, and what came of it.
package struct RunReport: Sendable {
    /// A file of lexicons or models with its digest.
    package struct Resource: Sendable, Equatable {
        /// The name of the file.
        package var name: String
        /// The SHA-256 in lower-case hexadecimal digits.
        package var sha256: String

        /// Makes a resource.
        package init(name: String, sha256: String) {
            self.name = name
            self.sha256 = sha256
        }
    }

    /// Documents got lost between reading and writing: our own bug.
    package struct Imbalance: Error, Equatable, CustomStringConvertible {
        /// The documents read, written and given up.
        package let counts: (read: Int, written: Int, quarantined: Int)

        package static func == (left: Imbalance, right: Imbalance) -> Bool { left.counts == right.counts }

        package var description: String {
            "\(counts.read) documents read, but \(counts.written) written and \(counts.quarantined) quarantined"
        }
    }

    /// The schema that a report names.
    package static let schema = "glaneur.run/1"

    /// The input of a run into a folder, by which a later run sees whether it is the same.
    package struct Input: Sendable, Equatable {
        /// How many files there were; standard input counts as one.
        package var files: Int
        /// The bytes of all of them.
        package var bytes: Int
        /// A sum over their paths, sizes and times.
        package var fingerprint: String

        /// Makes an account of an input.
        package init(files: Int, bytes: Int, fingerprint: String) {
            self.files = files
            self.bytes = bytes
            self.fingerprint = fingerprint
        }
    }

    private let run: RunIdentity
    private let configuration: [(key: String, value: String)]
    private let resources: [Resource]
    private let statistics: RunStatistics
    private let isComplete: Bool
    private let shard: Shard?
    private let merged: [RunRecord]
    private let input: Input?
    private let layout: PartSeries.Layout?

    /// Makes the report of a run, or fails where documents are missing from its counts.
    ///
    /// - Parameters:
    ///   - isComplete: whether all input was read; false after ^C.
    ///   - input: the input of a run into a folder.
    ///   - layout: how the lines lie there in parts.
    ///   - shard: the shard of the input that was annotated; nothing where it was all of it.
    ///   - merged: the reports of the shards that were joined.
    package init(
        run: RunIdentity, configuration: [(key: String, value: String)], resources: [Resource],
        statistics: RunStatistics, isComplete: Bool = true, input: Input? = nil, layout: PartSeries.Layout? = nil,
        shard: Shard? = nil, merged: [RunRecord] = []
    ) throws(Imbalance) {
        guard statistics.isBalanced else {
            throw Imbalance(
                counts: (statistics.documentsIn, statistics.documentsOut, statistics.documentsQuarantined))
        }
        self.run = run
        self.configuration = configuration
        self.resources = resources
        self.statistics = statistics
        self.isComplete = isComplete
        self.shard = shard
        self.merged = merged
        self.input = input
        self.layout = layout
    }

    /// Returns the report as indented JSON.
    ///
    /// Keys that come from tables are sorted, so that two reports can be compared.
    package func json() -> [UInt8] {
        var json = JSONWriter(capacity: 4096)
        json.beginObject()
        json.member("schema", RunReport.schema)
        json.member("tool", run.tool)
        json.member("resources", run.resources)
        json.member("config", run.configuration)
        json.member("icu", run.icu)
        json.key("complete")
        json.bool(isComplete)
        if let shard {
            json.key("shard")
            shard.write(statistics, to: &json)
        }
        if !merged.isEmpty {
            json.key("shards")
            json.beginArray()
            for record in merged { record.shard?.write(record.statistics, to: &json) }
            json.endArray()
        }
        json.key("configuration")
        json.beginObject()
        for setting in configuration.sorted(by: { $0.key < $1.key }) {
            json.key(named: setting.key)
            json.string(setting.value)
        }
        json.endObject()
        if let layout {
            json.key("output")
            json.beginObject()
            for setting in layout.settings {
                json.key(named: setting.key)
                json.string(setting.value)
            }
            json.endObject()
        }
        if let input {
            json.key("input")
            json.beginObject()
            json.member("files", input.files)
            json.member("bytes", input.bytes)
            json.member("fingerprint", input.fingerprint)
            json.endObject()
        }
        json.rows("resource_files", resources) { resource, json in
            json.member("name", resource.name)
            json.member("sha256", resource.sha256)
        }
        json.counts(statistics)
        let labels = Label.allCases.compactMap { label in statistics.labels[label].map { (label.rawValue, $0) } }
        json.rows("labels", labels) { row, json in
            json.member("label", row.0)
            json.member("n", row.1)
        }
        json.rows("failures", statistics.failures.sorted { $0.key.rawValue < $1.key.rawValue }) { row, json in
            json.member("code", row.key.rawValue)
            json.member("n", row.value)
        }
        json.times(statistics)
        json.rows("stages", statistics.stagesInOrder) { row, json in
            json.member("stage", row.name.rawValue)
            json.member("documents", row.count.documents)
            json.member("bytes", row.count.bytes)
            json.member("failures", row.count.failures)
            json.key("cpu_seconds")
            json.double(row.count.seconds)
        }
        json.endObject()
        return JSONIndenter.indented(json.bytes)
    }

    /// Returns the last line of a stream, by which a consumer sees that nothing was cut off.
    package static func trailer(_ statistics: RunStatistics) -> [UInt8] {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.member("schema", "glaneur.end/1")
        json.documents(statistics)
        json.member("bytes_in", statistics.bytesIn)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension JSONWriter {
    /// Writes the object of all counts of a run.
    package mutating func counts(_ statistics: RunStatistics) {
        key("counts")
        beginObject()
        documents(statistics)
        member("bytes_in", statistics.bytesIn)
        member("bytes_out", statistics.bytesOut)
        endObject()
    }

    /// Writes how many documents came in, went out and were given up.
    mutating func documents(_ statistics: RunStatistics) {
        member("in", statistics.documentsIn)
        member("out", statistics.documentsOut)
        member("quarantined", statistics.documentsQuarantined)
    }

    /// Writes how long a run took, where somebody has looked at the clock.
    package mutating func times(_ statistics: RunStatistics) {
        guard statistics.elapsedNanoseconds > 0 else { return }
        key("elapsed_seconds")
        double(statistics.elapsedSeconds)
        key("cpu_seconds")
        double(statistics.cpuSeconds)
    }

    /// Writes a key with one object for each row, or nothing where there are none.
    package mutating func rows<Row>(
        _ name: StaticString, _ rows: [Row], _ write: (Row, inout JSONWriter) -> Void
    ) {
        guard !rows.isEmpty else { return }
        key(name)
        beginArray()
        for row in rows {
            beginObject()
            write(row, &self)
            endObject()
        }
        endArray()
    }
}
