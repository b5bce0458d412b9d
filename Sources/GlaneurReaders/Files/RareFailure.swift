import GlaneurCore

/// A failure in eight bytes, for what is held a million times and hardly ever fails: a failure itself takes eighty.
@propertyWrapper
struct RareFailure: Sendable {
    private final class Box: Sendable {
        let failure: StageFailure

        init(_ failure: StageFailure) { self.failure = failure }
    }

    private let box: Box?

    var wrappedValue: StageFailure? { box?.failure }

    init(wrappedValue: StageFailure?) { box = wrappedValue.map { Box($0) } }
}
