"""The search in all notes: what is found, by whom, and how it is told."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from watching import watch

PERSONS = ["Garcia", "Goarant", "Toillier", "Ennifer"]
PAGE = "recherche/index.html"
expect.set_options(timeout=120_000)  # A machine may be slow.


def words(text):
    return re.sub(r"\s+", " ", text).strip().replace("'", "’")


def searched(browser, server, typed, department="", year="", **options):
    page = browser.new_context(**options).new_page()
    page.goto(server + PAGE)
    page.get_by_label("Département").select_option(department)
    page.get_by_label("Année").select_option(year)
    page.get_by_label("Mots à chercher").fill(typed)
    expect(page.locator(".recherche-etat")).to_contain_text(re.compile(r"notes?\."))
    return page


def titles(page):
    return [words(title) for title in page.locator(".trouvailles h2").all_inner_texts()]


@pytest.mark.parametrize("typed", ["date limite depot", "DÉPÔT des dates limites", "dépôts date limite"])
def test_accents_capitals_and_endings_change_nothing(browser, server, typed):
    page = searched(browser, server, typed, "vosges")
    assert "Déposer votre demande" in " ".join(titles(page)) or "Le calendrier" in titles(page)
    assert page.locator("mark").count() > 0


def test_words_of_one_family_are_found_together(browser, server):
    found = [titles(searched(browser, server, word, "vosges")) for word in ["accompagner", "accompagnement"]]
    assert set(found[0]) == set(found[1]) and found[0]


def test_the_section_is_what_is_found(browser, server):
    page = searched(browser, server, "bonus parents", "vosges")
    link = page.locator(".trouvailles h2 a", has_text="bonus « parents »").first
    link.click()
    page.wait_for_url("**/vosges/2025-2026/index.html#bonus-parents")


def test_notes_are_chosen_by_department_and_year(browser, server):
    page = searched(browser, server, "collectif")
    assert "dans 4 notes" in words(page.inner_text(".recherche-etat"))
    page.get_by_label("Année").select_option("2022-2023")
    expect(page.locator(".recherche-etat")).to_contain_text("dans 1")
    assert all("Isère 2022-2023" in words(text) for text in page.locator(".trouvailles li").all_inner_texts())


def test_a_search_is_shared_by_its_address(browser, server):
    page = searched(browser, server, "bilan", "vosges", "2025-2026")
    other = browser.new_page()
    other.goto(page.url)
    expect(other.locator(".trouvailles li").first).to_be_visible()
    assert titles(other) == titles(page)
    assert other.get_by_label("Mots à chercher").input_value() == "bilan"


def test_what_is_not_found_is_said(browser, server):
    page = searched(browser, server, "hippopotame")
    assert words(page.inner_text(".recherche-etat")) == "Aucune partie n’a ce mot dans 4 notes."
    page.get_by_label("Mots à chercher").fill("hippopotame collectif")
    expect(page.locator(".recherche-etat")).to_contain_text("n’a tous ces mots")
    assert page.locator(".trouvailles li").count() > 0
    page.get_by_label("Mots à chercher").fill("")
    expect(page.locator(".trouvailles li")).to_have_count(0)


def test_it_works_from_disk_and_asks_nobody(browser, site):
    page = browser.new_page()
    faults = watch(page)
    page.goto((site / PAGE).as_uri() + "#mots=bilan")
    expect(page.locator(".trouvailles li").first).to_be_visible()
    assert faults == []


def test_without_script_it_says_what_to_do(browser, server):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(server + PAGE)
    assert not page.is_visible("form")
    assert "Ctrl + F" in page.inner_text("main")
    assert page.locator("main li a").count() == 4


def test_named_persons_are_not_found(site):
    files = sorted(site.glob("*/*/recherche.js"))
    assert len(files) == 4  # none of a draft
    for file in files:
        assert not any(name in file.read_text() for name in PERSONS), file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_results_are_accessible_and_fit(browser, server, width, scheme):
    page = searched(
        browser, server, "bonus", viewport={"width": width, "height": 800}, color_scheme=scheme)
    assert page.locator(".trouvailles li").count() > 3
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    violations = Axe().run(page).response["violations"]
    assert violations == [], json.dumps(
        [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)


def test_other_pages_do_not_pay_for_it(browser, server):
    page = browser.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server + "vosges/2025-2026/index.html", wait_until="networkidle")
    assert not any("recherche" in address for address in asked)
