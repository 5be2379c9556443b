"""The texts of a note, written beside what the page will show of them."""

from desk import Desk, NOTE

ALL = "templates/note-de-cadrage/circulaire-2021/introduction.md"


def open_text(desk, title):
    desk.view("Textes")
    desk.page.locator(".une-valeur.texte", has_text=title).press("Enter")
    return desk.page.get_by_label("Texte", exact=True)


def test_a_text_changes_for_whom_it_is_meant(browser, preview, repository):
    desk = Desk(browser, preview, viewport={"width": 1280, "height": 800})
    page = desk.page
    text = open_text(desk, "Le Clas en bref")
    text.fill(text.input_value() + "\nUne phrase de l'Isère.\n")
    page.get_by_label("Pour", exact=True).select_option("ce département, cette année")
    desk.button("Enregistrer").press("Enter")
    desk.saved()
    page.locator("main").get_by_text("Une phrase de l’Isère.").wait_for()
    assert repository() == [], "the text of all stays"
    made = preview.path("departments/isere/2026-2027/introduction.md")
    assert made.read_text().endswith("\nUne phrase de l'Isère.\n")
    desk.button("Annuler ce changement").press("Enter")
    desk.saved("Annulé.")
    assert not made.exists()


def test_a_text_is_shown_as_it_is_typed(browser, preview, repository):
    desk = Desk(browser, preview, viewport={"width": 1280, "height": 800})
    page = desk.page
    text = open_text(desk, "Le Clas en bref")
    page.get_by_text("Tel qu’il est enregistré.").wait_for()
    shown = page.locator(".rendu")
    assert shown.get_by_role("heading").first.inner_text().startswith("1.")
    text.press("Control+End")
    page.keyboard.type("\n\nIl reste **25 €** : {{ departement.nom | le }}.\n")
    shown.locator("strong", has_text="25 €").wait_for()
    assert shown.get_by_text("l’Isère", exact=False).first.is_visible(), "typography, as on the page"
    assert page.get_by_text("Pas encore enregistré.").is_visible()
    page.locator("summary", has_text="Les valeurs de ce texte").press("Enter")
    assert page.locator(".essai .une-valeur", has_text="Nom").first.is_visible()
    # What is wrong is said where it is written, and what was right stays.
    page.keyboard.press("Shift+Tab")
    text.press("Control+End")
    page.keyboard.type("Un montant : {{ ps.plafon }}.")
    page.get_by_text("1 erreur à corriger").wait_for()
    assert page.locator("mark", has_text="plafon").is_visible()
    assert shown.locator("strong", has_text="25 €").is_visible()
    page.get_by_role("button", name="Aller à la ligne").press("Enter")
    line = text.evaluate("part => part.value.slice(0, part.selectionStart).split('\\n').length")
    assert text.input_value().split("\n")[line - 1].startswith("Un montant")
    assert repository() == [], "nothing is saved"
    assert desk.faults == []


def test_a_message_about_a_text_opens_it_at_its_line(browser, preview):
    desk = Desk(browser, preview)
    page = desk.page
    before = preview.path(ALL).read_text()
    preview.path(ALL).write_text(before + "\nUn mot {{ ps.plafon }}.\n")
    page.get_by_role("button", name="Ouvrir ce texte").press("Enter")
    text = page.get_by_label("Texte", exact=True)
    start = text.evaluate("part => part.selectionStart")
    assert text.input_value()[start:].startswith("Un mot {{ ps.plafon }}.")
    page.get_by_text("1 erreur à corriger").wait_for()
    text.fill(before)
    text.press("Control+Enter")
    desk.saved()
    assert preview.path(ALL).read_text() == before
    page.get_by_text("Aperçu à jour").wait_for()
    assert desk.faults == []
