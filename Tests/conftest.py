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
    """The folder of the site built from the repository's content, drafts included, named as its address ends."""
    output = tmp_path_factory.mktemp("site") / "notes-clas"
    run = subprocess.run(
        [cadrage, "build", "--drafts", "--root", str(ROOT), "--output", str(output)],
        capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return output


@pytest.fixture(scope="session")
def pages(site):
    """The address of each HTML page that is read, not left at once, from the site's root."""
    return sorted(
        str(page.relative_to(site)) for page in site.rglob("*.html")
        if 'http-equiv="refresh"' not in page.read_text())


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    # A page asks for its files all at once: the default queue of 5 connections overflows on a
    # slow machine, and the browser then waits for the kernel to try again.
    request_queue_size = 128


@pytest.fixture(scope="session")
def server(site):
    """The public address of the site on a local server, under a sub-path as on a shared host."""
    folder = site.parent
    handler = functools.partial(QuietHandler, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/{site.name}/"
        running.shutdown()


class Browser:
    """Chromium with patience: a machine may be slow, and no test of pages is about time."""

    def __init__(self, chromium):
        self.chromium = chromium
        self.contexts = []

    def new_context(self, **options):
        context = self.chromium.new_context(**options)
        context.set_default_timeout(120_000)
        self.contexts.append(context)
        return context

    def new_page(self, **options):
        return self.new_context(**options).new_page()

    def close(self):
        for context in self.contexts:
            context.close()


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture
def browser(chromium):
    """A browser whose pages are all closed after the test."""
    opened = Browser(chromium)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def lasting_browser(chromium):
    """The same for all the tests of a module."""
    opened = Browser(chromium)
    yield opened
    opened.close()
