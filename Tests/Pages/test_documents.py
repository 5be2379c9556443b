"""The notes on paper, as readers of PDF and screen readers get them."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pypdf
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
# WeasyPrint is found through the command of its name, which stands beside this Python.
FOUND = {**os.environ, "PATH": f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"}


def build(cadrage, output, *options, root=ROOT, environment=FOUND):
    return subprocess.run(
        [cadrage, "build", "--root", root, "--output", output, *options],
        capture_output=True, text=True, env=environment)


@pytest.fixture(scope="module")
def printed(cadrage, tmp_path_factory):
    folder = tmp_path_factory.mktemp("paper") / "site"
    run = build(cadrage, folder, "--drafts", "--pdf")
    assert run.returncode == 0, run.stderr
    return folder


def documents(folder, name="*"):
    return sorted(folder.glob(f"*/*/{name}.pdf"))


def roles(reader):
    """How often each role of the structure stands in a document."""
    counts = {}

    def walk(node):
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for part in node:
                walk(part)
        elif isinstance(node, dict):
            if "/S" in node:
                counts[node["/S"]] = counts.get(node["/S"], 0) + 1
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return counts


def titles(outline):
    return [title for entry in outline for title in (
        titles(entry) if isinstance(entry, list) else [entry.title])]


def test_each_note_has_its_document_and_its_essentials(printed):
    assert len(documents(printed, "note")) == len(documents(printed, "essentiel")) == 6
    for path in documents(printed, "essentiel"):
        assert len(pypdf.PdfReader(path).pages) == 1, path


def test_documents_are_tagged_named_and_in_french(printed):
    for path in documents(printed):
        reader = pypdf.PdfReader(path)
        root = reader.trailer["/Root"]
        assert root["/Lang"] == "fr", path
        assert root["/MarkInfo"]["/Marked"], path
        assert root["/ViewerPreferences"]["/DisplayDocTitle"], path
        year = path.parent.name
        assert year in reader.metadata.title and reader.metadata.author, path
        assert re.search(rb'pdfuaid:part(="|>)1', root["/Metadata"].get_data()), path
        found = roles(reader)
        assert found["/H1"] == 1, path
        expected = {"/H2", "/P", "/Table", "/TH", "/TD", "/Link"}
        # The essentials of a note may have no list.
        expected |= {"/L", "/LI"} if path.stem == "note" else set()
        assert expected <= set(found), path


def test_a_note_has_contents_with_pages_bookmarks_and_links(printed):
    reader = pypdf.PdfReader(printed / "vosges/2025-2026/note.pdf")
    marks = [re.sub(r"\s+", " ", title) for title in titles(reader.outline)]
    assert any(title.endswith("Le calendrier") for title in marks)
    text = "".join(page.extract_text() for page in reader.pages[:4])
    assert re.search(r"Le calendrier[ .]+\d+", text.replace("\u202f", " "))
    links = [
        annotation.get_object() for page in reader.pages for annotation in page.get("/Annots", [])]
    assert links and all(link.get("/Contents") or link.get("/A") or link.get("/Dest") for link in links)
    addresses = [link["/A"]["/URI"] for link in links if "/URI" in link.get("/A", {})]
    assert "https://www.elancaf.fr" in addresses
    assert all(re.match(r"https?://|mailto:|tel:", address) for address in addresses), addresses
    names = reader.named_destinations
    inside = [link["/Dest"] for link in links if "/Dest" in link]
    assert inside and all(name in names for name in inside)


def test_drafts_say_so_on_every_page(printed):
    for path in documents(printed):
        for page in pypdf.PdfReader(path).pages:
            assert ("PROJET" in page.extract_text()) == (path.parent.name == "2026-2027"), path


def test_pages_lead_to_the_documents_that_are_there(printed, site):
    page = (printed / "vosges/2025-2026/index.html").read_text()
    assert 'href="note.pdf"' in page and 'href="essentiel.pdf"' in page
    assert 'href="note.pdf"' not in (site / "vosges/2025-2026/index.html").read_text()
    assert not documents(site)


def test_documents_are_the_same_bytes_and_are_made_once(cadrage, printed, tmp_path):
    """A copy elsewhere is made again and is equal; over the same site nothing is made."""
    root = tmp_path / "project"
    for folder in ["templates", "site", "departments/national", "departments/rhone"]:
        shutil.copytree(ROOT / folder, root / folder)
    place = tmp_path / "place"
    other = place / "site"
    run = build(cadrage, other, "--pdf", root=root)
    assert run.returncode == 0, run.stderr
    assert len(documents(other)) == 2
    for path in documents(other):
        assert path.read_bytes() == (printed / path.relative_to(other)).read_bytes(), path
    before = {path: path.stat().st_mtime_ns for path in documents(other)}
    # Nobody can make one now: those that are there serve.
    broken = tmp_path / "bin"
    broken.mkdir()
    fake = broken / "weasyprint"
    real = shutil.which("weasyprint", path=FOUND["PATH"])
    python = pathlib.Path(real).read_text().splitlines()[0].removeprefix("#!")
    (broken / "python").write_text(
        f'#!/bin/sh\ncase "$2" in *multiprocessing*) exit 9;; esac\nexec {python} "$@"\n')
    (broken / "python").chmod(0o755)
    fake.write_text(f"#!{broken / 'python'}\n")
    fake.chmod(0o755)
    environment = {**FOUND, "PATH": f"{broken}:{os.environ['PATH']}"}
    run = build(cadrage, other, "--pdf", root=root, environment=environment)
    assert run.returncode == 0, run.stderr
    assert before == {path: path.stat().st_mtime_ns for path in documents(other)}
    shutil.rmtree(other)
    run = build(cadrage, other, "--pdf", root=root, environment=environment)
    assert run.returncode == 69 and "n’a pas pu faire tous les PDF" in run.stderr
    assert list(place.iterdir()) == []


def test_without_weasyprint_the_site_stays_and_says_what_to_do(cadrage, tmp_path):
    folder = tmp_path / "site"
    assert build(cadrage, folder).returncode == 0
    run = build(cadrage, folder, "--pdf", environment={"PATH": str(tmp_path)})
    assert run.returncode == 69
    assert run.stderr == (
        "Les PDF demandent WeasyPrint, qui n’est pas installé. Installez-le avec « pipx install weasyprint », "
        "ou construisez le site sans --pdf. Le site n’a pas été construit\u202f; l’ancien est intact.\n")
    assert (folder / "index.html").exists()
    # Beside the site stands what the first build keeps, and nothing of the second.
    assert {path.name for path in tmp_path.iterdir()} == {"site", ".site.memoire"}


def test_a_simulation_prints_its_result_and_its_answers_first(browser, server, tmp_path):
    page = browser.new_page()
    page.goto(server + "vosges/2025-2026/simulateur/index.html#v=1&c1.nombre=2&c1.cout=9000&c1.enfants=10")
    page.wait_for_selector("#page-bref .total")
    page.pdf(path=tmp_path / "simulation.pdf", prefer_css_page_size=True)
    text = re.sub(r"\s+", " ", pypdf.PdfReader(tmp_path / "simulation.pdf").pages[0].extract_text())
    assert text.index("5 516,56 €") < text.index("Votre projet") < text.index("5 questions sans réponse")


def test_a_note_prints_its_essentials_under_its_title(browser, server, tmp_path):
    page = browser.new_page()
    page.goto(server + "vosges/2025-2026/index.html")
    page.pdf(path=tmp_path / "note.pdf", prefer_css_page_size=True)
    text = pypdf.PdfReader(tmp_path / "note.pdf").pages[0].extract_text()
    assert "Quand déposer" in text and "Qui contacter" in text and "agenda" not in text
