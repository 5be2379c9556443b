"""A section that only some departments have: a table, and footnotes under it."""

from .values import draw, number


def note_name(kind):
    """The name of the footnote of a sector."""
    return kind.lower().replace("é", "e")


def sectors(department, start):
    """The text of the section."""
    chance = draw(department.slug, start, "secteurs")
    kinds = ["Centre", "Nord", "Sud", "Est", "Ouest", "Vallée", "Plateau", "Littoral", "Montagne"]
    kept = chance.sample(kinds, chance.randint(3, 6))
    rows = [
        f"| {kind} | {chance.randint(1, 14)} | {number(chance.randint(40, 1_400))} | "
        f"{chance.randint(10, 30)} mars {start}[^{note_name(kind)}] |"
        for kind in kept
    ]
    notes = [
        f"[^{note_name(kind)}]: Secteur « {kind} » : {chance.randint(8, 60)} communes, "
        f"réunion à {chance.randint(9, 17)} h."
        for kind in kept
    ]
    return "\n".join(
        [
            "### Les secteurs et leurs réunions",
            "",
            f"{department.place[0].upper()}{department.place[1:]}, la Caf suit les projets par secteur.",
            "",
            "Tableau : Les secteurs {{ departement.nom | de }} en {{ annee }}",
            "",
            "| Secteur | Porteurs | Enfants | Réunion |",
            "|---|---|---|---|",
            *rows,
            "",
            *notes,
            "",
        ]
    )
