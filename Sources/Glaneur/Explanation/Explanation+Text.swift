import GlaneurCore
import GlaneurWriters

extension Explanation {
    /// The explanation for people: facts in columns, no sentences.
    package var lines: [String] {
        var lines = [DisplayWidth.oneLine(document)] + places.lines()
        if let mention { lines += mentionFacts(mention.mention).lines() }
        for form in forms {
            lines.append("lexicon  " + DisplayWidth.oneLine(form.place.text))
            var table = TerminalTable(indentation: 2)
            for sense in form.senses { table.add(Explanation.cells(of: sense)) }
            lines += table.lines()
        }
        if let reason {
            let support =
                reason.support == 0 ? "" : ", \(Explanation.signed(reason.support)) of it by lexicons and rules"
            lines.append("model    \(reason.tag) \(Explanation.signed(reason.score))\(support)")
            var table = TerminalTable(indentation: 2)
            for part in reason.parts { table.add(.init(Explanation.signed(part.weight)), .init(part.feature)) }
            lines += table.lines()
        }
        if !candidates.isEmpty {
            lines.append("candidates")
            var table = TerminalTable(indentation: 2)
            for fact in candidates { table.add(Explanation.cells(of: fact)) }
            lines += table.lines()
        }
        return lines + relationLines
    }

    /// The widest text of a token, mention or sentence that is shown in a column.
    static let textLimit = 48

    private static func shown(_ text: String) -> TerminalTable.Cell {
        .init(DisplayWidth.oneLine(text, limit: textLimit))
    }

    /// A weight with its sign and two decimals.
    private static func signed(_ number: Double) -> String {
        let hundredths = Int((number * 100).rounded())
        let rest = abs(hundredths) % 100
        return "\(hundredths < 0 ? "-" : "+")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    // MARK: Places

    private var places: TerminalTable {
        var table = TerminalTable()
        table.add("", unit.rawValue, "bytes")
        table.add(row("character", character, .init(Explanation.name(of: character.text))))
        if let token {
            let words = token.forms.isEmpty ? "" : " = " + token.forms.joined(separator: " + ")
            let classes = token.classes.isEmpty ? "" : " (\(token.classes.joined(separator: ", ")))"
            table.add(row("token", token.place, .init("\(token.kind)\(words)\(classes)")))
        } else {
            table.add("token", "-")
        }
        if let sentence { table.add(row("sentence", sentence.place, .init(sentence.language.code))) }
        if let block {
            let kind = "\(block.block.blockClass.rawValue) \(block.block.kind.rawValue) \(block.block.language.code)"
            table.add(row("block", block.place, .init(kind)))
        }
        if let mention {
            table.add(row("mention", mention.place, .init(mention.mention.label.rawValue)))
        } else {
            table.add("mention", "-")
        }
        return table
    }

    private func row(
        _ name: TerminalTable.Cell, _ place: Place, _ fact: TerminalTable.Cell
    ) -> [TerminalTable.Cell] {
        [
            name, .init("\(place.start)..\(place.end)"), .init("\(place.raw.start)..\(place.raw.end)"),
            Explanation.shown(place.text), fact,
        ]
    }

    /// The code points of a character with their Unicode names.
    private static func name(of character: String) -> String {
        character.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            let name = scalar.properties.name ?? scalar.properties.nameAlias
            return name.map { "\(code) \($0)" } ?? code
        }
        .joined(separator: " ")
    }

    // MARK: Facts

    private func mentionFacts(_ mention: Mention) -> TerminalTable {
        var table = TerminalTable(indentation: 2)
        func add(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { table.add(.init(key), .init(value)) }
        }
        add("by", mention.maker)
        add("score", mention.score?.text(decimals: 2))
        add("entity", mention.entityID)
        add("norm", mention.norm)
        for (key, value) in Explanation.parts(of: mention.value) { add(key, value) }
        add("number_end", numberEnd.map(String.init))
        if let promotion {
            let was = promotion.candidate
            let facts = [was.label.rawValue, was.score?.text(decimals: 2), was.maker, was.entityID]
            add("was", facts.compactMap(\.self).joined(separator: " "))
            if let license = promotion.license {
                add("full name", "\(license.start)..\(license.end) \(DisplayWidth.oneLine(license.text))")
            }
        }
        return table
    }

    private static func cells(of sense: Sense) -> [TerminalTable.Cell] {
        let concept = sense.concept
        var flags = [sense.isWeak ? "weak" : "strong"]
        if sense.isStrict { flags.append("strict") }
        if !sense.isAdmitted { flags.append("not so written") }
        return [
            .init(concept.entityID), .init(concept.label.rawValue), .init(concept.kind.isEmpty ? "-" : concept.kind),
            .init(concept.table), .init(flags.joined(separator: ", ")), .init(concept.name),
            .init("fr \(concept.french)"), .init("en \(concept.english)"),
        ] + (concept.knowledgeBaseID.map { [.init($0)] } ?? [])
    }

    private static func cells(of fact: CandidateFact) -> [TerminalTable.Cell] {
        let candidate = fact.candidate
        let fate =
            switch fact.fate {
            case .stands: "stands"
            case .promoted: "promoted"
            case .unknown: "-"
            case .lost(let rule, let winner) where winner == fact.place: rule
            case .lost(let rule, let winner):
                "\(rule): \(winner.start)..\(winner.end) \(DisplayWidth.oneLine(winner.text, limit: textLimit))"
            }
        return [
            .init("\(fact.place.start)..\(fact.place.end)"), .init(candidate.label.rawValue),
            .init(candidate.score?.text(decimals: 2) ?? "-"), shown(fact.place.text), .init(candidate.maker),
            .init(candidate.entityID ?? candidate.norm ?? "-"), .init(fate),
        ]
    }

    // MARK: Values

    /// The parts of a value by the names they have in document lines.
    private static func parts(of value: Mention.Value) -> [(String, String?)] {
        func bounds(_ magnitude: Magnitude) -> [(String, String?)] {
            [
                ("value", magnitude.value?.description), ("low", magnitude.low?.description),
                ("high", magnitude.high?.description), ("qualifier", magnitude.qualifier.rawValue),
            ]
        }
        switch value {
        case .none: return []
        case .money(let money):
            return bounds(money.magnitude) + [
                ("currency", money.currency), ("currency_by", money.currencyEvidence.rawValue),
                ("currency_alt", money.alternatives.joined(separator: " ")), ("figure", money.figure?.description),
                ("scale", money.scale.map(String.init)), ("per", money.per),
            ]
        case .percent(let magnitude): return bounds(magnitude)
        case .quantity(let quantity):
            return bounds(quantity.magnitude) + [("unit", quantity.unit), ("counted", quantity.counted)]
        case .number(let number):
            return bounds(number.magnitude) + [
                ("ordinal", number.isOrdinal ? "true" : nil), ("relative", number.relative),
            ]
        case .time(let time):
            return [
                ("timex", time.timex), ("first", time.first), ("last", time.last),
                ("anchor", time.isAnchored ? "published" : nil), ("value", time.value?.description),
                ("unit", time.unit),
            ]
        }
    }
}
