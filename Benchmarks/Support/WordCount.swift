import Glibc

/// Runs `wc -w` over bytes in a temporary file.
package struct WordCount: ~Copyable {
    private let path: String

    /// What may go wrong with a process or a file.
    package struct Failure: Error {
        let what: String
    }

    /// Writes the bytes to a file.
    package init(_ chunks: [[UInt8]]) throws { path = try WordCount.write(chunks) }

    deinit { unlink(path) }

    /// The CPU seconds, user and system, of one run in the C locale of UTF-8.
    package func seconds() throws -> Double {
        var process = pid_t()
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("wc"), strdup("-w"), strdup(path), nil]
        var environment: [UnsafeMutablePointer<CChar>?] = [strdup("LC_ALL=C.UTF-8"), strdup("PATH=/usr/bin:/bin"), nil]
        defer { for string in arguments + environment { free(string) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        let error = posix_spawnp(&process, "wc", &actions, nil, &arguments, &environment)
        guard error == 0 else { throw Failure(what: "wc does not start: \(String(cString: strerror(error)))") }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process, status == 0 else {
            throw Failure(what: "wc ended with \(status)")
        }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static func write(_ chunks: [[UInt8]]) throws -> String {
        var template = Array("/tmp/glaneur-benchmark-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { throw Failure(what: "no temporary file: \(String(cString: strerror(errno)))") }
        defer { close(file) }
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        for chunk in chunks {
            var written = 0
            while written < chunk.count {
                let count = chunk[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                guard count > 0 else {
                    throw Failure(what: "cannot write \(path): \(String(cString: strerror(errno)))")
                }
                written += count
            }
        }
        return path
    }
}
