"""Departments side by side, and the years of one of them."""

import functools
import http.server
import json
import pathlib
import re
import subprocess
import sys
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from watching import watch

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Benchmarks/national"))

from corpus.corpora import publish_first, publish_others  # noqa: E402
from corpus.departments import departments  # noqa: E402
from corpus.project import write_common, write_department  # noqa: E402

YEARS = range(2022, 2026)


def make_project(root, cadrage):
    """Seven departments: two of four years, the others of the last. One year of the first gives no amount."""
    plan = [
        (department, YEARS if rank < 2 else YEARS[-1:]) for rank, department in enumerate(departments(7))]
    write_common(ROOT, root, YEARS)
    write_department(ROOT, root, *plan[0])
    silent = root / "departments" / plan[0][0].slug / "2023-2024.yaml"
    text = silent.read_text()
    silent.write_text(re.sub(r"^(ps|bonus):\n(?:  .*\n)+", "", text, flags=re.MULTILINE))
    assert silent.read_text() != text
    pair = publish_first(root, cadrage, *plan[0])
    for department, starts in plan[1:]:
        write_department(ROOT, root, department, starts)
    publish_others(root, cadrage, plan, pair)
    return [department for department, _ in plan]


@pytest.fixture(scope="module")
def several(cadrage, tmp_path_factory):
    """The address of a site whose departments have several years, and its departments."""
    root = tmp_path_factory.mktemp("years")
    names = make_project(root, cadrage)
    run = subprocess.run(
        [cadrage, "build", "--root", root, "--output", root / "notes-clas"],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/notes-clas/", names
    server.shutdown()


def words(text):
    return re.sub(r"\s+", " ", text).strip().replace("'", "’")


def test_the_home_page_leads_to_the_comparison(browser, server):
    page = browser.new_page()
    page.goto(server + "index.html")
    page.click("text=Comparer les départements")
    assert page.url == server + "comparer/index.html"
    page.goto(server + "plan-du-site/index.html")
    assert page.locator("main a[href='../comparer/index.html']").count() == 1


def test_what_a_note_does_not_say_is_said(browser, server):
    page = browser.new_page()
    page.goto(server + "comparer/index.html")
    rows = {
        words(row.locator("th").inner_text()): [words(cell) for cell in row.locator("td").all_inner_texts()]
        for row in page.locator("tbody tr").all()}
    assert rows["Mayenne"] == ["2023-2024"] + ["non publié"] * 5 + ["aucun n’est publié"]
    assert rows["Vosges"][:6] == [
        "2025-2026", "Du 20 juin au 31 juillet 2025", "8 487 €", "2 758,28 €", "329 €", "329 €"]
    assert "La MSA Lorraine : 1 000 € par porteur" in rows["Vosges"][6]
    assert all(cell for row in rows.values() for cell in row)


def test_a_year_has_its_page_when_several_departments_do(browser, several):
    address, names = several
    page = browser.new_page()
    page.goto(address + "comparer/index.html")
    years = page.locator("section:has(#page-annees) a")
    assert years.all_inner_texts() == ["2025-2026", "2024-2025", "2023-2024", "2022-2023"]
    years.nth(2).click()
    assert page.url == address + "comparer/2023-2024/index.html"
    assert [words(cell) for cell in page.locator("tbody th").all_inner_texts()] == [
        names[0].noun, names[1].noun]
    assert [words(cell) for cell in page.locator("tbody tr").first.locator("td").all_inner_texts()[1:5]] == [
        "non publié"] * 4


def test_the_years_of_a_department_are_lines_that_say_what_is_not_published(browser, several):
    address, names = several
    page = browser.new_page()
    page.goto(address + f"{names[0].slug}/annees/index.html")
    chart = page.locator(".courbes figure").first
    label = words(chart.locator("svg").get_attribute("aria-label"))
    assert "2023-2024 : non publié" in label
    # A line between two years that follow each other, none over the one that is not published.
    assert chart.locator("circle").count() == 3 and chart.locator("line").count() == 1
    rows = page.locator("tbody tr")
    assert rows.locator("th").all_inner_texts() == ["2025-2026", "2024-2025", "2023-2024", "2022-2023"]
    for cell in rows.first.locator("td.droite").all_inner_texts():
        if cell.startswith("8"):
            assert words(cell) in label
    page.goto(address + f"{names[1].slug}/index.html")
    page.click("text=Les dates et les montants, année par année")
    assert page.locator(".courbes figure").count() > 0


@pytest.mark.parametrize(
    ("typed", "count"), [("ain", 1), ("ain, 02", 2), ("AISNE;", 1), ("ardeche", 1), ("xyz", 0), ("", 7)])
def test_departments_are_chosen_as_one_types(browser, several, typed, count):
    page = browser.new_page()
    page.goto(several[0] + "comparer/index.html")
    page.get_by_label("Noms ou numéros").fill(typed)
    expect(page.locator("tbody tr:visible")).to_have_count(count)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_comparison_is_accessible_and_fits(browser, several, width, scheme):
    address, names = several
    for path in ["comparer/index.html", "comparer/2025-2026/index.html", f"{names[0].slug}/annees/index.html"]:
        page = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
        faults = watch(page)
        page.goto(address + path, wait_until="networkidle")
        assert faults == [], path
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        violations = Axe().run(page).response["violations"]
        assert violations == [], f"{path}: " + json.dumps(
            [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        page.context.close()


def test_all_columns_hold_on_a_sheet(browser, server):
    """A4 upright, less its margins, at the resolution of the screen."""
    page = browser.new_page(viewport={"width": 680, "height": 900})
    page.goto(server + "comparer/index.html")
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    assert page.locator(".cote-a-cote").evaluate("one => one.scrollWidth <= one.clientWidth")
