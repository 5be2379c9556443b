"""`<year>.yaml`: the facts that change each year, after those of the Vosges."""

from .demands import new_pieces, new_situations, old_pieces, old_situations
from .funders import funders
from .values import draw, number, school_year

# The first year of C-2026-069, and of the dates at which ELAN is closed.
NEW_RULES = 2026


def year_facts(department, start, amounts):
    """`<year>.yaml`.

    `amounts` are the national ones of the year, as texts: `plafond`, `maximum`, `enfants`, `parents`.
    """
    chance = draw(department.slug, start)
    follows_new_rules = start >= NEW_RULES
    facts = {
        "chiffres": figures(start, chance),
        "calendrier": calendar(start, chance),
        "depot": {"situations": (new_situations if follows_new_rules else old_situations)(start)},
        "pieces": (new_pieces if follows_new_rules else old_pieces)(start),
        "annexes": [
            {
                "nom": "La charte nationale de soutien à la parentalité",
                "precision": f"à lire sur solidarites.gouv.fr ou à demander à la Caf {department.genitive}.",
            },
            {
                "nom": "La fiche récapitulative du bonus TNE",
                "precision": "à demander au Conseil départemental.",
            },
        ],
        "ps": {"plafond": amounts["plafond"], "maximum": amounts["maximum"]},
        "bonus": {"enfants": amounts["enfants"], "parents": amounts["parents"]},
        "financements": funders(department, chance),
    }
    if department.has_own_texts:
        facts["sections"] = {"ajouter": own_sections(follows_new_rules)}
    facts["errata"] = errata(department, start, chance)
    return facts


def own_sections(follows_new_rules):
    """The sections that stand in the folder of the year."""
    added = [] if follows_new_rules else [{"nom": "pluriannualite", "apres": "bilan"}]
    return added + [
        {"nom": "bonus-tne", "apres": "autres-financements"},
        {"nom": "secteurs", "apres": "animation"},
    ]


def figures(start, chance):
    """What the committee accepted the year before."""
    sponsors = chance.randint(8, 60)
    groups = sponsors * chance.randint(2, 6)
    several = chance.randint(2, sponsors)
    return {
        "annee": school_year(start - 1),
        "valeurs": [
            {
                "code": "porteurs",
                "libelle": "porteurs de projet",
                "nombre": number(sponsors),
                "precision": f"dont {several} sur plusieurs années",
            },
            {"code": "collectifs", "libelle": "collectifs", "nombre": number(groups)},
            {
                "code": "enfants",
                "libelle": "enfants et jeunes",
                "nombre": number(groups * chance.randint(8, 12)),
                "precision": "effectif prévisionnel",
            },
        ],
    }


def calendar(start, chance):
    """The campaign: before the summer, then the committee and the decisions."""
    opening = chance.randint(2, 25)
    closing = f"{start}-07-{chance.randint(15, 31)}"
    return [
        {
            "etape": "presentation",
            "le": f"{start}-06-{opening:02}",
            "heures": f"{chance.randint(9, 11)}:00-12:00",
            "lieu": chance.choice(
                ["visioconférence Teams", "salle du conseil", "maison des associations"]
            ),
        },
        {"etape": "depot", "du": f"{start}-06-{opening + 1:02}", "au": closing},
        {
            "etape": "bilan",
            "du": f"{start}-06-{opening + 1:02}",
            "au": closing,
            "precision": f"Envoyez le document Bilan Clas {school_year(start - 1)} ; votre action peut "
            "durer jusqu'au 31 août.",
        },
        {
            "etape": "questionnaire",
            "en": f"{start}-09",
            "precision": "Le questionnaire est obligatoire.",
        },
        {"etape": "comite", "en": f"{start}-10"},
        {
            "etape": "decisions",
            "en": f"{start}-{chance.choice(['11', '12'])}",
            "precision": "Chaque financeur décide dans ses instances.",
        },
    ]


def errata(department, start, chance):
    """From three to eight corrections of the document that the note comes from."""
    last = school_year(start - 1)
    known = [
        (
            "calendrier",
            "Le bilan se rend avant la fin de l'année du Clas. Nous gardons la date et signalons "
            "l'écart.",
        ),
        (
            "animation",
            f"La note annonce l'animation de « l'année {last} ». Nous donnons l'année de la note.",
        ),
        (
            "autres-financements",
            "La note cite un cofinancement ancien. Nous écrivons « déjà », sans année.",
        ),
        (
            "prestation-de-service",
            "La note date le référentiel d'avril 2019, avant la circulaire de 2021. Nous retirons "
            "cette date.",
        ),
        (
            "contacts",
            "Le service s'écrit « Actio Sociale » dans la note. Nous écrivons « Action sociale ».",
        ),
        (
            "ps.maximum",
            "La note écrit le montant avec un point. Nous écrivons le même montant avec une virgule.",
        ),
        ("organisation", "La note écrit « DDETSP ». Le sigle exact est DDETSPP."),
        (
            "annexes",
            "La note annonce deux annexes qui ne sont pas dans le document publié. Nous disons où "
            "les lire ou à qui les demander.",
        ),
        (
            "pieces",
            f"La note demande le bilan {last} deux fois. Nous ne le demandons qu'une fois.",
        ),
    ]
    letter = department.noun[0].upper().replace("É", "E")
    chosen = chance.sample(known, chance.randint(3, 8))
    return [
        {"numero": f"{letter}-{rank}", "chemin": path, "decision": decision}
        for rank, (path, decision) in enumerate(chosen, start=1)
    ]
