"""The lint rules that carry a rule of the house are on, and exactly where they should be."""

import json
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT

ADVICE = "Only web, api, demo and config know HTTP; only web knows forms; only kernel.clock reads the clock."


def complaints(path: str, text: str) -> list[str]:
    """The codes that ruff gives for a file of that name with that text."""
    command = [
        sys.executable,
        "-m",
        "ruff",
        "check",
        "--output-format=json",
        "--no-cache",
        f"--stdin-filename={path}",
        "-",
    ]
    found = subprocess.run(command, cwd=ROOT, input=f'"""Planted."""\n\n{text}\n', capture_output=True, text=True)
    return [complaint["code"] for complaint in json.loads(found.stdout)]


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("budget/operations.py", "import django.http", "TID251"),
        ("budget/queries.py", "from django.shortcuts import get_object_or_404", "TID251"),
        ("people/operations.py", "from django import forms", "TID251"),
        ("budget/models.py", "from django.utils import timezone\n\nmoment = timezone.now()", "TID251"),
        ("budget/operations.py", "import datetime\n\nmoment = datetime.datetime.now()", "DTZ005"),
        ("budget/models.py", "from django.dispatch import receiver", "TID251"),
        ("budget/access.py", "from typing import cast", "TID251"),
        ("budget/access.py", "from typing import Any\n\n\ndef look(value: Any) -> None:\n    return value", "ANN401"),
        ("budget/rules.py", "a = 1  # TODO: later", "FIX002"),
        ("budget/rules.py", "def look(a, b, c, d, e, f, g, h):\n    return a", "PLR0913"),
        ("web/views.py", "print(1)", "T201"),
    ],
)
def test_planted_line_is_caught(path, text, code):
    assert code in complaints(f"src/wijkaanzet/{path}", text), ADVICE


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("web/budget/views.py", "from django.http import HttpResponse"),
        ("demo/views.py", "from django.shortcuts import render"),
        ("web/budget/forms.py", "from django import forms"),
        ("kernel/clock.py", "from django.utils import timezone\n\nmoment = timezone.now()"),
    ],
)
def test_clean_line_passes(path, text):
    assert not {"TID251", "DTZ005"} & set(complaints(f"src/wijkaanzet/{path}", text))


def test_house_passes_its_lint():
    found = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--output-format=concise", "src/wijkaanzet"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert found.returncode == 0, f"{ADVICE}\nRun `ruff check`:\n{found.stdout}"
