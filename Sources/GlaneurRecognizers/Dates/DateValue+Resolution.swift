/// Filling in what the text leaves open.
extension DateValue {
    /// The same in a year; nothing where it has one already or cannot have one.
    func told(year: Int) -> DateValue? {
        guard self.year == nil else { return nil }
        if let holiday { return .holiday(holiday, year: year) }
        if let part { return .part(part.kind, part.number, year: year) }
        if let month, let day { return .day(day, month: month, year: year) }
        if let month { return .month(month, year: year) }
        if grain == .season, let timex { return .season(String(timex.suffix(2)), year: year) }
        return nil
    }

    /// The same with its days filled in from the time of publication, the TIMEX3 value left as open as the text is.
    ///
    /// - Parameter isUpcoming: whether the text announces it; otherwise it is the nearest one, and a weekday the last one.
    func placed(by anchor: CivilDate?, isUpcoming: Bool) -> DateValue {
        guard let anchor, first == nil else { return self }
        var copy = self
        guard let place = place(by: anchor, isUpcoming: isUpcoming) else { return self }
        copy.first = place.first
        copy.last = place.last
        copy.isAnchored = true
        // A feast without a fixed day has no value but that day.
        if holiday != nil, timex == nil { copy.timex = place.timex }
        return edge.map { copy.third($0) } ?? copy
    }

    private func place(by anchor: CivilDate, isUpcoming: Bool) -> DateValue? {
        if month != nil || holiday != nil || part != nil {
            let years = (-1...1).compactMap { told(year: anchor.year + $0) }
            // What is announced may have been some days ago: "the week of 8 March" on the 10th.
            if isUpcoming, let next = years.first(where: { ($0.last ?? anchor) >= anchor.adding(days: -20) }) {
                return next
            }
            return years.min { $0.distance(from: anchor) < $1.distance(from: anchor) }
        }
        if let day {
            // "Tuesday 19th": the next month in which the two agree; "the 18th": the next month that has one.
            let months = (0...13).compactMap { step -> CivilDate? in
                let month = anchor.adding(months: step)
                return CivilDate(year: month.year, month: month.month, day: day)
            }
            return months.first { $0 >= anchor && (weekday == nil || $0.weekday == weekday) }.map { .day($0) }
        }
        return weekday.map { .day(anchor.nearest(weekday: $0, isUpcoming: isUpcoming)) }
    }

    /// The days between it and another day.
    private func distance(from day: CivilDate) -> Int {
        guard let first, let last else { return .max }
        if last < day { return day.daysFromEpoch - last.daysFromEpoch }
        return day < first ? first.daysFromEpoch - day.daysFromEpoch : 0
    }

    /// The first, middle or last third of it: days 1 to 10, 11 to 20 and the rest of a month, four months of a year.
    func third(_ edge: String) -> DateValue {
        var copy = self
        copy.edge = edge
        guard let first, let last, let index = ["start", "mid", "end"].firstIndex(of: edge) else { return copy }
        switch grain {
        case .month:
            copy.first = first.adding(days: index * 10)
            copy.last = index == 2 ? last : first.adding(days: index * 10 + 9)
        case .year:
            copy.first = first.adding(months: index * 4)
            copy.last = first.adding(months: index * 4 + 4).adding(days: -1)
        case .week:
            copy.first = first.adding(days: index * 2)
            copy.last = index == 2 ? last : first.adding(days: index * 2 + 1)
        default: break
        }
        return copy
    }
}

/// Steps from a day of publication.
extension CivilDate {
    /// The next such weekday behind the day, or the last one, which may be the day itself.
    func nearest(weekday: Int, isUpcoming: Bool) -> CivilDate {
        let days = (weekday - self.weekday + 7) % 7
        if isUpcoming { return adding(days: days == 0 ? 7 : days) }
        return adding(days: days == 0 ? 0 : days - 7)
    }

    /// The last or next weekday before or behind the day, or the one of its week.
    func weekday(_ weekday: Int, step: Int) -> CivilDate {
        if step > 0 { return nearest(weekday: weekday, isUpcoming: true) }
        if step < 0, weekday == self.weekday { return adding(days: -7) }
        return step < 0
            ? nearest(weekday: weekday, isUpcoming: false) : adding(days: weekday - self.weekday)
    }

    /// The last or next month of that name before or behind the day's, or the one of its year.
    func month(_ month: Int, step: Int) -> DateValue {
        var year = self.year
        if step < 0, month >= self.month { year -= 1 }
        if step > 0, month <= self.month { year += 1 }
        return DateValue.month(month, year: year).anchored
    }

    /// The last or next season of that name, by the month it starts in, or the one of its year.
    func season(_ code: String, step: Int) -> DateValue {
        let start = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][code] ?? 1
        // In January the winter of this year is the one that began last year.
        let isUnderWay = code == "WI" && step == 0 && month < 3
        return DateValue.season(code, year: isUnderWay ? year - 1 : month(start, step: step).year).anchored
    }

    /// The last or next day of that name before or behind the day, or the one of its year.
    func day(of value: DateValue, step: Int) -> DateValue? {
        guard var date = value.told(year: year), let first = date.first else { return nil }
        if step < 0, first >= self { date = value.told(year: year - 1) ?? date }
        if step > 0, first <= self { date = value.told(year: year + 1) ?? date }
        return date.anchored
    }
}
