"""The funding of random projects, computed a second time, in exact fractions, from circulaire C-2026-069 alone.

Nothing here is read from the project's data but what no circulaire gives: the year's amounts, which stand below.
"""

import json
import random
import subprocess
from fractions import Fraction
from math import floor

import pytest
import yaml

# Note de cadrage of the Vosges, 2025-2026, sections 3.1 to 3.3.
CEILING = Fraction(8487)
BONUS = Fraction(329)
MSA = Fraction(1000)
TNE = (Fraction(100), Fraction(500))

CENT = Fraction(1, 100)

# Section 2.1, under the names that scenarios have; each one missing excludes the whole project.
CONDITIONS = {
    "quatre_axes": "axes-manquants", "collectif": "action-individuelle",
    "regulier": "action-ponctuelle", "au_dela_des_devoirs": "aide-aux-devoirs-seule",
    "gratuit_ou_symbolique": "participation-non-symbolique",
}
# Section 2.2: the project is mandatory, and at least one of the others.
CRITERIA = {
    "bonus_enfants": ["materiel", "intervenants", "sorties"],
    "bonus_parents": ["intervenants", "actions", "public"],
}


def down(amount):
    return floor(amount / CENT) * CENT


def nearest(amount):
    """Half up."""
    return floor(amount / CENT + Fraction(1, 2)) * CENT


def eligibility(group):
    """The findings of a collectif, section 2.1; those that refuse it first."""
    refusals, remarks = [], []
    children, rural = group["enfants"], group["rural"]
    if children > 12:
        refusals.append("effectif-excessif")
    if children < 8:
        if children >= 5 and rural:
            remarks.append("derogation-rurale/effectif-de-droit")
        elif children >= 5 and group["handicap"]:
            remarks.append("derogation-handicap/de-droit")
        elif rural:
            refusals.append("effectif-insuffisant/rural")
        elif group["handicap"]:
            refusals.append("effectif-insuffisant/handicap")
        else:
            refusals.append("effectif-insuffisant")
    if group["animateurs"] < 2:
        if rural and children < 8 and group["animateurs"] == 1:
            remarks.append("derogation-rurale/encadrement-de-droit")
        else:
            refusals.append("encadrement-insuffisant")
    sessions, minutes = group["seances_hebdomadaires"], group["duree_seance_minutes"]
    if sessions < 2 or minutes < 90:
        if sessions >= 1 and minutes >= 120 and rural:
            remarks.append("derogation-rurale/seances")
        elif sessions >= 1 and minutes >= 120 and group["contrainte_locaux"]:
            remarks.append("derogation-locaux")
        elif rural or group["contrainte_locaux"]:
            refusals.append("seances-insuffisantes/avec-exception")
        else:
            refusals.append("seances-insuffisantes")
    if group["semaines"] < 27:
        refusals.append("semaines-insuffisantes")
    return refusals, remarks


def bonus(group, name, findings):
    request = group[name]
    if isinstance(request, bool):
        return BONUS if request else Fraction(0)
    if request["projet"] and any(request[criterion] for criterion in CRITERIA[name]):
        return BONUS
    findings.append("bonus-criteres/" + name.removeprefix("bonus_"))
    return Fraction(0)


def complements(scenario, refused, findings):
    """What the Vosges' two funders of a known amount give: per porteur, then per collectif."""
    asked = scenario["complements"]
    amounts = {}
    if asked["msa"]:
        amounts["msa"] = Fraction(0) if all(refused) else MSA
        if not any(group["rural"] for group in scenario["collectifs"]):
            findings.append("aide-rurale-hors-rural")
    if asked["tne"]:
        low, high = TNE
        wanted = Fraction(str(asked["tne"]))
        given = Fraction(0) if wanted < low else min(wanted, high)
        if given != wanted:
            findings.append("aide-hors-bornes/par-collectif")
        amounts["tne"] = given * sum(
            group["nombre"] for group, out in zip(scenario["collectifs"], refused) if not out)
    return amounts


# Section 2.1: the exceptions that the partners must accept; those of children and animateurs stand.
TO_BE_GRANTED = {"derogation-rurale/seances", "derogation-locaux"}


def plan(scenario, are_granted=True):
    """The amounts and the findings of a scenario, exceptions granted or refused."""
    findings = [code for name, code in CONDITIONS.items() if not scenario["projet"][name]]
    is_project_refused = bool(findings)
    refused, ps, bonuses, cost = [], Fraction(0), Fraction(0), Fraction(0)
    groups = []
    for group in scenario["collectifs"]:
        refusals, remarks = eligibility(group)
        findings += refusals + remarks
        if not are_granted and TO_BE_GRANTED & set(remarks):
            refusals.append("refused")
        # Section 3.2: 32,5 % of the cost, within the ceiling.
        own = nearest(Fraction(325, 1000) * min(Fraction(str(group["cout"])), CEILING))
        extra = sum(bonus(group, name, findings) for name in CRITERIA)
        is_refused = is_project_refused or bool(refusals)
        refused.append(is_refused)
        groups.append(Fraction(0) if is_refused else own)
        cost += group["nombre"] * Fraction(str(group["cout"]))
        if not is_refused:
            ps += group["nombre"] * own
            bonuses += group["nombre"] * extra
    # Section 2.3: all that the branche Famille gives for the Clas, at most 80 % of the cost.
    most = down(Fraction(80, 100) * cost)
    lines = scenario["autres_financements"]
    other_caf = sum(Fraction(str(line["montant"])) for line in lines if line["branche_famille"])
    cut = min(ps + bonuses, max(Fraction(0), ps + bonuses + other_caf - most))
    if other_caf > most:
        findings.append("autres-aides-caf-excessives")
    caf = ps + bonuses - cut
    # Section 4: 70 % of 4/10, then 70 % of 6/10, of what is not bonus; these come with the balance.
    base = min(ps, caf)
    first = down(Fraction(70, 100) * Fraction(4, 10) * base)
    second = down(Fraction(70, 100) * Fraction(6, 10) * base)
    given = complements(scenario, refused, findings)
    others = sum(Fraction(str(line["montant"])) for line in lines)
    total = caf + sum(given.values()) + others
    if total > cost:
        findings.append("surfinancement")
    return {
        "collectifs": groups, "cout": cost, "ps": ps, "ecretement": cut, "branche_famille": caf,
        "acompte_n": first, "acompte_n1": second, "solde": caf - first - second,
        "complements": given, "autres_financements": others, "total": total,
        "reste_a_financer": max(Fraction(0), cost - total),
        "surfinancement": max(Fraction(0), total - cost),
    }, sorted(findings)


