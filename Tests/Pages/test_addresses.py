"""The addresses of notes that are no longer there."""

import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def renamed(cadrage, tmp_path_factory):
    """The folder of a site whose department has another name since."""
    project = tmp_path_factory.mktemp("renamed")
    for name in ["departments", "templates", "site"]:
        shutil.copytree(ROOT / name, project / name)
    for command in [["rename", "vosges", "vosges-centre"], ["build"]]:
        subprocess.run([cadrage, *command], cwd=project, check=True, capture_output=True)
    return project / "public"


@pytest.mark.parametrize("path", [
    "2025-2026/index.html#depot", "2025-2026/demarche/index.html#premiere-demande,msa",
    "2025-2026/index.html", "index.html",
])
def test_an_old_address_leads_to_the_same_place(renamed, browser, path):
    page = browser.new_page()
    page.goto((renamed / "vosges").as_uri() + "/" + path)
    page.wait_for_url("**/vosges-centre/" + path)
