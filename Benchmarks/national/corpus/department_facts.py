"""`departement.yaml`: the facts that do not change each year, after those of the Vosges."""

from .values import draw, number, phone


def department_facts(department):
    """`departement.yaml`."""
    chance = draw(department.slug)
    facts = {
        "departement": {
            "nom": department.name,
            "localisation": department.place,
            "code": department.code,
        },
        "organisme": {
            "nom": f"la Caf {department.genitive}",
            "nom_court": "la Caf",
            "nom_long": f"la Caisse d'allocations familiales {department.genitive}",
        },
        "famille": "note-de-cadrage",
    }
    if department.zone:
        facts["fuseau"] = department.zone
    if chance.random() < 0.5:
        facts["ruralite"] = (
            f"commune de moins de {number(chance.choice([2_000, 3_500, 5_000]))} habitants"
        )
    facts["instance"] = instance(department, chance)
    facts["contacts"] = contacts(department, chance)
    if department.has_own_texts:
        facts["sections"] = {
            "ajouter": [
                {"nom": "charte-parentalite", "apres": "introduction"},
                {"nom": "agrement", "apres": "financement"},
            ],
            "retirer": ["exemple-deux-sevres", "exemple-ain"],
        }
    return facts


def instance(department, chance):
    """The committee and those who sit in it."""
    members = [
        {"nom": "Éducation nationale", "precision": "pour l'État"},
        {"nom": "DDETSPP", "precision": "pour l'État"},
        {
            "nom": f"Conseil départemental {department.genitive}",
            "precision": chance.choice(
                ["pôle Jeunesse", "direction de l'Éducation", "service Famille"]
            ),
        },
        {"nom": "MSA"},
        {"nom": f"Caf {department.genitive}"},
        {"nom": "Fédération des centres sociaux"},
        {"nom": "Association des maires"},
    ]
    return {
        "nom": chance.choice(
            ["le comité départemental du Clas", "la commission départementale Clas"]
        ),
        "frequence": chance.choice(["une fois par an", "deux fois par an", "chaque trimestre"]),
        "membres": members[: chance.randint(4, len(members))],
    }


def contacts(department, chance):
    """From one to three services of the Caf."""
    services = [
        ("pole-partenaires", "Pôle partenaires – Action sociale", "partenaires"),
        ("parentalite", "Conseil technique Parentalité", "parentalite"),
        ("territoires", "Équipe des territoires", "territoires"),
    ]
    return [
        {
            "code": code,
            "service": service,
            "organisme": f"Caf {department.genitive}",
            "adresse": f"{chance.randint(1, 90)} rue de la République, {department.noun}",
            "telephone": phone(chance, department),
            "courriel": f"{box}@caf-{department.slug}.example",
        }
        for code, service, box in services[: chance.randint(1, 3)]
    ]
