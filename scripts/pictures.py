"""Writes the pictures of the guide and of README again, from the real program.

make pictures                                   # all of them, to docs/images/
.venv/bin/python scripts/pictures.py --only accueil,simulateur
"""

import argparse
import base64
import pathlib
import shutil
import subprocess
import sys
import tempfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "Preview"))

from running import Preview  # noqa: E402

# What readers' clocks say, so that « ouvert » and « fermé » are the same each time.
NOW = "2025-07-01T10:00:00+02:00"
WIDE, PHONE = {"width": 1180, "height": 760}, {"width": 360, "height": 720}

WEBP = """async (picture) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.toDataURL('image/webp', 0.8).split(',')[1];
}"""


class Camera:
    """Takes pictures of what a browser shows."""

    def __init__(self, chromium, preview, folder, only):
        self.chromium, self.preview, self.folder, self.only = chromium, preview, folder, only

    def open(self, path, viewport=WIDE):
        page = self.chromium.new_context(
            viewport=viewport, locale="fr-FR", timezone_id="Europe/Paris").new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(self.preview.start + path)
        page.get_by_text("Aperçu à jour").wait_for()
        return page

    def read(self, path, viewport=WIDE):
        """A page as its readers see it, without what the preview adds."""
        page = self.open(path, viewport)
        page.locator("cadrage-apercu").evaluate("part => part.remove()")
        return page

    def take(self, page, name):
        if self.only and name not in self.only:
            return
        picture = page.screenshot(animations="disabled")
        blank = page.context.new_page()
        webp = blank.evaluate(WEBP, base64.b64encode(picture).decode())
        blank.close()
        file = self.folder / f"{name}.webp"
        file.write_bytes(base64.b64decode(webp))
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size:,} bytes")


def readers(camera):
    """What readers see."""
    camera.take(camera.read("/"), "accueil")
    camera.take(camera.read("/vosges/2025-2026/"), "note")
    camera.take(camera.read("/vosges/2025-2026/", PHONE), "note-telephone")
    page = camera.read("/vosges/2025-2026/simulateur/")
    page.locator("#page-atelier").evaluate("part => part.scrollIntoView()")
    camera.take(page, "simulateur")
    camera.take(camera.read("/vosges/2026-2027/changements/"), "changements")


def desk(camera):
    """How a note is written from its first file to its revision."""
    page = camera.open("/herault/2025-2026/")
    camera.take(page, "apercu")
    button = lambda name: page.get_by_role("button", name=name)  # noqa: E731
    saved = page.get_by_text("Enregistré.", exact=True)

    def known(name, text):
        button("Ce qui attend").click()
        page.locator(".groupes .une-valeur", has_text=name).first.click()
        page.get_by_label("Cette valeur est").select_option("")
        page.locator("form .valeur :is(input, textarea)").first.fill(text)

    button("Modifier").click()
    button("Ce qui attend").click()
    page.locator(".groupes .une-valeur").first.wait_for()
    camera.take(page, "apercu-attente")
    known("Dépôt des dossiers, Début", "2 juin 2025")
    page.locator(".emplois ul").wait_for()
    camera.take(page, "apercu-valeur")
    page.keyboard.press("Enter")
    saved.wait_for()
    known("Dépôt des dossiers, Fin", "31 juin 2025")
    page.locator("form .fautes p").first.wait_for()
    camera.take(page, "apercu-faute")
    page.locator("form .valeur input").first.fill("11 juillet 2025")
    page.keyboard.press("Enter")
    saved.wait_for()
    for name, text in [
        ("comité", "octobre 2025"), ("Courriel", "clas@exemple.fr"),
        ("Téléphone", "04 67 00 00 00"), ("Première demande", "Demandez le dossier au service."),
        ("Déjà financé", "Rendez le dossier avec votre bilan."),
    ]:
        known(name, text)
        page.locator("form .valeur :is(input, textarea)").first.press("Enter")
        saved.wait_for()
    button("Textes").click()
    page.locator(".une-valeur.texte", has_text="Le Clas en bref").click()
    page.get_by_text("Tel qu’il est enregistré.").wait_for()
    text = page.get_by_label("Texte", exact=True)
    text.press("Control+End")
    page.keyboard.type("\nDans **l'Hérault**, la Caf vous répond en deux jours.\n")
    page.locator(".rendu strong", has_text="Hérault").wait_for()
    page.locator(".rendu").evaluate("part => part.scrollTo(0, part.scrollHeight)")
    camera.take(page, "apercu-texte")
    page.get_by_label("Pour", exact=True).select_option("ce département, cette année")
    button("Enregistrer").click()
    saved.wait_for()
    button("Publier").click()
    page.get_by_text("Rien ne s’oppose à la publication.").wait_for()
    camera.take(page, "apercu-publier")
    button("Publier la note").click()
    page.get_by_text("C’est publié.").wait_for(timeout=120_000)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cadrage", default=str(ROOT / ".build/release/cadrage"))
    parser.add_argument("--only", default="", help="names, with commas between them")
    options = parser.parse_args()
    folder = ROOT / "docs" / "images"
    only = {name for name in options.only.split(",") if name}
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        content = pathlib.Path(temporary)
        for name in ["departments", "templates", "site"]:
            shutil.copytree(ROOT / name, content / name)
        subprocess.run(
            [options.cadrage, "new", "department", "34", "2025-2026", "--root", str(content)],
            check=True, capture_output=True)
        preview = Preview(options.cadrage, content, "--port", "0")
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=fr-FR"],
            env={"LANGUAGE": "fr_FR", "PATH": "/usr/bin:/bin"})
        try:
            camera = Camera(chromium, preview, folder, only)
            readers(camera)
            desk(camera)
        finally:
            chromium.close()
            preview.stop()


main()
