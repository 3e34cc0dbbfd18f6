"""Import contracts: the floors, the rooms inside a context, and rules in plain Python; each caught when broken."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import floors
from tests.architecture.source import ROOT

ADVICE = """
A floor imports the floors below it, never one above or beside it. Call down: let the highest context involved call the
others. What two contexts share belongs on a lower floor, or in a use case in `cycle`; a posting or decision carries an
opaque subject (kind, id) instead of importing its owner. Rules know no Django: hand them plain values.
"""
APPS = ("config", "web", "cycle", "budget", "people", "areas", "kernel")
ROOM_APPS = ("kernel", "areas", "people", "budget", "cycle")


def lint(folder: Path) -> str:
    """The report of import-linter; empty when every contract is kept."""
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    found = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
    )
    return "" if found.returncode == 0 else found.stdout + found.stderr


def house(folder: Path, files: dict[str, str]) -> Path:
    """A small house with the contracts of ours and the given files."""
    package = folder / "src" / "wijkaanzet"
    for app in APPS:
        (package / app).mkdir(parents=True)
        (package / app / "__init__.py").touch()
    (package / "__init__.py").touch()
    clean = {"budget/rules.py": "", "budget/models.py": "import django\n"}
    clean |= {f"kernel/{name}.py": "" for name in ("clock", "money", "periods", "moves")}
    for name, text in {**clean, **files}.items():
        path = package / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
        (path.parent / "__init__.py").touch()
    section = (ROOT / "pyproject.toml").read_text().split("[tool.importlinter]", 1)[1]
    section = re.split(r"\n\[tool\.(?!importlinter)", section)[0]
    for app in floors.contracts()["inside"]["containers"]:
        if app.rpartition(".")[2] not in ROOM_APPS:
            section = section.replace(f'"{app}",', "")
    (folder / "pyproject.toml").write_text("[tool.importlinter]" + section)
    return folder


def test_house_keeps_its_floors():
    report = lint(ROOT)
    assert not report, ADVICE + report


def test_clean_house_passes(tmp_path):
    files = {"budget/operations.py": "import wijkaanzet.budget.models\nimport wijkaanzet.areas\n"}
    assert lint(house(tmp_path, files)) == ""


@pytest.mark.parametrize(
    ("files", "broken"),
    [
        ({"areas/models.py": "import wijkaanzet.budget\n"}, "A floor imports"),
        ({"areas/models.py": "from wijkaanzet.web import x\n", "web/x.py": ""}, "A floor imports"),
        ({"budget/rules.py": "import wijkaanzet.budget.models\n"}, "Inside a context"),
        ({"budget/access.py": "import wijkaanzet.budget.operations\n", "budget/operations.py": ""}, "Inside a context"),
        ({"budget/rules.py": "from django.utils.translation import gettext\n"}, "Rules are plain"),
        ({"budget/rules.py": "from wijkaanzet.kernel import clock\n"}, "Rules are plain"),
        ({"kernel/money.py": "import django\n"}, "Money, periods and moves"),
        ({"parking/__init__.py": ""}, "wijkaanzet.parking"),
    ],
    ids=["up", "up to web", "rules read tables", "access writes", "django", "clock", "money", "no place"],
)
def test_planted_import_is_caught(tmp_path, files, broken):
    report = lint(house(tmp_path, files)).partition("Broken contracts")[2]
    assert broken in report, report


def test_every_app_with_rooms_is_in_the_inside_contract():
    listed = {name.rpartition(".")[2] for name in floors.contracts()["inside"]["containers"]}
    missing = floors.apps_with_rooms() - listed - {"web", "api", "demo", "config"}
    assert not missing, f"List {missing} under [tool.importlinter] contract `inside`, containers."
