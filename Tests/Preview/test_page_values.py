"""Values are changed where any page of a note prints them."""

import re

from desk import Desk, eventually

LASTING = "departments/vosges/departement.yaml"
PHONE = LASTING + "#contacts/0/telephone"
DRAFT = "departments/vosges/2026-2027.yaml"
PUBLISHED = "departments/vosges/2025-2026.yaml"

# What each page prints, and where: the file, the way in it.
PRINTED = [
    ("/vosges/2026-2027/", [PHONE, DRAFT + "#calendrier/1", DRAFT + "#depot/situations/0/titre",
                            DRAFT + "#pieces/0/nom", DRAFT + "#avis/0/texte"]),
    ("/vosges/2026-2027/demarche/", [PHONE, DRAFT + "#depot/situations/0/demarche", DRAFT + "#calendrier/1"]),
    ("/vosges/2025-2026/", [PHONE, PUBLISHED + "#bonus/enfants", PUBLISHED + "#ps/maximum",
                            PUBLISHED + "#financements/0/montant",
                            PUBLISHED + "#depot/situations/0/plateforme"]),
    ("/vosges/2025-2026/simulateur/", [PUBLISHED + "#ps/plafond", PUBLISHED + "#bonus/parents",
                                       PUBLISHED + "#financements/0/dispositif"]),
    ("/vosges/2025-2026/corrections/", [PUBLISHED + "#errata/0/decision"]),
    ("/vosges/", [PHONE, LASTING + "#organisme/nom"]),
]


def marks(preview, path):
    page = preview.request("GET", path)[1].decode()
    return page, re.findall(r'class="cadrage-valeur" data-valeur="([^"]*)">([^<]*)</span>', page)


def test_each_page_of_a_note_marks_its_values(preview):
    for path, names in PRINTED:
        found = [name for name, _ in marks(preview, path)[1]]
        assert set(names) <= set(found), (path, set(names) - set(found))
    page, found = marks(preview, "/vosges/2025-2026/")
    assert (PHONE, "03 29 68 39 77") in [(name, text.replace("\u202f", " ").replace("\xa0", " ")) for name, text in found]
    # Nothing that is not seen, or that is an attribute, can be pressed.
    for unseen in re.findall(r"<(?:head|title|svg|select)\b.*?</", page, re.DOTALL):
        assert "cadrage-valeur" not in unseen
    assert not re.search(r'class="hors-vue">[^<]*<span class="cadrage', page)


def test_a_value_above_the_text_is_changed_where_it_stands(browser, preview, repository):
    desk = Desk(
        browser, preview, "/vosges/2026-2027/", viewport={"width": 360, "height": 740})
    page = desk.page
    page.locator(".bloc-contacts .cadrage-valeur", has_text="03 29").press("Enter")
    page.locator(".emplois").get_by_role("link", name="la page « Votre démarche »").wait_for()
    page.get_by_label("Téléphone", exact=True).fill("03 29 68 39 78")
    page.keyboard.press("Enter")
    desk.saved()
    page.locator(".bloc-contacts").get_by_text("03 29 68 39 78").wait_for()
    assert repository() == ["-    telephone: 03 29 68 39 77", "+    telephone: 03 29 68 39 78"]
    # The dates are those of a step: it opens with its parts.
    page.locator(".fenetre .cadrage-valeur").press("Enter")
    page.get_by_role("button", name="début").press("Enter")
    desk.known()
    page.locator("form .valeur input").first.press("Enter")
    eventually(lambda: len(repository()) == 4)
    assert desk.faults == []


def test_a_page_beside_the_note_changes_it_too(browser, preview, repository):
    desk = Desk(browser, preview, "/vosges/2026-2027/demarche/")
    page = desk.page
    page.locator(".situation h2 > .cadrage-valeur").first.press("Enter")
    page.get_by_label("Situation", exact=True).fill("Une première demande")
    page.keyboard.press("Enter")
    desk.saved()
    page.locator(".situation h2", has_text="Une première demande").wait_for()
    assert len(repository()) == 2
    assert desk.faults == []


def test_a_lasting_value_is_another_for_a_year_and_back(browser, preview, repository):
    desk = Desk(browser, preview, "/vosges/2026-2027/", viewport={"width": 1280, "height": 800})
    page = desk.page

    def change(text):
        page.locator("form .valeur :is(input, textarea)").fill(text)
        page.get_by_label("Pour", exact=True).select_option("cette année seulement")
        desk.button("Enregistrer").press("Enter")
        desk.saved()

    # One value.
    desk.view("Valeurs")
    desk.open("Instance", "réquence")
    change("deux fois par an")
    page.locator("main").get_by_text("deux fois par an", exact=False).first.wait_for()
    assert [line for line in repository() if line.strip("+")] == [
        "+instance:", "+  frequence: deux fois par an"]
    desk.open("Instance", "réquence")
    assert "une fois par an, toutes les années du département (" in page.locator("dl").inner_text()
    desk.button("Reprendre la valeur de tous les ans : une fois par an").press("Enter")
    desk.saved()
    assert repository() == []
    # A value of a list takes the list along.
    page.locator(".bloc-contacts .cadrage-valeur", has_text="03 29").press("Enter")
    page.get_by_label("Pour", exact=True).select_option("cette année seulement")
    assert page.get_by_text("Toute la liste « Contacts » est recopiée").is_visible()
    change("03 29 00 00 00")
    page.locator(".bloc-contacts").get_by_text("03 29 00 00 00").wait_for()
    changed = repository()
    assert [line[0] for line in changed] == ["+"] * len(changed)
    assert [line.split(":")[0] for line in changed if line.strip("+")] == [
        "+contacts", "+  - code", "+    service", "+    organisme", "+    adresse", "+    telephone",
        "+    courriel"]
    assert "03 29 68 39 77" in preview.page("/vosges/2025-2026/")[1].decode().replace("\u202f", " ").replace("\xa0", " ")
    page.locator(".bloc-contacts .cadrage-valeur", has_text="03 29").press("Enter")
    desk.button("Reprendre la liste de tous les ans").press("Enter")
    desk.saved()
    assert repository() == []
    page.locator(".bloc-contacts").get_by_text("03 29 68 39 77").wait_for()
    assert desk.faults == []
