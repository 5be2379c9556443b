"""The part of a page in which its note is changed, as somebody uses it."""

import time

from playwright.sync_api import Error

NOTE = "/isere/2026-2027/"

# Nothing is being saved or loaded, and the page is what the sources say.
UP_TO_DATE = """async () => {
  const script = document.querySelector('script[src="/_cadrage/apercu.js"]');
  const corner = document.querySelector('cadrage-apercu')?.shadowRoot;
  if (!corner?.querySelector('.etat').textContent) return false;
  if (corner.querySelector('.apercu[aria-busy="true"]')) return false;
  const query = new URLSearchParams({ version: 0, page: location.pathname });
  const answer = await fetch(`/_cadrage/nouvelles?${query}`).catch(() => null);
  const news = await answer?.json();
  return news?.page === script.dataset.page && news?.serveur === script.dataset.serveur;
}"""


def read(page, script):
    """What a script finds in a page; again where the page is loaded again meanwhile."""
    while True:
        try:
            return page.evaluate(script)
        except Error as error:
            if "context was destroyed" not in error.message:
                raise
            page.wait_for_load_state()


def settle(page):
    """Waits until a page is up to date: a key pressed while it is loaded again goes nowhere."""
    end = time.monotonic() + 120
    while not read(page, UP_TO_DATE):
        assert time.monotonic() < end, "the page never shows what the sources say"
        page.wait_for_timeout(50)


class Desk:
    """The part of the page in which values are changed."""

    def __init__(self, browser, preview, path=NOTE, **options):
        self.preview = preview
        self.page = browser.new_page(**options)
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(preview.start + path)
        settle(self.page)
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

    def saved(self, words="Enregistré."):
        """Waits until what was sent is done, and on the page."""
        settle(self.page)
        self.page.get_by_text(words, exact=True).wait_for()


class Keys:
    """A page under somebody who has a keyboard and nothing else."""

    PART = """() => {
      let part = document.activeElement;
      while (part.shadowRoot?.activeElement) part = part.shadowRoot.activeElement;
      return part;
    }"""
    FOCUSED = f"""() => {{
      const part = ({PART})();
      const label = part.getAttribute('aria-label') ?? part.labels?.[0]?.innerText;
      return label ?? part.innerText ?? '';
    }}"""

    def __init__(self, page):
        self.page = page

    @property
    def focused(self):
        """What the part that has the focus is called."""
        return read(self.page, Keys.FOCUSED)

    def reach(self, *names, key="Tab"):
        """Goes on until the part that has the focus is called so; returns its name."""
        for _ in range(500):
            self.page.keyboard.press(key)
            if self.focused.startswith(names):
                settle(self.page)
                if (found := self.focused).startswith(names):
                    return found
        raise AssertionError((names, "cannot be reached"))

    def press(self, *names):
        self.reach(*names)
        self.page.keyboard.press("Enter")

    def write(self, text):
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)


def eventually(holds):
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
