"""Numbers drawn from names, so that the same note always comes out, and how French writes them."""

import random


def draw(*names):
    """A source of numbers that depends on these names only."""
    return random.Random("/".join(map(str, names)))


def school_year(start):
    """« 2025-2026 »."""
    return f"{start}-{start + 1}"


def number(value):
    """« 1 174 », with the space of thousands."""
    return f"{value:,}".replace(",", " ")


def cents(value):
    """« 2 758,28 », or « 8 487 » when there are no cents."""
    euros, rest = divmod(value, 100)
    return number(euros) + (f",{rest:02}" if rest else "")


def phone(chance, department):
    """A telephone number of the department's quarter of the country."""
    head = "02 62" if department.zone else f"0{department.rank % 5 + 1} {chance.randint(20, 89)}"
    return " ".join([head] + [f"{chance.randint(0, 99):02}" for _ in range(3)])
