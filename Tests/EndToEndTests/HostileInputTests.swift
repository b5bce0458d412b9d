import Foundation
import Testing

/// One run over a folder of files made to do harm, each of them also alone; sound files between them come out.
@Suite struct HostileInputTests {
    /// What becomes of a file.
    private enum Fate: Sendable {
        /// It comes out, with this in its text.
        case document(String)
        /// It is given up for one of these reasons, told in these words.
        case refused([String], saying: String)
        /// Part of it comes out, and the rest is given up.
        case both(String, [String])
    }

    /// Makes the files; some are too large to be written by hand.
    private static let making = """
        import gzip, io, os, struct, zipfile
        os.makedirs('bad')
        open('secret.txt', 'w').write('Zanzibarique est le mot de passe.')
        secret = 'file://' + os.path.abspath('secret.txt')
        text = b'<p>' + b'The committee of Lyon said on Tuesday that the plan would go ahead. ' * 4 + b'</p>'
        prose = b'Le maire de Lyon a dit mardi que le plan serait suivi.'
        head = b'<?xml version="1.0" encoding="UTF-8"?>'
        def page(body, end=b''): return b'<!DOCTYPE html><html><head><title>x</title></head><body>' + body + text + end
        def laughs(use):
            levels = b''.join(b'<!ENTITY l%d "%s">' % (i, b'&l%d;' % (i - 1) * 10) for i in range(1, 12))
            return head + b'<!DOCTYPE a [<!ENTITY l0 "lol">' + levels + b']>' + use
        def zipped(*members):
            o = io.BytesIO()
            with zipfile.ZipFile(o, 'w', zipfile.ZIP_DEFLATED) as z:
                for n, b in members: z.writestr(n, b)
            return o.getvalue()
        def record(length, block):
            return b'WARC/1.0\\r\\nWARC-Type: resource\\r\\nContent-Type: text/plain\\r\\nContent-Length: %d\\r\\n\\r\\n' % length \\
                + block + b'\\r\\n\\r\\n'
        million = 1000000
        nest = b'x'
        for level in range(6): nest = zipped(('%d.zip' % level, nest))
        files = {
            'a-sound.txt': prose, 'z-sound.html': page(b''),
            'levels.html': page(b'<div>' * million), 'levels-closed.html': page(b'<div>' * million + b'</div>' * million),
            'inline-levels.html': page(b'<b>' * million), 'few-levels.html': page(b'<div><i>' * 20000),
            'list-levels.html': page(b'<ul><li>x' * (million // 2)), 'table-levels.html': page(b'<table><tr><td>' * 300000),
            'end-tags.html': page(b'<span>' * 90000 + b'</i>' * 400000),
            'attributes.html': page(b'<div ' + b''.join(b'a%d=x ' % i for i in range(million)) + b'>'),
            'text.html': page(b'<p>' + b'The committee said so. ' * (100 * 1048576 // 23)), 'cells.html':
                page(b'<table>' + (b'<tr>' + b'<td>x</td>' * 1000 + b'</tr>') * 1000 + b'</table>'),
            'nul.html': page(text * 9 + b'<p>le \\0 fond</p>'), 'nul-many.html': page(b'\\0' * million),
            'broken.html': page(bytes(range(128, 256)) * 20 + b'\\xC3\\xA9' * 50 + b'\\xE2\\x80'),
            'opened.html': page(b'', b'<!-- x ' * million), 'brackets.html': page(b'<' * million),
            'names.html': page(b''.join(b'<x%d>' % i for i in range(90000))),
            'classes.html': page(b''.join(b'<i class=x%d>x</i>' % i for i in range(90000))),
            'references.html': page(b'&' * million), 'attribute.html': page(b'<div class="' + b'x ' * 5 * million + b'">'),
            'headings.html': page(b'<div>' * 3000 + b'<h1>The plan of the committee</h1>' * 30000),
            'linked.html': page(b'<script type="application/ld+json">' + b'[' * million + b'</script>'),
            'external.html': b'<!DOCTYPE html [<!ENTITY e SYSTEM "%s">]><p>&e;</p>' % secret.encode() + text,
            'levels.xml': head + b'<a>' * million, 'lists.xml': head + b'<doc>' + b'<list><item>' * million,
            'attributes.xml': head + b'<a ' + b''.join(b'a%d="x" ' % i for i in range(million)) + b'>le fond</a>',
            'text.xml': head + b'<a>' + b'x' * (100 << 20) + b'</a>', 'cells.xml':
                head + b'<doc><table>' + b'<row><cell>x</cell></row>' * million + b'</table></doc>',
            'laughs.xml': laughs(b'<a>&l11;</a>'), 'laughs-in-value.xml': laughs(b'<a b="&l11;">le fond</a>'),
            'quadratic.xml': head + b'<!DOCTYPE a [<!ENTITY l "' + b'x' * 30000 + b'">]><a>' + b'&l;' * 100000 + b'</a>',
            'external.xml': head + b'<!DOCTYPE a [<!ENTITY e SYSTEM "%s">]><a>le fond &e;</a>' % secret.encode(),
            'external-dtd.xml': head + b'<!DOCTYPE a SYSTEM "%s"><a>le fond</a>' % secret.encode(),
            'external-parameter.xml': head + b'<!DOCTYPE a [<!ENTITY %% e SYSTEM "%s"> %%e;]><a>le fond</a>' % secret.encode(),
            'included.xml': head + (b'<a xmlns:xi="http://www.w3.org/2001/XInclude">le fond<xi:include href="%s" parse="text"/></a>'
                                    % secret.encode()),
            'feed.xml': head + b'<rss><channel><item><description>' + b'<div>' * million + b'</description></item></channel></rss>',
            'subject.eml': b'From: a\\r\\nSubject: ' + b'=?utf-8?q?x?= ' * million + b'\\r\\n\\r\\nle fond',
            'parts.eml': b'Content-Type: multipart/mixed; boundary=a\\r\\n\\r\\n'
                + b'--a\\r\\nContent-Type: multipart/mixed; boundary=a\\r\\n\\r\\n' * 20000,
            'names.md': b'# x\\n\\n' + b'[' * million + b'](' * million + b' le fond\\n',
            'cut.txt.gz': gzip.compress(prose + os.urandom(100000))[:50000],
            'long.warc': record(10 ** 12, prose) + record(len(prose), prose),
            'short.warc': record(10, prose) + record(len(prose), prose),
            'bomb.zip': zipped(('a.txt', b'x' * (80 << 20)), ('b.txt', prose)), 'nest.zip': nest,
            'paths.zip': zipped(('../../escaped.txt', prose), ('/tmp/glaneur-escaped.txt', prose + b' Non.')),
        }
        for name, data in files.items(): open('bad/' + name, 'wb').write(data)
        """

