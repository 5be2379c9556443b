"""A running preview of a copy of the repository's content."""

import pathlib
import shutil
import subprocess

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


@pytest.fixture
def repository(preview):
    def git(*words):
        run = subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@exemple.fr", *words],
            cwd=preview.root, capture_output=True, text=True)
        assert run.returncode == 0, run.stderr
        return run.stdout

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "Avant")

    def difference():
        lines = git("diff", "-U0").splitlines()
        return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]

    return difference
