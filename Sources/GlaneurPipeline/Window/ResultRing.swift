/// Results that wait for older ones, in the order in which their batches were opened.
struct ResultRing<Output> {
    private struct Slot {
        var load: Load
        var result: Output?
    }

    /// A power of two that doubles when the window gets longer; slots of batches n and n + count never meet in it.
    private var slots: [Slot?] = Array(repeating: nil, count: 16)
    private var oldest = 0
    private var next = 0
    /// The batches opened whose result is still to come.
    private(set) var inWork = 0
    /// Whether nothing is in work and nothing waits.
    var isEmpty: Bool { oldest == next }

    /// Opens the slot of the next batch and returns its number.
    mutating func open(_ load: Load) -> Int {
        if next - oldest == slots.count { grow() }
        slots[next & (slots.count - 1)] = Slot(load: load, result: nil)
        defer { next += 1 }
        inWork += 1
        return next
    }

    /// Puts the result of a batch into its slot; returns by how much its load has changed, where it now counts for `bytes`.
    @discardableResult
    mutating func put(_ result: Output, at number: Int, bytes: Int? = nil) -> Load {
        let index = number & (slots.count - 1)
        guard oldest <= number, number < next, var slot = slots[index] else { preconditionFailure("no such batch") }
        let change = Load(documents: 0, bytes: (bytes ?? slot.load.bytes) - slot.load.bytes)
        slot.load.bytes += change.bytes
        slot.result = result
        slots[index] = slot
        inWork -= 1
        return change
    }

    /// Takes the result of the oldest batch, if it has come.
    mutating func takeOldest() -> (result: Output, load: Load)? {
        let index = oldest & (slots.count - 1)
        guard oldest < next, let slot = slots[index], let result = slot.result else { return nil }
        slots[index] = nil
        oldest += 1
        return (result, slot.load)
    }

    private mutating func grow() {
        var larger: [Slot?] = Array(repeating: nil, count: slots.count * 2)
        for number in oldest..<next { larger[number & (larger.count - 1)] = slots[number & (slots.count - 1)] }
        slots = larger
    }
}
