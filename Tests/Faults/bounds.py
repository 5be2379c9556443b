#!/usr/bin/env python3
"""Texts made to take long or much memory, as big as a file may be, one after the other.

    python3 Tests/Faults/bounds.py --cadrage .build/release/cadrage [--only NAME,…]

Each is answered within five seconds of one core and 500 MiB: by messages or by a site. What is known
to have been slow in parsers of Markdown (the list of cmark), of YAML and of JSON is here, and its kin.
"""

import argparse
import itertools
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SIZE = 1 << 20
SECONDS, MEMORY = 5, 500 << 20

SECTION = "departments/vosges/2026-2027/agrement.md"
YEAR = "departments/vosges/2026-2027.yaml"
LAYOUT = "site/layouts/404.html"
PICTURE = "site/images/essai.svg"
HEAD = "## Agrément\n\n"


def fill(text, size=SIZE - 200):
    return text * (size // len(text.encode()))


def both(opening, closing, middle="a", size=SIZE - 200):
    count = size // len((opening + closing).encode())
    return opening * count + middle + closing * count


def steps(line, size=SIZE - 200):
    """Lines made from their rank, until there is no room."""
    lines, length, rank = [], 0, 0
    while True:
        text = line(rank)
        length += len(text.encode())
        if length > size:
            return "".join(lines)
        lines.append(text)
        rank += 1


def letters(rank):
    """Four capital letters, others for each rank."""
    return "".join("BCDFGHJKLMNPQRSTVWXZ"[rank // 20**place % 20] for place in range(4))


def table(columns, row):
    head = "Tableau : A\n\n" + "| a " * columns + "|\n" + "|---" * columns + "|\n"
    return head + fill(row, SIZE - 200 - len(head))


def sections():
    """What a section may hold."""
    repeated = [
        "*a **a ", "a* ", "_a ", "a_ ", "*a_ ", "a]", "[a", "[ a_", "[ (](", "![[]()", "[a](<b", "[a](b",
        "[a](b \"", "<!--", "</", "<?", "<!A ", "<![CDATA[", "<a b=", "<", "`", "`a`` ", "``a` ", "~~a ", "a~~ ",
        "~", "www.", "www.a.fr ", "http://", "https://a.fr/ ", "https://a.fr/(", "a@", "a@b.fr ", "mailto:",
        "&", "&#", "&amp;", "&nbsp;", "\\", "\\\\", " \\\\ ", "|", "| a ", "|---", ":-", "\t", " ", "\n", "a\n", "a\n\n", "a  \n",
        "\\\n", "- a\n", "-\n", "1. a\n", "1)\n", "> a\n", ">\n", "# a\n", "## A\n\n", "### A\n\na\n\n", "---\n\n", "===\n", "a\n===\n",
        "```\n", "```\na\n```\n\n", "~~~\n", "    a\n", "[a]: b\n", "[^a]: b\n", "[^a] ", "[^a", "[^1]:", "![a](b.png) ", "{#a}",
        "Tableau : A\n\n", "| a | b |\n|---|---|\n| c | d |\n\n", "Tableau : A\n\n| a | b |\n|---|---|\n| c | d |\n\n",
        "> [!NOTE]\n> a\n\n", "a", "é", "a ", "\u00a0", "\u202f", "« a » ", "« ", "\"a\" ", "\"", "'", "l'a ", "l’", "(", ")", "(a) ", "[", "]",
        "{{ annee }} ", "{{ annee", "{{", "{%", "{#", "{# a #}", "{% si annee est publie %}a{% fin %}", "{% fin %}", "{% sinon %}",
        "{% si annee est publie %}", "{% pour r dans instance.roles %}", "{% brut %}", "{% inclure \"agrement\" %}",
        "31 juillet 2025 ", "le 31 juillet 2025, ", "2025-2026 ", "8 487 € ", "8487 ", "32,5 % ", "1 2 3 ", "Clas ", "CLAS ", "CAF ", "C.A.F. ",
        "Caf des Vosges. ", "03 29 68 39 77 ", "§ 3.2 ", "partie 3.2 ", "annexe 4 ", "M. Colin ", "etc... ", "a ; b : c ! d ? ",
        "Mot. ", "Aaaa ", "– a\n", "• a\n", "•\ta\n", "a) b\n", "a\tb\n", "a    b\n", "+---+\n", "-a\n", "*", "**", "***", "_", "__", "=",
        "==a== ", "🇫🇷", "👩‍👩‍👧 ", "e\u0301", "\u0301", "\u200b", "\u202e", "\ufeff", "\uf0b7 a\n", "\ufb01", "\u2028", "<b>a</b> ", "<br>", "<div>\n\n",
        "le le ", "mot,mot ", "8'487 € ", "39 juin 2025 ", "annexe B ", "TODO ", "(à compléter) ", "conseil général ",
        "Mon Compte Partenaire ", "parentalité@a.fr ", "hors bonus 300 € ",
        "le 3 juin 2026 à 25h, ", "Le bilan est à rendre avant fin juin 2026. ", "450 EUR ", "(https://a.fr)[b] ",
    ]
    cases = {f"{text[:24]!r} repeated": lambda text=text: fill(text) for text in repeated}
    cases |= {
        "nested emphasis": lambda: both("*a **a ", " a** a*", "b"),
        "closers without openers": lambda: "a**b" + fill("c* "),
        "openers, then mismatched closers": lambda: fill("*a ", SIZE // 2) + fill("_a*_ ", SIZE // 2 - 200),
        "openers, then mismatched closers of the other kind": lambda: fill("_a ", SIZE // 2)
        + fill("*a_* ", SIZE // 2 - 200),
        "openers, then mismatched closers of deletion": lambda: fill("*a ", SIZE // 2) + fill("~a*~ ", SIZE // 2 - 200),
        "openers of two, then mismatched closers": lambda: fill("**a ", SIZE // 2) + fill("*a**_ ", SIZE // 2 - 200),
        "marks in three lengths": lambda: fill("*a **b ***c ", SIZE // 2) + fill("d*** e** f* ", SIZE // 2 - 200),
        "nested brackets": lambda: both("[", "]"),
        "nested links": lambda: both("[", "](a)"),
        "nested pictures": lambda: both("![", "](a)"),
        "nested quotations": lambda: fill("> ", SIZE - 300) + "a",
        "quotations and emphasis": lambda: both(">", "a*", ""),
        "nested lists": lambda: steps(lambda rank: "  " * rank + "* a\n"),
        "nested marks of lists": lambda: fill("- ", SIZE // 2) + "x" + fill("\n", SIZE // 2 - 200),
        "nested lists in a quotation": lambda: "> " + fill("- ", SIZE // 2) + "x\n" + fill(">\n", SIZE // 2 - 200),
        "runs of backticks": lambda: steps(lambda rank: "e" + "`" * rank),
        "unclosed comments": lambda: "</" + fill("<!--"),
        "references": lambda: steps(lambda rank: f"[{rank}]: u\n", SIZE // 2) + fill("[0] ", SIZE // 2 - 200),
        "references to the last": lambda: steps(lambda rank: f"[{rank}]: /u{rank}\n", SIZE // 2)
        + fill("[10000] ", SIZE // 2 - 200),
        "a long address shown often": lambda: "[a]: https://a.fr/" + fill("b", SIZE // 2) + "\n\n" + fill("[a] ", SIZE // 2 - 300),
        "footnotes": lambda: steps(lambda rank: f"[^{rank}]: u\n\n", SIZE // 2) + steps(lambda rank: f"[^{rank}] ", SIZE // 2 - 200),
        "a footnote cited often": lambda: "[^1]: u\n\n" + fill("[^1] "),
        "footnotes that cite each other": lambda: steps(lambda rank: f"[^{rank}]: [^{rank + 1}]\n\n"),
        "headings of one name": lambda: fill("### A\n\n"),
        "headings of many names": lambda: steps(lambda rank: f"### Partie {rank}\n\nTexte.\n\n"),
        "links to headings": lambda: steps(lambda rank: f"### Partie {rank}\n\n[a](#partie-{rank + 1})\n\n"),
        "links that lead nowhere": lambda: steps(lambda rank: f"[a](#nulle-part-{rank}) "),
        "addresses": lambda: steps(lambda rank: f"<https://a.fr/{rank}> "),
        "names": lambda: steps(lambda rank: f"Durand{rank} Martin{rank} "),
        "near names": lambda: steps(lambda rank: f"Prestation{rank % 7}de{rank} "),
        "acronyms": lambda: steps(lambda rank: f"Le {letters(rank)} est là.\n\n"),
        "acronyms on one line": lambda: steps(lambda rank: f"Le {letters(rank)} est là. "),
        "numbers": lambda: steps(lambda rank: f"{rank} € "),
        "days": lambda: steps(lambda rank: f"le {rank % 28 + 1} mars {2000 + rank % 100}, "),
        "a wide table": lambda: table(2000, "| a " * 2000 + "|\n"),
        "a wide table of short rows": lambda: table(20000, "| a |\n"),
        "a long table": lambda: table(2, "| a | b |\n"),
        "a table of lists": lambda: table(2, "| - a - b | • a • b |\n"),
        "a table without a heading": lambda: fill("| a | b |\n"),
        "one long word": lambda: fill("a"),
        "one long line": lambda: fill("un mot "),
        "one paragraph of many lines": lambda: fill("un mot\n"),
        "many paragraphs": lambda: steps(lambda rank: f"Le paragraphe numéro {rank} est là.\n\n"),
        "nested conditions": lambda: both("{% si annee est publie %}", "{% fin %}"),
        "nested parentheses": lambda: "{% si " + both("(", ")", "annee est publie") + " %}a{% fin %}",
        "a long condition": lambda: "{% si annee est publie" + fill(" et annee est publie") + " %}a{% fin %}",
        "many filters": lambda: "{{ annee" + fill(" | majuscule") + " }}",
        # Swift sorts the accents of one letter to compare it with another.
        "accents on a letter": lambda: "a" + fill("\u0301\u0327"),
        "accents on a letter as codes": lambda: "a" + fill("&#769;&#807;"),
        "accents between marks": lambda: "a" + fill("\u0301\u0327" * 14 + "**"),
        "accents between remarks": lambda: "a" + fill("\u0301\u0327" * 14 + "{##}"),
        "accents in many paragraphs": lambda: fill("a" + ("\u0301\u0327" * 14 + "**") * 10 + "\n\n"),
        "councils": lambda: fill("conseil Départemental "),
    }
    for name, make in cases.items():
        yield f"section: {name}", {SECTION: HEAD + make() + "\n"}


def years():
    """What the file of a year may hold."""
    repeated = [
        "a: 1\n", "a{}: 1\n", "- a\n", "[", "{", "[a, ", "{a: ", "? ", "- ", "&a ", "*a ", "!!a ", "!a", "# a\n", "\n", "---\n", "...\n",
        "\"", "'", "a", "\\", "|\n", ">\n", ": ", "a: [", "a:\n", "%A\n", "\t", "\u00a0", "\u202e", "é", "a: &a\n", "<<: *a\n", "\"\\u202e\"\n", "@", "`", ",",
    ]
    cases = {f"{text!r} repeated": (lambda year, text=text: year + (
        steps(lambda rank: text.format(rank), SIZE - 20000) if "{}" in text else fill(text, SIZE - 20000)))
        for text in repeated}
    cases |= {
        "contacts": lambda year: year + "\nautres_instances:\n" + steps(
            lambda rank: f"  - {{nom: le comité {rank}, frequence: une fois}}\n", SIZE - 20000),
        "keys on one line": lambda year: year + "\nx: {" + steps(lambda rank: f"a{rank}: 1, ", SIZE - 20000) + "}\n",
        "one key often": lambda year: year + "\nx: {" + fill("a: 1, ", SIZE - 20000) + "}\n",
        "nested by indentation": lambda year: year + "\n" + steps(lambda rank: " " * rank + "a:\n", SIZE - 20000),
        "aliases of aliases": lambda year: year + "\na0: &a0 [x, x]\n" + "".join(
            f"a{rank}: &a{rank} [*a{rank - 1}, *a{rank - 1}]\n" for rank in range(1, 60)),
        # As many as the values of a file may be.
        "members": lambda year: year + "\ninstance:\n  nom: le comité\n  membres:\n" + "".join(
            f"    - {{nom: Organisme {rank}, personnes: [Jean Nom{rank}]}}\n" for rank in range(4600)),
        "a long text": lambda year: year + "\ntitre: \"" + fill("Un mot. ", SIZE - 20000) + "\"\n",
        "a long text in escapes": lambda year: year + "\ntitre: \"" + fill("\\u00e9", SIZE - 20000) + "\"\n",
        "accents on a key": lambda year: year + "\na" + fill("\u0301\u0327", SIZE - 20000) + ": 1\n",
        "accents in escapes": lambda year: year + "\n\"a" + fill("\\u0301\\u0327", SIZE - 20000) + "\": 1\n",
        "accents in escapes on many lines": lambda year: year + "\n\"a" + fill(
            "\\u0301\\u0327" * 12 + "\\\n  ", SIZE - 20000) + "\": 1\n",
        "a long number": lambda year: year + "\neffectif: " + fill("9", SIZE - 20000) + "\n",
        "a long day": lambda year: year + "\nmise_a_jour: " + fill("31 juillet ", SIZE - 20000) + "\n",
    }
    year = (ROOT / YEAR).read_text(encoding="utf-8")
    for name, make in cases.items():
        yield f"year: {name}", {YEAR: make(year)}


def others():
    repeated = ["<", "<a ", "<a href=\"", "<p>", "</p>", "<!--", "&", "&shy;", "{{ page.racine }}", "<a href=\"{{ page.racine }}\">a</a>",
                "{% si page.racine est publie %}", "{% inclure \"pied\" %}", "<script>", "<style>", "<title>", "<noscript><p>", "\"", "a=", "<p id=\"a\">"]
    for text in repeated:
        yield f"layout: {text!r} repeated", {LAYOUT: fill(text, SIZE - 2000)}
    # A picture may be twice as big as a text.
    for text in ["<g>", "<a ", "&a;", "&#65;", "&#x200b;", "<script/>", "<style>url(#a)\\41 </style>", "<!--", "<![CDATA[", "<!DOCTYPE a [", "style=\"url(", "<style>", "\\", "/*",
                 "<g style=\"\"/>"]:
        yield f"picture: {text!r} repeated", {
            PICTURE: "<svg xmlns=\"http://www.w3.org/2000/svg\">" + fill(text, 2 * SIZE - 2000)}
    aid = "{\"financeur\": \"a\", \"montant\": 1},"
    scenarios = {
        "nested objects": lambda: fill("{\"a\":", 16 << 20),
        "nested lists": lambda: fill("[", 16 << 20),
        "collectifs": lambda: "{\"collectifs\": [" + fill("{\"cout\": 9000, \"enfants\": 10},", 12 << 20) + "{}]}",
        "collectifs in YAML": lambda: "collectifs:\n" + fill("  - {cout: 9000, enfants: 10}\n", 900_000),
        "items": lambda: fill("- a\n", 15 << 20),
        "keys": lambda: steps(lambda rank: f"a{rank}: 1\n", 4 << 20),
        "marks of items": lambda: fill("- ", 15 << 20),
        "marks of keys": lambda: fill("? ", 15 << 20),
        "texts": lambda: "a: \"" + fill("\\u00e9", 15 << 20) + "\"\n",
        "wrong keys": lambda: "{\"collectifs\": [" + fill("{\"cot\": 9000, \"enfans\": -1},", 12 << 20) + "{}]}",
        "numbers in JSON": lambda: "{\"collectifs\": [" + fill("0,", 15 << 20) + "0]}",
        "keys in JSON": lambda: "{\"collectifs\": [{" + steps(
            lambda rank: f"\"k{rank}\": 0, ", 15 << 20) + "\"k\": 0}]}",
        "as many keys in JSON as may be": lambda: "{\"collectifs\": [{" + "".join(
            f"\"k{rank}\":0," for rank in range(999_990)) + "\"k\":0}]}",
        "one key in JSON": lambda: "{\"collectifs\": [{" + fill("\"a\":0,", 15 << 20) + "\"a\":0}]}",
        "one key in JSON, as often as may be": lambda: "{\"collectifs\": [{" + "\"a\":0," * 999_990 + "\"a\":0}]}",
        "invisible signs in JSON": lambda: "{\"collectifs\": [" + fill("\"\\u202e\",", 15 << 20) + "0]}",
        "accents on a key": lambda: "{\"a" + fill("\u0301\u0327", 15 << 20) + "\": 1}",
        "accents in escapes": lambda: "{\"a" + fill("\\u0301\\u0327", 15 << 20) + "\": 1}",
        "digits": lambda: "{\"collectifs\": [{\"cout\": " + fill("9", 12 << 20) + ", \"enfants\": 1}]}",
        "payers": lambda: "{\"collectifs\": [{\"cout\": 9000, \"enfants\": 10}], \"autres_financements\": ["
        + fill(aid, 12 << 20) + aid[:-1] + "]}",
    }
    for name, make in scenarios.items():
        yield f"scenario: {name}", {"projet.txt": make()}


def pairs():
    """Facts and sentences, as many as there may be of each, that are looked for in each other."""
    year = (ROOT / YEAR).read_text(encoding="utf-8")

    def facts(key, items):
        rest = re.sub(rf"(?ms)^{key}:.*?(?=^[a-z_#]|\Z)", "", year)
        return rest + f"\n{key}:\n" + items

    def phone(rank):
        return " ".join(["03", *(f"{rank * 7919 // 100**place % 100:02}" for place in range(4))])

    def members(name):
        return facts("instance", "  nom: le comité départemental du Clas\n  membres:\n" + "".join(
            f"    - nom: {name(rank)}\n" for rank in range(8000)))

    words = " ".join(letters(rank).title() * 2 for rank in range(1000, 1007))
    cases = {
        "funders and amounts": lambda: (
            facts("financements", "".join(
                f"  - code: f{rank}\n    financeur: la {letters(rank).title()} Aide\n    dispositif: Aide\n"
                f"    montant: {rank + 1} €/porteur\n" for rank in range(3800))),
            steps(lambda rank: f"La {letters(rank * 7).title()} donne {rank % 9973} € en tout.\n\n", SIZE - 500)),
        "contacts and telephones": lambda: (
            facts("contacts", "".join(
                f"  - service: Aide {rank}\n    telephone: {phone(rank)}\n" for rank in range(6000))),
            steps(lambda rank: f"Appelez le {phone(rank * 3 + 1)}.\n\n", SIZE - 500)),
        "contacts and mails": lambda: (
            facts("contacts", "".join(
                f"  - service: Aide {rank}\n    courriel: {letters(rank).lower() * 2}@caf88.caf.fr\n"
                for rank in range(6000))),
            steps(lambda rank: f"Écrivez à {letters(rank * 7).lower() * 2}@caf88.caf.fr.\n\n", SIZE - 500)),
        "members of many numbers": lambda: (members(lambda rank: f"Groupe {rank:04} {words}"), ""),
        "members of near names": lambda: (members(lambda rank: f"Groupe {letters(rank)} {words}"), ""),
    }
    for name, make in cases.items():
        items, text = make()
        yield f"pairs: {name}", {YEAR: items, SECTION: HEAD + text + "\n"}


def comparisons():
    """Two years with as much text as there may be in each, compared."""
    words = ["dossier", "projet", "enfant", "parent", "école", "commune", "financement", "demande"]

    def text(rank, seed):
        state, parts = seed, []
        for _ in range(rank):
            state = (state * 1103515245 + 12345) % (1 << 31)
            parts.append(words[state >> 16 & 7])
        return parts

    def paragraphs(seed, size=SIZE - 1000):
        return steps(lambda rank: "Le " + " ".join(text(12, seed + rank * 7919)) + ".\n\n", size)

    def told(rank):
        return f"Le paragraphe {rank} est là.\n\n"

    pairs = {
        "paragraphs of the same words": lambda: (paragraphs(1), paragraphs(2)),
        "one paragraph of the same words": lambda: (
            steps(lambda rank: words[(rank * 7919 >> 3) & 7] + " ", SIZE - 1000),
            steps(lambda rank: words[(rank * 104729 >> 5) & 7] + " ", SIZE - 1000)),
        "the same paragraph": lambda: (fill("Le même texte.\n\n"), fill("Le même texte.\n\n", SIZE // 2)),
        "paragraphs upside down": lambda: (steps(told), "\n\n".join(reversed(steps(told).split("\n\n")))),
        "words without an end": lambda: (fill("a "), fill("b ")),
        "one word": lambda: (fill("a"), fill("b")),
        "items": lambda: (steps(lambda rank: f"- un {rank:018}\n"), steps(lambda rank: f"- un {rank * 3:018}\n")),
        "rows": lambda: (table(3, f"| {'a' * 60} | b | c |\n"), table(3, f"| {'a' * 60} | d | c |\n")),
        "letters": lambda: (fill("ab"), fill("ba")),
    }
    # Both years have a text of their own for this section.
    old, new = [f"departments/vosges/{year}/priorites.md" for year in ["2025-2026", "2026-2027"]]
    for name, make in pairs.items():
        before, after = make()
        yield f"comparison: {name}", {old: "### Priorités\n\n" + before + "\n", new: "### Priorités\n\n" + after + "\n"}


def command_of(name):
    if name.startswith("scenario"):
        return ["simulate", "vosges", "2025-2026", "--scenario", "projet.txt", "--format", "json"]
    if name.startswith("comparison"):
        return ["diff", "vosges", "2025-2026", "2026-2027", "--format", "html"]
    return ["check"]


def measured(cadrage, folder, command):
    """The status, the seconds of one core and the bytes of memory that a command took."""
    # The limit is on the clock of the core, so that another program changes nothing.
    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (6 * SECONDS, 6 * SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_AS, (16 << 30, 16 << 30))

    with open(folder / "out.txt", "wb") as out:
        process = subprocess.Popen([cadrage, *command], cwd=folder, stdout=out, stderr=out, preexec_fn=limits)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss << 10


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cadrage", type=pathlib.Path, required=True)
    parser.add_argument("--only", default="", help="cases whose name begins so")
    parser.add_argument("--show", action="store_true", help="prints each case")
    options = parser.parse_args()
    cadrage = options.cadrage.resolve()
    problems, slowest, biggest, count = [], (0, ""), (0, ""), 0
    with tempfile.TemporaryDirectory(prefix="cadrage-bounds-") as work:
        folder = pathlib.Path(work)
        for name in ["departments", "templates", "site"]:
            shutil.copytree(ROOT / name, folder / name)
        # What is published would be told before it is compared.
        for pair in folder.glob("departments/vosges/publiees"):
            shutil.rmtree(pair)
        addresses = folder / "departments/adresses.yaml"
        addresses.write_text("".join(line for line in addresses.read_text().splitlines(keepends=True)
                                     if "vosges" not in line))
        for name, files in itertools.chain(sections(), years(), others(), pairs(), comparisons()):
            if not name.startswith(tuple(options.only.split(","))):
                continue
            before = {path: (folder / path).read_bytes() if (folder / path).exists() else None for path in files}
            for path, text in files.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(text.encode("utf-8", "surrogatepass"))
            status, seconds, memory = measured(cadrage, folder, command_of(name))
            said = (folder / "out.txt").stat().st_size
            for path, old in before.items():
                (folder / path).unlink() if old is None else (folder / path).write_bytes(old)
            count += 1
            slowest, biggest = max(slowest, (seconds, name)), max(biggest, (memory, name))
            if options.show:
                print(f"{seconds:6.2f} s {memory >> 20:5} MiB {status:3} {said:8} {name}", flush=True)
            # What cannot be compared would say nothing of the comparison.
            wrong = status != 0 if name.startswith("comparison") else status not in (0, 1)
            if wrong or seconds > SECONDS or memory > MEMORY:
                problems.append(name)
                print(f"  {name}: status {status}, {seconds:.1f} s, {memory >> 20} MiB", flush=True)
    print(f"{count} heavy inputs: {len(problems)} problems; at most {slowest[0]:.1f} s ({slowest[1]}) and "
          f"{biggest[0] >> 20} MiB ({biggest[1]})")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
