/// What was counted, in the order in which it is shown: the most frequent first, then by name.
extension CorpusStatistics {
    /// The languages with their documents.
    var languages: [(name: String, share: LineCounts.Share)] {
        (lines?.languages ?? [:]).sorted {
            ($1.value.documents, $0.key) < ($0.value.documents, $1.key)
        }.map { ($0.key, $0.value) }
    }

    /// The labels with their mentions, and with the documents where the lines were read.
    var labels: [(name: String, mentions: Int, documents: Int?)] {
        guard let lines, lines.total.documents > 0 else {
            return (run?.statistics.labels ?? [:]).map { ($0.key.rawValue, $0.value, nil) }.sorted {
                ($1.1, $0.0) < ($0.1, $1.0)
            }
        }
        return lines.labels.map { ($0.key, $0.value.mentions, $0.value.documents) }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    /// The reasons for which documents were given up; a report alone does not know the stages.
    var failures: [(code: String, stage: String?, count: Int)] {
        guard let lines, !lines.failures.isEmpty else {
            return (run?.statistics.failures ?? [:]).map { ($0.key.rawValue, nil, $0.value) }.sorted {
                ($1.2, $0.0) < ($0.2, $1.0)
            }
        }
        return lines.failures.map { ($0.key.code, $0.key.stage, $0.value) }
            .sorted { ($1.2, $0.0, $0.1 ?? "") < ($0.2, $1.0, $1.1 ?? "") }
    }

    /// The outlets with their documents.
    var outlets: [(name: String, count: Int)] {
        (lines?.outlets ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// The days of publication with their documents, in their order.
    var days: [(name: String, count: Int)] {
        (lines?.days ?? [:]).filter { !$0.key.isEmpty }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The documents whose day is not known.
    var undated: Int { lines?.days[""] ?? 0 }
}
