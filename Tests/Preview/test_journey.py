"""From a department without a file to a revised note, on the keyboard alone."""

import subprocess

from desk import Keys, read
from running import Preview

# What is typed for each value that waits, by words of its name.
FIRST_YEAR = {
    "Dépôt des dossiers, Début": "2 juin 2025", "Dépôt des dossiers, Fin": "11 juillet 2025",
    "Réunion du comité": "octobre 2025", "Courriel": "clas@exemple.fr",
    "Téléphone": "04 67 00 00 00", "Première demande": "Demandez le dossier au service.",
    "Déjà financé": "Rendez le dossier avec votre bilan.",
}
# What the Cnaf publishes.
AMOUNTS = {
    "Prix plafond": "8 487", "Maximum": "2 758,28", "enfants": "329", "parents": "329",
}


class Agent(Keys):
    def fill(self, texts):
        """Gives a text to each value that waits; what was proposed is confirmed."""
        while True:
            self.press("Ce qui attend")
            self.page.locator(".groupes").locator("summary, p").first.wait_for()
            if self.page.get_by_text("Plus rien n’attend.").is_visible():
                return
            self.reach_value()
            self.page.keyboard.press("Enter")
            self.decide(texts)

    def mend(self, texts):
        """Does what has to be done before the note can be published."""
        while True:
            self.press("Publier")
            ready = self.page.get_by_text("Rien ne s’oppose à la publication.")
            self.page.get_by_text("points à régler").or_(ready).or_(
                self.page.get_by_text("1 point à régler")).first.wait_for()
            if ready.is_visible():
                return
            self.press("Modifier cette valeur")
            self.decide(texts)

    def reach_value(self, words=""):
        """Goes on to the next value of the list that is called so."""
        for _ in range(200):
            self.page.keyboard.press("Tab")
            is_value = read(
                self.page, f"() => ({Keys.PART})().classList.contains('une-valeur')")
            if is_value and words in self.focused:
                return
        raise AssertionError((words, "is in no list"))

    def decide(self, texts):
        """Says that the value which is open is known, and what it is."""
        self.page.locator("form .champ").first.wait_for()
        title = self.page.locator(".contenu h3").inner_text()
        assert self.focused.startswith("Cette valeur est"), (title, self.focused)
        self.page.keyboard.type("connue")
        self.page.keyboard.press("Tab")
        text = next((text for words, text in texts.items() if words in title), None)
        if text is not None:
            self.write(text)
        self.page.keyboard.press("Enter")
        self.page.get_by_text("Enregistré.", exact=True).wait_for()

    def publish(self, reason=None):
        ready = self.page.get_by_text("Rien ne s’oppose à la publication.")
        if not ready.is_visible():
            self.press("Publier")
        ready.wait_for()
        if reason:
            self.reach("Ce qui change, pour les lecteurs")
            self.write(reason)
        self.press("Publier la révision" if reason else "Publier la note")
        self.page.get_by_text("C’est publié.").wait_for()


def test_a_note_from_its_first_file_to_its_revision(browser, cadrage, content, request):
    def run(*words):
        done = subprocess.run(
            [cadrage, *words, "--root", str(content)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    run("new", "department", "34", "2025-2026")
    preview = Preview(cadrage, content, "--port", "0")
    request.addfinalizer(preview.stop)
    assert preview.address == preview.start + "/herault/2025-2026/"
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    faults = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(preview.address)
    agent = Agent(page)
    agent.press("Modifier")
    agent.fill(FIRST_YEAR)
    agent.publish()
    assert (content / "departments/herault/publiees/2025-2026.md").exists()
    page.wait_for_function("() => !document.title.includes('projet')")
    # The year after, from this one.
    run("new", "year", "herault", "2026-2027")
    preview.until(lambda news: news["jour"] and preview.page("/herault/2026-2027/")[0] == 200)
    page.goto(preview.start + "/herault/2026-2027/")
    agent.press("Modifier")
    agent.fill({})
    agent.mend(AMOUNTS)
    agent.publish()
    # An amount changes once it is published.
    agent.press("Valeurs")
    agent.reach("Chercher")
    agent.write("bonus")
    agent.reach_value("enfants")
    page.keyboard.press("Enter")
    agent.decide({"enfants": "335"})
    agent.publish("Le bonus « enfants » passe à 335 €.")
    year = (content / "departments/herault/2026-2027.yaml").read_text()
    assert "enfants: 335 €/collectif" in year
    page.goto(preview.start + "/herault/2026-2027/changements/")
    page.locator("main").get_by_text("335 €", exact=False).first.wait_for()
    page.goto(preview.start + "/herault/2026-2027/")
    page.locator("main").get_by_text("passe à 335 €", exact=False).first.wait_for(state="attached")
    assert faults == []
