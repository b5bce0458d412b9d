import Foundation

/// The program `glaneur` as it was built with these tests.
enum Program {
    /// How a run of the program ended.
    struct Ending {
        /// The exit status; 128 and the number of the signal where one killed it.
        let status: Int32
        let output: Data
        let errors: String

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// Where standard output goes.
    enum Output {
        case captured
        case file(String)
        /// A pipe whose reader has left.
        case closedPipe
    }

    /// What is in front of the program on the command line that starts it.
    enum Wrapper {
        case none
        /// Takes root's right to read what no one may; others never had it.
        case withoutPrivileges
        /// The shell's limit on the size of files, in kilobytes, as a quota has it.
        case fileLimit(Int)

        var words: [String] {
            switch self {
            case .withoutPrivileges where geteuid() == 0:
                ["/usr/bin/setpriv", "--bounding-set=-dac_override,-dac_read_search"]
            case .fileLimit(let kilobytes): ["/bin/bash", "-c", "ulimit -f \(kilobytes); exec \"$0\" \"$@\""]
            default: []
            }
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The program beside the test bundle; `$GLANEUR_PROGRAM` names another one.
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["GLANEUR_PROGRAM"], !path.isEmpty { return path }
        // The bundle is the running program, or is named on its command line, or the bundle is a folder around it.
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.path.count > 1 {
            let candidate = folder.appending(path: "glaneur").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return "glaneur"
    }()

    /// The compiled lexicons of all tests, so that the cache of the user is left alone.
    private static let cache: TemporaryFolder? = try? TemporaryFolder()

    /// Runs the program to its end.
    static func run(
        _ arguments: String..., in folder: String = "/", input: Data = Data(), output: Output = .captured,
        environment: [String: String] = [:], wrapper: Wrapper = .none
    ) throws -> Ending {
        try run(
            arguments: arguments, in: folder, input: input, output: output, environment: environment, wrapper: wrapper)
    }

    /// Runs the program to its end.
    static func run(
        arguments: [String], in folder: String = "/", input: Data = Data(), output: Output = .captured,
        environment: [String: String] = [:], wrapper: Wrapper = .none
    ) throws -> Ending {
        let running = try start(
            arguments: arguments, in: folder, input: input, output: output, environment: environment, wrapper: wrapper)
        return try running.ending()
    }

    /// Starts the program; its streams are files, so that nobody waits for anybody.
    ///
    /// - Parameter input: the bytes on standard input; nothing for a pipe that says what ``Running/feed(_:)`` puts into it.
    static func start(
        arguments: [String], in folder: String = "/", input: Data? = Data(), output: Output = .captured,
        environment: [String: String] = [:], wrapper: Wrapper = .none
    ) throws -> Running {
        let streams = try TemporaryFolder()
        let inputPath: String
        if let input {
            inputPath = try streams.write("input", input)
        } else {
            inputPath = streams.path("input")
            guard mkfifo(inputPath, 0o600) == 0 else { throw Failure(description: "no pipe") }
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Opened for both, a pipe has a writer from the start, so nobody waits for one and it never ends.
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, inputPath, input == nil ? O_RDWR : O_RDONLY, 0)
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        switch output {
        case .captured:
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, streams.path("output"), flags, 0o600)
        case .file(let path):
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path, O_WRONLY, 0)
        case .closedPipe:
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw Failure(description: "no pipe") }
            // The child has its own copy of the writing end when this function returns.
            defer { close(ends[1]) }
            close(ends[0])
            posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
            posix_spawn_file_actions_addclose(&actions, ends[1])
            return try spawn(&actions, wrapper.words, arguments, folder, environment, streams)
        }
        return try spawn(&actions, wrapper.words, arguments, folder, environment, streams)
    }

    private static func spawn(
        _ actions: inout posix_spawn_file_actions_t, _ wrapper: [String], _ arguments: [String], _ folder: String,
        _ changes: [String: String], _ streams: TemporaryFolder
    ) throws -> Running {
        posix_spawn_file_actions_addopen(
            &actions, STDERR_FILENO, streams.path("errors"), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0o600)
        var environment = ProcessInfo.processInfo.environment
        environment["XDG_CACHE_HOME"] = cache?.url.path
        // What a person has set must not decide about tests.
        environment["GLANEUR_LEXICONS"] = nil
        environment.merge(changes) { $1 }
        // env changes the folder and becomes the program; Swift does not see the call of the C library that would.
        let command = wrapper + ["/usr/bin/env", "-C", folder, path] + arguments
        var words = command.map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + settings { free(pointer) } }
        var process = pid_t()
        let status = posix_spawn(&process, command[0], &actions, nil, &words, &settings)
        guard status == 0 else { throw Failure(description: "\(path): \(String(cString: strerror(status)))") }
        return Running(process: process, streams: streams)
    }

    /// The program at work.
    struct Running {
        let process: pid_t
        let streams: TemporaryFolder

        /// What stands on standard error up to now.
        var errors: String { (try? streams.read("errors")).map { String(decoding: $0, as: UTF8.self) } ?? "" }

        /// Puts bytes into the pipe on standard input and waits until the program has taken them out.
        func feed(_ bytes: [UInt8]) throws {
            let pipe = open(streams.path("input"), O_RDWR)
            guard pipe >= 0, write(pipe, bytes, bytes.count) == bytes.count else {
                throw Failure(description: "the pipe takes nothing: \(errno)")
            }
            defer { close(pipe) }
            var left: Int32 = 1
            while left > 0 {
                usleep(1000)
                guard ioctl(pipe, UInt(FIONREAD), &left) == 0 else { throw Failure(description: "ioctl: \(errno)") }
            }
        }

        func signal(_ number: Int32) { kill(process, number) }

        /// Waits for the end.
        func ending() throws -> Ending {
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0 {
                guard errno == EINTR else { throw Failure(description: "waitpid: \(errno)") }
            }
            let signal = status & 0x7F
            return Ending(
                status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
                output: (try? streams.read("output")) ?? Data(), errors: errors)
        }
    }
}
