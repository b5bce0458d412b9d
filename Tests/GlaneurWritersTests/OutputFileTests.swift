import GlaneurCore
import Glibc
import Testing

@testable import GlaneurWriters

@Suite struct OutputFileTests {
    private let place: TemporaryPlace
    private var folder: String { place.path }

    init() throws { place = try TemporaryPlace() }

    private var files: [String] { place.names }

    private func content(_ path: String) -> [UInt8] { place.read(String(path.dropFirst(folder.count + 1))) }

    @Test(arguments: [
        [0], [1, 2, 3], [262_143, 1, 1], [262_144], [100, 1_000_000, 5], Array(repeating: 1000, count: 900),
    ])
    func bytesComeOutInOrder(sizes: [Int]) throws {
        let path = folder + "/out.jsonl"
        var file = try OutputFile(path: path)
        var expected: [UInt8] = []
        for (index, size) in sizes.enumerated() {
            let bytes = Array(repeating: UInt8(truncatingIfNeeded: index), count: size)
            expected += bytes
            try file.write(bytes)
        }
        #expect(files == ["out.jsonl.partial"])
        #expect(file.count == expected.count)
        try file.finish()
        #expect(files == ["out.jsonl"])
        #expect(content(path) == expected)
    }

    @Test func unfinishedFileLeavesTheOldOneAlone() throws {
        let path = folder + "/out.jsonl"
        var first = try OutputFile(path: path)
        try first.write([1])
        try first.finish()
        do {
            var second = try OutputFile(path: path)
            try second.write([2, 3])
            try second.flush()
        }
        #expect(files == ["out.jsonl"])
        #expect(content(path) == [1])
    }

    @Test func linksAreFollowedAndKept() throws {
        let path = folder + "/out.jsonl"
        let link = folder + "/link"
        try OutputFile(path: path).finish()
        #expect(symlink(path, link) == 0)
        var file = try OutputFile(path: link)
        try file.write([7])
        try file.finish()
        #expect(content(path) == [7])
        #expect(files == ["link", "out.jsonl"])
    }

    @Test func devicesAreWrittenAsTheyAre() throws {
        var file = try OutputFile(path: "/dev/null")
        try file.write([1])
        try file.finish()
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test func fullDiskIsSaid() {
        let failure = #expect(throws: OutputFailure.self) {
            var file = try OutputFile(path: "/dev/full")
            try file.write([1])
            try file.finish()
        }
        #expect(failure == .cannotWrite(path: "/dev/full", reason: "no space left on device"))
    }

    @Test func missingFolderIsSaid() {
        let path = folder + "/none/out.jsonl"
        let failure = #expect(throws: OutputFailure.self) { try OutputFile(path: path).finish() }
        #expect(failure == .cannotWrite(path: path, reason: "no such file or directory"))
    }

    @Test func goneReaderIsAQuietEnd() throws {
        let path = folder + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDONLY | O_NONBLOCK)
        var file = try OutputFile(path: path)
        close(reader)
        try file.write([1])
        #expect(throws: OutputFailure.closedPipe) { try file.flush() }
    }
}
