extension EntityScore {
    /// A cluster that is not as gold has it.
    package struct ClusterError: Sendable {
        /// What is wrong.
        package enum Kind: String, Sendable {
            /// One entity holds several things of gold.
            case wrongMerge = "wrong merge"
            /// One thing of gold has several entities.
            case missedMerge = "missed merge"
        }

        /// One of the sides that should be together or apart, with the mentions it has.
        package struct Part: Sendable {
            /// The id of the thing or of the entity.
            package let id: String
            /// Its mentions, in order.
            package let items: [Item]
        }

        /// What is wrong.
        package let kind: Kind
        /// The entity that holds too much, or the thing that is in pieces.
        package let id: String
        /// The things in it, or its pieces, the largest first.
        package let parts: [Part]

        /// How many pairs of mentions it makes wrong.
        package var weight: Int {
            let sizes = parts.map(\.items.count)
            let total = sizes.reduce(0, +)
            return (total * total - sizes.reduce(0) { $0 + $1 * $1 }) / 2
        }
    }

    /// The clusters that are wrong, wrong merges first, in each kind the heaviest first.
    package var errors: [ClusterError] {
        errors(.wrongMerge, whole: { $0.system }, part: { $0.gold })
            + errors(.missedMerge, whole: { $0.system == nil ? nil : $0.gold }, part: { $0.system ?? "" })
    }

    private func errors(
        _ kind: ClusterError.Kind, whole: (Item) -> String?, part: (Item) -> String
    ) -> [ClusterError] {
        var groups: [String: [String: [Item]]] = [:]
        for item in items { if let id = whole(item) { groups[id, default: [:]][part(item), default: []].append(item) } }
        return groups.filter { $0.value.count > 1 }
            .map { id, parts in
                ClusterError(
                    kind: kind, id: id,
                    parts: parts.map { ClusterError.Part(id: $0.key, items: $0.value) }
                        .sorted { ($1.items.count, $0.id) < ($0.items.count, $1.id) })
            }
            .sorted { ($1.weight, $0.id) < ($0.weight, $1.id) }
    }
}
