"""What readers do with a note: find their answer, on a phone first, and take it away."""

import re
import urllib.parse

import pytest
from playwright.sync_api import expect

NOTE = "vosges/2025-2026/index.html"
PHONE = {"width": 360, "height": 740}
expect.set_options(timeout=120_000)  # A machine may be slow.


def words(text):
    return re.sub(r"\s+", " ", text)


def open_note(browser, server, path=NOTE, **options):
    page = browser.new_context(**{"viewport": PHONE, **options}).new_page()
    page.goto(server + path)
    return page


# The essentials ------------------------------------------------------------------------------


def test_the_essentials_say_when_one_is_paid(browser, server):
    page = open_note(browser, server)
    assert "Ce document ne le dit pas" in page.inner_text(".bloc-versements")
    page.click(".bloc-versements a")
    text = words(page.inner_text(".versements"))
    assert "Avant la fin de 2025 28 % de l’aide prévue En 2026 42 % de l’aide prévue" in text
    assert "Règle déduite." in text
    draft = open_note(browser, server, "vosges/2026-2027/index.html")
    assert "Des acomptes possibles en 2026 et 2027" in words(draft.inner_text(".bloc-versements"))
    assert "Règle déduite." not in draft.inner_text(".versements")


def test_the_picture_of_payments_says_what_the_table_says(browser, server):
    page = open_note(browser, server)
    widths = page.eval_on_selector_all(
        ".versements rect", "all => all.map(one => one.getBoundingClientRect().width)")
    whole = sum(widths)
    assert [round(100 * width / whole) for width in widths] == [28, 42, 30]
    assert "28 % au plus avant la fin de 2025" in words(page.text_content(".versements title"))


def test_the_maximum_stands_beside_its_rate_and_one_button_is_first(browser, server):
    page = open_note(browser, server)
    assert "32,5 % du coût, dans la limite de 2 758,28 €" in words(page.inner_text(".bloc-montants"))
    assert page.locator(".principale").count() == 1


def test_figures_of_the_essentials_lead_to_the_part_that_says_them(browser, server):
    page = open_note(browser, server)
    page.locator(".bloc-montants .plus").evaluate("one => (one.open = true)")
    for figure, part in [
        ("32,5", "prestation-de-service"), ("bonus « enfants »", "bonus-enfants"),
        ("MSA", "autres-financements"),
    ]:
        link = page.locator(".bloc-montants :is(li, p)", has_text=figure).locator("a.partie").first
        number, title = words(link.inner_text()).removeprefix("§ ").split(" : ")
        link.click()
        heading = page.locator(f"#{part}")
        expect(heading).to_be_in_viewport()
        assert number in heading.inner_text() and title in words(heading.inner_text())


@pytest.mark.parametrize("year", ["2025-2026", "2026-2027"])
def test_answers_below_the_first_screen_are_one_touch_away(browser, server, year):
    page = open_note(browser, server, f"vosges/{year}/index.html")
    for question, place in [
        ("combien", "montants"), ("quand payé", "versements"), ("qui contacter", "contacts"),
    ]:
        page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
        link = page.locator(".raccourcis a", has_text=question)
        expect(link).to_be_in_viewport()
        link.click()
        expect(page.locator(f".bloc-{place} h3")).to_be_in_viewport()


QUESTIONS = [
    "Quand déposer", "Où déposer", "À joindre", "Au plus, par collectif", "Quand serez-vous payé",
    "Y avez-vous droit", "Qu’est-ce qui change", "Qui contacter",
]


@pytest.mark.parametrize(
    "note", ["isere/2022-2023", "isere/2026-2027", "mayenne/2023-2024", "rhone/2024-2025",
             "vosges/2025-2026", "vosges/2026-2027"])
def test_the_essentials_answer_every_question(browser, server, note):
    """In words, also where the document says nothing; within two screens and a half of a phone."""
    page = open_note(browser, server, f"{note}/index.html")
    answers = page.locator(".essentiel .bloc")
    text = [words(answer) for answer in answers.all_inner_texts()]
    for question in QUESTIONS:
        answer = next(answer for answer in text if answer.startswith(question))
        assert len(answer) > len(question) + 10, answer
    assert answers.last.bounding_box()["y"] < 2.5 * 740
    link = page.get_by_role("link", name="Ce qui change depuis")
    assert link.count() == (1 if note.endswith("2026-2027") else 0)
    if link.count():
        link.click()
        expect(page.locator("h1")).to_contain_text("Ce qui change")


