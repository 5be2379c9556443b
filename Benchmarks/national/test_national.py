"""Checks of the generator: `python3 -m unittest discover -s Benchmarks/national`."""

import tempfile
import unittest
from pathlib import Path

from corpus.departments import departments
from corpus.national_amounts import bareme
from corpus.project import shape, write_common, write_department
from corpus.yaml_text import yaml_text
from rounds import edits
from scenario import scenario

REPOSITORY = Path(__file__).resolve().parents[2]


def generated(notes, published):
    """The bytes of all files of a project, by their path."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        plan = shape(notes, published)
        write_common(REPOSITORY, root, sorted({start for _, starts in plan for start in starts}))
        for department, starts in plan:
            write_department(REPOSITORY, root, department, starts)
        return {
            str(path.relative_to(root)): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file()
        }


class Names(unittest.TestCase):
    def test_articles(self):
        genitives = {department.name: department.genitive for department in departments(101)}
        self.assertEqual(genitives["les Vosges"], "des Vosges")
        self.assertEqual(genitives["le Rhône"], "du Rhône")
        self.assertEqual(genitives["la Côte-d'Or"], "de la Côte-d'Or")
        self.assertEqual(genitives["l'Ain"], "de l'Ain")
        self.assertEqual(genitives["La Réunion"], "de La Réunion")

    def test_folders_are_distinct(self):
        slugs = {department.slug for department in departments(707)}
        self.assertEqual(len(slugs), 707)
        self.assertIn("cote-d-or", slugs)
        self.assertIn("la-reunion", slugs)

    def test_one_department_in_three_has_its_own_texts(self):
        self.assertEqual(sum(d.has_own_texts for d in departments(101)), 34)


class Projects(unittest.TestCase):
    def test_two_generations_are_the_same(self):
        self.assertEqual(generated(101, True), generated(101, True))

    def test_shapes_have_the_notes_asked_for(self):
        for notes in [101, 1_010, 5_050]:
            for published in [False, True]:
                self.assertEqual(sum(len(starts) for _, starts in shape(notes, published)), notes)

    def test_no_department_is_the_twin_of_another(self):
        files = generated(101, False)
        facts = [text for path, text in files.items() if path.endswith("/2025-2026.yaml")]
        self.assertEqual(len(facts), len(set(facts)))


class Texts(unittest.TestCase):
    def test_yaml(self):
        value = {"a": {"b": "8 487 €"}, "c": [{"d": "x: y", "e": ["l'un", '"deux"']}]}
        self.assertEqual(
            yaml_text(value),
            'a:\n  b: 8 487 €\nc:\n  - d: "x: y"\n    e:\n      - l\'un\n      - "\\"deux\\""\n',
        )

    def test_the_maximum_is_rounded_to_the_cent(self):
        self.assertEqual(bareme(2025)["bareme"]["ps"]["maximum"]["valeur"], "2 758,28 €/collectif")

    def test_each_edit_is_another(self):
        texts = edits("a:\n    lieu: ici\n")
        self.assertEqual(len({next(texts) for _ in range(5)}), 5)

    def test_scenario_says_every_field(self):
        self.assertEqual(scenario(1).count(": "), 19)


if __name__ == "__main__":
    unittest.main()
