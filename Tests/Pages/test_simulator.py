"""The simulator, as readers use it: typed in, shared, printed, copied, without script."""

import json
import pathlib
import re
import shutil
import subprocess

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from watching import watch

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = yaml.load(
    (ROOT / "Tests/FundingTests/Fixtures/cas.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
SENTENCES = yaml.load(
    (ROOT / "departments/national/formules.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)

VOSGES = "vosges/2025-2026/simulateur/index.html"
ISERE = "isere/2022-2023/simulateur/index.html"
MAYENNE = "mayenne/2023-2024/simulateur/index.html"
RHONE = "rhone/2024-2025/simulateur/index.html"
SIMULATORS = [VOSGES, ISERE, MAYENNE, RHONE]
RESULT = "#page-bref .total"


class Simulator:
    """A page and what a person does in it."""

    def __init__(self, browser, address, **options):
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.faults = watch(self.page)
        self.page.goto(address)

    def __enter__(self):
        self.ready()
        return self

    def __exit__(self, *_):
        self.context.close()
        assert self.faults == []

    def ready(self):
        self.page.wait_for_selector("#page-atelier:not([hidden])")

    def group(self, rank=1):
        return self.page.locator(".groupe").nth(rank - 1)

    def unfold(self, rank=1):
        self.open_all(self.group(rank).locator("details:not([open]) > summary"))

    def unfold_project(self):
        self.open_all(self.page.locator(".questions > details:not([open]) > summary"))

    def open_all(self, closed):
        """Opens folded parts, and those inside them."""
        while closed.count():
            closed.first.click()

    def pause(self):
        """Long enough for errors to show, and for the answers to reach the address."""
        self.page.wait_for_timeout(1100)

    def amount(self):
        return plain(self.page.inner_text(RESULT))

    def plan(self):
        """The amounts of the plan, by the name of their line; a line that is not shown is 0 €."""
        rows = self.page.eval_on_selector_all(
            "#page-detail > .partie > table.plan > tbody > tr",
            "rows => rows.map(row => [row.querySelector('th').firstChild.data,"
            " row.querySelector('td').textContent])")
        return {plain(name): plain(amount) for name, amount in rows}

    def calendar(self):
        return [plain(text) for text in self.page.locator(".echeancier li strong").all_inner_texts()]

    def severities(self):
        return sorted(self.page.eval_on_selector_all(
            ".constat", "items => items.map(item => item.className.split('constat-')[1])"))


def plain(text):
    """With ordinary spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", text).strip()


def french(text):
    """A number of the cases as a person types it: 8487.5 → 8 487,50."""
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        return text
    sign, whole, cents = re.fullmatch(r"(-?)(\d+)(?:\.(\d+))?", text).groups()
    whole = f"{int(whole):,}".replace(",", " ")
    return sign + whole + ("," + cents.ljust(2, "0") if cents else "")


FIELDS = [
    "nombre", "cout", "enfants", "animateurs", "seances_hebdomadaires", "duree_seance_minutes",
    "semaines"]
EXCEPTIONS = ["rural", "handicap", "contrainte_locaux"]
ENOUGH = {"bonus_enfants": ["projet", "sorties"], "bonus_parents": ["projet", "public"]}
OPTIONS = {
    "plafond": "plafond", "bonus_enfants": "montant_bonus_enfants",
    "bonus_parents": "montant_bonus_parents"}


def type_in(simulator, case):
    page, scenario = simulator.page, case["scenario"]
    for key, amount in case.get("bareme", {}).items():
        page.fill(f"[name={OPTIONS[key]}]", amount)
    for rank, collectif in enumerate(scenario["collectifs"], 1):
        if rank > 1:
            page.click("#page-ajouter")
        simulator.unfold(rank)
        group = simulator.group(rank)
        for name in FIELDS:
            if name in collectif:
                group.locator(f"[name={name}]").fill(french(collectif[name]))
        for name in EXCEPTIONS:
            box = group.locator(f"[name={name}]")
            # An exception that the department does not have is not asked.
            if collectif.get(name) == "true" and box.count():
                box.check()
        for bonus, enough in ENOUGH.items():
            request = collectif.get(bonus, "false")
            criteria = enough if request == "true" else (
                [] if request == "false" else [c for c, v in request.items() if v == "true"])
            for criterion in criteria:
                group.locator(f"[name='{bonus}.{criterion}']").check()
        for code, amount in collectif.get("complements", {}).items():
            group.locator(f"[name='complement.{code}']").fill(french(amount))
    simulator.unfold_project()
    for name, value in scenario.get("projet", {}).items():
        question = page.locator(f".questions [name={name}]")
        # A condition that the year does not have is not asked.
        if question.count():
            question.select_option("oui" if value == "true" else "non")
    for code, amount in scenario.get("complements", {}).items():
        field = page.locator(f".financeur [name={code}]")
        if field.get_attribute("type") == "checkbox":
            field.set_checked(amount != "0")
        else:
            field.fill(french(amount))
    for line in scenario.get("autres_financements", []):
        page.click("#page-ajouter-autre")
        last = page.locator(".ligne-autre").last
        last.locator("[name=financeur]").fill(line.get("financeur", ""))
        last.locator("[name=montant]").fill(french(line["montant"]))
        last.locator("[name=branche_famille]").set_checked(line.get("branche_famille") == "true")


def page_of(case):
    """The simulator of the case's barème; where the case gives its own, one that asks for it."""
    if case.get("departement") == "rhone":
        return RHONE
    if "departement" in case and case["annee"] == "2026-2027":
        return f"{case['departement']}/2026-2027/simulateur/index.html"
    if "bareme" in case or case["annee"] == "2023-2024":
        return MAYENNE
    return {"2025-2026": VOSGES, "2022-2023": ISERE}[case["annee"]]


def can_be_typed(case):
    """What the form does not let anyone say: no collectif, one that costs nothing, a flat sum that
    is not the funder's."""
    collectifs = case["scenario"].get("collectifs", [])
    if any(collectif.get("cout") == "0" for collectif in collectifs):
        return False
    own = [code for c in collectifs for code in c.get("complements", {})]
    asked = case["scenario"].get("complements", {})
    return bool(collectifs) and "msa" not in own and asked.get("msa", "1000") in ("1000", "0")


TYPED = [case for case in CASES if can_be_typed(case)]


def test_hardly_any_case_cannot_be_typed():
    assert len(TYPED) >= 0.95 * len(CASES)


@pytest.fixture(scope="module")
def simulators(lasting_browser, server):
    """One page for each simulator, started again between cases."""
    open_ones = {}

    def get(path):
        if path not in open_ones:
            open_ones[path] = Simulator(lasting_browser, server + path)
            open_ones[path].ready()
        else:
            open_ones[path].page.click("#page-recommencer")
        return open_ones[path]

    yield get
    for simulator in open_ones.values():
        simulator.__exit__()


@pytest.mark.parametrize("case", TYPED, ids=[case["cas"] for case in TYPED])
def test_typed_case(simulators, case):
    simulator = simulators(page_of(case))
    type_in(simulator, case)
    expected = case["attendu"]
    if "erreurs" in expected:
        simulator.pause()
        assert simulator.page.locator(RESULT).count() == 0
        errors = simulator.page.locator(".verdict li").count()
        assert errors == len(expected["erreurs"]), simulator.page.inner_text(".verdict")
        return
    plan = simulator.plan()
    totals = expected.get("totaux", {})
    for key, amount in totals.items():
        if key == "complements":
            names = {"msa": "La MSA Lorraine", "tne": "Le Conseil départemental des Vosges",
                     "contrats-de-ville": "La politique de la ville"}
            for code, part in amount.items():
                assert plan[names[code]] == part, code
        else:
            name = plain(SENTENCES["lignes"][f"totaux.{key}"])
            assert plan.get(name, "0 €") == amount, key
    calendar = [
        expected["echeancier"][key] for key in ["acompte_n", "acompte_n1", "solde"]
        if key in expected.get("echeancier", {})]
    if len(calendar) == 3:
        assert simulator.calendar() == ([] if set(calendar) == {"0 €"} else calendar)
    codes = [f["code"] + "-" + f["objet"] if "objet" in f else f["code"]
             for f in expected.get("constats", [])]
    severities = sorted(SENTENCES["constats"][code]["gravite"] for code in codes)
    assert simulator.severities() == severities


PROJECT = {
    "annee": "2025-2026",
    "scenario": {
        "collectifs": [
            {"nombre": "2", "cout": "9000.50", "enfants": "10", "bonus_enfants": "true"},
            {"cout": "7000", "enfants": "6", "rural": "true", "animateurs": "1",
             "seances_hebdomadaires": "1", "duree_seance_minutes": "120"},
        ],
        "complements": {"msa": "1000", "tne": "300"},
        "autres_financements": [
            {"financeur": "=Commune; de \"Là\"", "montant": "1500"},
            {"financeur": "Caf", "montant": "250.25", "branche_famille": "true"}],
    },
}


def test_a_shared_link_gives_the_same_in_a_new_browser(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        type_in(simulator, PROJECT)
        simulator.pause()
        address, plan = simulator.page.url, simulator.plan()
        calendar, findings = simulator.calendar(), simulator.page.inner_text(".constats")
    assert "#v=1&" in address
    with Simulator(browser, address) as opened:
        assert opened.plan() == plan
        assert opened.calendar() == calendar
        assert opened.page.inner_text(".constats") == findings
        assert opened.group(2).locator("[name=animateurs]").is_visible()
        assert opened.page.locator("#page-lien").is_hidden()


def test_a_reload_keeps_the_answers(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        type_in(simulator, PROJECT)
        simulator.pause()
        plan = simulator.plan()
        simulator.page.reload()
        simulator.ready()
        assert simulator.plan() == plan


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("#v=0&c1.cout=9000&c1.enfants=10&c1.effectif=12&aide.fonds-vert=300", "plus ancienne"),
        ("#v=9&c1.cout=9000&c1.enfants=10&c1.effectif=12&aide.fonds-vert=300", "plus récente"),
        ("#v=1&c1.cout=9000&c1.enfants=10&c1.effectif=12&aide.fonds-vert=300", "Vérifiez"),
    ])
def test_a_link_of_another_version_opens_and_says_what_is_lost(browser, server, link, said):
    with Simulator(browser, server + VOSGES + link) as simulator:
        notice = plain(simulator.page.inner_text("#page-lien"))
        assert said in notice
        assert "c1.effectif et aide.fonds-vert" in notice
        assert simulator.amount() == "2 758,28 €"


def test_an_amount_that_a_funder_does_not_give_is_not_counted(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        group = simulator.group()
        group.locator("[name=cout]").fill("9000")
        group.locator("[name=enfants]").fill("10")
        simulator.unfold()
        group.locator("[name='complement.tne']").fill("50")
        simulator.pause()
        found = [plain(text) for text in simulator.page.locator(".constat").all_inner_texts()]
        assert any("de 100 € à 500 €" in text for text in found), found
        assert simulator.amount() == "2 758,28 €"


def test_a_broken_link_breaks_nothing(browser, server):
    for link in ["#v=1&c0.cout=1&c99.cout=2&=&x&autre1.=3&c1.__proto__=4&%E0%A4%A", "#page-contenu"]:
        with Simulator(browser, server + VOSGES + link) as simulator:
            assert simulator.page.locator(".groupe").count() >= 1


def test_by_keyboard_alone(browser, server):
    """From the first field to a criterion, an explanation and a second collectif."""
    with Simulator(browser, server + VOSGES) as simulator:
        page = simulator.page
        keys = page.keyboard

        def tab_to(selector):
            for _ in range(80):
                keys.press("Tab")
                if page.evaluate("s => document.activeElement.matches(s)", selector):
                    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                    assert outline != "none", selector
                    return
            raise AssertionError(f"{selector} is not reached")

        tab_to("[name=cout]")
        keys.type("9 000,00 €")
        tab_to("[name=enfants]")
        keys.type("10")
        assert simulator.amount() == "2 758,28 €"
        tab_to(".groupe summary")
        keys.press("Enter")
        tab_to("[name='bonus_enfants.projet']")
        keys.press("Space")
        tab_to("[name='bonus_enfants.sorties']")
        keys.press("Space")
        assert simulator.amount() == "3 087,28 €"
        tab_to("[data-groupe=copier]")
        keys.press("Enter")
        assert page.evaluate("document.activeElement.name") == "cout"
        assert simulator.amount() == "6 174,56 €"
        tab_to("#page-detail .pourquoi > summary")
        keys.press("Enter")
        page.wait_for_selector("#page-detail .pourquoi[open] p")


def test_numbers_as_people_write_them(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        simulator.group().locator("[name=enfants]").fill("10")
        cost = simulator.group().locator("[name=cout]")
        for text in ["8487,50", "8 487,50", "8\u202f487,50\u00a0€", "8\u2009487,5 euros", "8487.50",
                     " 8487,50€ "]:
            cost.fill(text)
            assert simulator.plan()["Coût du projet"] == "8 487,50 €", text
        simulator.unfold()
        minutes = simulator.group().locator("[name=duree_seance_minutes]")
        for text in ["90", "90 min", "1h30", "1 h 30", "1\u00a0h\u00a030", "1:30", "1,5 h", "1.5 heure",
                     "1 heure 30", "2 heures"]:
            minutes.fill(text)
            assert simulator.severities() == [], text
        minutes.fill("1 h 29")
        assert simulator.severities() == ["bloquant"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("cout", "neuf mille", "Écrivez un montant en euros, par exemple 9 000 ou 8 750,50."),
        ("cout", "9.000", "Ce point est ambigu. Écrivez 9 000 ou 9,00."),
        ("cout", "9000,005", "Écrivez deux chiffres au plus après la virgule"),
        ("cout", "-5", "la valeur ne peut pas être négative"),
        ("cout", "10 000 000,01", "il faut au plus 10 000 000 €"),
        ("enfants", "dix", "Écrivez un nombre en chiffres, par exemple 10."),
        ("cout", "0", "Écrivez un montant supérieur à 0."),
        ("enfants", "9,5", "Écrivez un nombre entier, par exemple 10."),
        ("nombre", "0", "il faut au moins 1 collectif"),
        ("duree_seance_minutes", "longue", "Écrivez une durée en minutes"),
        ("duree_seance_minutes", "2", "Écrivez 2 min ou 2 h."),
    ])
def test_errors_stand_beside_the_field(browser, server, name, text, said):
    with Simulator(browser, server + VOSGES) as simulator:
        group = simulator.group()
        group.locator("[name=cout]").fill("9000")
        group.locator("[name=enfants]").fill("10")
        simulator.unfold()
        field = group.locator(f"[name='{name}']")
        field.fill(text)
        simulator.pause()
        assert field.get_attribute("aria-invalid") == "true"
        described = field.get_attribute("aria-describedby").split()
        errors = [plain(simulator.page.inner_text(f"[id='{id}']")) for id in described]
        assert any(said in error for error in errors), errors
        assert simulator.page.locator(RESULT).count() == 0
        simulator.page.locator(".verdict a").click()
        assert simulator.page.evaluate("document.activeElement.name") == name
        field.fill({"cout": "9000", "enfants": "10", "nombre": "1"}.get(name, ""))
        assert field.get_attribute("aria-invalid") is None
        assert group.locator(".erreur").count() == 0
        assert simulator.amount() == "2 758,28 €"


def test_results_are_announced_once_the_reader_pauses(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        page = simulator.page
        page.evaluate("""() => {
            globalThis.said = [];
            new MutationObserver(() => said.push(document.getElementById("page-annonce").textContent))
              .observe(document.getElementById("page-annonce"), { childList: true });
        }""")
        assert page.get_attribute("#page-annonce", "role") == "status"
        simulator.group().locator("[name=enfants]").press_sequentially("10")
        simulator.group().locator("[name=cout]").press_sequentially("9000")
        simulator.pause()
        said = [plain(text) for text in page.evaluate("said")]
        assert said == ["Aide possible : 2 758,28 €. Reste à financer : 6 241,72 €."]


def test_what_is_no_result_does_not_look_like_one(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        page, group = simulator.page, simulator.group()
        assert "cadre" not in page.get_attribute(".verdict", "class")
        group.locator("[name=cout]").fill("x")
        group.locator("[name=enfants]").fill("8,5")
        simulator.pause()
        assert page.inner_text(".verdict h3") == "2 réponses sont à corriger"
        assert "verdict-faute" in page.get_attribute(".verdict", "class")
        group.locator("[name=cout]").fill("9000")
        group.locator("[name=enfants]").fill("6")
        assert page.inner_text(".verdict h3") == "Aucune aide en l’état"
        assert "verdict-sans" in page.get_attribute(".verdict", "class")
        group.locator("[name=enfants]").fill("8")
        assert "cadre" in page.get_attribute(".verdict", "class")


def test_an_exception_to_accept_is_told_with_the_amount_without_it(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        simulator.page.click("#page-ajouter")
        for rank in [1, 2]:
            group = simulator.group(rank)
            group.locator("[name=cout]").fill("9000")
            group.locator("[name=enfants]").fill("10")
        simulator.unfold(1)
        group = simulator.group(1)
        group.locator("[name=nombre]").fill("2,0")
        group.locator("[name=contrainte_locaux]").check()
        group.locator("[name=seances_hebdomadaires]").fill("1")
        group.locator("[name=duree_seance_minutes]").fill("2 h")
        assert simulator.amount() == "8 274,84 €"
        said = plain(simulator.page.inner_text(".verdict"))
        assert "Si l’exception demandée est acceptée. Sinon : 2 758,28 €." in said


def test_exceptions_that_the_department_refuses_are_not_asked(browser, server):
    with Simulator(browser, server + ISERE) as simulator:
        assert simulator.page.locator("[name=handicap], [name=contrainte_locaux]").count() == 0


def test_an_answer_is_kept_by_who_leaves_at_once(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        simulator.group().locator("[name=cout]").fill("8765")
        simulator.page.goto(server + "index.html")
        simulator.page.go_back()
        simulator.ready()
        assert simulator.group().locator("[name=cout]").input_value() == "8765"


def test_links_within_the_page_keep_the_answers(browser, server):
    with Simulator(browser, server + VOSGES + "#v=1&c1.cout=9000&c1.enfants=10") as simulator:
        page = simulator.page
        page.focus(".evitement")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.tagName") == "MAIN"
        assert "c1.cout=9000" in page.url
        page.wait_for_load_state("networkidle")
        page.reload()
        simulator.ready()
        assert simulator.amount() == "2 758,28 €"


@pytest.mark.parametrize(
    "link", ["#v%3D1%26c1.cout%3D9000%26c1.enfants%3D10", "#v=1&amp;c1.cout=9000&amp;c1.enfants=10"])
def test_a_link_that_a_mail_program_encoded_opens(browser, server, link):
    with Simulator(browser, server + VOSGES + link) as simulator:
        assert simulator.amount() == "2 758,28 €"
        assert simulator.page.locator("#page-lien").is_hidden()


def test_a_link_that_cannot_be_read_says_so(browser, server):
    with Simulator(browser, server + VOSGES + "#v%3D1%26c1.cout%3D%E9") as simulator:
        assert "Ce lien est abîmé" in simulator.page.inner_text("#page-lien")


def test_the_result_does_not_scroll_inside_itself(browser, server):
    options = {"viewport": {"width": 1280, "height": 720}}
    with Simulator(browser, server + VOSGES, **options) as simulator:
        type_in(simulator, PROJECT)
        inner = simulator.page.evaluate(
            "[...document.querySelectorAll('.resultats, .resultats *')].filter(e =>"
            " ['auto', 'scroll'].includes(getComputedStyle(e).overflowY)).length")
        assert inner == 0


def test_each_amount_says_why_and_from_where(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        type_in(simulator, PROJECT)
        page = simulator.page
        simulator.open_all(page.locator("#page-detail details:not([open]) > summary"))
        page.wait_for_timeout(100)
        texts = [plain(text) for text in page.locator("#page-detail .pourquoi > div").all_inner_texts()]
        assert all(text for text in texts)
        whole = "\n".join(texts)
        assert "32,5 % du plafond, 8 487 €, font 2 758,275 €, soit 2 758,28 €" in whole
        assert "Source : C-2026-069, partie 3.2 du document d’origine." in whole
        assert "Règle déduite" in whole
        assert "{" not in page.inner_text("main")
        assert "undefined" not in page.inner_text("main")
        # What our note says too leads there.
        page.locator("#page-detail .source a", has_text="La prestation de service").first.click()
        page.wait_for_url("**/vosges/2025-2026/index.html#prestation-de-service")
        page.locator("#prestation-de-service").wait_for()


def test_a_note_without_bareme_asks_for_it(browser, server):
    with Simulator(browser, server + MAYENNE) as simulator:
        page = simulator.page
        simulator.group().locator("[name=cout]").fill("9000")
        simulator.group().locator("[name=enfants]").fill("7")
        assert page.locator(RESULT).count() == 0
        assert simulator.severities() == ["bloquant"]  # said before any amount is known
        page.fill("[name=plafond]", "8 000")
        simulator.group().locator("[name=enfants]").fill("8")
        assert simulator.amount() == "2 600 €"
        assert "Les chiffres saisis ici sont les vôtres" in plain(page.inner_text(".bareme-manquant"))
        simulator.pause()
        page.locator("#page-detail summary").nth(1).click()
        # What is inside is written once the browser says that it is open.
        page.locator("#page-detail").get_by_text("le montant que vous avez donné").first.wait_for()


def test_csv_is_made_for_french_spreadsheets(browser, server, tmp_path):
    with Simulator(browser, server + VOSGES) as simulator:
        type_in(simulator, PROJECT)
        with simulator.page.expect_download() as download:
            simulator.page.click("[data-action=csv]")
        assert download.value.suggested_filename == "clas-vosges-2025-2026.csv"
        download.value.save_as(tmp_path / "plan.csv")
    content = (tmp_path / "plan.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfLigne;Montant en euros;Explication;Source\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    text = content.decode("utf-8-sig")
    assert "Coût du projet;25001,00;" in text
    assert "Prestation de service (Ps);7791,56;" in text
    assert "\"'=Commune; de \"\"Là\"\"\";1500,00;" in text
    assert "\r\nCaf;250,25;" in text
    assert not re.search(r"(^|;)[=+\-@]", text, re.MULTILINE)
    assert "Réponse;;Collectif 1 : Enfants dans un collectif : 10;" in text


def test_copies_a_table_and_a_link(browser, server):
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with Simulator(browser, server + VOSGES, **options) as simulator:
        page = simulator.page
        type_in(simulator, PROJECT)
        page.click("[data-action=tableau]")
        page.wait_for_selector(".etat-action:has-text('tableau est copié')")
        table = page.evaluate("navigator.clipboard.readText()")
        rows = [row.split("\t") for row in table.split("\n")]
        assert {len(row) for row in rows} == {4}
        assert ["Coût du projet", "25001,00"] in [row[:2] for row in rows]
        assert ["'=Commune; de \"Là\"", "1500,00"] in [row[:2] for row in rows]
        page.click("[data-action=lien]")
        page.wait_for_selector(".etat-action:has-text('lien est copié')")
        link = page.evaluate("navigator.clipboard.readText()")
        plan = simulator.plan()
    with Simulator(browser, link) as opened:
        assert opened.plan() == plan


def test_without_clipboard_the_link_can_be_copied_by_hand(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        page = simulator.page
        type_in(simulator, PROJECT)
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        page.click("[data-action=lien]")
        page.wait_for_selector("#page-copie:visible")
        assert page.input_value("#page-copie").startswith(server + VOSGES + "#v=1&")


def test_start_again_can_be_undone(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        type_in(simulator, PROJECT)
        plan = simulator.plan()
        simulator.page.click("#page-recommencer")
        assert simulator.page.locator(".groupe").count() == 1
        assert simulator.page.locator(RESULT).count() == 0
        simulator.page.click("text=Reprendre mes réponses")
        assert simulator.plan() == plan


def test_the_print_says_when_and_where(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        page = simulator.page
        page.clock.set_fixed_time("2026-03-01T10:00:00+01:00")
        type_in(simulator, PROJECT)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        said = plain(page.inner_text(".impression"))
        assert said.startswith("Simulation imprimée le 1er mars 2026. Pour la retrouver : " + server)
        assert "#v=1&" in said
        assert page.locator(".plan .pourquoi p").first.is_visible()
        assert page.locator("[data-action]").first.is_hidden()
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator("#page-detail details[open]").count() == 0


@pytest.mark.parametrize("path", SIMULATORS)
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_filled_page_is_accessible_and_fits(browser, server, path, width, scheme):
    options = {"viewport": {"width": width, "height": 800}, "color_scheme": scheme}
    with Simulator(browser, server + path, **options) as simulator:
        page = simulator.page
        if page.locator("[name=plafond]").count():
            page.fill("[name=plafond]", "8 487")
        for rank, children in [(1, "7"), (2, "10")]:
            if rank > 1:
                page.click("#page-ajouter")
            simulator.group(rank).locator("[name=cout]").fill("9 999 999,99")
            simulator.group(rank).locator("[name=enfants]").fill(children)
            simulator.unfold(rank)
        simulator.unfold_project()
        page.click("#page-ajouter-autre")
        page.locator("[name=montant]").fill("125 000,50")
        page.click("#page-detail summary >> nth=1")
        for mistake in [None, "x"]:
            if mistake:
                page.locator("[name=montant]").fill(mistake)
                simulator.pause()
            overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert overflow <= 0, f"{overflow} px too wide"
            violations = Axe().run(page).response["violations"]
            assert violations == [], json.dumps(
                [(v["id"], [n["html"] for n in v["nodes"]]) for v in violations], ensure_ascii=False)


@pytest.mark.parametrize("path", SIMULATORS)
def test_without_script_it_says_so_and_shows_examples(browser, server, path):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + path)
    text = plain(page.inner_text("main"))
    assert "Le calcul a besoin de JavaScript" in text
    assert not page.is_visible("#page-atelier")
    if path == VOSGES:
        assert "Un collectif au prix plafond, avec les deux bonus" in text
        assert "3 416,28 €" in text
    if path == MAYENNE:
        assert "Ce document ne publie pas le prix plafond" in text
    context.close()


def test_without_webassembly_it_says_so(browser, server):
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto(server + VOSGES)
    page.wait_for_selector("#page-panne:visible")
    assert not page.is_visible("#page-atelier")
    assert page.is_visible("#page-exemples")
    context.close()


def test_nothing_leaves_the_browser(browser, server):
    with Simulator(browser, server + VOSGES) as simulator:
        asked = set()
        simulator.page.on("request", lambda request: asked.add(request.url))
        type_in(simulator, PROJECT)
        simulator.pause()
        # Chromium asks for the icon again when the address changes.
        assert asked <= {server + "images/favicon.svg"}


def test_from_disk(browser, site):
    with Simulator(browser, (site / VOSGES).as_uri()) as simulator:
        type_in(simulator, PROJECT)
        simulator.pause()
        plan, address = simulator.plan(), simulator.page.url
    with Simulator(browser, address) as opened:
        assert opened.plan() == plan


def embedder(cadrage):
    """The tool that compiles the calculation for the browser, beside the executable."""
    folder = pathlib.Path(cadrage).resolve().parent
    for candidate in [folder, folder.parent / "release", folder.parent / "debug"]:
        for name in ["EmbedWasm-tool", "EmbedWasm"]:
            if (candidate / name).is_file():
                return str(candidate / name)
    raise AssertionError(f"no EmbedWasm beside {cadrage}")


def test_every_amount_comes_from_the_calculation(browser, site, cadrage, tmp_path):
    """With a module that doubles its amounts, each amount on the page doubles: none is made here."""
    module = tmp_path / "doubled.swift"
    subprocess.run(
        [embedder(cadrage), "--root", str(ROOT), "--work", str(tmp_path / "work"),
         "--variant", "doubled", "--output", str(module)], check=True)
    doubled = re.search(r'"([A-Za-z0-9+/=]+)"', module.read_text())[1]
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    script = copy / "scripts/calcul.js"
    text, count = re.subn(r'"module":"[^"]+"', f'"module":"{doubled}"', script.read_text())
    assert count == 1
    script.write_text(text)

    found = []
    fragment = ""
    for folder in [site, copy]:
        with Simulator(browser, (folder / VOSGES).as_uri() + fragment) as simulator:
            if not fragment:
                type_in(simulator, PROJECT)
            simulator.pause()
            fragment = "#" + simulator.page.url.split("#")[1]
            page = simulator.page
            page.evaluate("dispatchEvent(new Event('beforeprint'))")  # opens every explanation
            texts = page.evaluate("""() => {
                for (const source of document.querySelectorAll("#page-detail .source")) source.remove();
                return ["page-bref", "page-detail", "page-bandeau", "page-annonce"]
                  .map((id) => document.getElementById(id).innerText);
            }""")
            amounts = re.findall(r"([\d\u202f]+(?:,\d+)?)\u00a0€", "\n".join(texts))
            found.append([round(float(a.replace("\u202f", "").replace(",", ".")) * 1e6)
                          for a in amounts])
    assert len(found[0]) > 60
    assert found[1] == [2 * amount for amount in found[0]]


@pytest.mark.parametrize("path", SIMULATORS)
def test_page_weighs_little(browser, server, path):
    """With all that it loads, without compression: 150 kB at most; the module itself, packed, 13 kB.

    The page asks the conditions of a project one by one and gives every finding, in words.
    """
    page = browser.new_page()
    sizes = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    page.goto(server + path, wait_until="networkidle")
    page.wait_for_selector("#page-atelier:not([hidden])")
    assert sum(sizes.values()) <= 150_000, sizes
    assert page.evaluate("atob(cadrageCalcul.module).length") <= 13_000
    page.close()


def test_the_note_links_to_its_simulator(browser, server):
    page = browser.new_page()
    page.goto(server + "vosges/2025-2026/index.html")
    page.click(".actions li:first-child a")
    assert page.url == server + VOSGES
    page.close()
