"""The other funders of a note, with amounts and conditions of their own."""

from .values import number, phone


def funders(department, chance):
    """From two to five other funders, with their own amounts and conditions."""
    low = chance.randrange(50, 200, 10)
    known = [
        {
            "code": "msa",
            "financeur": f"la MSA {department.genitive}",
            "dispositif": "Grandir en Milieu Rural",
            "montant": f"{number(chance.randrange(500, 2_000, 50))} €/porteur",
            "conditions": [
                "Le montant est un forfait. Il ne dépend pas du nombre de collectifs.",
                "Le projet doit répondre aux exigences du référentiel national du Clas, que la Caf diffuse.",
                "Il doit se dérouler sur un territoire rural, fragile ou les deux.",
                "La MSA décide dans la limite de son enveloppe.",
            ],
        },
        {
            "code": "tne",
            "financeur": f"le Conseil départemental {department.genitive}",
            "dispositif": "Bonus parents Territoire numérique éducatif",
            "montant": f"de {low} € à {low + chance.randrange(100, 500, 10)} €/collectif",
            "conditions": [
                "Le montant dépend du projet et du type d'action.",
                "L'action s'adresse aux parents, surtout à ceux qui sont loin du numérique ou de la scolarité. Il faut aller vers eux.",
                "Elle porte sur le numérique scolaire et parascolaire.",
                "Une action que le Conseil départemental finance déjà par un autre dispositif est exclue.",
            ],
            "contact": {
                "service": "Mission des projets Jeunesse",
                "organisme": f"Conseil départemental {department.genitive}",
                "courriel": f"jeunesse@{department.slug}.example",
                "telephone": phone(chance, department),
            },
        },
        {
            "code": "contrats-de-ville",
            "financeur": "la politique de la ville",
            "dispositif": "Contrats de ville",
            "conditions": [
                "Bâtissez votre projet en complément des dispositifs de la politique de la ville qui aident déjà les jeunes à réussir leur scolarité, comme le PRE ou les Cordées de la réussite.",
                "Dites ce que le cofinancement demandé apportera de plus aux jeunes que vous accompagnez.",
                "Valorisez-y les charges de personnel de l'accompagnement, par exemple les adultes-relais ou les postes Fonjep.",
            ],
        },
        {
            "code": "region",
            "financeur": "le Conseil régional",
            "dispositif": "Réussite des lycéens",
            "montant": f"{number(chance.randrange(1_000, 4_000, 100))} €",
            "conditions": ["L'aide est réservée aux collectifs de lycéens."],
        },
        {
            "code": "epci",
            "financeur": "la communauté de communes",
            "dispositif": "Transport des enfants",
            "montant": f"{number(chance.randrange(80, 400, 10))} €/collectif",
            "conditions": ["Les enfants habitent au moins deux communes."],
            "lien": f"https://www.{department.slug}.example/transport",
        },
    ]
    return known[:2] + chance.sample(known[2:], chance.randint(0, 3))
