"""What a sponsor does and joins, under each of the two circulars."""

from .values import school_year


def old_situations(start):
    """What to do, while ELAN takes the demands."""
    last = school_year(start - 1)
    return [
        {
            "code": "premiere-demande",
            "titre": "Première demande",
            "demarche": "Remplissez le dossier de demande d'agrément.",
            "plateforme": "elan",
            "lien": "https://www.elancaf.fr",
            "precision": "Passez par l'Espace porteurs de projets.",
        },
        {
            "code": "sans-changement",
            "titre": f"Financé en {last}, projet inchangé",
            "demarche": f"Saisissez vos données prévisionnelles {start}.",
            "plateforme": "mon-compte-partenaire",
        },
        {
            "code": "avec-changements",
            "titre": f"Financé en {last}, projet modifié",
            "demarche": "Remplissez le document d'ajustement.",
            "document": f"Projet {school_year(start)} - Ajustement du projet {last}",
            "envoi": "au pôle partenaires de la Caf",
        },
    ]


def new_situations(start):
    """What to do under C-2026-069, part 3.1."""
    del start
    sent = "au pôle partenaires de la Caf"
    return [
        {
            "code": "premiere-demande",
            "titre": "Première demande",
            "demarche": "Remplissez une demande de subvention.",
            "precision": "Le formulaire est à demander à la Caf.",
        },
        {
            "code": "meme-projet",
            "titre": "Déjà financé, même projet",
            "demarche": "Demandez par courrier à prolonger votre Clas.",
            "envoi": sent,
        },
        {
            "code": "nouveau-projet",
            "titre": "Déjà financé, nouveau projet",
            "demarche": "Remplissez une demande de subvention.",
        },
        {
            "code": "arret",
            "titre": "Déjà financé, arrêt du Clas",
            "demarche": "Envoyez votre bilan pour recevoir le solde.",
            "envoi": sent,
        },
    ]


def old_pieces(start):
    """What to join, while ELAN takes the demands."""
    last = school_year(start - 1)
    return [
        {
            "code": "bilan",
            "nom": f"le Bilan Clas {last}",
            "precision": f"obligatoire si vous étiez financé en {last}. Sans lui, aucune nouvelle demande n'est prise en compte.",
            "situations": ["sans-changement", "avec-changements"],
        },
        {
            "code": "fiche-tne",
            "nom": "la fiche récapitulative du Conseil départemental",
            "precision": "seulement si vous demandez le bonus TNE.",
        },
    ]


def new_pieces(start):
    """What to join under C-2026-069, parts 2.2, 3.1 and 3.3."""
    last = school_year(start - 1)
    return [
        {
            "code": "demande-de-subvention",
            "nom": "la demande de subvention",
            "precision": "sur le formulaire national ou sur celui du département.",
            "situations": ["premiere-demande", "nouveau-projet"],
        },
        {
            "code": "courrier",
            "nom": "le courrier de demande de prolongation",
            "situations": ["meme-projet"],
        },
        {
            "code": "bilan",
            "nom": f"le bilan de réalisation {last}",
            "precision": f"obligatoire si votre Clas était financé en {last}.",
            "situations": ["meme-projet", "nouveau-projet", "arret"],
        },
        {
            "code": "projet-bonus",
            "nom": "le projet propre à chaque bonus demandé",
            "precision": "seulement si vous demandez un bonus.",
        },
    ]
