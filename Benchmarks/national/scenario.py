"""A scenario of `cadrage simulate` in which every collectif says every field."""

from corpus.values import draw
from corpus.yaml_text import yaml_text

DEPARTMENT, YEAR = "vosges", "2025-2026"


def collectif(chance):
    """A collectif with all the keys that the guide lists."""

    def criteria(*names):
        return {name: chance.choice(["oui", "non"]) for name in names}

    return {
        "nombre": 1,
        "cout": chance.randint(4_000, 12_000),
        "enfants": chance.randint(5, 12),
        "animateurs": chance.randint(1, 3),
        "seances_hebdomadaires": chance.randint(1, 3),
        "duree_seance_minutes": chance.choice([60, 90, 120]),
        "semaines": chance.randint(25, 34),
        **criteria("rural", "handicap", "contrainte_locaux"),
        "bonus_enfants": criteria("projet", "materiel", "intervenants", "sorties"),
        "bonus_parents": criteria("projet", "intervenants", "actions", "public"),
        "complements": {"tne": chance.randint(100, 500)},
    }


def scenario(count):
    """The YAML of a project of `count` collectifs."""
    chance = draw("scenario", count)
    return yaml_text({"collectifs": [collectif(chance) for _ in range(count)]})
