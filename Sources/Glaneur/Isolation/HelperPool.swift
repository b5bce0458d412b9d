import CProcess
import GlaneurCore
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The helper processes of a run, as many as tasks ask for one at the same time.
package final class HelperPool: Sendable {
    /// A document that ends this many helpers before they begin with it is not to blame; then something else is wrong.
    private static let mostStarts = 3

    private let arguments: [String]
    private let environment: [String]
    private let idle: Mutex<[HelperProcess]>

    /// Starts a first helper, so that what is wrong with all of them is known before the first document.
    ///
    /// - Parameter arguments: the words of the command line that make this program a helper.
    package init(arguments: [String]) throws(HelperFailure) {
        self.arguments = arguments
        environment = HelperPool.environment
        let first = try HelperProcess(arguments: arguments, environment: environment)
        idle = Mutex([first])
    }

    /// Sends a document through all stages in a helper.
    ///
    /// A document whose helper dies is given up, and with the next one another helper begins.
    func run(_ question: [UInt8], document: String, stages: [StageName]) throws(StageFailure) -> Frame {
        var lost = "no helper"
        for _ in 0..<HelperPool.mostStarts {
            do {
                let waiting = idle.withLock { $0.popLast() }
                let helper = try waiting ?? HelperProcess(arguments: arguments, environment: environment)
                let answer = try helper.ask(question)
                idle.withLock { $0.append(helper) }
                return answer
            } catch let death as HelperProcess.Death {
                lost = death.message
                guard let place = death.stage, stages.indices.contains(place) else { continue }
                throw StageFailure(
                    death.signal == SIGPROF ? .deadline : .crashed, stage: stages[place], document: document,
                    message: death.signal == SIGPROF ? "the process at work took too long" : death.message)
            } catch {
                lost = "\(error)"
            }
        }
        throw StageFailure(.crashed, stage: stages.first ?? .decode, document: document, message: lost)
    }

    /// The environment without the backtracer, which can take minutes to describe a process that nobody looks at.
    private static var environment: [String] {
        var variables: [String] = []
        if var next = cprocess_environment() {
            while let variable = next.pointee {
                variables.append(String(cString: variable))
                next += 1
            }
        }
        return variables.filter { !$0.hasPrefix("SWIFT_BACKTRACE=") } + ["SWIFT_BACKTRACE=enable=no"]
    }
}
