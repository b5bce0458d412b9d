"""What the benchmarks share: made texts, pages and records, commands measured in turn, tables. Python 3 standard library only."""
import contextlib
import io
import json
import os
import platform
import random
import re
import resource
import statistics
import subprocess
import sys
import threading
import time
from collections import namedtuple
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / ".bench"
ROUNDS = 6
FILE_BYTES = 5000
SYLLABLES = {
    "fr": "ba bou ce cha cli co dé di é fa fi ga gri ju la li lo ma mi mou na ni ou pa pla po ra ré ri ro sa ser si ta te ti tra va vi voi".split(),
    "en": "ac bal ber com con cra dan den dis er fen fol gar hal ing ken lan mar men ner over pan per ply ran ren ser sho ster ten ther tle un ver wal win".split(),
}

# What a command took: CPU seconds (user and system), wall seconds, the most memory in MB.
Usage = namedtuple("Usage", "cpu wall peak")


def changed(text, language, generator):
    """The text with other figures and some made-up words of two to four syllables."""
    def figure(match):
        return "".join(str(generator.randint(1 if at == 0 else 0, 9)) for at in range(len(match.group())))

    def word(match):
        if generator.random() > 1 / 6:
            return match.group()
        made = "".join(generator.choice(SYLLABLES[language]) for _ in range(generator.randint(2, 4)))
        return made.capitalize() if match.group()[0].isupper() else made

    return re.sub(r"[^\W\d_]{4,}", word, re.sub(r"\d+", figure, text))


def paragraphs():
    """The paragraphs of the seeds by language."""
    found = {"fr": [], "en": []}
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        found[path.name[:2]] += [part.strip() for part in path.read_text(encoding="utf-8").split("\n\n") if part.strip()]
    return found


def made_folder(name, count, make):
    """A folder of `count` files, made where it is missing: `make(number, generator)` gives name and content."""
    folder = BENCH / f"{name}-{count}"
    if folder.exists():
        return folder
    generator = random.Random(20261121)
    draft = BENCH / f"{name}-{count}.partial"
    draft.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        file, content = make(number, generator)
        (draft / file).write_text(content, encoding="utf-8")
    draft.rename(folder)
    return folder


def corpus(files):
    """The folder of plain texts: paragraphs in any order, figures changed, every sixth word made up."""
    parts = paragraphs()

    def make(number, generator):
        language = ("fr", "en")[number % 2]
        chosen, size = [], 0
        while size < FILE_BYTES:
            chosen.append(changed(generator.choice(parts[language]), language, generator))
            size += len(chosen[-1].encode()) + 2
        return f"{number:05}-{language}.txt", "\n\n".join(chosen) + "\n"

    return made_folder("corpus", files, make)


def pages(files):
    """The folder of web pages of about 60 KB: an article among scripts, menus, links to other articles and a footer."""
    parts = paragraphs()

    def make(number, generator):
        language = ("fr", "en")[number % 2]

        def text():
            return changed(generator.choice(parts[language]), language, generator).replace("&", "&amp;").replace("<", "&lt;")

        def words(count):
            return " ".join(text().split()[:count])

        def links(count, kind):
            rows = (f'<li class="{kind}__item {kind}__item--{at}"><a class="{kind}__link" href="/{kind}/{generator.randint(1, 10**7)}?utm_source=site&amp;pos={at}" '
                    f'data-track="{kind}-{at}" title="{kind}">{words(7)}</a></li>' for at in range(count))
            return f'<ul class="{kind}__list">' + "\n".join(rows) + "</ul>"

        script = "".join(f"window.q=window.q||[];q.push({{slot:'{generator.randint(1, 10**9)}',size:[300,{at}],if:a<b}});\n" for at in range(220))
        style = "".join(f".c{at} > .d{at}{{margin:{at}px;color:#{generator.randint(0, 0xFFFFFF):06x}}}\n" for at in range(120))
        title = words(10)
        body = "\n".join(f"<p>{text().replace(', ', ', <a href=' + chr(34) + '/tag' + chr(34) + '>', 1).replace('. ', '</a>. ', 1)}</p>" for _ in range(12))
        return f"{number:05}-{language}.html", (
            f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title} | Le Site</title>\n'
            f'<meta property="og:title" content="{title}"><style>{style}</style><script>{script}</script></head>\n'
            f'<body class="page"><header><nav class="menu">{links(40, "menu")}</nav></header>\n<main><article class="article">'
            f"<h1>{title}</h1><p class=\"standfirst\">{words(25)}</p>\n{body}\n</article>"
            f'<aside class="related"><h2>Related</h2>{links(45, "teaser")}</aside></main>\n'
            f'<footer>{links(50, "footer")}<p>© 2026</p></footer><script>{script}</script></body></html>\n')

    return made_folder("pages", files, make)