# What the second calculation can find: each is met by one of the random projects.
FINDINGS = {
    *CONDITIONS.values(), "effectif-excessif", "effectif-insuffisant", "effectif-insuffisant/rural",
    "effectif-insuffisant/handicap", "derogation-rurale/effectif-de-droit", "derogation-handicap/de-droit",
    "encadrement-insuffisant", "derogation-rurale/encadrement-de-droit", "derogation-rurale/seances",
    "derogation-locaux", "seances-insuffisantes", "seances-insuffisantes/avec-exception",
    "semaines-insuffisantes", "bonus-criteres/enfants", "bonus-criteres/parents",
    "autres-aides-caf-excessives", "aide-rurale-hors-rural", "aide-hors-bornes/par-collectif",
    "surfinancement",
}


def random_scenario(draw):
    def one_in(number):
        return draw.randrange(number) == 0

    def amount(low, high):
        return draw.randint(low * 100, high * 100) / 100

    def request(name):
        if one_in(2):
            return one_in(2)
        return {key: not one_in(3) for key in ["projet", *CRITERIA[name]]}

    def group():
        return {
            "nombre": draw.randint(1, 3),
            "cout": draw.choice([amount(0, 1500), amount(5000, 12000), 8487]),
            "enfants": draw.choice([4, 5, 7, 8, 8, 10, 12, 12, 13]),
            "animateurs": draw.choice([0, 1, 2, 2, 2, 3]),
            "seances_hebdomadaires": draw.choice([0, 1, 2, 2, 2, 3]),
            "duree_seance_minutes": draw.choice([89, 90, 90, 119, 120]),
            "semaines": draw.choice([26, 27, 27, 27, 30]),
            "rural": one_in(3), "handicap": one_in(4), "contrainte_locaux": one_in(4),
            "bonus_enfants": request("bonus_enfants"), "bonus_parents": request("bonus_parents"),
        }

    return {
        "collectifs": [group() for _ in range(draw.choice([1, 2, 3, 12]))],
        "projet": {name: not one_in(15) for name in CONDITIONS},
        "complements": {
            "msa": draw.choice([0, 1000]), "tne": draw.choice([0, 50, 100, 250.5, 500, 600])},
        "autres_financements": [
            {"financeur": "Commune", "montant": amount(0, 9000), "branche_famille": one_in(3)}
            for _ in range(draw.randint(0, 3))],
    }


def cents(number):
    return Fraction(str(number))


SCENARIOS = [random_scenario(random.Random(seed)) for seed in range(80)]


def test_the_random_projects_meet_everything():
    plans = [plan(scenario) for scenario in SCENARIOS]
    assert {code for _, findings in plans for code in findings} == FINDINGS
    assert sum(amounts["ecretement"] > 0 for amounts, _ in plans) >= 5


@pytest.mark.parametrize("scenario", SCENARIOS, ids=range(len(SCENARIOS)))
def test_second_calculation(cadrage, tmp_path, scenario):
    path = tmp_path / "scenario.yaml"
    path.write_text(yaml.safe_dump(scenario, allow_unicode=True), encoding="utf-8")
    run = subprocess.run(
        [cadrage, "simulate", "vosges", "2025-2026", "--scenario", str(path), "--format", "json"],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    result = json.loads(run.stdout, parse_float=str, parse_int=str)
    expected, findings = plan(scenario)
    totals, calendar = result["totaux"], result["echeancier"]
    given = {name: cents(value) for name, value in totals["complements"].items()}
    found = {
        "collectifs": [cents(group["ps"]) for group in result["collectifs"]],
        **{name: cents(totals[name]) for name in (
            "cout", "ps", "ecretement", "branche_famille", "autres_financements", "total",
            "reste_a_financer", "surfinancement")},
        **{name: cents(calendar[name]) for name in ("acompte_n", "acompte_n1", "solde")},
        "complements": given,
    }
    assert found == expected
    without = result["reserves"]["branche_famille_sans_exception"]
    if TO_BE_GRANTED & set(findings):
        assert cents(without) == plan(scenario, are_granted=False)[0]["branche_famille"]
    else:
        assert without is None
    assert sorted(
        finding["code"] + ("/" + finding["objet"] if finding["objet"] else "")
        for finding in result["constats"]) == findings
