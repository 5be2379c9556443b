"""A note changed where it is read, with the keyboard alone, as an agent does."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from desk import Desk, NOTE, eventually, read

YEAR = "departments/isere/2026-2027.yaml"


def test_values_of_each_kind_change_on_their_own_columns(browser, preview, repository):
    desk = Desk(browser, preview, viewport={"width": 1280, "height": 800})
    page = desk.page
    # A date, from the page itself.
    desk.view("Ce qui attend")
    desk.open("Calendrier", "Dépôt des dossiers, début")
    desk.known()
    page.locator("form input[type=date]").fill("2026-06-15")
    page.locator("form .valeur input").first.press("Enter")
    desk.saved()
    page.locator("main").get_by_text("15 juin", exact=False).first.wait_for()
    # A contact, wrong at first.
    desk.open("Contacts", "Conseil technique Parentalité, courriel")
    desk.known()
    field = page.locator("form .valeur input")
    field.fill("clas@exemple")
    page.get_by_text("n'est pas une adresse", exact=False).first.wait_for()
    field.fill("clas@exemple.fr")
    field.press("Enter")
    desk.saved()
    page.get_by_text("courriel: clas@exemple.fr").wait_for()
    # A text, found by searching.
    desk.view("Valeurs")
    page.get_by_label("Chercher").fill("presque tout est")
    page.locator(".une-valeur", has_text="Texte").first.press("Enter")
    page.locator("form textarea").fill("Un exemple : rien n'est \"décidé\".")
    page.locator("form textarea").press("Enter")
    desk.saved()
    page.get_by_text("texte: \"Un exemple", exact=False).wait_for()
    page.locator("main").get_by_text("Un exemple", exact=False).first.wait_for()
    changed = repository()
    assert len(changed) == 6, changed
    assert [line for line in changed if line[0] == "+"] == [
        "+    texte: \"Un exemple : rien n'est \\\"décidé\\\".\"",
        "+    courriel: clas@exemple.fr", "+    du: 2026-06-15"]
    for left in [4, 2, 0]:
        page.get_by_role("button", name="Annuler").first.press("Enter")
        desk.saved("Annulé.")
        eventually(lambda: len(repository()) == left)
    assert desk.faults == []


def test_items_are_added_moved_and_removed(browser, preview, repository):
    desk = Desk(browser, preview)
    page = desk.page
    desk.open("Contacts", "Contacts")
    desk.button("Ajouter un élément").press("Enter")
    desk.button("Ajouter", exact=True).press("Enter")
    page.get_by_text("Rien n’est écrit.").wait_for()
    page.get_by_label("Nom de code").fill("accueil")
    page.locator("form .champ", has_text="Service").locator("textarea").first.fill(
        "Accueil : partenaires")
    page.get_by_role("textbox", name="Téléphone", exact=True).fill("04 76 00 00 00")
    desk.button("Ajouter", exact=True).press("Enter")
    desk.saved()
    page.locator("main").get_by_text("Accueil : partenaires", exact=False).first.wait_for()
    assert [line for line in repository() if line[0] == "+"] == [
        "+  - code: accueil", "+    service: \"Accueil : partenaires\"",
        "+    telephone: 04 76 00 00 00"]
    desk.open("Contacts", "Accueil : partenaires")
    desk.button("Retirer de la liste").press("Enter")
    page.wait_for_function(
        "() => !document.querySelector('main').innerText.includes('Accueil')")
    assert repository() == []


def test_links_published_notes_and_other_folders_are_never_written(preview, tmp_path):
    token = preview.request("GET", "/")[1].decode().split('data-jeton="')[1].split('"')[0]

    def send(path, **fields):
        return preview.request(
            "POST", "/_cadrage/" + path, {"page": NOTE, **fields},
            Origin=preview.start, X_Cadrage_Jeton=token)

    value = YEAR + "#contacts/0/courriel"
    assert send("enregistrer", nom=value, avant="a_completer", texte="a@exemple.fr")[0] == 200
    assert send("enregistrer", nom=value, avant="autre", texte="b@exemple.fr")[0] == 409
    assert send("enregistrer", nom=value, avant="a@exemple.fr", texte="b")[0] == 422
    for name in ["../x#titre", "site/site.yaml#titre", "departments/isere/publiees/2022-2023.yaml#titre"]:
        assert send("enregistrer", nom=name, avant="", texte="x")[0] == 422, name
        assert send("enregistrer-texte", nom="introduction", fichier=name, avant="", texte="x")[0] == 422
    # A folder that became a link while the preview ran.
    away = tmp_path / "ailleurs"
    folder = preview.path("departments/isere")
    text = (folder / "2026-2027.yaml").read_text()
    folder.rename(away)
    folder.symlink_to(away)
    send("enregistrer", nom=value, avant="a@exemple.fr", texte="c@exemple.fr")
    assert (away / "2026-2027.yaml").read_text() == text


@pytest.mark.parametrize("width, scheme", [(320, "light"), (1280, "dark")])
def test_the_desk_is_accessible_and_fits(browser, preview, width, scheme):
    desk = Desk(
        browser, preview, viewport={"width": width, "height": 700}, color_scheme=scheme)
    page = desk.page
    for view, part in [
        ("Valeurs", "summary"), ("Ce qui attend", ".une-valeur"), ("Textes", ".une-valeur.texte"),
        ("Publier", ".messages .phrase"),
    ]:
        desk.view(view)
        page.locator(".groupes").locator(part).first.wait_for()
        assert read(page, "document.documentElement.scrollWidth - innerWidth") <= 0, view
        violations = Axe().run(page).response["violations"]
        assert violations == [], view + json.dumps(
            [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)
    # A value that waits, one that lasts, a text beside what the page will show of it.
    for view, part, inside in [
        ("Ce qui attend", ".une-valeur", ".emplois ul"),
        ("Valeurs", ".une-valeur.texte", ".emplois ul"),
        ("Textes", ".une-valeur.texte", ".rendu .texte :is(h2, h3, p)"),
    ]:
        desk.view(view)
        page.locator(".groupes summary").evaluate_all("parts => parts.forEach((one) => (one.parentElement.open = true))")
        page.locator(".groupes").locator(part).first.press("Enter")
        page.locator(".contenu").locator(inside).first.wait_for()
        assert read(page, "document.documentElement.scrollWidth - innerWidth") <= 0, view
        violations = Axe().run(page).response["violations"]
        assert violations == [], view + json.dumps(
            [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)
        page.locator(".contenu form :is(input, select, textarea)").first.press("Escape")
    page.locator("section.pupitre h2").press("Escape")
    assert page.locator("section.pupitre").is_hidden()
    assert desk.faults == []
