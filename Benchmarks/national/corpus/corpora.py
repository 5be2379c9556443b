"""Corpora on disk: each is made once, and made again when what it comes from has changed."""

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from hugo import write_hugo_site
from processes import run

from .project import MODEL, NATIONAL, shape, write_common, write_department
from .values import school_year

GENERATOR = Path(__file__).parent
HUGO = GENERATOR.parent / "hugo.py"
PUBLISHED_ON, REVISED_ON = "2026-07-01", "2026-07-02"


@dataclass(frozen=True)
class Corpus:
    """A project and the Hugo site of the same texts."""

    notes: int
    published: bool
    project: Path
    hugo: Path

    @property
    def draft(self):
        """The facts of a note that is a draft in both variants: the first department's last."""
        department, starts = shape(self.notes, self.published)[0]
        return self.project / "departments" / department.slug / f"{school_year(starts[-1])}.yaml"


def inputs_key(repository):
    """A name for all that a corpus is made from: generator, templates, site, facts copied."""
    folders = [repository / name for name in ["templates", "site", NATIONAL, MODEL]]
    files = sorted(GENERATOR.glob("*.py")) + sorted(GENERATOR.glob("*.tsv"))
    files += [HUGO]
    files += sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def prepare(repository, base, cadrage, notes, published):
    """The corpus of a size and a variant, made unless it is there."""
    departments = shape(notes, published)
    folder = base / "corpora" / inputs_key(repository)
    whole = folder / f"{notes}-notes-{len(departments)}-departments"
    variant = folder / f"{whole.name}-{'published' if published else 'drafts'}"
    corpus = Corpus(notes, published, variant / "project", whole / "hugo")

    def make_variant():
        once(whole, lambda: make_whole(repository, whole, cadrage, departments))
        shutil.copytree(whole / "project", corpus.project)
        remove_pairs(corpus.project, departments, published)

    once(variant, make_variant)
    return corpus


def once(folder, make):
    """Makes a folder unless it was made to its end before."""
    mark = folder / "done"
    if not mark.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        make()
        mark.touch()


def make_whole(repository, folder, cadrage, departments):
    """Writes a project, publishes every note, and gives Hugo the frozen texts.

    The merged Markdown of a note is its frozen text: one run gives that of all.
    """
    root = folder / "project"
    write_common(repository, root, sorted({start for _, starts in departments for start in starts}))
    first, *others = departments
    write_department(repository, root, *first)
    pair = publish_first(root, cadrage, *first)
    for department, starts in others:
        write_department(repository, root, department, starts)
    publish_others(root, cadrage, departments, pair)
    write_hugo_site(folder / "hugo", merged_texts(root, departments))


def remove_pairs(root, departments, published):
    """Makes drafts again of all notes, or of the last one of each department."""
    addresses = root / "departments/adresses.yaml"
    drafts = {f"  - {department.slug}/{school_year(starts[-1])}" for department, starts in departments}
    if published:
        lines = addresses.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if line.rstrip() not in drafts]
        addresses.write_text("".join(kept), "utf-8")
    else:
        addresses.unlink()
    for department, starts in departments:
        folder = root / "departments" / department.slug / "publiees"
        if published:
            for path in folder.glob(f"{school_year(starts[-1])}.*"):
                path.unlink()
        else:
            shutil.rmtree(folder)


def publish_first(root, cadrage, department, starts):
    """Publishes one note while the project is small. Returns its two files, text first."""
    year = school_year(starts[0])
    run([cadrage, "publish", department.slug, year, "--date", PUBLISHED_ON, "--root", root])
    folder = root / "departments" / department.slug / "publiees"
    return [(folder / f"{year}.{kind}").read_bytes() for kind in ["md", "yaml"]]


def publish_others(root, cadrage, departments, pair):
    """Publishes all other notes in one run.

    `cadrage publish` freezes one note a run, and a run reads all notes. Its `--all-changed` revises in
    one run each published note that the sources change: so every note gets the first one's pair, and
    is then revised into its own.
    """
    for department, starts in departments:
        folder = root / "departments" / department.slug / "publiees"
        folder.mkdir(exist_ok=True)
        for start in starts:
            for kind, content in zip(["md", "yaml"], pair):
                (folder / f"{school_year(start)}.{kind}").write_bytes(content)
    revision = ["--revision", "Le texte est relu.", "--mineure", "--date", REVISED_ON]
    run([cadrage, "publish", "--all-changed", *revision, "--root", root])


def merged_texts(root, departments):
    """The slug, the year, the title and the merged Markdown of every note, from the frozen pairs."""
    for department, starts in departments:
        for start in starts:
            year = school_year(start)
            path = root / "departments" / department.slug / "publiees" / f"{year}.md"
            text = re.sub(
                r"^\{# section : .* #\}\n", "", path.read_text("utf-8"), flags=re.MULTILINE
            )
            yield department.slug, year, f"Note de cadrage Clas, {department.name}, {year}", text
