import GlaneurModels
package import GlaneurText

/// The models of the checkout, opened once for all tests of a process.
package enum TestModels {
    /// The models; one that does not open stops the tests with its reason.
    package static let shared: TextModels = {
        do {
            return try TextModels(ModelFolder(path: Checkout.lexicons + "/models"))
        } catch {
            fatalError("the models of the checkout do not open: \(error)")
        }
    }()
}
