#!/usr/bin/env python3
"""Kills, errors of the system, full disks and rivals, while cadrage writes.

    python3 Tests/Faults/faults.py --cadrage .build/release/cadrage [--only kill,error,disk,rivals,mount]

After each fault the output is the old one or the new one, whole; what the next run leaves is as if
nothing had happened. It needs strace, and a new user namespace for full disks and mounts; what cannot
be had here is told and passed over.
"""

import argparse
import collections
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The calls by which something changes on the disk, or is said to have.
CALLS = ["openat", "write", "pwrite64", "mkdir", "link", "linkat", "rename", "renameat", "renameat2",
         "unlink", "unlinkat", "rmdir", "chmod", "fchmod", "chown", "fsync", "fdatasync", "syncfs",
         "ftruncate", "flock", "close", "symlink"]
ERRORS = {"openat": ["EACCES", "ENOSPC"], "write": ["EIO", "ENOSPC"], "mkdir": ["ENOSPC"],
          "link": ["EMLINK"], "rename": ["EIO"], "renameat2": ["EIO", "EINVAL", "EBUSY"],
          "unlink": ["EACCES"], "rmdir": ["EACCES"], "syncfs": ["EIO"], "fsync": ["EIO"],
          "chmod": ["EPERM"], "flock": ["EWOULDBLOCK"], "close": ["ENOSPC"]}
STATUSES = {0, 1, 74}


def copy_project(folder):
    for name in ["departments", "templates", "site"]:
        shutil.copytree(ROOT / name, folder / name)
    return folder


def digest(folder):
    """The files of a tree and what they hold, whatever their times."""
    lines = []
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            lines.append(f"{path.relative_to(folder)} {hashlib.sha256(path.read_bytes()).hexdigest()}")
    return "\n".join(lines)


class Case:
    """One command on one project: how the tree is before it, and after it."""

    def __init__(self, name, cadrage, work, change, command, watched, *, has_steps=False):
        self.name, self.cadrage, self.command, self.watched = name, cadrage, command, watched
        # Whether it changes several places one after the other: cut in the middle, the checks say what is
        # missing, and the same command ends it.
        self.has_steps = has_steps
        self.model = work / f"{name}-model"
        self.model.mkdir()
        copy_project(self.model)
        change(self.model, self.run_plain)
        self.old = digest(self.model / watched)
        self.place = work / f"{name}-run"
        self.reset()
        self.run_plain(self.place, self.command)
        self.new = digest(self.place / watched)
        assert self.old != self.new, f"{name}: nothing changes"

    def reset(self):
        shutil.rmtree(self.place, ignore_errors=True)
        shutil.copytree(self.model, self.place)

    def arguments(self, command):
        return [str(self.cadrage), *command]

    def run_plain(self, folder, command):
        subprocess.run(self.arguments(command), cwd=folder, check=True, capture_output=True,
                       env=environment())

    def traced(self, options, command=None):
        log = self.place.parent / "strace.log"
        done = subprocess.run(
            ["strace", "-f", "-qq", "-o", str(log), *options, *self.arguments(command or self.command)],
            cwd=self.place, capture_output=True, env=environment(), timeout=300)
        return done, log

    def counts(self):
        """How often one thread makes each call at most, after the first that writes something."""
        self.reset()
        _, log = self.traced(["-e", "trace=" + ",".join("?" + call for call in CALLS)])
        counts = collections.defaultdict(collections.Counter)
        for line in log.read_text(errors="replace").splitlines():
            found = re.match(r"(\d+)\s+(\w+)\(", line)
            if found:
                counts[found[2]][found[1]] += 1
        return {call: max(by_thread.values()) for call, by_thread in counts.items()}

    def state(self):
        now = digest(self.place / self.watched)
        return "old" if now == self.old else "new" if now == self.new else "torn"


def environment():
    return {**os.environ, "SOURCE_DATE_EPOCH": "1798761600", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}


