import CProcess

#if canImport(Glibc)
    import Glibc
#endif

/// A process of our own program that works on one document after the other, behind two pipes and a shared byte.
///
/// A question is a frame with a stage line, an answer one with what became of it. The shared byte holds the place of the stage
/// at work, and ``idle`` between documents; it outlives the process. One task at a time holds a helper.
final class HelperProcess: @unchecked Sendable {
    /// What the shared byte says between two documents.
    static let idle: UInt8 = 0xFF
    /// The descriptor of the shared byte in the helper.
    static let sharedDescriptor: Int32 = 3

    /// How a process ended before it answered.
    struct Death: Error {
        /// The place of the stage it worked on; nothing where it had not begun.
        let stage: Int?
        /// The signal that killed it; nothing where it left by itself.
        let signal: Int32?
        /// What there is to say.
        let message: String
    }

    private let process: pid_t
    private let channel: FrameChannel
    private let shared: SharedByte
    private var isDead = false

    /// Starts the program again and waits until it says that it has found all it needs.
    init(arguments: [String], environment: [String]) throws(HelperFailure) {
        guard let shared = SharedByte(HelperProcess.idle) else { throw HelperFailure("cannot share memory", errno) }
        var questions: [Int32] = [-1, -1]
        var answers: [Int32] = [-1, -1]
        guard cprocess_pipe(&questions) == 0 else { throw HelperFailure("cannot make a pipe", errno) }
        guard cprocess_pipe(&answers) == 0 else {
            for descriptor in questions { close(descriptor) }
            throw HelperFailure("cannot make a pipe", errno)
        }
        self.shared = shared
        let channel = FrameChannel(input: answers[0], output: questions[1])
        self.channel = channel
        let descriptors = [(questions[0], 0), (answers[1], 1), (shared.descriptor, HelperProcess.sharedDescriptor)]
        let started = HelperProcess.spawn(arguments, environment, descriptors)
        close(questions[0])
        close(answers[1])
        switch started {
        case .failure(let failure):
            channel.close()
            throw failure
        case .success(let process): self.process = process
        }
        guard channel.receive() != nil else { throw HelperFailure("a helper does not start: \(death().message)") }
    }

    deinit {
        channel.close()
        if !isDead { _ = wait() }
    }

    /// Hands a document over and waits for what became of it.
    func ask(_ question: [UInt8]) throws(Death) -> Frame {
        shared.value = HelperProcess.idle
        guard channel.send(Frame(kind: .question, content: question)), let answer = channel.receive() else {
            throw death()
        }
        return answer
    }

    /// What the process died of; called when it does not answer.
    private func death() -> Death {
        // It may have closed its pipe and live on.
        kill(process, SIGKILL)
        let status = wait()
        isDead = true
        let stage = shared.value == HelperProcess.idle ? nil : Int(shared.value)
        let signal = status & 0x7F
        guard signal != 0 else {
            let message = "the process at work left with status \(status >> 8 & 0xFF)"
            return Death(stage: stage, signal: nil, message: message)
        }
        return Death(stage: stage, signal: signal, message: "the process at work was ended by signal \(signal)")
    }

    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    /// Starts the program; the given descriptors get their numbers there, and no other is open.
    private static func spawn(
        _ arguments: [String], _ environment: [String], _ descriptors: [(Int32, Int32)]
    ) -> Result<pid_t, HelperFailure> {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, own) in descriptors { posix_spawn_file_actions_adddup2(&actions, descriptor, own) }
        var words = (["glaneur"] + arguments).map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for word in words + variables { free(word) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, "/proc/self/exe", &actions, nil, &words, &variables)
        return status == 0 ? .success(process) : .failure(HelperFailure("cannot start a helper", status))
    }
}

/// Why there are no helpers.
package struct HelperFailure: Error, CustomStringConvertible {
    /// What is wrong, in one line.
    package let description: String

    init(_ description: String, _ error: Int32? = nil) {
        self.description = description + (error.map { ": " + String(cString: strerror($0)).lowercased() } ?? "")
    }
}
