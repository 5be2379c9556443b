"""Runs one command and writes what it took to a file: see `processes.py`.

    python3 -I -S run_once.py RESULT COMMAND ARGUMENT…

A process of its own, because Linux counts in a command's peak memory what its parent held when it
was started: a bare interpreter holds little.
"""

import os
import sys
from time import perf_counter


def main(result, *command):
    """Writes exit status, wall, user and system seconds, and peak memory in kB."""
    start = perf_counter()
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, usage = os.wait4(process, 0)
    wall = perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    with open(result, "w") as file:
        print(code, wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss, file=file)


main(*sys.argv[1:])