class Report:
    def __init__(self):
        self.counts = collections.Counter()
        self.problems = []

    def add(self, kind, what, problem=None):
        self.counts[kind] += 1
        if problem:
            self.problems.append(f"{kind}: {what}: {problem}")
            print(f"  {self.problems[-1]}", flush=True)


def places(count, most):
    """All ranks, or as many spread over them."""
    if count <= most:
        return range(1, count + 1)
    return sorted({1 + rank * (count - 1) // (most - 1) for rank in range(most)})


def check_after(case, report, kind, what, done):
    state = case.state()
    if state == "torn" and not case.has_steps:
        report.add(kind, what, "the tree is neither the old nor the new one")
        return
    if done.returncode >= 0 and done.returncode not in STATUSES:
        report.add(kind, what, f"status {done.returncode}: {done.stderr.decode(errors='replace')[-300:]}")
        return
    if done.returncode == 0 and state == "old":
        report.add(kind, what, "it says that it is done, and nothing is")
        return
    # The next run ends the work, and nothing is left beside it.
    again = subprocess.run(case.arguments(case.command), cwd=case.place, capture_output=True,
                           env=environment())
    left = [str(path.relative_to(case.place)) for path in case.place.rglob(".*")
            if path.name not in (".cadrage",) and ".cadrage" in path.name]
    left += [str(path.relative_to(case.place)) for path in case.place.rglob(".*.tmp")]
    problem = None
    # What is done needs not be done again.
    if again.returncode != 0 and not (case.has_steps and state == "new" and again.returncode == 64):
        problem = f"the next run fails: {again.stderr.decode(errors='replace')[-300:]}"
    elif case.state() != "new":
        problem = "the next run does not end the work"
    elif left:
        problem = f"it is left behind: {left}"
    report.add(kind, what, problem)


def run_kills(case, report, most):
    for call, count in sorted(case.counts().items()):
        for rank in places(count, most):
            case.reset()
            done, _ = case.traced(["-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={rank}"])
            check_after(case, report, "kill", f"{case.name}, {call} {rank}", done)


def run_errors(case, report, most):
    counts = case.counts()
    for call, codes in ERRORS.items():
        for code in codes:
            for rank in places(counts.get(call, 0), most):
                case.reset()
                done, _ = case.traced(
                    ["-e", f"trace={call}", "-e", f"inject={call}:error={code}:when={rank}"])
                check_after(case, report, "error", f"{case.name}, {call} {rank} {code}", done)


def can_mount():
    return subprocess.run(["unshare", "-rm", "true"], capture_output=True).returncode == 0


def in_namespace(script, *arguments):
    return subprocess.run(["unshare", "-rm", "sh", "-eu", "-c", script, "sh", *map(str, arguments)],
                          capture_output=True, env=environment(), text=True)


def run_disks(case, report, cadrage):
    """A small disk that fills at any moment."""
    for size in [64, 200, 400, 800, 1200, 1600, 2000, 2600, 3200]:
        case.reset()
        script = """
          mount -t tmpfs -o size=$2k none "$1/disk"
          cd "$1"
          status=0
          "$3" build --output disk/site || status=$?
          # What is there is a whole site or nothing.
          [ ! -e disk/site ] || [ -e disk/site/index.html -a -e disk/site/.cadrage ]
          [ $status = 0 ] || [ $status = 74 ]
          [ $status = 0 ] || [ ! -e disk/site ]
          [ -z "$(find disk -maxdepth 1 -name '.*cadrage*')" ]
        """
        (case.place / "disk").mkdir()
        done = in_namespace(script, case.place, size, cadrage)
        report.add("disk", f"{size} KiB", None if done.returncode == 0 else done.stderr[-300:])


def run_rivals(case, report):
    """Two at once: each says what it did, and the site is whole."""
    for turn in range(20):
        case.reset()
        both = [subprocess.Popen(case.arguments(case.command), cwd=case.place, env=environment(),
                                 stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
        statuses = [process.wait() for process in both]
        for process in both:
            process.stderr.close()
        problem = None
        if case.state() != "new":
            problem = "the tree is not the new one"
        elif 0 not in statuses or not set(statuses) <= STATUSES:
            problem = f"statuses {statuses}"
        report.add("rivals", f"{case.name}, turn {turn}", problem)


def run_mounts(case, report, cadrage):
    """A folder that is seen through a mount: the one above the site shows each new site."""
    for name, script in {
        "folder above": """
          cd "$1"; mkdir -p srv seen
          "$2" build --output srv/site; mount --bind srv seen
          test -e seen/site/index.html
          sed -i 's/^titre: .*/titre: Autre titre/' site/site.yaml
          "$2" build --output srv/site
          grep -q 'Autre titre' seen/site/index.html
        """,
        "mount point": """
          cd "$1"; mkdir -p other public
          mount --bind other public
          status=0; message=$("$2" build --output public 2>&1) || status=$?
          test $status = 74
          echo "$message" | grep -q 'point de montage'
          test -z "$(ls -A public)"
        """,
        "overlay": """
          cd "$1"; mkdir low upper work merged
          mount -t tmpfs none upper; mkdir upper/u upper/w
          mount -t overlay overlay -o lowerdir=low,upperdir=upper/u,workdir=upper/w,userxattr merged || exit 0
          "$2" build --output merged/site
          "$2" build --output merged/site
          test -e merged/site/index.html
        """,
    }.items():
        case.reset()
        done = in_namespace(script, case.place, cadrage)
        report.add("mount", name, None if done.returncode == 0 else done.stderr[-300:] or "refused")


def change_site(folder, run):
    run(folder, ["build"])
    settings = folder / "site/site.yaml"
    settings.write_text(settings.read_text().replace("titre: Notes", "titre: Les notes", 1))


def change_note(folder, run):
    year = folder / "departments/vosges/2025-2026.yaml"
    year.write_text(year.read_text().replace("lieu: visioconférence Teams", "lieu: visioconférence", 1))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cadrage", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="kill,error,disk,rivals,mount")
    parser.add_argument("--most", type=int, default=12, help="ranks of each call that are tried")
    options = parser.parse_args()
    cadrage, kinds = options.cadrage.resolve(), set(options.only.split(","))
    report = Report()
    with tempfile.TemporaryDirectory(prefix="cadrage-faults-") as work:
        work = pathlib.Path(work)
        build = Case("build", cadrage, work, change_site, ["build"], "public")
        publish = Case("publish", cadrage, work, change_note,
                       ["publish", "vosges", "2025-2026", "--revision", "Le lieu est corrigé."],
                       "departments/vosges/publiees")
        withdrawal = ["withdraw", "vosges", "2025-2026", "--reason", "Une erreur.", "--date", "2026-12-31"]
        withdraw = Case("withdraw", cadrage, work, lambda *_: None, withdrawal, "departments", has_steps=True)
        rename = Case("rename", cadrage, work, lambda *_: None, ["rename", "vosges", "vosges-centre"],
                      "departments", has_steps=True)
        again = Case("publish again", cadrage, work, lambda folder, run: run(folder, withdrawal),
                     ["publish", "vosges", "2025-2026", "--date", "2026-12-31"], "departments", has_steps=True)
        for case in [build, publish, withdraw, rename, again]:
            if "kill" in kinds:
                run_kills(case, report, options.most)
            if "error" in kinds:
                run_errors(case, report, options.most)
        if "rivals" in kinds:
            run_rivals(build, report)
        if kinds & {"disk", "mount"}:
            if can_mount():
                if "disk" in kinds:
                    run_disks(build, report, cadrage)
                if "mount" in kinds:
                    run_mounts(build, report, cadrage)
            else:
                print("Nothing can be mounted here: full disks and mounts are passed over.")
    print(", ".join(f"{count} {kind}" for kind, count in sorted(report.counts.items()))
          + f": {len(report.problems)} problems")
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
