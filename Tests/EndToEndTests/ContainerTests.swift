import Foundation
import Testing

@Suite struct ContainerTests {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program in a folder and returns what it says.
    @discardableResult
    private func run(_ program: String, _ arguments: [String], in folder: TemporaryFolder) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder.url
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(description: "\(program) failed") }
        return text
    }

    /// Packs the seeds in every way there is; each way is one input.
    private static let packing = """
        import bz2, gzip, io, json, lzma, os, tarfile, zipfile, zlib
        texts = [(n, open('seeds/' + n, 'rb').read()) for n in sorted(os.listdir('seeds'))]
        def tar(mode):
            o = io.BytesIO()
            with tarfile.open(fileobj=o, mode=mode) as t:
                for n, b in texts:
                    i = tarfile.TarInfo('seeds/' + n); i.size = len(b); t.addfile(i, io.BytesIO(b))
            return o.getvalue()
        def zipped():
            o = io.BytesIO()
            with zipfile.ZipFile(o, 'w', zipfile.ZIP_DEFLATED) as z:
                for n, b in texts: z.writestr(n, b)
            return o.getvalue()
        def record(kind, media, block):
            head = 'WARC/1.0\\r\\nWARC-Type: %s\\r\\nContent-Type: %s\\r\\nContent-Length: %d\\r\\n\\r\\n'
            return (head % (kind, media, len(block))).encode() + block + b'\\r\\n\\r\\n'
        def chunks(b):
            parts = [b[i:i + 100] for i in range(0, len(b), 100)] + [b'']
            return b''.join(b'%x\\r\\n' % len(p) + p + b'\\r\\n' for p in parts)
        def response(b, *fields):
            head = b'\\r\\n'.join((b'HTTP/1.1 200 OK', b'Content-Type: text/plain; charset=utf-8') + fields)
            return record('response', 'application/http', head + b'\\r\\n\\r\\n' + b)
        ways = [lambda b: response(b), lambda b: response(chunks(b), b'Transfer-Encoding: chunked'),
                lambda b: response(gzip.compress(b), b'Content-Encoding: gzip'),
                lambda b: response(zlib.compress(b), b'Content-Encoding: deflate'),
                lambda b: record('resource', 'text/plain', b), lambda b: record('conversion', 'text/plain', b)]
        records = [ways[i % len(ways)](b) for i, (n, b) in enumerate(texts)]
        lines = b''.join(json.dumps({'text': b.decode()}).encode() + b'\\n' for n, b in texts)
        os.mkdir('in')
        for name, data in {
            'a.tar': tar('w:'), 'b.tar.gz': tar('w:gz'), 'c.tbz2': tar('w:bz2'), 'd.tar.xz': tar('w:xz'), 'e.zip': zipped(),
            'f.jsonl': lines, 'g.jsonl.gz': gzip.compress(lines[:3000]) + gzip.compress(lines[3000:]),
            'h.jsonl.bz2': bz2.compress(lines), 'i.jsonl.xz': lzma.compress(lines), 'j.warc': b''.join(records),
            'k.warc.gz': b''.join(map(gzip.compress, records)), 'l.warc.gz': gzip.compress(b''.join(records)),
            'm.txt': gzip.compress(zipped()),
        }.items():
            open('in/' + name, 'wb').write(data)
        """

    @Test func sameTextsInEveryContainerGiveTheSameNames() throws {
        let folder = try TemporaryFolder()
        _ = try folder.copySeeds()
        try run("python3", ["-c", Self.packing], in: folder)
        let ending = try Program.run(
            "annotate", folder.path("in"), folder.path("seeds"), "--no-unify", "-o", folder.path("out"))
        #expect(ending.status == 0)
        #expect(!folder.exists("out/errors.jsonl"))
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        let groups = Dictionary(grouping: lines) {
            $0.provenance.path.hasPrefix("seeds/") ? "seeds" : $0.provenance.path
        }
        #expect(groups.count == 14)
        func summary(_ lines: [DocumentLine]?) -> [String] {
            (lines ?? []).map { line in
                "\(line.text) \((line.ents ?? []).map { "\($0.start) \($0.end) \($0.summary)" })"
            }.sorted()
        }
        let expected = summary(groups["seeds"])
        #expect(expected.count == Checkout.seedNames.count)
        for (path, group) in groups { #expect(summary(group) == expected, "\(path)") }
        let report = try RunReport(folder.read("out/run.json"))
        #expect(report.counts.in == lines.count)
        // Where offsets count in a member that stands in the file as it is, they lead to the bytes of the mention.
        let archive = try folder.read("in/a.tar")
        for line in groups["in/a.tar"] ?? [] {
            let member = try #require(archive.range(of: Data(line.text.utf8)))
            for ent in line.ents ?? [] {
                let bytes = archive[(member.lowerBound + ent.rawStart)..<(member.lowerBound + ent.rawEnd)]
                #expect(String(decoding: bytes, as: UTF8.self) == ent.text)
            }
        }
    }

    @Test func standardInputMayBeCompressed() throws {
        let folder = try TemporaryFolder()
        _ = try folder.copySeeds()
        try run("python3", ["-c", Self.packing], in: folder)
        let archive = try Program.run("annotate", "-", "-o", "-", input: folder.read("in/b.tar.gz"))
        #expect(
            try archive.output.lines(DocumentLine.self).map(\.id) == Checkout.seedNames.sorted().map { "-/seeds/\($0)" }
        )
        let zip = try Program.run("annotate", "-", "-o", "-", input: folder.read("in/e.zip"))
        #expect(try zip.output.lines(DocumentLine.self).count == Checkout.seedNames.count)
        let lines = try Program.run("annotate", "-", "-o", "-", input: folder.read("in/g.jsonl.gz"))
        #expect(try lines.output.lines(DocumentLine.self).first?.id == "-#1")
    }

    /// Archives made to do harm, each between two that do none.
    private static let harm = """
        import gzip, io, json, os, resource, struct, subprocess, sys, tarfile, time, zipfile, zlib
        os.mkdir('bad'); os.mkdir('out')
        text = b'Elon Musk dirige Tesla.'
        def squeezed(size, byte=b'a', bits=31):
            c = zlib.compressobj(9, wbits=bits)
            return b''.join(c.compress(byte * (1 << 20)) for _ in range(size)) + c.flush()
        def zipped(*members):
            o = io.BytesIO()
            with zipfile.ZipFile(o, 'w', zipfile.ZIP_DEFLATED) as z:
                for n, b in members: z.writestr(n, b)
            return o.getvalue()
        nest = bytes(20 << 20)
        for level in range(4): nest = zipped(*[('%d.zip' % i, nest) for i in range(16)])
        one = zipped(('000000', b'a' * (20 << 20)))
        entry = one.rindex(b'PK\\1\\2'); end = one.rindex(b'PK\\5\\6')
        entries = b''.join(one[entry:end].replace(b'000000', b'%06d' % k) for k in range(5000))
        overlap = one[:entry] + entries + b'PK\\5\\6' + struct.pack('<HHHHIIH', 0, 0, 5000, 5000, len(entries), entry, 0)
        hidden = tarfile.TarInfo('.x').tobuf()
        cases = {
            'endless.txt.gz': squeezed(512), 'endless.jsonl.gz': squeezed(512, b'\\n'),
            'many.zip': zipped(('a.txt', text), *[('b%d' % i, bytes(40 << 20)) for i in range(12)], ('c.txt', text)),
            'nest.zip': nest, 'overlap.zip': overlap,
            'zeros.warc.gz': gzip.compress(b'WARC/1.0\\r\\nContent-Length: 9999999999\\r\\n\\r\\n' + bytes(64 << 20)),
            'marks.warc': b'WARC/1.0\\r\\n' * 20000, 'members.tgz': gzip.compress(hidden * 300000, 1),
        }
        for number, (name, data) in enumerate(cases.items()):
            out = 'out/%d' % number
            open('bad/' + name, 'wb').write(data)
            start = time.time()
            process = subprocess.Popen([sys.argv[1], 'annotate', 'bad/' + name, '--no-unify', '-o', out],
                                       stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            report = json.load(open(out + '/run.json'))['counts']
            codes = sorted({json.loads(l)['code'] for l in open(out + '/errors.jsonl')})
            print(json.dumps({'name': name, 'status': status, 'seconds': time.time() - start,
                              'megabytes': usage.ru_maxrss >> 10, 'codes': codes,
                              'balanced': report['in'] == report['out'] + report['quarantined']}))
        """

    private struct HarmReport: Decodable {
        let name: String
        let status: Int
        let seconds: Double
        let megabytes: Int
        let codes: [String]
        let balanced: Bool
    }

    @Test func harmIsBounded() throws {
        let folder = try TemporaryFolder()
        let reports = try Data(run("python3", ["-c", Self.harm, Program.path], in: folder).utf8).lines(HarmReport.self)
        #expect(reports.count == 8)
        for report in reports {
            print(report)
            #expect(report.status == 0, "\(report)")
            #expect(report.balanced, "\(report)")
            #expect(report.megabytes < 256, "\(report)")
            // Debug builds are slow, and machines busy; the bound of a release is one second.
            #expect(report.seconds < 60, "\(report)")
            #expect(!Set(report.codes).isDisjoint(with: ["bomb", "too-large", "damaged", "empty"]), "\(report)")
        }
    }
}
