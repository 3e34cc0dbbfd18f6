"""What is written about the set-up is so."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def names(requirements: list[str]) -> set[str]:
    """The packages that are asked for, without versions and extras."""
    return {match[0] for requirement in requirements if (match := re.match(r"[a-z0-9-]+", requirement))}


def test_every_dependency_has_a_reason() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    first_cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("|")]
    told = {name for cell in first_cells for name in re.findall(r"[a-z0-9-]+", cell)}
    asked = names(PROJECT["project"]["dependencies"]) | names(PROJECT["dependency-groups"]["dev"])
    assert asked - told == set()


def test_every_variable_is_described() -> None:
    sources = [*(ROOT / "src" / "wijkaanzet" / "config").rglob("*.py"), ROOT / "tests" / "browser" / "conftest.py"]
    used = {name for path in sources for name in re.findall(r'"(WZ_[A-Z_]+)"', path.read_text(encoding="utf-8"))}
    described = re.findall(r"WZ_[A-Z_]+", (ROOT / "docs" / "running.md").read_text(encoding="utf-8"))
    assert used - set(described) == set()
