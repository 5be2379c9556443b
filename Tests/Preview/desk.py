"""The part of a page in which its note is changed, as somebody uses it."""

import time

NOTE = "/isere/2026-2027/"


class Desk:
    """The part of the page in which values are changed."""

    def __init__(self, browser, preview, path=NOTE, **options):
        self.preview = preview
        self.page = browser.new_page(**options)
        self.faults = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(preview.start + path)
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

    def saved(self):
        self.page.get_by_text("Enregistré.", exact=True).wait_for()


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
        return self.page.evaluate(Keys.FOCUSED)

    def reach(self, *names, key="Tab"):
        """Goes on until the part that has the focus is called so; returns its name."""
        for _ in range(500):
            self.page.keyboard.press(key)
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
