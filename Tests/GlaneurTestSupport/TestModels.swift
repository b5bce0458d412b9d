package import GlaneurModels
package import GlaneurText

/// The models of the checkout, opened once for all tests of a process.
package enum TestModels {
    /// The folder they lie in.
    package static let folder = ModelFolder(path: Checkout.lexicons + "/models")

    /// The models; one that does not open stops the tests with its reason.
    package static let shared: TextModels = {
        do {
            return try TextModels(folder)
        } catch {
            fatalError("the models of the checkout do not open: \(error)")
        }
    }()
}