def test_little_to_do_leaves_no_column_empty(browser, server):
    page = open_note(
        browser, server, "rhone/2024-2025/index.html", viewport={"width": 1280, "height": 800})
    lefts = [box["x"] for box in (
        block.bounding_box() for block in page.locator(".essentiel .bloc").all()[1:])]
    assert lefts == [lefts[0], lefts[1]] * 3 + [lefts[0]] and lefts[0] < lefts[1]


def test_back_to_the_essentials_from_anywhere(browser, server):
    page = open_note(browser, server)
    page.click(".pliante button >> nth=3")
    page.mouse.wheel(0, 2000)
    page.click(".vers-essentiel a")
    expect(page.locator(".bloc-fenetre")).to_be_in_viewport()


def test_each_heading_has_its_permanent_link(browser, server):
    """Beside it, not in it: a list of headings says each once."""
    page = open_note(browser, server, viewport={"width": 1280, "height": 800})
    links = page.locator(".ancre").evaluate_all("""all => all.map((link) => [
        link.hash.slice(1), link.previousElementSibling.id,
        link.getAttribute("aria-label"), link.previousElementSibling.textContent])""")
    assert len(links) > 20
    for address, heading, name, title in links:
        assert address == heading and name == f"Lien permanent vers {title}"
    page.focus(".ancre >> nth=3")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash.slice(1)") == links[3][0]


def test_no_clock_where_no_date_is_known(browser, server):
    """Nor an announcement that would never show."""
    page = open_note(browser, server, "vosges/2026-2027/index.html")
    assert page.locator("script").evaluate_all("all => all.map((one) => one.src.split('/').pop())") == [
        "cadrage.js"]
    assert page.locator(".etat, .cloture, .si-ferme").count() == 0


# Folded parts --------------------------------------------------------------------------------


def test_parts_are_folded_on_a_phone_and_open_elsewhere(browser, server):
    page = open_note(browser, server)
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") < 7
    buttons = page.locator(".pliante button")
    assert buttons.count() > 5
    assert set(buttons.evaluate_all("all => all.map(one => one.ariaExpanded)")) == {"false"}
    assert "Le calendrier" in page.inner_text(".pliante:has(#depot) .apercu")
    page.focus(".pliante:has(#depot) button")
    page.keyboard.press("Enter")
    assert page.locator("#calendrier").is_visible()
    page.click(".tout-deplier")
    assert set(buttons.evaluate_all("all => all.map(one => one.ariaExpanded)")) == {"true"}
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".pliante")).to_have_count(0)
    assert page.locator("#calendrier").is_visible() and page.locator(".tout-deplier").count() == 0


def test_what_the_address_points_at_is_open(browser, server):
    page = open_note(browser, server, NOTE + "#bonus-parents")
    box = page.locator("#bonus-parents").bounding_box()
    assert 0 <= box["y"] < 740
    assert page.locator(".pliante:has(#financement) button").get_attribute("aria-expanded") == "true"
    page.click(".tiroir summary")
    page.click(".tiroir a[href='#pieces']")
    expect(page.locator("#pieces")).to_be_in_viewport()


def test_folded_parts_are_printed_and_read_without_script(browser, server):
    page = open_note(browser, server)
    page.emulate_media(media="print")
    style = "getComputedStyle(document.querySelector('.depliable[hidden]')).contentVisibility"
    assert page.evaluate(style) == "visible"
    assert not page.is_visible(".tout-deplier") and not page.is_visible(".vers-essentiel")
    plain = open_note(browser, server, java_script_enabled=False)
    assert plain.locator("#bonus-parents").is_visible()


# What is said on demand ------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 1280])
def test_an_acronym_says_what_it_stands_for(browser, server, width):
    """By touch at each use, by keyboard at the first of each part."""
    page = open_note(
        browser, server, NOTE + "#animation", viewport={"width": width, "height": 740}, has_touch=True)
    term = page.locator("#animation").locator("xpath=following::abbr[1]")
    term.tap()
    box = page.get_by_role("dialog")
    expect(box).to_contain_text("Caisse d’allocations familiales")
    frame = box.bounding_box()
    assert frame["x"] >= 0 and frame["x"] + frame["width"] <= width
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    first = page.locator(".texte abbr[role=button]:visible").first
    first.focus()
    page.keyboard.press("Enter")
    expect(box).to_contain_text(first.inner_text())
    assert page.evaluate("document.activeElement.className") == "terme"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Glossaire des sigles"
    page.keyboard.press("Escape")
    expect(first).to_be_focused()


