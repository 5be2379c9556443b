"""A site built once by the real executable, a server for it, and a browser."""

import functools
import http.server
import pathlib
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[1]


def pytest_addoption(parser):
    parser.addoption("--cadrage", default=str(ROOT / ".build/debug/cadrage"))


@pytest.fixture(scope="session")
def cadrage(request):
    return str(pathlib.Path(request.config.getoption("--cadrage")).resolve())


@pytest.fixture(scope="session")
def site(cadrage, tmp_path_factory):
    """The folder of the site built from the repository's content, named as its public address ends."""
    output = tmp_path_factory.mktemp("site") / "notes-clas"
    run = subprocess.run(
        [cadrage, "build", "--root", str(ROOT), "--output", str(output)],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="session")
def pages(site):
    """The address of each HTML page, from the site's root."""
    return sorted(str(page.relative_to(site)) for page in site.rglob("*.html"))


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def server(site):
    """The public address of the site on a local server, under a sub-path as on a shared host."""
    folder = site.parent
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/{site.name}/"
        running.shutdown()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield chromium
        chromium.close()
