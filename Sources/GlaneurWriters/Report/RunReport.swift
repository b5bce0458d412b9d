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

    private let run: RunIdentity
    private let configuration: [(key: String, value: String)]
    private let resources: [Resource]
    private let statistics: RunStatistics
    private let isComplete: Bool
    private let shard: Shard?
    private let merged: [RunRecord]

    /// Makes the report of a run, or fails where documents are missing from its counts.
    ///
    /// - Parameters:
    ///   - isComplete: whether all input was read; false after ^C.
    ///   - shard: the shard of the input that was annotated; nothing where it was all of it.
    ///   - merged: the reports of the shards that were joined.
    package init(
        run: RunIdentity, configuration: [(key: String, value: String)], resources: [Resource],
        statistics: RunStatistics, isComplete: Bool = true, shard: Shard? = nil,
        merged: [RunRecord] = []
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
        json.rows("resource_files", resources) { resource, json in
            json.member("name", resource.name)
            json.member("sha256", resource.sha256)
        }
        json.key("counts")
        json.beginObject()
        json.member("in", statistics.documentsIn)
        json.member("out", statistics.documentsOut)
        json.member("quarantined", statistics.documentsQuarantined)
        json.member("bytes_in", statistics.bytesIn)
        json.member("bytes_out", statistics.bytesOut)
        json.endObject()
        let labels = Label.allCases.compactMap { label in statistics.labels[label].map { (label.rawValue, $0) } }
        json.rows("labels", labels) { row, json in
            json.member("label", row.0)
            json.member("n", row.1)
        }
        json.rows("failures", statistics.failures.sorted { $0.key.rawValue < $1.key.rawValue }) { row, json in
            json.member("code", row.key.rawValue)
            json.member("n", row.value)
        }
        json.rows("stages", statistics.stages.sorted { $0.key.rawValue < $1.key.rawValue }) { row, json in
            json.member("stage", row.key.rawValue)
            json.member("documents", row.value.documents)
            json.key("seconds")
            json.double(Double(row.value.nanoseconds) / 1e9)
        }
        json.endObject()
        return JSONIndenter.indented(json.bytes)
    }

    /// Returns the last line of a stream, by which a consumer sees that nothing was cut off.
    package static func trailer(_ statistics: RunStatistics) -> [UInt8] {
        var json = JSONWriter(capacity: 128)
        json.beginObject()
        json.member("schema", "glaneur.end/1")
        json.member("in", statistics.documentsIn)
        json.member("out", statistics.documentsOut)
        json.member("quarantined", statistics.documentsQuarantined)
        json.member("bytes_in", statistics.bytesIn)
        json.endObject()
        json.endLine()
        return json.bytes
    }
}

extension JSONWriter {
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