def test_acronyms_are_explained_without_script(browser, server):
    page = open_note(browser, server, java_script_enabled=False)
    parts = page.evaluate("""() => {
        const seen = new Set(), missing = [];
        for (const one of document.querySelectorAll(".texte > .titre-2, .texte abbr")) {
            if (one.tagName !== "ABBR") seen.clear();
            else if (one.title) seen.add(one.textContent);
            else if (!seen.has(one.textContent)) missing.push(one.textContent);
        }
        return missing;
    }""")
    assert parts == []


def test_permanent_links_have_the_names_of_their_headings(browser, server):
    page = open_note(browser, server, viewport={"width": 1280, "height": 800})
    link = page.get_by_role("link", name="Lien permanent vers 2.1 Les missions")
    assert link.get_attribute("href") == "#missions"


def test_the_contents_stand_beside_the_text_where_there_is_room(browser, server):
    page = open_note(browser, server, viewport={"width": 1280, "height": 800})
    assert page.locator("nav.sommaire").count() == 1
    assert page.locator(".sommaire a[href='#missions']").is_visible()
    assert page.evaluate("document.querySelector('.tiroir summary').tabIndex") == -1
    page.set_viewport_size({"width": 360, "height": 740})
    expect(page.locator(".sommaire a[href='#missions']")).to_be_hidden()
    plain = open_note(
        browser, server, viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    assert plain.locator(".sommaire a[href='#missions']").is_visible()


# The text and the corrections -----------------------------------------------------


def test_the_text_is_copied_whole(browser, server, site):
    context = browser.new_context(viewport=PHONE)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(server + "vosges/2025-2026/texte/index.html")
    page.click("text=Copier ces trois lignes")
    expect(page.locator(".etat-copie").first).to_contain_text("C’est copié")
    copied = page.evaluate("navigator.clipboard.readText()")
    file = (site / "vosges/2025-2026/resume.txt").read_text("utf-8-sig")
    assert copied.strip() == file.strip()
    page.click("text=Copier toute la note")
    expect(page.locator(".etat-copie").last).to_contain_text("C’est copié")
    whole = page.evaluate("navigator.clipboard.readText()")
    file = (site / "vosges/2025-2026/note.txt").read_text("utf-8-sig")
    # The same words, on other lines; tables may be records.
    for sentence in ["Un dossier déposé en retard n’est pas recevable", "le maximum de la Ps"]:
        assert sentence.lower() in words(whole).lower() and sentence.lower() in words(file).lower()


def test_text_files_say_their_encoding(site):
    for path in [*site.rglob("note.txt"), *site.rglob("resume.txt")]:
        assert path.read_bytes().startswith(b"\xef\xbb\xbf"), path


def test_corrections_have_a_page_without_codes(browser, server):
    page = open_note(browser, server)
    assert page.locator(".texte #corrections").count() == 0
    page.click("text=Ce qui diffère du document d’origine")
    assert page.url.endswith("vosges/2025-2026/corrections/index.html")
    text = page.inner_text("main")
    assert "La note annonce l’animation de « l’année 2024/2025 »" in text.replace("\xa0", " ")
    assert not re.search(r"\bV-\d", text)


# One's own situation -------------------------------------------------------------------------


@pytest.mark.parametrize("has_script", [True, False])
def test_a_situation_has_its_own_page_and_address(browser, server, has_script):
    page = open_note(
        browser, server, "vosges/2025-2026/demarche/index.html", java_script_enabled=has_script)
    # With script, the questions come alone.
    assert page.locator(".situation:visible").count() == (0 if has_script else 4)
    page.click(".choix >> text=Première demande")
    assert page.url.endswith("#premiere-demande")
    expect(page.locator(".situation:visible")).to_have_count(1)
    text = words(page.inner_text(".situation:visible"))
    assert "Quand Du 20 juin au 31 juillet 2025" in text and "Où ELAN" in text
    assert "La fiche récapitulative du Conseil départemental" in text
    assert "Bilan Clas" not in text  # only who was financed the year before sends one
    page.click(".situation:visible >> text=Une autre situation")
    expect(page.locator(".choix")).to_be_visible()


def test_one_situation_is_no_question(browser, server):
    page = open_note(browser, server, "mayenne/2023-2024/demarche/index.html")
    expect(page.locator(".situation")).to_have_count(1)
    expect(page.locator(".situation")).to_be_visible()
    expect(page.locator(".choix")).to_be_hidden()


@pytest.mark.parametrize("has_script", [True, False])
def test_another_help_says_its_conditions_and_whom_to_ask(browser, server, has_script):
    page = open_note(
        browser, server, "vosges/2025-2026/demarche/index.html#sans-changement",
        java_script_enabled=has_script)
    box = page.get_by_role("checkbox", name="Le Conseil départemental")
    help_ = page.locator(".aide").filter(has=box)
    assert not help_.locator("ul").first.is_visible()
    box.press("Space")
    assert "L’action s’adresse aux parents" in words(help_.inner_text())
    assert help_.get_by_role("link", name="03 29 29 86 34").is_visible()


def test_the_answers_are_shared_by_the_address(browser, server):
    """The situation and the other helps: in a new browser, after a reload, by mail, on paper."""
    page = open_note(browser, server, "vosges/2025-2026/demarche/index.html")
    page.get_by_role("checkbox", name="La MSA Lorraine").check()
    page.click(".choix >> text=Première demande")
    page.wait_for_url("**/demarche/index.html#premiere-demande,msa")
    letter = urllib.parse.unquote(page.get_attribute("text=Envoyer par courriel", "href"))
    assert letter.endswith("/vosges/2025-2026/demarche/#premiere-demande,msa\r\n")
    for address in [page.url, page.url.replace(",", "%2C")]:
        other = open_note(browser, server, address.removeprefix(server))
        for _ in range(2):
            expect(other.locator(".situation:visible h2")).to_contain_text("Première demande")
            expect(other.locator(".aide-suite:visible")).to_have_count(1)
            expect(other.get_by_role("checkbox", name="La MSA Lorraine")).to_be_checked()
            other.reload()
    other.emulate_media(media="print")
    expect(other.locator(".aide:visible")).to_have_count(1)
    assert "L’autre aide demandée" in other.inner_text(".autres-aides")
    assert other.inner_text(".adresse-imprimee").endswith("#premiere-demande,msa")
    other.get_by_role("checkbox", name="La MSA Lorraine").evaluate("box => box.click()")
    expect(other.locator(".autres-aides")).to_be_hidden()
    other.wait_for_url("**#premiere-demande")


def test_a_checklist_fits_one_sheet(browser, server):
    page = browser.new_page()
    page.goto(server + "vosges/2025-2026/demarche/index.html#sans-changement")
    pages = re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))
    assert len(pages) == 1


