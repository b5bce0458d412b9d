#!/usr/bin/env python3
"""Annotates what Spark can read with `glaneur`, one process a partition, and writes Parquet, JSON lines and entities.

    spark-submit scripts/spark/annotate.py --format jsonl --out OUT INPUT … [-- OPTION OF glaneur annotate …]

--format says what the inputs are:
    jsonl     a record a line, as `glaneur annotate` reads them
    text      a text a line; its id is the name of the file and the number of the line
    parquet   rows with a column for ids (--id-column) and one for texts (--text-column)
    table     a table or view of the catalog, with the same columns

It needs PySpark 4 or newer, pandas below 3 and pyarrow on every machine, and the program under the path of --glaneur there
(scripts/package makes one file that needs nothing else). OUT is a folder that the driver and all executors see; Spark may be
told so with a file: address, or by being the only file system it knows.

    OUT/parquet/                   position, id, is_error, line
    OUT/lines/part-00000.jsonl …   document lines, in the order of the input
    OUT/errors/part-00000.jsonl …  lines of documents that were given up
    OUT/entities.jsonl             what `glaneur unify` makes of all lines, with duplicates.jsonl beside it
    OUT/spark.json                 the counts

A partition goes as JSON lines through `glaneur annotate - --stream --trailer`, which answers each line with one line, in
order. A task fails, and Spark tries it again, unless there are as many answers as lines, the trailer says the same, and the
exit status is 0. What is made of a line depends on that line alone, so the bytes are those of one process that is fed all of
them, whatever the partitions, the retries and the machines that were lost.
"""

import argparse
import collections
import glob
import json
import os
import shutil
import subprocess
import sys
import threading
import urllib.parse

STDERR_KEPT = 8192
DOCUMENT = b'{"schema":"glaneur.doc/1","id":'
# Quotation marks in a text are escaped, so that no text has this.
ERROR = b'"text":"","error":{'
TRAILER = b'{"schema":"glaneur.end/1",'


class BrokenPartition(Exception):
    """The process gave something else than one sound answer to each line."""


class Annotator:
    """One `glaneur` process: a thread sends lines, another keeps the end of what it says, the caller takes the answers."""

    def __init__(self, command):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # The positions of the lines that were sent and not answered yet.
        self.waiting = collections.deque()
        self.sent = 0
        self.bytes = 0
        self.feed_error = None
        self.said = collections.deque(maxlen=STDERR_KEPT)

    def answers(self, rows):
        """Yields (position, id, is_error, line) for each row (position, line) while the rows are being sent."""
        threads = [
            threading.Thread(target=self._feed, args=(rows,), daemon=True),
            threading.Thread(target=self._listen, daemon=True),
        ]
        for thread in threads:
            thread.start()
        try:
            yield from self._answers(threads)
        finally:
            # Where the caller leaves early, the process would wait for a reader for ever.
            if self.process.poll() is None:
                self.process.kill()
            self.process.wait()

    def _answers(self, threads):
        counts = {"out": 0, "quarantined": 0}
        trailer = None
        for answer in self.process.stdout:
            if trailer is not None:
                raise self._broken("a line behind the trailer")
            if not answer.endswith(b"\n"):
                raise self._broken("the last line is cut")
            if answer.startswith(TRAILER):
                trailer = json.loads(answer)
                continue
            if not answer.startswith(DOCUMENT):
                raise self._broken(f"no document line: {answer[:60]!r}")
            is_error = ERROR in answer
            if not self.waiting:
                raise self._broken("more answers than lines")
            position = self.waiting.popleft()
            counts["quarantined" if is_error else "out"] += 1
            line = renumbered(answer[:-1], sum(counts.values()), position + 1)
            yield position, identifier(line), is_error, line
        status = self.process.wait()
        for thread in threads:
            thread.join()
        if status != 0:
            raise self._broken(f"ended with status {status}")
        if trailer is None:
            raise self._broken("no trailer: the stream was cut")
        if self.feed_error is not None or self.waiting:
            raise self._broken("not all lines were read")
        for key, count in {"in": self.sent, "bytes_in": self.bytes, **counts}.items():
            if trailer.get(key) != count:
                raise self._broken(f"the trailer says {key} {trailer.get(key)}, there were {count}")

    def _feed(self, rows):
        try:
            with self.process.stdin as stdin:
                for position, line in rows:
                    self.waiting.append(position)
                    self.sent += 1
                    self.bytes += len(line)
                    stdin.write(line)
        except BaseException as error:  # the thread that reads tells it
            self.feed_error = error
            if not isinstance(error, BrokenPipeError):
                # What was sent so far is not all there is: no sound end may come of it.
                self.process.kill()

    def _listen(self):
        for line in self.process.stderr:
            self.said.extend(line)

    def _broken(self, message):
        if self.feed_error is not None and not isinstance(self.feed_error, BrokenPipeError):
            # Then the process was ended here, whatever is missing.
            return self.feed_error
        said = bytes(self.said).decode("utf-8", "replace").strip()
        return BrokenPartition(f"glaneur: {message}, after {self.sent} lines{': ' + said if said else ''}")


