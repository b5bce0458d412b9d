import GlaneurCore
import GlaneurLexicon

/// Weekdays with what stands behind them: `Monday, Feb 18`, `vendredi 15`, `lundi prochain`, `mardi en huit`.
extension CalendarReader {
    /// Reads the date that starts with a weekday.
    func weekdayDate(at index: Int, isAnnounced: Bool) -> TimeReading? {
        guard let (weekday, isWeak) = weekday(at: index), !isInName(index..<index + 1) else { return nil }
        if let dated = dayBehind(weekday: weekday, at: index) {
            return TimeReading(index..<dated.next, in: passage, date: dated.value, rule: .dateDay)
        }
        let lexeme = passage.lexemes[index]
        let hasPoint = passage.byte(Int(lexeme.end)) == 0x2E
        if isWeak, !isAnnounced, !passage.isAlone(index..<index + 1), !isFollowedByTime(index) { return nil }
        var reading = TimeReading(index..<index + 1, in: passage, date: .weekday(weekday), rule: .dateWeekday)
        if isWeak, hasPoint { reading.end += 1 }
        if isFrench, let weeks = weeksAhead(index + 1) {
            // "lundi en huit": a week behind the coming Monday
            let day = anchor.map { $0.adding(days: (weekday - $0.weekday + 7) % 7 + weeks * 7) }
            reading = reading.extended(to: index + 3, in: passage)
            if let day { reading.content = .point(TimePoint(date: .day(day, isAnchored: true))) }
            return reading
        }
        guard isFrench, let (step, next) = step(behind: index) else { return reading }
        reading = reading.extended(to: next, in: passage)
        if let anchor, let step {
            reading.content = .point(TimePoint(date: .day(anchor.weekday(weekday, step: step), isAnchored: true)))
        }
        return reading
    }

    /// Whether *at* and a figure stand behind an abbreviated weekday: `Sat at 5`.
    private func isFollowedByTime(_ index: Int) -> Bool {
        guard !isFrench, passage.lexemes[index].shape.contains(.initialCapital) else { return false }
        return passage.isSpaced(index + 1) && passage.belongs(index + 1, .dateCue, as: "hour")
            && passage.lexeme(index + 2)?.shape.isNumber ?? false
    }

    /// The weeks of French *en huit* and *en quinze*.
    private func weeksAhead(_ index: Int) -> Int? {
        guard passage.isSpaced(index), passage.belongs(index, .dateCue, as: "weeks"), passage.isSpaced(index + 1),
            passage.endsClause(index + 2)
        else { return nil }
        switch passage.wholeNumber(index + 1) ?? passage.number(index + 1, .cardinal) {
        case 8: return 1
        case 15: return 2
        default: return nil
        }
    }

    /// Reads the date or the day of the month that a weekday has behind it: `Monday, Feb 18`, `vendredi 15`, `Tuesday the 19th`.
    private func dayBehind(weekday: Int, at index: Int) -> Dated? {
        guard let gap = passage.lexeme(index + 1)?.gap, gap == .space || gap == .comma || gap == .point else {
            return nil
        }
        let first =
            gap == .comma && passage.belongs(index + 1, .dateCue, as: "article")
            ? index + 2 : passage.behindArticle(index + 1)
        if let dated = dayAndMonth(at: first) ?? monthAndDay(at: first) { return dated }
        if let found = digits.read(at: first, isAnnounced: true), let date = found.date, date.grain == .day {
            return Dated(value: date, next: found.lexemes.upperBound)
        }
        guard gap != .point, let (day, next, isOrdinal) = day(at: first), gap == .space || isOrdinal,
            isFrench || isOrdinal || first > index + 1 || passage.endsClause(next),
            isOrdinal || passage.endsClause(next) || passage.phrase(at: next, .dateCue) != nil
                || passage.belongs(next, .range),
            passage.byte(Int(passage.lexemes[next - 1].end)) != 0x3A
        else { return nil }
        var value = DateValue.weekday(weekday)
        value.day = day
        return Dated(value: value, next: next)
    }
}
