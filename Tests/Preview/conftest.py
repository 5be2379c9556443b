"""A running preview of a copy of the repository's content."""

import pathlib
import shutil

import pytest

from running import Preview

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def content(tmp_path):
    folder = tmp_path / "contenu"
    for name in ["departments", "templates", "site"]:
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def preview(cadrage, content):
    running = Preview(cadrage, content, "--port", "0")
    yield running
    running.stop()