    private static let fates: [String: Fate] = [
        "a-sound.txt": .document("Le maire de Lyon"), "z-sound.html": .document("The committee of Lyon"),
        "levels.html": .refused(["too-large"], saying: "100000 deep"),
        "levels-closed.html": .refused(["too-large"], saying: "100000 deep"),
        "inline-levels.html": .refused(["too-large"], saying: "100000 deep"),
        "few-levels.html": .document("The committee"),
        "list-levels.html": .refused(["too-large"], saying: "100000 deep"),
        "table-levels.html": .refused(["too-large"], saying: "100000 deep"),
        "end-tags.html": .refused(["too-large"], saying: "end tags that close nothing"),
        "attributes.html": .document("The committee"),
        "text.html": .refused(["too-large"], saying: "the limit is 33554432"),
        "cells.html": .refused(["too-large"], saying: "1000000 tags"),
        "nul.html": .refused(["binary"], saying: "control characters"),
        "nul-many.html": .refused(["binary"], saying: "control characters"),
        "broken.html": .document("The committee"), "opened.html": .document("The committee"),
        "brackets.html": .refused(["too-large"], saying: "1000000 tags and pieces of text"),
        "names.html": .document("The committee"), "classes.html": .document("The committee"),
        "references.html": .refused(["too-large"], saying: "500000 faults"),
        "attribute.html": .document("The committee"), "headings.html": .document("The committee"),
        "linked.html": .document("The committee"), "external.html": .document("The committee"),
        "levels.xml": .refused(["too-large"], saying: "1000 deep"),
        "lists.xml": .refused(["too-large"], saying: "1000 deep"),
        "attributes.xml": .document("le fond"),
        "text.xml": .refused(["too-large"], saying: "the limit is 33554432"),
        "cells.xml": .refused(["too-large"], saying: "1000000 elements"),
        "laughs.xml": .refused(["malformed"], saying: "entities that grow beyond 64 KiB"),
        "laughs-in-value.xml": .document("le fond"),
        "quadratic.xml": .refused(["malformed"], saying: "entities that grow beyond 64 KiB"),
        "external.xml": .refused(["malformed"], saying: "an entity that is another file"),
        "external-dtd.xml": .document("le fond"), "external-parameter.xml": .document("le fond"),
        "included.xml": .document("le fond"),
        "feed.xml": .refused(["too-large"], saying: "1000 deep"),
        "subject.eml": .document("le fond"), "parts.eml": .refused(["empty"], saying: "without text"),
        "names.md": .document("le fond"),
        "cut.txt.gz": .refused(["damaged", "binary"], saying: ""),
        "long.warc": .both("Le maire de Lyon", ["damaged", "too-large"]),
        "short.warc": .both("Le maire de Lyon", ["damaged"]),
        "bomb.zip": .both("Le maire de Lyon", ["bomb", "too-large"]),
        "nest.zip": .refused(["too-large"], saying: "archives in one another"),
        "paths.zip": .document("Le maire de Lyon"),
    ]