def test_no_person_is_named_beside_the_note(browser, server):
    for path in ["demarche", "corrections", "simulateur"]:
        page = open_note(browser, server, f"isere/2022-2023/{path}/index.html")
        assert "Marlène" not in page.content(), path


# Once it is closed ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["", "demarche/", "simulateur/"])
@pytest.mark.parametrize(
    ("now", "is_closed"), [("2025-07-31T23:00:00+02:00", False), ("2025-08-01T00:30:00+02:00", True)])
def test_a_closed_campaign_says_what_comes_next(browser, server, path, now, is_closed):
    page = browser.new_context().new_page()
    page.clock.set_fixed_time(now)
    page.goto(f"{server}vosges/2025-2026/{path}index.html")
    expect(page.locator(".etat[data-etat]").first).to_be_visible()
    assert page.is_visible(".cloture") == is_closed
    if is_closed:
        page.click(".cloture summary")
        page.click(".cloture >> text=les notes des Vosges")
        assert page.url == server + "vosges/index.html"


def test_what_comes_next_is_one_touch_from_the_first_screen(browser, server):
    page = browser.new_context(viewport=PHONE).new_page()
    page.clock.set_fixed_time("2025-08-01T00:30:00+02:00")
    page.goto(server + NOTE)
    link = page.get_by_role("link", name="et après")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator(".cloture >> text=les notes des Vosges")).to_be_in_viewport()


# Sharing -------------------------------------------------------------------------------------


def test_a_note_can_be_sent(browser, server):
    page = open_note(browser, server)
    link = page.get_attribute("text=Envoyer par courriel", "href")
    subject, body = re.fullmatch(r"mailto:\?subject=([^&]*)&body=(.*)", link).groups()
    assert "2025-2026" in urllib.parse.unquote(subject)
    assert "https://example.org/notes-clas/vosges/2025-2026/\r\n" in urllib.parse.unquote(body)
    assert page.get_attribute("meta[property='og:url']", "content").endswith("/vosges/2025-2026/")
    assert "Vosges" in page.get_attribute("meta[property='og:title']", "content")


def test_the_devices_own_sheet_shares_the_page(browser, server):
    page = browser.new_context().new_page()
    page.add_init_script(
        "navigator.share = async (what) => { globalThis.shared = what; }")
    page.goto(server + NOTE)
    page.click("text=Partager")
    assert page.evaluate("globalThis.shared.url") == server + NOTE
