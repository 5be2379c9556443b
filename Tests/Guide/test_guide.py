"""Every command and every example of the guide, run by the real program on a copy of the content."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = sorted(path.name for path in (ROOT / "docs").glob("*.md"))
# What installs or builds the program itself: continuous integration runs it on a clean clone.
MADE_BY_CI = {"make site", "make release", "sudo apt install ./release/cadrage_*.deb"}

# Where an example goes that names no file: by one of its keys.
FILES = [
    ({"collectifs"}, "projet.yaml"), ({"regles"}, "departments/national/regles.yaml"),
    ({"bareme"}, "departments/national/2025-2026.yaml"), ({"demonstration", "adresse"}, "site/site.yaml"),
    ({"circulaire"}, "templates/editions.yaml"), ({"sigle"}, "departments/national/glossaire.yaml"),
    ({"organisme", "fuseau", "logo", "plateformes", "sections"}, "departments/herault/departement.yaml"),
]


PODMAN = """\
#!/bin/sh
[ "$1" = build ] && exec test -f Containerfile
[ "$1 $2 $3 $5" = "run --rm -v cadrage" ] && cd "${4%:/site}" && shift 5 && exec cadrage "$@"
exit 64
"""


def text(page):
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


class Block:
    """A block of code, with the file that the lines just above it name."""

    def __init__(self, match, page):
        self.page, self.kind = page, match["kind"]
        indent = len(match["indent"])
        self.text = "".join(line[indent:] for line in match["text"].splitlines(keepends=True))
        above = match.string[:match.start()].rstrip().splitlines()[-4:]
        self.is_whole = "<!-- fichier entier -->" in above
        named = re.findall(
            rf"`((?:departments|templates|site)/[\w/.-]+\.{'md' if self.kind == 'markdown' else 'yaml'})`",
            "\n".join(above))
        self.file = named[-1] if named else None
        self.line = match.string.count("\n", 0, match.start()) + 1

    def __repr__(self):
        return f"{self.page}:{self.line}"


def blocks(page, *kinds):
    found = re.finditer(
        r"^(?P<indent> *)```(?P<kind>\w+)\n(?P<text>.*?)^ *```$", text(page), flags=re.M | re.S)
    return [block for block in (Block(match, page) for match in found) if block.kind in kinds]


def commands(page):
    """Those of blocks and of the text: « `cadrage check` »."""
    lines = [line for block in blocks(page, "sh") for line in block.text.splitlines() if line]
    spans = re.findall(r"`(cadrage [^`]*)`", re.sub(r"```.*?```", "", text(page), flags=re.S))
    return lines + spans


class Content:
    """A copy of the repository's content on which commands run."""

    def __init__(self, folder, cadrage):
        self.folder, self.cadrage = folder, pathlib.Path(cadrage)
        for name in ["departments", "templates", "site"]:
            shutil.copytree(ROOT / name, folder / name)
        # A directory of its own for the program, which may have another name where it was built.
        (folder / ".bin").mkdir()
        (folder / ".bin/cadrage").symlink_to(self.cadrage)
        # A machine may have no container: what it would run is run in the folder that it mounts.
        podman = folder / ".bin/podman"
        podman.write_text(PODMAN)
        podman.chmod(0o755)
        shutil.copy(ROOT / "Containerfile", folder)

    def run(self, command):
        # WeasyPrint stands beside the Python that runs the tests.
        programs = pathlib.Path(sys.executable).parent
        path = f"{self.folder / '.bin'}:{programs}:{os.environ['PATH']}"
        if command.startswith("cadrage serve"):
            # It lasts until it is stopped.
            command = f"timeout 2 {command.strip()} --port 0 || [ $? = 124 ]"
        return subprocess.run(
            ["bash", "-e", "-c", command], cwd=self.folder, capture_output=True, text=True,
            env={**os.environ, "PATH": path})

    def expect(self, command, *, about=""):
        run = self.run(command)
        assert run.returncode == 0, f"{about} {command}\n{run.stdout}{run.stderr}"
        return run

    def merge(self, path, example, *, whole=False):
        """Puts an example into the file where it belongs, key by key; an item of a list by its code."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        new = yaml.load(example, yaml.BaseLoader)
        if file.exists() and not whole:
            new = merged(yaml.load(file.read_text(), yaml.BaseLoader), new)
        file.write_text(yaml.dump(new, allow_unicode=True, sort_keys=False, width=10_000))

    def unpublish(self, department):
        """The department as it was before any of its notes was published."""
        shutil.rmtree(self.folder / f"departments/{department}/publiees", ignore_errors=True)
        addresses = self.folder / "departments/adresses.yaml"
        addresses.write_text(re.sub(rf"(?m)^  - {department}/.*\n", "", addresses.read_text()))

    def complete(self, example):
        """Makes the files that an example names."""
        for name in re.findall(r"^\s*(?:- )?fichier: (.+)$", example, flags=re.M):
            folder = "." if name.endswith((".svg", ".png")) else "2025-2026/pieces"
            file = self.folder / "departments/herault" / folder / name.strip('"')
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(b"%PDF-1.7\n")
        for name in re.findall(r"ajouter:\n\s+- nom: ([\w-]+)", example):
            file = self.folder / f"departments/herault/sections/{name}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("## Une partie\n\nSon texte.\n")


def merged(old, new):
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: merged(old.get(key), value) for key, value in new.items()}}
    if isinstance(old, list) and isinstance(new, list) and new and "circulaire" in new[0]:
        items = {item["code"]: item for item in old}
        items |= {item["code"]: merged(items.get(item["code"]), item) for item in new}
        return sorted(items.values(), key=lambda item: item["a_partir_de"])
    return new


def file_of(block):
    if block.file:
        return block.file
    data = yaml.load(block.text, yaml.BaseLoader)
    keys = set(data[0] if isinstance(data, list) else data)
    return next(
        (file for found, file in FILES if keys & found), "departments/herault/2025-2026.yaml")


@pytest.fixture
def content(cadrage, tmp_path):
    return Content(tmp_path, cadrage)


STORIES = ["debuter.md", "installer.md"]
REFERENCES = [page for page in PAGES if page not in STORIES]
# The examples of the language have their own tests, with the data that its page gives.
EXAMPLES = [
    block for page in REFERENCES if page != "langage.md" for block in blocks(page, "yaml", "markdown")]


@pytest.mark.parametrize("page", STORIES)
def test_page_can_be_followed(content, page):
    """Its blocks one after the other, as a reader would."""
    if page == "installer.md":
        content.expect("cadrage new department 34 2025-2026")
    found = blocks(page, "sh", "yaml", "markdown")
    assert found
    for block in found:
        if block.kind == "sh":
            for command in block.text.splitlines():
                if command not in MADE_BY_CI:
                    content.expect(command, about=block)
            continue
        if block.kind == "yaml":
            path = file_of(block)
            content.merge(path, block.text, whole=block.is_whole)
        else:
            path = block.file
            file = content.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text)
        # What is written after the note is published would change it.
        content.unpublish("herault")
        if not is_followed_by_a_file(found, block):
            content.expect("cadrage check", about=block)
            content.expect("cadrage build --drafts --output projet", about=block)
    for command in commands(page):
        if command.startswith("cadrage") and "publish" not in command and "new" not in command.split():
            # Each command of a sentence stands alone: a site with drafts takes no other's place.
            shutil.rmtree(content.folder / "public", ignore_errors=True)
            content.expect(command, about=page)


def is_followed_by_a_file(found, block):
    """Whether the list that the block is a step of goes on: an edition has no texts yet."""
    rest = found[found.index(block) + 1:]
    return block.text.startswith("- code: avant-2021") and bool(rest)


def test_first_note_is_published(content):
    """The story of the first page ends with a page of the site."""
    for block in blocks("debuter.md", "sh", "yaml", "markdown"):
        if block.kind == "yaml":
            content.merge(file_of(block), block.text)
        elif block.kind == "markdown":
            file = content.folder / block.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text)
        else:
            content.expect(block.text, about=block)
            if "publish" in block.text:
                break
    page = (content.folder / "public/herault/2025-2026/index.html").read_text()
    assert "PROJET" not in page and "les élèves de sixième" in page and "clas@exemple.fr" in page


@pytest.mark.parametrize("block", EXAMPLES, ids=repr)
def test_example_is_right(content, block):
    content.expect("cadrage new department 34 2025-2026")
    content.complete(block.text)
    if block.kind == "markdown":
        section = content.folder / (block.file or "departments/herault/2025-2026/priorites.md")
        section.parent.mkdir(parents=True, exist_ok=True)
        start = "" if block.text.startswith("##") else "### Un essai\n\n"
        section.write_text(start + block.text)
    elif file_of(block) == "projet.yaml":
        (content.folder / "projet.yaml").write_text(block.text)
        content.expect("cadrage simulate vosges 2025-2026 --scenario projet.yaml", about=block)
    else:
        path = file_of(block)
        if path.startswith("departments/vosges/"):
            content.unpublish("vosges")
        content.merge(path, block.text)
    content.expect("cadrage check", about=block)


def prepared(command, content):
    """The state in which the guide gives a command; returns the command with its placeholders filled."""
    words = command.split()
    departments = content.folder / "departments"
    if words[1:3] == ["new", "year"] and len(words) > 4:
        folder = departments / words[3]
        for path in folder.glob(words[4] + "*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if "--revision" in words:
        with (departments / "vosges/2025-2026.yaml").open("a") as file:
            file.write("\nruralite: commune de moins de 5 000 habitants\n")
    elif words[1:2] == ["publish"] and len(words) > 3:
        for suffix in ["md", "yaml"]:
            (departments / words[2] / f"publiees/{words[3]}.{suffix}").unlink()
    if "projet.yaml" in words:
        scenario = next(block for block in blocks("guide.md", "yaml") if file_of(block) == "projet.yaml")
        (content.folder / "projet.yaml").write_text(scenario.text)
    return command.replace("DOSSIER", "essai").replace('"…"', '"Un mot."')


def is_whole(command):
    """A command that is named without what it needs is no command to type: « `cadrage diff` »."""
    words = command.split()
    needy = {"diff", "explain", "new", "note", "publish", "simulate", "rename", "withdraw"}
    return words[0] == "cadrage" and not (words[1] in needy and len(words) == 2) and words != [
        "cadrage", "new", "year"]


@pytest.mark.parametrize(
    "command", sorted({command for page in REFERENCES for command in commands(page)
                       if command.startswith("cadrage") and is_whole(command)}))
def test_command_works(content, command):
    content.expect(prepared(command, content))


def test_only_known_commands_are_left_out():
    for page in PAGES:
        for block in blocks(page, "sh"):
            for line in block.text.splitlines():
                assert "cadrage " in line or line in MADE_BY_CI, f"{block}: {line}"


def test_error_of_the_guide_is_what_the_program_says(content):
    """The first message that the guide explains, word for word but for the number of the line."""
    shown = next(block.text for block in blocks("guide.md", "text") if "[cle-inconnue]" in block.text)
    file = content.folder / re.match(r"(\S+?):\d+:", shown)[1]
    excerpt = re.search(r"^ +\d+ \| (.*)$", shown, flags=re.M)[1]
    file.write_text(re.sub(r"^  plafond: .*$", excerpt, file.read_text(), flags=re.M))
    said = content.run("cadrage check").stderr
    assert unnumbered(shown) in unnumbered(said), said


def shown_with(words):
    return next(block.text for block in blocks("guide.md", "text") if words in block.text)


def test_list_of_a_new_year_is_what_the_program_says(content):
    said = content.expect(prepared("cadrage new year vosges 2026-2027", content))
    shown, lines = (
        re.sub(r":\d+:\d+:", "", text).replace("\xa0", " ").splitlines()
        for text in [shown_with("confirmez le jeudi"), said.stdout])
    assert set(shown) <= set(lines), said.stdout


def test_corrections_of_the_guide_are_what_the_program_shows(content):
    shown = shown_with("avant :")
    path = shown.split(":")[0]
    wrong, right = (re.search(rf"^   {word} : (.*)$", shown, flags=re.M)[1] for word in ["avant", "après"])
    file = content.folder / path
    content.unpublish("vosges")
    file.write_text(re.sub(r"^  plafond: .*$", wrong, file.read_text(), flags=re.M))
    said = content.expect("cadrage check --fix")
    numbers = re.compile(r"(\.yaml):\d+$", flags=re.M)
    assert numbers.sub(r"\1", shown) in numbers.sub(r"\1", said.stdout + said.stderr), said
    assert f"\n{right}\n" in file.read_text()


def unnumbered(message):
    return re.sub(r":\d+:(?=\d+: erreur)|^ +\d+(?= \|)", "", message, flags=re.M)


# MARK: the pipelines

def scripts(name):
    data = yaml.safe_load((ROOT / "docs" / name).read_text())
    if name == "gitlab-ci.yml":
        return [(job, "\n".join(data[job]["script"])) for job in ["verifier", "pages"]]
    return [
        (step["name"], step["run"]) for step in data["jobs"]["verifier"]["steps"]
        if "run" in step and "swift build" not in step["run"]]


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "github-actions.yml"])
def test_pipeline_shows_offers_and_publishes(content, name):
    summary = content.folder / "resume.md"
    for step, script in scripts(name):
        content.expect(f"export GITHUB_STEP_SUMMARY={summary}\n{script}", about=step)
    assert (content.folder / "projet/vosges/2026-2027/index.html").exists()
    assert (content.folder / "public/vosges/2025-2026/index.html").exists()
    assert not (content.folder / "public/vosges/2026-2027").exists()


def publication(name):
    data = yaml.safe_load((ROOT / "docs" / name).read_text())
    if name == "gitlab-ci.yml":
        return "\n".join(data["note"]["script"])
    return next(step["run"] for step in data["jobs"]["publier"]["steps"] if step.get("name") == "Publier")


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "github-publier.yml"])
def test_pipeline_publishes_a_note(content, name):
    """A note is published, then revised, and what was written is pushed to the forge."""
    for suffix in ["md", "yaml"]:
        (content.folder / f"departments/vosges/publiees/2025-2026.{suffix}").unlink()
    forge = content.folder / ".bin/forge.git"
    address = "https://cadrage:jeton@forge.example/notes.git"
    content.expect(
        f"git init -q -b main && git config user.name A && git config user.email a@b && "
        f"git init -q --bare {forge} && git config url.{forge}.insteadOf {address} && "
        f"git remote add origin {forge} && git add departments templates site && git commit -qm Un")
    script = publication(name)
    values = {
        "DEPARTEMENT": "vosges", "ANNEE": "2025-2026", "CADRAGE_TOKEN": "jeton",
        "CI_SERVER_HOST": "forge.example", "CI_PROJECT_PATH": "notes", "CI_COMMIT_BRANCH": "main",
        "HOME": str(content.folder)}
    given = " ".join(f"export {key}='{value}';" for key, value in values.items())
    content.expect(f"{given} REVISION='';\n{script}")
    with (content.folder / "departments/vosges/2025-2026.yaml").open("a") as file:
        file.write("\nruralite: commune de moins de 5 000 habitants\n")
    content.expect(f"{given} REVISION='La ruralité est dite.';\n{script}")
    pair = content.expect(f"git --git-dir {forge} show main:departments/vosges/publiees/2025-2026.yaml")
    assert "La ruralité est dite." in pair.stdout
    assert content.expect(f"git --git-dir {forge} log --oneline main").stdout.count("Publication") == 2
    assert content.run(f"{given} REVISION='';\n{script}").returncode != 0


@pytest.mark.parametrize("name", ["gitlab-ci.yml", "github-actions.yml"])
def test_pipeline_stops_at_an_error(content, name):
    with (content.folder / "departments/isere/2026-2027.yaml").open("a") as file:
        file.write("\nplafnod: 12\n")
    summary = content.folder / "resume.md"
    step, script = scripts(name)[0]
    run = content.run(f"export GITHUB_STEP_SUMMARY={summary}\n{script}")
    assert run.returncode == 1
    assert "[cle-inconnue]" in run.stdout + run.stderr
    told = content.folder / "messages.json" if name == "gitlab-ci.yml" else summary
    assert "cle-inconnue" in told.read_text()


def test_pictures_are_there_and_each_is_shown():
    """`make pictures` writes them; what no page shows is of no use."""
    folder = ROOT / "docs" / "images"
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    # An example in a block of code shows none.
    words = {page: re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.S) for page in pages}
    shown = [
        (page.parent / name).resolve()
        for page in pages for name in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", words[page])]
    assert [picture for picture in shown if not picture.exists()] == []
    assert set(folder.iterdir()) == {picture for picture in shown if picture.parent == folder}
    assert [picture.name for picture in set(shown) if picture.stat().st_size > 120_000] == []