def renumbered(line, number, global_number):
    """Gives a line that has no id of its own, and is numbered in its partition, its number in the whole input."""
    generated = DOCUMENT + b'"-#%d"' % number
    if line.startswith(generated):
        line = DOCUMENT + b'"-#%d"' % global_number + line[len(generated):]
    return line.decode("utf-8")


def identifier(line):
    """The id of a line, which stands second in it."""
    return json.JSONDecoder().raw_decode(line, line.index('"id":') + 5)[0]


def record(row_id, text):
    """The record of a text."""
    row = {"id": row_id, "text": text or ""}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def annotation(command, kind, batch_size, kill_marker):
    """Returns what mapInArrow runs on the batches of one partition: position, id and text in, lines out."""

    def rows(batches):
        for batch in batches:
            columns = [batch.column(name).to_pylist() for name in ("position", "id", "text")]
            for position, row_id, text in zip(*columns):
                if kind == "jsonl":
                    yield position, text + b"\n"
                elif kind == "text":
                    yield position, record(row_id, text.removesuffix(b"\r").decode("utf-8", "replace"))
                else:
                    yield position, record(row_id, text)

    def annotate(batches):
        import pyarrow

        kinds = [pyarrow.int64(), pyarrow.string(), pyarrow.bool_(), pyarrow.string()]

        def gathered(answers):
            columns = [pyarrow.array(list(column), kind) for column, kind in zip(zip(*answers), kinds)]
            return pyarrow.RecordBatch.from_arrays(columns, ["position", "id", "is_error", "line"])

        answers = []
        for answer in Annotator(command).answers(rows(killing(batches, kill_marker) if kill_marker else batches)):
            answers.append(answer)
            if len(answers) == batch_size:
                yield gathered(answers)
                answers.clear()
        if answers:
            yield gathered(answers)

    return annotate


def killing(batches, marker):
    """Hands batches on; the partition that makes the marker first kills its executor behind its second batch. For tests."""
    for number, batch in enumerate(batches):
        if number == 2:
            try:
                with open(marker, "x") as file:
                    process = os.getpid()
                    while True:
                        with open(f"/proc/{process}/stat") as status:
                            name, fields = status.read().split("(", 1)[1].rsplit(")", 1)
                        # The worker was forked from a daemon, which is a child of the executor.
                        if name == "java":
                            break
                        process = int(fields.split()[1])
                    file.write(f"{process}\n")
                os.kill(process, 9)
            except FileExistsError:
                pass
        yield batch


def lines_of_files(spark, options):
    """The lines of text files as position, id and text; the positions follow the paths and the lines in each file."""
    from pyspark.sql import functions as f

    # Bytes, since Spark would mend what is no UTF-8; and no line end but that of JSON lines.
    frame = spark.read.text(options.inputs, lineSep="\n").select(
        f.col("value").cast("binary").alias("text"), f.col("_metadata.file_path").alias("file"),
        f.col("_metadata.file_block_start").alias("block"), f.monotonically_increasing_id().alias("row"))
    # A block of a file lies in one partition, its lines in their order. One quick pass tells how many come before it, which
    # needs no shuffle of the texts.
    blocks = frame.groupBy("file", "block").agg(f.min("row").alias("first"), f.count("*").alias("count")).collect()
    starts, position, file, line = [], 0, None, 0
    for block in sorted(blocks, key=lambda block: (block["file"].encode(), block["block"])):
        if block["file"] != file:
            file, line = block["file"], 0
        name = urllib.parse.unquote(file.rsplit("/", 1)[-1])
        starts.append((file, block["block"], name, position - block["first"], line - block["first"]))
        position += block["count"]
        line += block["count"]
    schema = "file string, block long, name string, position_start long, line_start long"
    start = f.broadcast(spark.createDataFrame(starts, schema))
    return frame.join(start, ["file", "block"]).select(
        (f.col("row") + f.col("position_start")).alias("position"),
        f.concat("name", f.lit("#"), (f.col("row") + f.col("line_start") + 1).cast("string")).alias("id"), "text")


def rows_of_columns(frame, options):
    """The rows of a table as position, id and text, in the order of --order-column or of the ids."""
    from pyspark.sql import functions as f

    order = options.order_column or options.id_column
    return frame.orderBy(order).select(
        f.monotonically_increasing_id().alias("position"), f.col(options.id_column).cast("string").alias("id"),
        f.col(options.text_column).cast("string").alias("text"))


def read_input(spark, options):
    """The input as position, id and text."""
    if options.format in ("jsonl", "text"):
        return lines_of_files(spark, options)
    if options.format == "parquet":
        return rows_of_columns(spark.read.parquet(*options.inputs), options)
    if len(options.inputs) != 1:
        sys.exit("annotate.py: --format table takes the name of one table")
    return rows_of_columns(spark.read.table(options.inputs[0]), options)


