"""Warnings are errors, and an exception to that does not grow old."""

import re
import tomllib
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

from packaging.version import Version

PROJECT = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8")
BLOCK = PROJECT.partition("filterwarnings = [")[2].partition("\n]")[0]
REASON = re.compile(r"# until (?P<package>[\w.-]+) (?P<version>[\d.]+): (?P<why>.{10,})")


def exceptions() -> list[tuple[str, str]]:
    """Each exception with the line above it."""
    lines = [line.strip() for line in BLOCK.strip().splitlines()]
    return [(above, line) for above, line in pairwise(lines) if line.startswith(('"', "'"))]


def test_warnings_are_errors() -> None:
    assert tomllib.loads(PROJECT)["tool"]["pytest"]["ini_options"]["filterwarnings"][0] == "error"


def test_each_exception_has_a_reason_and_an_end() -> None:
    assert [line for above, line in exceptions() if not REASON.match(above)] == []


def test_no_exception_is_past_its_end() -> None:
    found = [match for above, _ in exceptions() if (match := REASON.match(above))]
    late = [match["package"] for match in found if Version(version(match["package"])) >= Version(match["version"])]
    assert late == [], "This version should have fixed it: take the exception out of pyproject.toml, or say until when."
