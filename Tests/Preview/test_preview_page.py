"""The preview as a browser shows it."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from desk import Keys, read, settle

YEAR = "departments/isere/2026-2027.yaml"


def open_page(browser, preview, path="/isere/2026-2027/", **options):
    page = browser.new_page(**options)
    faults = []
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(preview.start + path)
    settle(page)
    return page, faults


def test_the_page_changes_where_its_reader_is(browser, preview):
    page, faults = open_page(browser, preview)
    page.locator("details").first.evaluate("part => { part.open = true }")
    page.locator("#contacts").evaluate("part => scrollTo(0, part.getBoundingClientRect().top + scrollY - 40)")
    before = page.locator("#contacts").evaluate("part => part.getBoundingClientRect().top")
    # A change above makes the page longer.
    preview.change(YEAR, "\n", "\ntitre: Un autre titre\n")
    page.get_by_text("Un autre titre").first.wait_for(state="attached")
    settle(page)
    after = page.locator("#contacts").evaluate("part => part.getBoundingClientRect().top")
    assert abs(after - before) < 2
    assert page.locator("details").first.evaluate("part => part.open")
    assert faults == []


def test_errors_lie_over_the_page_and_go(browser, preview):
    for width, scheme in [(320, "light"), (1280, "dark")]:
        page, faults = open_page(
            browser, preview, viewport={"width": width, "height": 700}, color_scheme=scheme)
        preview.change(YEAR, "\n", "\ncalendier: []\n")
        page.get_by_role("heading", name="Ce que Cadrage a trouvé").wait_for()
        assert page.get_by_text("La clé « calendier » est inconnue dans ce fichier.").is_visible()
        assert page.locator("mark").inner_text() == "calendier"
        assert page.locator("h1").first.is_visible(), "the last good page stays"
        assert read(page, "document.documentElement.scrollWidth - innerWidth") <= 0
        assert faults == []
        violations = Axe().run(page).response["violations"]
        assert violations == [], json.dumps(
            [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)
        page.get_by_role("button", name="Réduire").press("Enter")
        assert not page.get_by_text("La clé « calendier »").is_visible()
        page.get_by_role("button", name="1 erreur").press("Enter")
        assert page.get_by_text("La clé « calendier »").is_visible()
        preview.change(YEAR, "\ncalendier: []\n", "\n")
        page.get_by_text("Aperçu à jour").wait_for()
        assert not page.get_by_role("heading", name="Ce que Cadrage a trouvé").is_visible()
        page.context.close()


def test_a_server_that_stops_is_told(browser, preview):
    page = open_page(browser, preview)[0]
    preview.stop()
    page.get_by_text("L’aperçu est arrêté").wait_for()


def test_the_desk_stays_as_it_is_when_another_program_saves(browser, preview):
    page, faults = open_page(browser, preview, viewport={"width": 1280, "height": 800})
    agent = Keys(page)
    agent.press("Modifier")
    agent.reach("Chercher")
    agent.write("dépôt")
    name = agent.reach("Dépôt des dossiers, Début")
    preview.change(YEAR, "\n", "\ntitre: Un autre titre\n")
    page.get_by_text("Un autre titre").first.wait_for(state="attached")
    settle(page)
    assert agent.focused == name
    assert page.get_by_label("Chercher").input_value() == "dépôt"
    # A part of the page, a link without a name of its own.
    agent.press("Fermer")
    link = agent.reach("Simuler")
    preview.change(YEAR, "Un autre titre", "Encore un titre")
    page.get_by_text("Encore un titre").first.wait_for(state="attached")
    settle(page)
    assert agent.focused == link
    assert faults == []


@pytest.mark.parametrize(("width", "room"), [(320, 150), (1280, 200)])
def test_what_is_wrong_is_seen_beside_the_desk(browser, preview, width, room):
    """Each message names the value that it is about, and leads to it."""
    page, faults = open_page(browser, preview, viewport={"width": width, "height": 700})
    page.get_by_role("button", name="Modifier", exact=True).click()
    page.get_by_role("heading", name="Modifier la note").wait_for()
    preview.change(YEAR, "plafond: a_paraitre", "plafond: 12 €/porteur")
    panel = page.locator(".panneau")
    panel.wait_for()
    assert panel.bounding_box()["height"] > room
    for part in [panel.get_by_role("heading"), panel.get_by_text("Prix plafond", exact=True)]:
        part.scroll_into_view_if_needed()
        seen = part.evaluate("""part => {
            const { left, right, top, bottom } = part.getBoundingClientRect();
            const point = [(left + right) / 2, (top + bottom) / 2];
            return part.contains(part.getRootNode().elementFromPoint(...point));
        }""")
        assert seen
    # A real click: nothing lies over the button.
    panel.get_by_role("button", name="Réduire").click()
    page.get_by_role("button", name="1 erreur").click()
    panel.get_by_role("button", name="Modifier cette valeur").click()
    page.get_by_role("heading", name="Prix plafond").wait_for()
    assert panel.is_hidden()
    assert faults == []
