import GlaneurCore
import GlaneurWriters

extension CorpusStatistics {
    /// One `glaneur.stats/1` object; a key with nothing to say is left out.
    package var json: [UInt8] {
        var json = JSONWriter(capacity: 4096)
        json.beginObject()
        json.member("schema", "glaneur.stats/1")
        if let run { CorpusStatistics.write(run, to: &json) }
        if let lines { CorpusStatistics.write(lines, to: &json) }
        json.rows("stages", stages) { stage, json in
            json.member("stage", stage.name.rawValue)
            json.member("documents", stage.count.documents)
            json.member("bytes", stage.count.bytes)
            json.key("cpu_seconds")
            json.double(stage.count.seconds)
        }
        json.rows("langs", languages) { row, json in
            json.member("lang", row.name)
            json.member("docs", row.share.documents)
            json.member("bytes", row.share.bytes)
        }
        json.rows("labels", labels) { row, json in
            json.member("label", row.name)
            json.member("mentions", row.mentions)
            json.member("docs", row.documents)
        }
        json.rows("failures", failures) { row, json in
            json.member("code", row.code)
            json.member("stage", row.stage)
            json.member("docs", row.count)
        }
        json.rows("outlets", outlets) { row, json in
            json.member("outlet", row.name)
            json.member("docs", row.count)
        }
        json.rows("days", days) { row, json in
            json.member("day", row.name)
            json.member("docs", row.count)
        }
        if lines != nil { json.member("undated", undated) }
        json.member("entities", entities)
        json.rows("top_entities", topEntities) { row, json in
            json.member("entity_id", row.id)
            json.member("label", row.label)
            json.member("name", row.name)
            json.member("docs", row.documents)
            json.member("mentions", row.mentions)
        }
        json.endObject()
        json.endLine()
        return json.bytes
    }

    private static func write(_ run: RunRecord, to json: inout JSONWriter) {
        json.member("tool", run.run.tool)
        json.member("resources", run.run.resources)
        json.member("config", run.run.configuration)
        json.key("complete")
        json.bool(run.isComplete)
        json.counts(run.statistics)
        json.times(run.statistics)
    }

    private static func write(_ lines: LineCounts, to json: inout JSONWriter) {
        json.key("lines")
        json.beginObject()
        json.member("docs", lines.total.documents)
        json.member("bytes", lines.total.bytes)
        json.member("line_bytes", lines.lineBytes)
        json.endObject()
    }
}
