"""A note changed where it is read, with the keyboard alone, as an agent does."""

import json
import subprocess
import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from running import Preview

YEAR = "departments/isere/2026-2027.yaml"
NOTE = "/isere/2026-2027/"


class Desk:
    """The part of the page in which values are changed."""

    def __init__(self, browser, preview, path=NOTE, **options):
        self.preview = preview
        self.page = browser.new_page(**options)
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(preview.start + path)
        self.button("Modifier").press("Enter")

    def button(self, name, **options):
        return self.page.get_by_role("button", name=name, **options)

    def view(self, name):
        self.button(name).press("Enter")

    def open(self, group, name):
        """Opens a value by its group and its name."""
        summary = self.page.locator("summary", has_text=group).first
        if not summary.evaluate("part => part.parentElement.open"):
            summary.press("Enter")
        self.page.locator(".une-valeur", has_text=name).first.press("Enter")

    def known(self):
        """Says that a value which waited is known."""
        self.page.get_by_label("Cette valeur est").select_option("")

    def saved(self):
        self.page.get_by_text("Enregistré.", exact=True).wait_for()


def eventually(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.fixture
def repository(preview):
    def git(*words):
        run = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@exemple.fr", *words],
            cwd=preview.root, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        return run.stdout

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Avant")

    def difference():
        lines = git("diff", "-U0").splitlines()
        return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]

    return difference


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
    page.get_by_text("courriel: clas@exemple.fr").wait_for()
    # A text, found by searching.
    desk.view("Valeurs")
    page.get_by_label("Chercher").fill("presque tout est")
    page.locator(".une-valeur", has_text="Texte").first.press("Enter")
    page.locator("form textarea").fill("Un exemple : rien n'est \"décidé\".")
    page.locator("form textarea").press("Enter")
    page.get_by_text("texte: \"Un exemple", exact=False).wait_for()
    page.locator("main").get_by_text("Un exemple", exact=False).first.wait_for()
    changed = repository()
    assert len(changed) == 6, changed
    assert [line for line in changed if line[0] == "+"] == [
        "+    texte: \"Un exemple : rien n'est \\\"décidé\\\".\"",
        "+    courriel: clas@exemple.fr", "+    du: 2026-06-15"]
    for left in [4, 2, 0]:
        page.get_by_role("button", name="Annuler").first.press("Enter")
        page.get_by_text("Annulé.").wait_for()
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


def test_a_value_changed_elsewhere_is_never_lost(browser, preview, repository):
    desk = Desk(browser, preview)
    page = desk.page
    desk.view("Ce qui attend")
    desk.open("Contacts", "Conseil technique Parentalité, courriel")
    desk.known()
    page.locator("form .valeur input").fill("ici@exemple.fr")
    preview.change(YEAR, "courriel: a_completer", "courriel: ailleurs@exemple.fr")
    page.locator("form .valeur input").press("Enter")
    page.get_by_role("heading", name="un autre programme l’a changée").wait_for()
    assert page.get_by_text("ailleurs@exemple.fr", exact=True).first.is_visible()
    assert page.get_by_text("ici@exemple.fr", exact=True).is_visible()
    assert repository()[1] == "+    courriel: ailleurs@exemple.fr"
    desk.button("Mettre la vôtre").press("Enter")
    desk.saved()
    assert repository()[1] == "+    courriel: ici@exemple.fr"


def test_a_text_changes_for_whom_it_is_meant(browser, preview, repository):
    desk = Desk(browser, preview, viewport={"width": 1280, "height": 800})
    page = desk.page
    desk.view("Textes")
    page.locator(".une-valeur.texte", has_text="Le Clas en bref").press("Enter")
    text = page.get_by_label("Texte", exact=True)
    text.fill(text.input_value() + "\nUne phrase de l'Isère.\n")
    page.get_by_label("Pour", exact=True).select_option("ce département, cette année")
    desk.button("Enregistrer").press("Enter")
    desk.saved()
    page.locator("main").get_by_text("Une phrase de l’Isère.").wait_for()
    assert repository() == [], "the text of all stays"
    made = preview.path("departments/isere/2026-2027/introduction.md")
    assert made.read_text().endswith("\nUne phrase de l'Isère.\n")
    desk.button("Annuler ce changement").press("Enter")
    page.get_by_text("Annulé.").wait_for()
    assert not made.exists()


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


FILLED = {
    "Dépôt des dossiers, Début": "2 juin 2025", "Dépôt des dossiers, Fin": "11 juillet 2025",
    "comité": "octobre 2025", "ourriel": "clas@exemple.fr", "éléphone": "04 67 00 00 00",
    "": "Demandez le dossier au service des partenaires.",
}


def test_the_journey_from_a_new_department_to_its_publication(browser, cadrage, content, request):
    run = subprocess.run(
        [cadrage, "new", "department", "34", "2025-2026", "--root", str(content)],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    preview = Preview(cadrage, content, "--port", "0")
    request.addfinalizer(preview.stop)
    assert preview.address == preview.start + "/herault/2025-2026/"
    desk = Desk(browser, preview, "/herault/2025-2026/", viewport={"width": 1280, "height": 900})
    page = desk.page
    for _ in range(30):
        desk.view("Ce qui attend")
        waiting = page.locator(".groupes .une-valeur")
        if waiting.count() == 0:
            break
        name = waiting.first.inner_text()
        waiting.first.press("Enter")
        desk.known()
        field = page.locator("form .valeur :is(input, textarea)").first
        field.fill(next(text for words, text in FILLED.items() if words in name))
        field.press("Enter")
        desk.saved()
    desk.view("Publier")
    page.get_by_text("Rien ne s’oppose à la publication.").wait_for()
    desk.button("Publier la note").press("Enter")
    page.get_by_text("C’est publié.").wait_for()
    assert (content / "departments/herault/publiees/2025-2026.md").exists()
    page.wait_for_function("() => !document.title.includes('projet')")


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
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, view
        violations = Axe().run(page).response["violations"]
        assert violations == [], view + json.dumps(
            [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)
    desk.view("Ce qui attend")
    page.locator(".groupes .une-valeur").first.press("Enter")
    violations = Axe().run(page).response["violations"]
    assert violations == [], [v["id"] for v in violations]
    page.locator("form").press("Escape")
    page.locator("section.pupitre h2").press("Escape")
    assert page.locator("section.pupitre").is_hidden()
    assert desk.faults == []
