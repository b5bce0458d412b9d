package import GlaneurCorpus
import GlaneurWriters

extension EntityExplanation {
    /// The answer for people.
    package var lines: [String] {
        var lines = [
            "\(record.entityID)  \(record.label.rawValue)  \(record.name)",
            "\(record.documents) \(record.documents == 1 ? "document" : "documents"), \(record.mentions) "
                + (record.mentions == 1 ? "mention" : "mentions"),
        ]
        for member in members {
            lines.append("")
            let lexicon = member.isInLexicon ? ", in the lexicons" : ""
            lines.append("\(member.entityID)  in \(member.documents), \(member.mentions) times\(lexicon)")
            var table = TerminalTable(indentation: 2)
            for name in member.names {
                table.add(name.language.code, name.text, "\(name.count)", member.evidence(for: name.text))
            }
            lines += table.lines()
            if !member.only.isEmpty { lines.append("  only in \(member.only.joined(separator: ", "))") }
            for link in links where link.entityID == member.entityID || link.other == member.entityID {
                // Each join is told once, with the id that was looked at.
                guard link.entityID == member.entityID else { continue }
                lines.append("  is \(link.other): \(link.reason)")
                lines += EntityExplanation.lines(of: link.shared, support: link.support)
            }
        }
        for candidate in candidates {
            lines.append("")
            lines.append("perhaps \(candidate.entityID)  \(candidate.score.text(decimals: 2)): \(candidate.reason)")
            lines += EntityExplanation.lines(of: candidate.shared, support: nil)
        }
        return lines
    }

    private static func lines(of shared: [Shared], support: Double?) -> [String] {
        guard !shared.isEmpty else { return support == nil ? ["    they share no company"] : [] }
        let names = shared.map { "\($0.entityID ?? "an amount or date") (\($0.documents))" }
        let weight = support.map { ", support \($0.text(decimals: 2))" } ?? ""
        return ["    both with \(names.joined(separator: ", "))\(weight)"]
    }
}

extension EntityExplanation.Member {
    /// Why a form has the id.
    func evidence(for form: String) -> String {
        if aliases.contains(form) { return "a name its document gives it" }
        return isInLexicon ? "a form of the lexicons" : "the name in the id"
    }
}
