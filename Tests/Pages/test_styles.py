"""What layouts and scripts call by a class has a rule or a use, and each rule serves something."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Names that are put together, such as `constat-bloquant`.
MADE = re.compile(r"(constat|encadre|part|titre|language)-")


def texts(*patterns):
    return {path.name: path.read_text() for pattern in patterns for path in ROOT.glob(pattern)}


WRITTEN = texts("site/layouts/*.html", "site/scripts/**/*.js", "Sources/**/*.swift")
READ = texts("site/scripts/**/*.js", "Tests/Pages/*.py")


def rules():
    found = set()
    for text in texts("site/styles/*.css").values():
        for selector in re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", text, flags=re.S)):
            found.update(re.findall(r"\.([a-z][\w-]*)", selector))
    return found


def classes():
    found = {}
    for name, text in WRITTEN.items():
        if name.endswith(".swift"):
            continue
        values = re.findall(r'class="([^"]*)' if name.endswith(".html") else r'class: "([^"]*)"', text)
        for value in values:
            for word in re.sub(r"\{[%{].*?[%}]\}", " ", value).split():
                found.setdefault(word, set()).add(name)
    return found


def test_classes_serve():
    known = rules()
    useless = {
        name: files for name, files in classes().items()
        if name not in known and not MADE.match(name)
        and not any(re.search(rf"[.\"']{name}\b", text) for text in READ.values())}
    assert not useless


def test_rules_serve():
    text = "\n".join(WRITTEN.values())
    useless = {
        name for name in rules()
        if not MADE.match(name) and not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)}
    assert not useless
