"""Runs programs and measures whole processes."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

RUN_ONCE = Path(__file__).with_name("run_once.py")


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds of wall time and of processors, peak memory in MB."""

    wall: float
    cpu: float
    memory: float

    @staticmethod
    def median(costs):
        """The median of each figure by itself."""
        return Cost(
            *(median(getattr(cost, name) for cost in costs) for name in ["wall", "cpu", "memory"])
        )


def environment():
    """An environment that depends on no locale, time zone or terminal."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }


def failure(command, code, output):
    """Says which command failed, and the end of what it wrote."""
    words = " ".join(map(str, command))
    end = "\n".join(output.decode(errors="replace").splitlines()[-20:])
    return SystemExit(f"This command failed with exit status {code}:\n  {words}\n{end}")


def run(command):
    """What a command writes; stops the benchmark when it fails."""
    process = subprocess.run(
        [str(word) for word in command],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if process.returncode != 0:
        raise failure(command, process.returncode, process.stdout)
    return process.stdout.decode()


def measure(command):
    """The cost of a command; stops the benchmark when it fails."""
    with tempfile.NamedTemporaryFile() as result, tempfile.TemporaryFile() as output:
        runner = [sys.executable, "-I", "-S", RUN_ONCE, result.name]
        subprocess.run(
            [str(word) for word in runner + list(command)],
            env=environment(),
            stdout=output,
            stderr=subprocess.STDOUT,
            check=True,
        )
        code, wall, user, system, memory = Path(result.name).read_text().split()
        if code != "0":
            output.seek(0)
            raise failure(command, code, output.read())
    return Cost(float(wall), float(user) + float(system), int(memory) / 1024)
