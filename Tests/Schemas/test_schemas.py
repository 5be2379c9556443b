"""The JSON Schemas that `cadrage schema` gives to editors, judged by a public validator."""

import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests/SystemTests/Fixtures"

KINDS = {
    "annee": "departments/*/20*.yaml",
    "departement": "departments/*/departement.yaml",
    "bareme": "departments/national/20*.yaml",
    "regles": "departments/national/regles.yaml",
    "glossaire": "departments/*/glossaire.yaml",
    "formules": "departments/national/formules.yaml",
    "editions": "templates/editions.yaml",
    "plan": "templates/*/plan.yaml",
    "site": "site/site.yaml",
    "projet": "projet*.yaml",
    "adresses": "departments/adresses.yaml",
    "publiee": "departments/*/publiees/20*.yaml",
}

SITES = [
    ROOT, FIXTURES / "valid/minimal", FIXTURES / "valid/next-year", FIXTURES / "fifth-department",
    FIXTURES / "real-notes"]


def validator(*arguments):
    """Runs the validator; returns its status and what it says."""
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)], capture_output=True, text=True)
    return run.returncode, run.stdout + run.stderr


@pytest.fixture(scope="module")
def schemas(cadrage, tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    run = subprocess.run(
        [cadrage, "schema", "--output", "schemas"], cwd=folder, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return folder / "schemas"


def files(kind, site):
    found = sorted(site.glob(KINDS[kind]))
    return [file for file in found if kind != "annee" or file.parent.name != "national"]


def test_schemas_are_schemas(cadrage, schemas, tmp_path):
    assert sorted(file.stem for file in schemas.iterdir()) == sorted(KINDS)
    combined = tmp_path / "tous.json"
    combined.write_text(subprocess.run([cadrage, "schema"], capture_output=True, text=True).stdout)
    status, said = validator("--check-metaschema", combined, *schemas.iterdir())
    assert status == 0, said
    one = subprocess.run([cadrage, "schema", "annee"], capture_output=True, text=True).stdout
    assert one == (schemas / "annee.json").read_text()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "projet"])
def test_own_files_are_right(schemas, kind):
    # The rules of the small site have amounts in brackets, in which other readers of YAML cut « 32,5 % » in two.
    sites = [site for site in SITES if kind != "regles" or "minimal" not in site.parts]
    own = [file for site in sites for file in files(kind, site)]
    assert own
    status, said = validator("--schemafile", schemas / f"{kind}.json", *own)
    assert status == 0, said


def test_every_spelling_is_taken(cadrage, schemas, tmp_path):
    """What the program takes, an editor must not underline."""
    year = tmp_path / "2025-2026.yaml"
    year.write_text("""\
mise_a_jour: 06/2025
ps: {plafond: "8487 € / collectif", maximum: "a_confirmer 2 758,28 €/collectif"}
bonus: {enfants: a_paraitre, parents: "329,5 €/collectif"}
chiffres:
  annee: 2024/2025
  valeurs:
    - {code: enfants, libelle: enfants, nombre: 1174}
    - {code: actions, libelle: actions, nombre: 1 174}
    - {code: heures, libelle: heures, nombre: a_completer}
calendrier:
  - {etape: depot, du: 1er juin 2025, au: 31/07/2025}
  - {etape: comite, en: octobre 2025}
  - {etape: depot, fenetre: seconde, du: mi-septembre 2025, au: 2025-10-01, heure_limite: "12:00", comite: fin octobre 2025}
  - {etape: bilan, en: première quinzaine d'octobre 2025}
  - {etape: presentation, le: 2025-06-19, heures: 10 h - 11 h 30}
  - {etape: fete, libelle: Fête, au: a_confirmer 2025-10}
contacts:
  - {service: Accueil, telephone: 3230}
  - {courriel: a@b.fr, telephone: "+33 3 29 68 39 77"}
financements:
  - {code: msa, financeur: la MSA, dispositif: Grandir, montant: de 100 € à 500 €/collectif}
  - {code: ville, financeur: 2024, dispositif: 12, montant: 1500 €}
""")
    status, said = validator("--schemafile", schemas / "annee.json", year)
    assert status == 0, said


def test_a_project_is_right(schemas, tmp_path):
    project = tmp_path / "projet.yaml"
    project.write_text("""\
collectifs:
  - {cout: 9000, enfants: 10, bonus_enfants: oui, duree_seance_minutes: 90}
  - {nombre: 2, cout: "7 500,50 €", enfants: "6", rural: true, bonus_parents: {projet: oui, actions: non}}
complements: {msa: 1000}
autres_financements: [{financeur: Commune, montant: 1500}]
""")
    status, said = validator("--schemafile", schemas / "projet.json", project)
    assert status == 0, said


# The mistakes that a schema can tell: the code of the invalid site, the file and its kind.
WRONG = [
    ("cle-inconnue", "annee"), ("cles-exclusives", "annee"), ("date-illisible", "annee"),
    ("unite-manquante", "annee"), ("choix-inconnu", "departement"), ("courriel-invalide", "departement"),
    ("telephone-invalide", "departement"), ("cle-mal-placee", "departement"),
]


@pytest.mark.parametrize("code, kind", WRONG)
def test_wrong_files_are_refused(schemas, code, kind):
    wrong = files(kind, FIXTURES / "invalid" / code)
    assert wrong
    status, said = validator("--schemafile", schemas / f"{kind}.json", *wrong)
    assert status == 1 and "::$" in said, said


@pytest.mark.parametrize("kind, text", [
    ("plan", "titre: Note\n"), ("site", "titre: Un site\n"), ("editions", "- code: circulaire-2021\n"),
    ("departement", "departement: {nom: les Vosges}\n"), ("annee", "calendrier: {etape: depot}\n"),
    ("regles", "regles: {ps: {taux: 32,5 %}}\n"), ("projet", "collectifs: [{enfants: 10}]\n"),
    ("site", "titre: T\ndemonstration: oui\naccessibilite: {mention: totalement conforme}\n"),
    ("annee", "calendrier: [{etape: fete, le: 2025-06-20}]\n"),
])
def test_other_mistakes_are_refused(schemas, tmp_path, kind, text):
    wrong = tmp_path / "essai.yaml"
    wrong.write_text(text)
    status, said = validator("--schemafile", schemas / f"{kind}.json", wrong)
    assert status == 1 and "::$" in said, said


@pytest.mark.parametrize("name, kind", [
    ("gitlab-ci.yml", "vendor.gitlab-ci"), ("github-actions.yml", "vendor.github-workflows"),
    ("github-publier.yml", "vendor.github-workflows")])
def test_pipelines_are_what_forges_take(name, kind):
    status, said = validator("--builtin-schema", kind, ROOT / "docs" / name)
    assert status == 0, said
