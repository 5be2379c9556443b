"""What `cadrage serve` answers, without a browser: what is shown, when, and to whom."""

import json
import random
import re
import shutil
import socket
import subprocess
import urllib.request

import pytest

from running import Preview

YEAR = "departments/isere/2026-2027.yaml"
NOTE = "/isere/2026-2027/"


def built(preview, folder):
    """The files of a site built afresh from the same sources, by their paths."""
    run = subprocess.run(
        [preview.cadrage, "build", "--drafts", "--root", str(preview.root), "--output", str(folder)],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*") if file.is_file() and file.name != ".cadrage"}


def test_shows_the_built_site_and_nothing_else(preview, tmp_path):
    for path, bytes in built(preview, tmp_path / "site").items():
        assert preview.page("/" + path) == (200, bytes), path
    assert preview.page(NOTE)[0] == 200
    assert preview.request("GET", "/isere/2026-2027")[0] == 302
    assert preview.page("/notes-clas" + NOTE) == preview.page(NOTE), "links of the page 404"
    status, page = preview.page("/absent/")
    assert (status, b"<h1>" in page) == (404, True)


def test_values_of_published_notes_and_of_drafts_are_marked(preview):
    for year in preview.root.glob("departments/[!n]*/20??-20??.yaml"):
        page = preview.request("GET", f"/{year.parent.name}/{year.stem}/")[1].decode()
        text = page[page.index('<div class="texte">'):page.index('class="vers-essentiel"')]
        marks = [found.start() for found in re.finditer("data-valeur=\"departments/", text)]
        assert len(marks) > 10, year
        # Up to the contacts, near the end: the marked text is that of the page all along.
        assert marks[-1] > len(text) * 2 // 3, year


def test_serves_no_file_of_the_disk(preview):
    for path in [
        "/../contenu/departments/adresses.yaml", "/%2e%2e/contenu/departments/adresses.yaml",
        "/..%2fdepartments/adresses.yaml", "//etc/passwd", "/departments/adresses.yaml",
        "/styles/..%2f..%2fdepartments/adresses.yaml", "/.cadrage",
    ]:
        assert preview.request("GET", path)[0] == 404, path


def test_is_never_stale(preview, tmp_path):
    """After any save each file is that of a fresh build."""
    edits = [
        (YEAR, "\n", "\n# Une remarque.\n"), (YEAR, "\n", "\ntitre: Un autre titre\n"),
        (YEAR, "courriel: a_completer", "telephone: 04 00 00 00 00"),
        ("templates/communs/circulaire-2026/charte.md", "\n\n", "\n\nUne phrase de plus.\n\n"),
        ("site/styles/cadrage.css", "#0b5a4e", "#0b5a4f"),
        ("site/layouts/pied.html", "</footer>", "<p>Une ligne.</p></footer>"),
    ]
    random.Random(20).shuffle(edits)
    for rank, (name, old, new) in enumerate(edits):
        version = preview.news()["version"]
        preview.change(name, old, new)
        preview.until(lambda news: news["version"] > version and news["jour"])
        for path, bytes in built(preview, tmp_path / f"site{rank}").items():
            assert preview.page("/" + path) == (200, bytes), (name, path)


def test_goes_on_when_the_project_goes_and_comes_back(preview, tmp_path):
    version = preview.news()["version"]
    aside = tmp_path / "ailleurs"
    shutil.copytree(preview.root, aside)
    shutil.rmtree(preview.root)
    news = preview.until(lambda news: news["version"] > version)
    shutil.copytree(aside, preview.root)
    news = preview.until(lambda later: later["version"] > news["version"] and later["jour"])
    preview.change(YEAR, "\n", "\ntitre: Un autre titre\n")
    preview.until(lambda later: later["version"] > news["version"] and later["jour"])
    assert b"Un autre titre" in preview.page(NOTE)[1]


def test_an_error_leaves_the_last_good_page(preview):
    _, before = preview.page(NOTE)
    text = preview.path(YEAR).read_text()
    lines = text.count("\n")
    known = text[:text.index("\ncalendrier:")].count("\n") + 2
    with preview.path(YEAR).open("a") as file:
        file.write("calendier: []\n")
    news = preview.until(lambda news: not news["jour"])
    [message] = news["messages"]
    assert message == {
        "gravite": "erreur", "code": "cle-inconnue", "fichier": YEAR, "ligne": lines + 1,
        "colonne": 1, "longueur": 9, "extrait": "calendier: []", "debut": 0,
        "message": "La clé « calendier » est inconnue dans ce fichier.",
        "attendu": f"« calendrier » une seule fois : elle est déjà à la ligne {known}", "suggestion": None}
    assert preview.page(NOTE) == (200, before)
    preview.change(YEAR, "calendier: []\n", "")
    assert preview.until(lambda news: news["jour"])["messages"] == []
    assert preview.page(NOTE) == (200, before)


def test_sees_folders_that_come_and_go(preview):
    """A folder moved away whole, then back, then a file half written in a new one."""
    folder = preview.path("departments/isere")
    away = preview.root / "isere"
    folder.rename(away)
    preview.until(lambda news: not news["jour"] or preview.page(NOTE)[0] == 404)
    away.rename(folder)
    preview.until(lambda news: news["jour"] and preview.page(NOTE)[0] == 200)
    pages = preview.path("site/pages")
    shutil.move(pages, preview.root / "pages")
    shutil.move(preview.root / "pages", pages)
    page = pages / "aide.md"
    with page.open("w") as file:
        file.write("# Aide\n\nUn dé")
        file.flush()
        file.write("but.\n")
    preview.until(
        lambda news: news["jour"] and "Un début." in preview.page("/aide/")[1].decode())


def test_a_hundred_saves_are_few_sites_and_the_last_is_shown(preview):
    version = preview.news()["version"]
    text = preview.path(YEAR).read_text()
    for rank in range(100):
        preview.path(YEAR).write_text(f"{text}# {rank}\n")
    preview.path(YEAR).write_text(text.replace("\n", "\ntitre: Le dernier titre\n", 1))
    news = preview.until(
        lambda news: news["jour"] and "Le dernier titre" in preview.page(NOTE)[1].decode())
    assert news["version"] - version < 20


def test_starts_on_content_with_errors_and_shows_it_once_it_is_right(cadrage, content):
    file = content / YEAR
    text = file.read_text()
    file.write_text(text + "calendier: []\n")
    preview = Preview(cadrage, content, "--port", "0")
    assert preview.address == preview.start + "/"
    assert "pas encore construit" in preview.page("/")[1].decode()
    file.write_text(text)
    preview.until(lambda news: news["jour"])
    assert preview.page(NOTE)[0] == 200
    _, said = preview.stop()
    assert said.startswith("1 erreur dans le contenu : la page les montre.\n")


def test_takes_the_next_port_and_opens_the_note_saved_last(cadrage, content):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        (content / "departments/mayenne/2023-2024.yaml").touch()
        preview = Preview(cadrage, content, "--port", str(port))
        assert preview.port > port
        assert preview.address == f"{preview.start}/mayenne/2023-2024/"
        _, said = preview.stop()
        assert said.startswith(f"Le port {port} est pris : l’aperçu prend le {preview.port}.\n")


def test_answers_this_machine_and_this_site_alone(preview):
    host = f"127.0.0.1:{preview.port}"
    assert preview.request("GET", "/", Host=f"localhost:{preview.port}")[0] == 200
    for other in ["exemple.fr", f"exemple.fr:{preview.port}", "127.0.0.1", f"127.0.0.1.exemple.fr:{preview.port}"]:
        assert preview.request("GET", "/", Host=other)[0] == 403, other
    other = {"Sec_Fetch_Site": "cross-site"}
    assert preview.request("GET", "/styles/cadrage.css", **other)[0] == 403
    assert preview.request("GET", NOTE, Sec_Fetch_Mode="navigate", **other)[0] == 200
    assert preview.request("GET", "/_cadrage/nouvelles", Sec_Fetch_Mode="navigate", **other)[0] == 403
    for headers in [
        {}, {"Origin": f"http://{host}"}, {"Origin": "http://exemple.fr", "X_Cadrage_Jeton": "x"},
    ]:
        assert preview.request("POST", "/_cadrage/nouvelles", {}, **headers)[0] == 403, headers
    with socket.socket() as other:
        other.settimeout(5)
        address = socket.gethostbyname(socket.gethostname())
        if address != "127.0.0.1":
            try:
                other.connect((address, preview.port))
            except OSError:
                return
            raise AssertionError("it listens to other machines")


def test_reads_no_form_of_another_site(preview):
    """A form that is long to read is refused by its head, and by its texts when it is ours."""
    marks = "".join(random.Random(1).choices("\u0301\u0327\u0323\u0302", k=100_000))
    other = {"Origin": "https://exemple.fr", "Sec_Fetch_Site": "cross-site"}
    assert preview.request("POST", "/_cadrage/verifier", {"a" + marks: "1"}, **other)[0] == 403
    token = preview.request("GET", "/")[1].decode().split('data-jeton="')[1].split('"')[0]
    own = {"Origin": preview.start, "X_Cadrage_Jeton": token}
    for fields in [{"page": NOTE, "texte": "a" + marks}, {"texte": "a" + marks, "a" + marks: "1"}]:
        status, body = preview.request("POST", "/_cadrage/verifier", fields, **own)
        assert status == 422
        assert json.loads(body)["fautes"] == [
            "Plus de 30 accents se suivent sur la même lettre. Tapez le texte de nouveau."]
    # No field of ours has such a name.
    body = preview.request("POST", "/_cadrage/verifier", {"a" + marks: "1"}, **own)[1]
    assert json.loads(body)["fautes"][0].startswith("Cette valeur n’est plus dans le fichier")
    with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as raw:
        raw.sendall(f"GET /é HTTP/1.1\r\nHost: 127.0.0.1:{preview.port}\r\n\r\n".encode())
        assert raw.recv(100).startswith(b"HTTP/1.1 400 ")


def test_answers_on_the_port_of_http(cadrage, content):
    with socket.socket() as free:
        try:
            free.bind(("127.0.0.1", 80))
        except OSError:
            pytest.skip("port 80 is not to be had")
    preview = Preview(cadrage, content, "--port", "80")
    # Browsers leave the port out.
    for host in ["127.0.0.1", "localhost", "127.0.0.1:80"]:
        status, page = preview.request("GET", "/", Host=host)
        assert status == 200, host
        token = page.decode().split('data-jeton="')[1].split('"')[0]
        own = {"Host": host, "Origin": "http://" + host, "X_Cadrage_Jeton": token}
        assert preview.request("POST", "/_cadrage/verifier", {}, **own)[0] != 403, host
    assert preview.request("GET", "/", Host="exemple.fr")[0] == 403
    preview.stop()


def test_a_picture_that_is_opened_does_nothing(preview):
    """A picture of an author is a page of the preview's own when its address is opened."""
    with urllib.request.urlopen(preview.start + "/images/favicon.svg", timeout=60) as answer:
        assert answer.headers["Content-Security-Policy"].startswith("sandbox; default-src 'none';")


def test_a_request_that_comes_byte_after_byte_is_cut(preview):
    with socket.create_connection(("127.0.0.1", preview.port), timeout=60) as connection:
        connection.settimeout(0.5)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: ")
        # A minute of bytes: none of them is the last.
        for _ in range(120):
            try:
                connection.sendall(b"a")
                if connection.recv(100).startswith(b"HTTP/1.1 400"):
                    return
            except TimeoutError:
                pass
    raise AssertionError("the connection stays open")


def test_refuses_what_is_no_request(preview):
    for sent in [
        b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET http://127.0.0.1/ HTTP/1.1\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"\xff" * 20000,
    ]:
        with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as connection:
            connection.sendall(sent)
            assert connection.recv(100).startswith(b"HTTP/1.1 400 "), sent[:40]
    assert preview.page("/")[0] == 200
