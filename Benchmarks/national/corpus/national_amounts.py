"""The national amounts of a year that the repository has no file for."""

from .values import cents, school_year


def bareme(start):
    """The ceiling and its share of 32,5 %, to the cent, and the two bonuses; they grow each year."""
    ceiling = 8_487 + 151 * (start - 2025)
    bonus = 329 + 6 * (start - 2025)
    source = {"document": f"Barème de démonstration {school_year(start)}", "section": "1"}

    def amount(value):
        return {"valeur": f"{cents(value)} €/collectif", **source}

    ps = {"plafond": amount(ceiling * 100), "maximum": amount((ceiling * 325 + 5) // 10)}
    ps["arrondi"] = {"valeur": "centime", **source}
    bonuses = {"enfants": amount(bonus * 100), "parents": amount(bonus * 100)}
    return {"bareme": {"ps": ps, "bonus": bonuses}}
