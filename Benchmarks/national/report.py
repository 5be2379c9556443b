"""The results as Markdown tables, and the machine that they come from."""

import os
import platform
import re
from pathlib import Path

from processes import run

BUILDS = """\
| Notes | Variant | Cadrage: wall (s) | CPU (s) | memory (MB) | Hugo: wall (s) | CPU (s) | memory (MB) | wall ÷ Hugo | CPU ÷ Hugo |
|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|"""

OTHERS = """\
| Command | Wall (s) | CPU (s) | Memory (MB) |
|---|--:|--:|--:|"""


def variant(corpus):
    """What is published in a corpus, in a few words."""
    return "all but the last published" if corpus.published else "drafts"


def figures(cost):
    """The three cells of a cost."""
    return f"{cost.wall:.2f} | {cost.cpu:.2f} | {cost.memory:.0f}"


def build_row(corpus, ours, theirs):
    """A row of the first table."""
    ratios = f"{ours.wall / theirs.wall:.1f} | {ours.cpu / theirs.cpu:.1f}"
    return (
        f"| {corpus.notes:,} | {variant(corpus)} | {figures(ours)} | {figures(theirs)} | {ratios} |"
    )


def other_row(name, cost):
    """A row of the second table; short runs need more decimals."""
    if cost.wall < 0.1:
        return f"| {name} | {cost.wall:.4f} | {cost.cpu:.4f} | {cost.memory:.0f} |"
    return f"| {name} | {figures(cost)} |"


def machine():
    """Processors, memory, kernel, Swift and the load, as lines of a list."""
    memory = re.search(r"MemTotal: +(\d+)", Path("/proc/meminfo").read_text())
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    swift = re.search(r"Swift version \S+", run(["swift", "--version"]))
    return "\n".join(
        [
            f"- {os.cpu_count()} processors{f' ({model[1]})' if model else ''}",
            f"- {int(memory[1]) / 2**20:.0f} GB of memory",
            f"- Linux {platform.release()}, {platform.machine()}",
            f"- {swift[0] if swift else 'unknown Swift version'}",
        ]
    )


def load():
    """How busy the machine is: the runnable processes, on average over a minute."""
    return f"{os.getloadavg()[0]:.1f}"
