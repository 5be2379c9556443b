"""The French of the repository: spelled right, and each sentence written once."""

import itertools
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
DICTIONARY = ROOT / "docs/dictionnaire.txt"
SENTENCE_WORDS = 12


def files(*patterns):
    return sorted(itertools.chain.from_iterable(ROOT.glob(pattern) for pattern in patterns))


def prose(text):
    """The text that people read: no tags, comments, code, addresses, keys."""
    text = re.sub(r"```.*?```", " ", text, flags=re.S)
    text = re.sub(r"\{#[a-z0-9-]+\}", " ", text)
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", " ", text, flags=re.S)
    text = re.sub(r"`[^`]*`", " ", text)
    text = re.sub(r"\]\([^)]*\)", "] ", text)
    text = re.sub(r"\[\^[^\]]*\]", " ", text)
    text = re.sub(r"\ba_(paraitre|confirmer|completer)\b", " ", text)
    text = re.sub(r"https?://\S+|\S+@\S+", " ", text)
    return re.sub(r"\|[-| ]+\|", " ", text)


def yaml_prose(text):
    """The values and comments of a YAML file, without its keys, names of sections and addresses, and words for « not known yet »."""
    text = re.sub(r"\ba_(paraitre|confirmer|completer)\b", " ", text)
    text = re.sub(r"(?m)^\s*(- )?[a-z0-9_.-]+:( |$)", " ", text)
    text = re.sub(r"\{[a-z0-9_]+\}|(?m:(?<= )[a-z0-9_]+(\.[a-z0-9_]+)+$)", " ", text)
    return re.sub(r"(?m)^\s*(- )?[a-z0-9/-]+$", " ", text)


def readable(path):
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".yaml":
        text = yaml_prose(text)
    if path.suffix == ".html":
        text = re.sub(r"<[^>]*>", " ", re.sub(r"\{[#%{].*?[#%}]\}", " ", text, flags=re.S))
    return prose(text)


def plain(word):
    """The word without an elided article or the point that ends a sentence."""
    return re.sub(r"^[ldjnsLDJNS]'", "", word).rstrip(".")


def test_words_are_in_the_dictionary():
    # The list is applied here: hunspell forbids some words (« Caf ») that no list of its own can allow.
    known = set(DICTIONARY.read_text(encoding="utf-8").split())
    faults = []
    texts = files(
        "templates/**/*.md", "departments/**/*.md", "departments/**/*.yaml", "templates/**/*.yaml",
        "docs/*.md", "site/pages/*.md", "site/layouts/*", "site/site.yaml")
    # The facts of a published note are those of the live files, under keys of the program.
    for path in (path for path in texts if not (path.parent.name == "publiees" and path.suffix == ".yaml")):
        run = subprocess.run(
            ["hunspell", "-d", "fr", "-i", "utf-8", "-l"],
            input=readable(path).replace("’", "'"), capture_output=True, text=True, check=True)
        words = sorted({plain(word) for word in run.stdout.split()} - known)
        if words:
            faults.append(f"{path.relative_to(ROOT)}: {', '.join(words)}")
    assert faults == [], "\n" + "\n".join(faults)


def sentences(path):
    text = readable(path)
    text = re.sub(r"(?m)^\s*(?:[-*>#|]|\d+[.)])+\s*", "\n\n", text).replace("|", "\n\n")
    for part in re.split(r"[.!?:;]\s|\n\s*\n", text):
        words = re.findall(r"[0-9a-zà-öø-ÿœæ]+", part.lower().replace("’", "'"))
        if len(words) >= SENTENCE_WORDS:
            yield " ".join(words)


def subject(path):
    """What may repeat itself: editions of one section, years of one department."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "templates":
        return (parts[1], path.name)
    return parts[:2]


def test_each_sentence_stands_once():
    where = {}
    faults = []
    written = files("templates/**/*.md", "departments/**/*.md", "departments/**/*.yaml")
    # A published note is made from these texts: its sentences are theirs.
    for path in (path for path in written if path.parent.name != "publiees"):
        for sentence in sentences(path):
            other = where.setdefault(sentence, path)
            if other != path and subject(other) != subject(path):
                faults.append(f"{other.relative_to(ROOT)} ~ {path.relative_to(ROOT)}: {sentence}")
    assert faults == [], "\n" + "\n".join(faults)


def test_signs_of_layouts_stay_with_their_word():
    # A line that begins with « : » or « ? » reads badly on a phone: the space before them does not break.
    faults = []
    for path in files("site/layouts/*.html"):
        text = re.sub(r"<!--.*?-->|<[^>]*>|\{[#%{].*?[#%}]\}", "|", path.read_text(encoding="utf-8"), flags=re.S)
        for match in re.finditer(r".{0,30}( [:;?!»](?=\s|\||$)|« ).{0,10}", text):
            faults.append(f"{path.relative_to(ROOT)}: {match[0].strip()}")
    assert faults == [], "\n" + "\n".join(faults)