def records(count):
    """Chunks of `count` JSON records a line, each a paragraph or two under an id of its own; the texts repeat after 4,000."""
    parts = paragraphs()
    generator = random.Random(20261121)
    bodies = []
    for number in range(min(count, 4000)):
        language = ("fr", "en")[number % 2]
        text = changed(generator.choice(parts[language]), language, generator)
        bodies.append(b'","text":' + json.dumps(text, ensure_ascii=False).encode() + b"}\n")
    chunk = []
    for number in range(count):
        chunk.append(b'{"id":"r%d' % number + bodies[number % len(bodies)])
        if len(chunk) == 1000:
            yield b"".join(chunk)
            chunk = []
    yield b"".join(chunk)


def measured(command, folder=None, chunks=None, environment={}):
    """What a command took; `chunks` go to its standard input."""
    settings = dict(os.environ, LC_ALL="C.UTF-8", **environment)
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, env=settings, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL if chunks is None else subprocess.PIPE)
    if chunks is not None:
        def feed():
            try:
                for chunk in chunks:
                    process.stdin.write(chunk)
                process.stdin.close()
            except BrokenPipeError:
                pass
        threading.Thread(target=feed).start()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{Path(sys.argv[0]).name}: {command[0]} ended with {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss / 1024)


def in_turn(ways, rounds=ROUNDS):
    """Usages by name of ways that run in turn; the first round fills the caches and is dropped."""
    taken = {name: [] for name in ways}
    for number in range(rounds):
        for name, way in ways.items():
            usage = way()
            if number:
                taken[name].append(usage)
    return taken


def peak(usages):
    """The median of the most memory; what is less than ours cannot be seen, for a child begins as a copy of its parent."""
    least = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    megabytes = median(usages, "peak")
    return f"{megabytes:.0f}" if megabytes > 1.1 * least else f"< {1.1 * least:.0f}"


def median(usages, field="cpu"):
    return statistics.median(getattr(usage, field) for usage in usages)


def ratio(base, other):
    """The median of the speed beside that of a base, round by round."""
    return statistics.median(first.cpu / second.cpu for first, second in zip(base, other))


def table(head, rows):
    """A Markdown table; its first column is text, the others are figures."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in [head, *rows]) for at in range(len(head))]

    def line(cells):
        return "| " + " | ".join(cell.rjust(width) if at else cell.ljust(width) for at, (cell, width) in enumerate(zip(cells, widths))) + " |"

    rule = "| " + " | ".join("-" * width if at == 0 else "-" * (width - 1) + ":" for at, width in enumerate(widths)) + " |"
    print("\n".join([line(head), rule, *map(line, rows)]), flush=True)


@contextlib.contextmanager
def told(heading, isCatalogued):
    """What is printed meanwhile also becomes the text under a heading of `Benchmarks.md`, where that is asked for."""
    text = io.StringIO()
    terminal = sys.stdout

    class Both:
        def write(self, part):
            terminal.write(part)
            text.write(part)

        def flush(self):
            terminal.flush()

    with contextlib.redirect_stdout(Both()):
        yield
    if not isCatalogued:
        return
    path = ROOT / "Sources" / "Glaneur" / "Glaneur.docc" / "Benchmarks.md"
    before, _, rest = path.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    _, mark, after = rest.partition("\n## ")
    path.write_text(f"{before}\n## {heading}\n\n{text.getvalue().strip()}\n{mark}{after}", encoding="utf-8")


def processor():
    for line in Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []:
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def machine():
    """The machine with the work of others on it, the day, and the commit that is measured."""
    shown = subprocess.run(["git", "describe", "--always", "--dirty", "--exclude", "*"], cwd=ROOT, capture_output=True, text=True)
    commit = f", commit {shown.stdout.strip()}" if shown.returncode == 0 else ""
    return f"{processor()}, {os.cpu_count()} cores (load {os.getloadavg()[0]:.1f} before the run), {time.strftime('%Y-%m-%d')}{commit}"


def built(product="glaneur"):
    """The path of a product, built for release."""
    subprocess.run(["swift", "build", "-c", "release", "--product", product, "-q"], cwd=ROOT, check=True)
    shown = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True)
    return Path(shown.stdout.strip()) / product


def baseline(name):
    """The path of a small C program or library of `Benchmarks/Baselines`, compiled where it is missing or old."""
    sources = ROOT / "Benchmarks" / "Baselines"
    inputs = [sources / f"{name}.c", sources / "files.h"]
    packages, flags = {"icu-breaks": (["icu-uc", "icu-i18n"], []), "bare-parse": (["libxml-2.0"], []), "allocations": ([], ["-shared", "-fPIC"])}[name]
    if name == "bare-parse":
        inputs.append(ROOT / "Benchmarks" / "PageBaseline" / "PageBaseline.c")
    target = BENCH / (name + (".so" if flags else ""))
    if target.exists() and all(target.stat().st_mtime >= path.stat().st_mtime for path in inputs):
        return target
    BENCH.mkdir(exist_ok=True)
    libraries = []
    if packages:
        libraries = subprocess.run(["pkg-config", "--cflags", "--libs", *packages], check=True, capture_output=True, text=True).stdout.split()
    compiler = next(name for name in ("cc", "clang", "gcc") if subprocess.run(["which", name], capture_output=True).returncode == 0)
    code = [path for path in inputs if path.suffix == ".c"]
    subprocess.run([compiler, "-O2", *flags, *code, *libraries, "-o", target], check=True)
    return target
