"""The measured runs, ours and Hugo's in turn so that both meet the same machine."""

import shutil
from itertools import islice

from processes import Cost, measure


def builds(corpus, cadrage, hugo, outputs, rounds):
    """The median costs of a first build by Cadrage and by Hugo."""
    ours, theirs = outputs / "cadrage", outputs / "hugo"
    hugo_options = ["--quiet", "--noBuildLock", "--cacheDir", outputs / "hugo-cache"]
    costs = ([], [])
    for _ in range(rounds):
        for folder in [ours, theirs]:
            shutil.rmtree(folder, ignore_errors=True)
        costs[0].append(measure(build(corpus, cadrage, ours)))
        count_pages(ours, "*/*/note.txt", corpus.notes)
        costs[1].append(
            measure([hugo, "--source", corpus.hugo, "--destination", theirs, *hugo_options])
        )
        count_pages(theirs, "*/*/index.html", corpus.notes)
    return Cost.median(costs[0]), Cost.median(costs[1])


def build(corpus, cadrage, output):
    """The command that builds all notes, drafts too."""
    return [cadrage, "build", "--drafts", "--root", corpus.project, "--output", output]


def count_pages(folder, pattern, notes):
    """Stops the benchmark when a site lacks notes: a fast empty build would look good."""
    found = sum(path.parent.name[:2] == "20" for path in folder.glob(pattern))
    if found != notes:
        raise SystemExit(f"{folder} has {found} notes instead of {notes}.")


def rebuilds(corpus, cadrage, outputs, rounds):
    """The median cost of a build after one draft has changed, by a new process."""
    costs, original = [], corpus.draft.read_text("utf-8")
    try:
        for text in islice(edits(original), rounds):
            corpus.draft.write_text(text, "utf-8")
            costs.append(measure(build(corpus, cadrage, outputs / "cadrage")))
    finally:
        corpus.draft.write_text(original, "utf-8")
    return Cost.median(costs)


def edits(text):
    """The same facts with another room of the presentation each time, without end."""
    number = 0
    head, tail = text.split("    lieu: ", 1)
    while True:
        number += 1
        yield f"{head}    lieu: salle {number}, {tail}"


def repeated(command, rounds):
    """The median cost of a command that changes nothing."""
    return Cost.median([measure(command) for _ in range(rounds)])
