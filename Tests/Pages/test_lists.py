"""How one finds a department and its notes, and what programs can read of them."""

import json
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

expect.set_options(timeout=120_000)  # A machine may be slow.

PERSONS = ["Garcia", "Goarant", "Toillier", "Ennifer"]


def home(browser, server, **options):
    page = browser.new_context(**options).new_page()
    page.goto(server + "index.html")
    return page


@pytest.mark.parametrize(
    ("typed", "shown", "said"),
    [
        ("vos", ["Vosges"], "1 département a sa note ici."),
        ("88", ["Vosges"], "1 département a sa note ici."),
        ("ISERE", ["Isère"], "1 département a sa note ici."),
        ("gironde", [], "Gironde (33) : pas de note ici. Adressez-vous à la Caf."),
        ("cotes d'armor", [], "Côtes-d’Armor (22) : pas de note ici. Adressez-vous à la Caf."),
        ("xyz", [], "Aucun département de ce nom ni de ce numéro."),
    ])
def test_departments_are_filtered_as_one_types(browser, server, typed, shown, said):
    page = home(browser, server)
    page.get_by_label("Nom ou numéro du département").fill(typed)
    expect(page.locator(".filtre-etat")).not_to_be_empty()
    text = page.inner_text(".filtre-etat").replace("\xa0", " ").replace("'", "’")
    assert text == said
    names = page.locator(".departements > li:visible h3 a").all_inner_texts()
    assert names == shown
    page.get_by_label("Nom ou numéro du département").fill("")
    assert page.locator(".departements > li:visible").count() == 4


def test_the_grid_has_all_departments_and_says_which_are_here(browser, server):
    page = home(browser, server, java_script_enabled=False)
    cells = page.locator(".grille > li")
    assert cells.count() == 101
    links = page.locator(".grille a")
    assert [re.sub(r"\s+", " ", text) for text in links.all_text_contents()] == [
        "38 Isère", "53 Mayenne", "69 Rhône", "88 Vosges"]
    assert "Gironde, sans note ici" in cells.nth(33).text_content()
    assert not page.is_visible(".filtre")


def test_an_address_always_leads_to_the_note_in_force(browser, server):
    page = browser.new_page()
    page.goto(server + "vosges/actuelle/index.html")
    page.wait_for_url(server + "vosges/2025-2026/index.html")
    page.goto(server + "vosges/index.html")
    assert page.get_attribute("text=l’adresse de la note en cours", "href") == "actuelle/index.html"


def test_open_data_follow_their_schema_and_name_nobody(site):
    files = sorted(site.glob("*/*/donnees.json"))
    assert len(files) == 4  # none of a draft
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", site / "donnees.schema.json", *files],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    for file in files:
        assert not any(name in file.read_text() for name in PERSONS), file
    facts = json.loads((site / "vosges/2025-2026/donnees.json").read_text())["faits"]
    assert facts["ps"]["plafond"] == {"montant": 8487.0, "unite": "€/collectif"}
    rate = facts["regles"]["ps"]["taux"]
    assert rate["valeur"] == {"taux": 32.5, "unite": "%"}
    assert rate["source"]["document"] == "C-2026-069"


def test_the_list_of_notes_leads_to_their_data(site):
    notes = json.loads((site / "donnees.json").read_text())["notes"]
    paths = [note["donnees"].removeprefix("https://example.org/notes-clas/") for note in notes]
    assert paths == [str(file.relative_to(site)) for file in sorted(site.glob("*/*/donnees.json"))]


def test_the_glossary_is_a_link_away(browser, server):
    page = browser.new_page()
    page.goto(server + "vosges/2025-2026/index.html")
    page.click("footer >> text=Glossaire")
    assert page.url == server + "glossaire/index.html"
    names = page.locator(".glossaire dt").all_inner_texts()
    assert "DSDEN" in names and names == sorted(names, key=str.lower)
    text = re.sub(r"\s+", " ", page.inner_text(".glossaire"))
    assert "Contrat local d’accompagnement à la scolarité" in text.replace("'", "’")
