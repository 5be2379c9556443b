"""What goes wrong while a note is changed: nothing typed and nothing written is lost."""

import pytest

from desk import Desk
from running import Preview

YEAR = "departments/isere/2026-2027.yaml"
PUBLISHED = "departments/vosges/2025-2026.yaml"
MAIL = "Conseil technique Parentalité, courriel"


def open_mail(desk):
    desk.view("Ce qui attend")
    desk.open("Contacts", MAIL)
    desk.known()
    return desk.page.locator("form .valeur input")


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


def test_what_cannot_stay_after_a_conflict_can_be_mended(browser, preview, repository):
    desk = Desk(browser, preview)
    page = desk.page
    open_mail(desk).fill("ici")
    preview.change(YEAR, "courriel: a_completer", "courriel: ailleurs@exemple.fr")
    page.locator("form .valeur input").press("Enter")
    desk.button("Mettre la vôtre").press("Enter")
    page.locator("form .fautes").get_by_text("n'est pas une adresse", exact=False).wait_for()
    field = page.locator("form .valeur input")
    assert field.input_value() == "ici"
    assert repository()[1] == "+    courriel: ailleurs@exemple.fr"
    field.fill("ici@exemple.fr")
    field.press("Enter")
    desk.saved()
    assert repository()[1] == "+    courriel: ici@exemple.fr"


def test_what_is_typed_stays_when_another_program_saves(browser, preview):
    preview.change(PUBLISHED, "enfants: 329 €", "enfants: 335 €")
    desk = Desk(browser, preview, "/vosges/2025-2026/")
    page = desk.page

    def save_elsewhere(old, new):
        preview.change(PUBLISHED, f"enfants: {old} €", f"enfants: {new} €")
        page.locator(".messages").get_by_text(f"{new} €", exact=False).first.wait_for(
            state="attached")

    # Why a note is revised.
    desk.view("Publier")
    reason = page.get_by_label("Ce qui change, pour les lecteurs")
    reason.fill("Le bonus change.")
    save_elsewhere(335, 336)
    assert reason.input_value() == "Le bonus change."
    # A value that is being added.
    desk.view("Valeurs")
    page.locator(".ajout select").first.select_option(index=1)
    field = page.locator(".ajout form :is(input, textarea)").first
    field.fill("Un mot")
    save_elsewhere(336, 337)
    assert field.input_value() == "Un mot"
    assert desk.faults == []


def test_a_full_disk_leaves_the_old_file_whole(browser, cadrage, content, request):
    preview = Preview(cadrage, content, "--port", "0", room=2000)
    request.addfinalizer(preview.stop)
    before = preview.path(YEAR).read_bytes()
    assert len(before) > 2000
    names = sorted(file.name for file in preview.path(YEAR).parent.iterdir())
    desk = Desk(browser, preview)
    field = open_mail(desk)
    field.fill("clas@exemple.fr")
    field.press("Enter")
    message = desk.page.locator("form .fautes").get_by_text("Impossible d’écrire", exact=False)
    message.wait_for()
    assert field.input_value() == "clas@exemple.fr", "what was typed stays"
    assert preview.path(YEAR).read_bytes() == before
    assert sorted(file.name for file in preview.path(YEAR).parent.iterdir()) == names
    # A text too.
    desk.page.keyboard.press("Escape")
    desk.view("Textes")
    desk.page.locator(".une-valeur.texte", has_text="Le Clas en bref").press("Enter")
    text = desk.page.get_by_label("Texte", exact=True)
    text.fill("## Le Clas en bref\n\n" + "Une phrase. " * 300)
    desk.button("Enregistrer").press("Enter")
    desk.page.locator("form .fautes").get_by_text("Impossible d’écrire", exact=False).wait_for()
    assert len(text.input_value()) > 3000
    assert desk.faults == []


def test_a_preview_that_stops_keeps_what_is_typed(browser, cadrage, content, request):
    preview = Preview(cadrage, content, "--port", "0")
    desk = Desk(browser, preview)
    field = open_mail(desk)
    field.fill("clas@exemple.fr")
    preview.stop()
    desk.page.get_by_text("L’aperçu est arrêté : relancez", exact=False).wait_for()
    field.press("Enter")
    desk.page.get_by_text("rien n’est enregistré. Votre texte reste ici.", exact=False).wait_for()
    assert field.input_value() == "clas@exemple.fr"
    # Started again at the same address, it takes what was typed before.
    again = Preview(cadrage, content, "--port", str(preview.port))
    request.addfinalizer(again.stop)
    assert again.port == preview.port
    desk.page.get_by_text("Aperçu à jour").wait_for()
    assert field.input_value() == "clas@exemple.fr"
    field.press("Enter")
    desk.saved()
    assert "courriel: clas@exemple.fr" in again.path(YEAR).read_text()


@pytest.mark.parametrize("typed, said", [
    ("mille euros", "n'est pas un montant"), ("", "Écrivez une valeur."),
    ("1 000 €/enfant", "a une unité inconnue"),
])
def test_a_wrong_amount_is_refused(browser, preview, repository, typed, said):
    desk = Desk(browser, preview, "/vosges/2026-2027/")
    desk.view("Valeurs")
    desk.open("Autres financements", "Montant")
    desk.known()
    field = desk.page.locator("form .valeur input")
    field.fill(typed)
    field.press("Enter")
    desk.page.locator("form .fautes").get_by_text(said, exact=False).wait_for()
    assert field.get_attribute("aria-invalid") == "true"
    assert repository() == []


def test_a_wrong_amount_in_a_file_is_mended_from_its_message(browser, preview, repository):
    desk = Desk(browser, preview, "/vosges/2025-2026/")
    page = desk.page
    preview.change(PUBLISHED, "enfants: 329 €/collectif", "enfants: 32 neuf")
    desk.button("Modifier cette valeur").first.press("Enter")
    page.locator("form .valeur input").fill("329")
    page.keyboard.press("Enter")
    desk.saved()
    assert repository() == []
