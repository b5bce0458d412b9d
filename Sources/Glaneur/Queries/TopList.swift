/// Keeps the best of any number of elements, in memory for those alone.
struct TopList<Element> {
    private let limit: Int
    private let precedes: (Element, Element) -> Bool
    /// A heap with the worst of the kept ones on top.
    private var heap: [Element] = []

    /// Makes a list of at most `limit` elements, the best first as `precedes` has it.
    init(limit: Int, by precedes: @escaping (Element, Element) -> Bool) {
        self.limit = limit
        self.precedes = precedes
    }

    /// Whether nothing was kept.
    var isEmpty: Bool { heap.isEmpty }

    /// Whether an element would be kept.
    func wants(_ element: Element) -> Bool {
        guard heap.count == limit, let worst = heap.first else { return limit > 0 }
        return precedes(element, worst)
    }

    /// Adds an element, or not, where enough are better.
    mutating func add(_ element: Element) {
        guard wants(element) else { return }
        if heap.count == limit {
            heap[0] = element
            sink()
        } else {
            heap.append(element)
            rise()
        }
    }

    /// Returns the elements, the best first.
    func sorted() -> [Element] { heap.sorted(by: precedes) }

    private mutating func rise() {
        var place = heap.count - 1
        while place > 0, precedes(heap[(place - 1) / 2], heap[place]) {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            var worst = place
            for child in [2 * place + 1, 2 * place + 2] where child < heap.count && precedes(heap[worst], heap[child]) {
                worst = child
            }
            guard worst != place else { return }
            heap.swapAt(place, worst)
            place = worst
        }
    }
}
