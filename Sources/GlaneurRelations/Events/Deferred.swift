/// A value that is made when it is first asked for, and then kept.
final class Deferred<Value> {
    private let make: () -> Value

    /// The value.
    private(set) lazy var value = make()

    /// Remembers how to make the value.
    init(_ make: @escaping () -> Value) { self.make = make }
}