def summary(line):
    """A document line without what `glaneur unify` does not look at."""
    document = json.loads(line)
    kept = {key: document[key] for key in ("schema", "id", "lang", "text") if key in document}
    keys = ("start", "end", "label", "text", "entity_id", "by", "norm")
    kept["ents"] = [{key: ent[key] for key in keys if key in ent} for ent in document.get("ents", [])]
    speakers = [{"speaker_entity": q["speaker_entity"]} for q in document.get("quotes", []) if "speaker_entity" in q]
    if speakers:
        kept["quotes"] = speakers
    if "blocks" in document:
        kept["blocks"] = {key: document["blocks"][key] for key in ("start", "end", "class") if key in document["blocks"]}
    if "offsets" in document.get("run", {}):
        kept["run"] = {"offsets": document["run"]["offsets"]}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def summaries(batches):
    """What mapInArrow runs on annotated lines before they are unified."""
    import pyarrow

    for batch in batches:
        lines = pyarrow.array([summary(line) for line in batch.column("line").to_pylist()], pyarrow.string())
        yield pyarrow.RecordBatch.from_arrays([lines], ["line"])


def write_lines(frame, folder):
    """Writes a column of lines as part-00000.jsonl and so on, in the order of the partitions; returns the number of files."""
    shutil.rmtree(folder, ignore_errors=True)
    frame.write.text("file://" + folder, lineSep="\n")
    parts = [part for part in sorted(glob.glob(folder + "/part-*.txt")) if os.path.getsize(part)]
    for number, part in enumerate(parts):
        os.rename(part, f"{folder}/part-{number:05d}.jsonl")
    for rest in glob.glob(folder + "/*.txt") + glob.glob(folder + "/.*.crc") + glob.glob(folder + "/_SUCCESS"):
        os.remove(rest)
    return len(parts)


def parse_arguments(arguments):
    own, behind = arguments, []
    if "--" in arguments:
        own, behind = arguments[: arguments.index("--")], arguments[arguments.index("--") + 1:]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="files, folders, or the name of a table")
    parser.add_argument("--out", required=True, help="a new folder")
    parser.add_argument("--format", choices=["jsonl", "text", "parquet", "table"], default="jsonl")
    parser.add_argument("--id-column", default="id")
    parser.add_argument("--text-column", default="text")
    parser.add_argument("--order-column", help="the order of the rows; that of the ids without it")
    parser.add_argument("--glaneur", default=os.environ.get("GLANEUR", "glaneur"), help="the program, on every machine")
    parser.add_argument("--lexicons", help="the lexicons, on every machine")
    parser.add_argument("--split", default="16m", help="how much of a file is one partition")
    parser.add_argument("--batch", type=int, default=256, help="rows in one Arrow batch; it bounds the memory")
    parser.add_argument("--no-unify", dest="unify", action="store_false")
    parser.add_argument("--kill-executor-once", metavar="MARKER", help=argparse.SUPPRESS)
    options = parser.parse_args(own)
    options.passed = behind
    return options


def main():
    options = parse_arguments(sys.argv[1:])
    from pyspark.sql import SparkSession
    from pyspark.sql import functions as f

    out = os.path.abspath(options.out)
    if os.path.exists(out + "/parquet"):
        sys.exit(f"annotate.py: {out}: there is output already; name a new folder")
    os.makedirs(out, exist_ok=True)
    spark = (
        SparkSession.builder.appName("glaneur")
        .config("spark.sql.files.maxPartitionBytes", options.split)
        .config("spark.sql.files.openCostInBytes", "64k")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(options.batch))
        .getOrCreate())
    lexicons = ["--lexicons", options.lexicons] if options.lexicons else []
    command = [options.glaneur, "annotate", "-", "--stream", "--trailer", "-j", "1", *lexicons, *options.passed]
    rows = read_input(spark, options)
    rows.mapInArrow(
        annotation(command, options.format, options.batch, options.kill_executor_once),
        "position long, id string, is_error boolean, line string",
    ).write.parquet("file://" + out + "/parquet")

    lines = spark.read.parquet("file://" + out + "/parquet")
    found = {row["is_error"]: row["count"] for row in lines.groupBy("is_error").count().collect()}
    counts = {"in": rows.count(), "out": found.get(False, 0), "quarantined": found.get(True, 0)}
    if counts["in"] != counts["out"] + counts["quarantined"]:
        sys.exit(f"annotate.py: documents are missing: {counts}")
    for is_error, name in ((False, "lines"), (True, "errors")):
        chosen = lines.where(f.col("is_error") == is_error).orderBy("position").select("line")
        counts["parts" if not is_error else "error_parts"] = write_lines(chosen, f"{out}/{name}")
    if options.unify:
        folder = out + "/summaries"
        parts = write_lines(
            lines.where(~f.col("is_error")).select("line").mapInArrow(summaries, "line string"), folder)
        if parts:
            subprocess.run([options.glaneur, "unify", folder, "-o", out + "/entities.jsonl", *lexicons], check=True)
        shutil.rmtree(folder)
    with open(out + "/spark.json", "w") as file:
        json.dump({"schema": "glaneur.spark/1", "options": options.passed, **counts}, file)
        file.write("\n")
    print(f"annotate.py: {counts['out']} documents, {counts['quarantined']} given up, in {out}")
    spark.stop()


if __name__ == "__main__":
    main()