    /// Runs the program, one document at a time, over the folder and over each file; says how long and how much memory each took.
    private static let running = """
        import json, os, subprocess, sys, time
        def run(out, path):
            start = time.time()
            process = subprocess.Popen([sys.argv[1], 'annotate', path, '--no-unify', '-j', '1', '-o', out], stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            print(json.dumps({'name': os.path.basename(path), 'status': status, 'seconds': time.time() - start,
                              'megabytes': usage.ru_maxrss >> 10}))
        run('out', 'bad')
        for name in sorted(os.listdir('bad')): run('alone/' + name, 'bad/' + name)
        """

    private struct Run: Decodable {
        let name: String
        let status: Int
        let seconds: Double
        let megabytes: Int
    }

    private func python(_ program: String, _ arguments: [String] = [], in folder: TemporaryFolder) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        process.currentDirectoryURL = folder.url
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Program.Failure(description: "python3 failed") }
        return bytes
    }

    @Test func harmIsBoundedAndSoundFilesComeOut() throws {
        let folder = try TemporaryFolder()
        _ = try python(Self.making, in: folder)
        try folder.makeFolder("alone")
        let runs = try python(Self.running, [Program.path], in: folder).lines(Run.self)
        #expect(runs.count == Self.fates.count + 1)
        for run in runs {
            #expect(run.status == 0, "\(run)")
            #expect(run.megabytes <= 256, "\(run)")
            // Debug builds are slow, and machines busy; a release takes less than a second.
            #expect(run.seconds < (run.name == "bad" ? 300 : 20), "\(run)")
        }
        let lines = try folder.read("out/part-00000.jsonl").lines(DocumentLine.self)
        let errors = try folder.read("out/errors.jsonl").lines(ErrorLine.self)
        for (name, fate) in Self.fates {
            let texts = lines.filter { $0.provenance.path == "bad/\(name)" }.map(\.text)
            let failures = errors.filter { $0.id.hasPrefix("bad/\(name)") }
            switch fate {
            case .document(let text):
                #expect(texts.contains { $0.contains(text) }, "\(name): \(failures)")
                #expect(failures.isEmpty, "\(name): \(failures)")
            case .refused(let codes, let words):
                #expect(texts.isEmpty, "\(name): \(texts.map { $0.prefix(80) })")
                #expect(failures.count == 1, "\(name): \(failures)")
                #expect(failures.allSatisfy { codes.contains($0.code) }, "\(name): \(failures)")
                #expect(
                    failures.allSatisfy { words.isEmpty || $0.message.contains(words) },
                    "\(name): \(failures), \(words)")
            case .both(let text, let codes):
                #expect(texts.contains { $0.contains(text) }, "\(name): \(failures)")
                #expect(!failures.isEmpty && failures.allSatisfy { codes.contains($0.code) }, "\(name): \(failures)")
            }
        }
        #expect(errors.allSatisfy { !$0.message.isEmpty })
        let counts = try RunReport(folder.read("out/run.json")).counts
        #expect(counts.in == counts.out + counts.quarantined)
        #expect(counts.out == lines.count && counts.quarantined == errors.count)
        // What stands in the local file stands nowhere else, and nothing was written where an archive wants it.
        for name in try folder.names(in: "out") {
            #expect(try folder.read("out/\(name)").range(of: Data("Zanzibarique".utf8)) == nil, "\(name)")
        }
        #expect(try folder.names() == ["alone", "bad", "out", "secret.txt"])
        #expect(!FileManager.default.fileExists(atPath: "/tmp/glaneur-escaped.txt"))
    }
}
