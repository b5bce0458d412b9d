/// Examples to train on: the features of each and its label.
package struct TrainingExamples: Sendable {
    /// The features of all examples, one behind the other.
    private var features: [UInt32] = []
    private var ends: [Int] = []
    /// The label of each example.
    package private(set) var labels: [UInt8] = []

    /// Makes an empty list.
    package init() {}

    /// The number of examples.
    package var count: Int { labels.count }

    /// Adds an example.
    package mutating func append(_ features: [UInt32], label: Int) {
        self.features += features
        ends.append(self.features.count)
        labels.append(UInt8(label))
    }

    /// Adds all examples of another list.
    package mutating func append(contentsOf other: TrainingExamples) {
        let offset = features.count
        features += other.features
        ends += other.ends.map { $0 + offset }
        labels += other.labels
    }

    /// The examples whose place in the list `holds`.
    func filter(_ holds: (Int) -> Bool) -> TrainingExamples {
        var some = TrainingExamples()
        for index in labels.indices where holds(index) {
            some.append(Array(features(of: index)), label: Int(labels[index]))
        }
        return some
    }

    /// The features of an example.
    package func features(of index: Int) -> ArraySlice<UInt32> {
        features[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }
}
