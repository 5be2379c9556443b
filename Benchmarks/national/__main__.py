"""A national-size benchmark of Cadrage beside Hugo: see `Benchmarks/README.md`."""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import hugo
import report
from corpus.corpora import prepare
from processes import run
from rounds import build, builds, rebuilds, repeated
from scenario import DEPARTMENT, YEAR, scenario

REPOSITORY = Path(__file__).resolve().parents[2]
ENOUGH_MEMORY = 4 * 2**30


def arguments():
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="national", description=__doc__)
    parser.add_argument(
        "--cadrage", type=Path, default=REPOSITORY / ".build/release/cadrage", help="the program"
    )
    parser.add_argument(
        "--sizes",
        default="101,1010",
        metavar="N,N",
        help="numbers of notes (101,1010 by default; 5050 is a whole country for ten years)",
    )
    parser.add_argument(
        "--variants",
        default="drafts,published",
        metavar="V,V",
        help="drafts, published (all but the last year), or both",
    )
    parser.add_argument("--rounds", type=int, default=5, help="runs of each command (5)")
    parser.add_argument(
        "--timings", action="store_true", help="also show where a build spends its time"
    )
    parser.add_argument(
        "--folder", type=Path, default=memory_folder(), help="where corpora and sites go"
    )
    return parser.parse_args()


def memory_folder():
    """A folder in memory when there is room for one, so that no disk is measured."""
    memory = Path("/dev/shm")
    if memory.is_dir() and shutil.disk_usage(memory).free >= ENOUGH_MEMORY:
        return memory / "cadrage-benchmark"
    return Path(tempfile.gettempdir()) / "cadrage-benchmark"


def say(text):
    """Tells what goes on, apart from the results."""
    print(text, file=sys.stderr, flush=True)


def measure_corpus(options, program, notes, published, outputs):
    """Prepares a corpus. Returns its row of builds and its rows of other commands."""
    say(f"{notes} notes, {'published' if published else 'drafts'}: preparing")
    corpus = prepare(REPOSITORY, options.folder, options.cadrage, notes, published)
    say(f"{notes} notes, {report.variant(corpus)}: measuring (load {report.load()})")
    row = report.build_row(
        corpus, *builds(corpus, options.cadrage, program, outputs, options.rounds)
    )
    say(row)
    name = f"{notes:,} notes, {report.variant(corpus)}"
    again = rebuilds(corpus, options.cadrage, outputs, options.rounds)
    checks = repeated([options.cadrage, "check", "--root", corpus.project], options.rounds)
    others = [
        report.other_row(f"`build`, one note changed ({name})", again),
        report.other_row(f"`check` ({name})", checks),
    ]
    if options.timings:
        say(run([*build(corpus, options.cadrage, outputs / "cadrage"), "--timings"]))
    return row, others


def measure_small(options, outputs):
    """The rows of the commands that need no corpus."""
    project = outputs / "10000-collectifs.yaml"
    project.write_text(scenario(10_000), "utf-8")
    simulate = ["simulate", DEPARTMENT, YEAR, "--scenario", project, "--root", REPOSITORY]
    return [
        report.other_row(name, repeated([options.cadrage, *words], options.rounds))
        for name, words in [
            ("`--version`", ["--version"]),
            ("`simulate`, 10,000 collectifs, text", simulate),
            ("`simulate`, 10,000 collectifs, JSON", [*simulate, "--format", "json"]),
        ]
    ]


def main():
    """Runs everything and prints the tables."""
    options = arguments()
    options.cadrage = options.cadrage.resolve()
    if not options.cadrage.exists():
        raise SystemExit(f"There is no program {options.cadrage}: build it first.")
    sizes = [int(size) for size in options.sizes.split(",")]
    variants = [name == "published" for name in options.variants.split(",")]
    program, rows, others, before = hugo.install(), [], [], report.load()
    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=options.folder, prefix="sites-") as folder:
        outputs = Path(folder)
        for notes in sizes:
            for published in variants:
                row, more = measure_corpus(options, program, notes, published, outputs)
                rows.append(row)
                others += more
        others += measure_small(options, outputs)
    print(report.BUILDS, *rows, "", report.OTHERS, *others, "", sep="\n")
    print(report.machine())
    print(f"- Hugo {hugo.VERSION}; medians of {options.rounds} runs")
    print(f"- load of the machine: {before} at the start, {report.load()} at the end")


main()
