import GlaneurCore

/// Fills what a sentence leaves out from what the document says elsewhere, where that is certain.
struct EventCompletion {
    /// The mentions of the document.
    let mentions: [Mention]

    /// Who leaves without a word from where leaves the one firm in which the document gives them a position.
    func complete(_ events: inout [Event]) {
        guard events.contains(where: { $0.type == "departure" && $0.lacks("from") }) else { return }
        var firms: [String: [Int]] = [:]
        for event in events where event.type == "position" {
            let places = event.arguments.filter { $0.role == "org" }.compactMap(\.mention)
            for person in event.arguments where person.role == "person" {
                guard let entity = person.mention.flatMap({ mentions[$0].entityID }) else { continue }
                firms[entity, default: []] += places
            }
        }
        for index in events.indices where events[index].type == "departure" && events[index].lacks("from") {
            let people = events[index].arguments.filter { $0.role == "person" }
                .compactMap { $0.mention.flatMap { mentions[$0].entityID } }
            guard let firm = people.lazy.compactMap({ certain(firms[$0] ?? []) }).first else { continue }
            let isGoal = events[index].arguments.contains {
                $0.mention.map { mentions[$0].entityID == mentions[firm].entityID } ?? false
            }
            guard !isGoal else { continue }
            events[index].arguments.append(Event.Argument(role: "from", span: mentions[firm].span, mention: firm))
            events[index].arguments.sort { $0.span < $1.span }
            events[index].score = events[index].score.map { $0 * 0.8 }
        }
    }

    private func certain(_ firms: [Int]) -> Int? {
        guard let first = firms.first, let entity = mentions[first].entityID,
            firms.allSatisfy({ mentions[$0].entityID == entity })
        else { return nil }
        return first
    }
}

extension Event {
    fileprivate func lacks(_ role: String) -> Bool { !arguments.contains { $0.role == role } }
}
