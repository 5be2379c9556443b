"""Departments: the 101 real names, and as many made from them as a corpus needs."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

NAMES = Path(__file__).with_name("departments.tsv")
PARTS = ["", "-Amont", "-Aval", "-Centre", "-Littoral"]
ZONES = {
    "971": "America/Guadeloupe",
    "972": "America/Martinique",
    "973": "America/Cayenne",
    "974": "Indian/Reunion",
    "976": "Indian/Mayotte",
}


@dataclass(frozen=True)
class Department:
    """A department: its code, its name with its article, and where one is when one is there."""

    rank: int
    code: str
    name: str
    place: str

    @property
    def genitive(self):
        """« des Vosges », « du Rhône », « de l'Ain », « de La Réunion »."""
        for article, contracted in [("les ", "des "), ("le ", "du ")]:
            if self.name.startswith(article):
                return contracted + self.name.removeprefix(article)
        return "de " + self.name

    @property
    def noun(self):
        """The name without its article."""
        return re.sub(r"^(les? |la |l')", "", self.name)

    @property
    def slug(self):
        """The name of the folder: lower case without accents, words joined by hyphens."""
        plain = unicodedata.normalize("NFKD", self.noun).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "-", plain.lower())

    @property
    def zone(self):
        """The time zone, for the departments that are not on Paris time."""
        return ZONES.get(self.code)

    @property
    def has_own_texts(self):
        """One department in three writes sections of its own."""
        return self.rank % 3 == 0


def departments(count):
    """The first departments of the list; beyond the real ones, parts of them, under their codes."""
    real = [line.split("\t") for line in NAMES.read_text("utf-8").splitlines()]
    found = []
    for rank in range(count):
        code, name, place = real[rank % len(real)]
        part = rank // len(real)
        suffix = PARTS[part] if part < len(PARTS) else f"-{part + 1}"
        found.append(Department(rank, code, name + suffix, place + suffix))
    return found
