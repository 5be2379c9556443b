"""Writes a project of any size in Cadrage's own format.

The templates and the site are those of the repository; the departments are made from the Vosges.
"""

import re
import shutil

from .department_facts import department_facts
from .departments import departments
from .national_amounts import bareme
from .sectors import sectors
from .values import school_year
from .yaml_text import yaml_text
from .year_facts import NEW_RULES, year_facts

NATIONAL = "departments/national"
MODEL = "departments/vosges"


def shape(notes, published):
    """The departments of a corpus with their years, so that there are `notes` notes in all.

    A hundred notes are a country's first year, or two years of half of it when all but the last are
    published; more are ten years. Half of the years fall under each circular.
    """
    years = 10 if notes >= 1_000 else 2 if published else 1
    first = 2025 - (years - 1) // 2
    full, rest = divmod(notes, years)
    counts = [years] * full + ([rest] if rest else [])
    return [
        (department, range(first, first + count))
        for department, count in zip(departments(len(counts)), counts)
    ]


def write_common(repository, root, starts):
    """Copies what all departments share, and makes the national amounts that are missing or partial."""
    for folder in ["templates", "site", NATIONAL]:
        shutil.copytree(repository / folder, root / folder)
    for start in starts:
        path = root / NATIONAL / f"{school_year(start)}.yaml"
        text = path.read_text("utf-8") if path.exists() else ""
        if not {"plafond", "maximum", "enfants", "parents"} <= amounts(text).keys():
            rules = re.search(r"^regles:\n(?:[ \n].*\n?)*", text, re.MULTILINE)
            path.write_text(yaml_text(bareme(start)) + (rules.group() if rules else ""), "utf-8")


def national_amounts(root, start):
    """The four amounts of a year, as the national file writes them."""
    return amounts((root / NATIONAL / f"{school_year(start)}.yaml").read_text("utf-8"))


def amounts(text):
    """The amounts of a national file, by their names."""
    return dict(re.findall(r"^    (\w+):\n      valeur: (.*€/collectif)$", text, re.MULTILINE))


def write_department(repository, root, department, starts):
    """Writes the facts and the texts of a department for all its years."""
    folder = root / "departments" / department.slug
    folder.mkdir(parents=True)
    (folder / "departement.yaml").write_text(yaml_text(department_facts(department)), "utf-8")
    for start in starts:
        facts = year_facts(department, start, national_amounts(root, start))
        (folder / f"{school_year(start)}.yaml").write_text(yaml_text(facts), "utf-8")
    if not department.has_own_texts:
        return
    model = repository / MODEL
    copy_texts(model / "sections", folder / "sections", department)
    for start in starts:
        year = "2026-2027" if start >= NEW_RULES else "2025-2026"
        target = folder / school_year(start)
        copy_texts(model / year, target, department)
        (target / "secteurs.md").write_text(sectors(department, start), "utf-8")


def copy_texts(source, target, department):
    """Copies the sections of the Vosges, with the names of another department."""
    target.mkdir()
    for path in sorted(source.glob("*.md")):
        text = path.read_text("utf-8").replace("des Vosges", department.genitive)
        text = text.replace("vosges.fr", f"{department.slug}.example")
        text = text.replace("l'académie de Nancy-Metz", "l'académie")
        text = text.replace("au plus tard le 31 juillet 2025", "dans les délais")
        (target / path.name).write_text(text, "utf-8")
