"""Every member of an enum that a reader may meet has words, in <context>/labels.py."""

import inspect
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec

from tests.architecture.source import Finding, verdict
from tests.architecture.test_glossary import glossary
from tests.architecture.test_states import rule_modules

RULE = """Rules speak in keys; the words stand in <context>/labels.py, one for every member.

Write `STATUSES: dict[Status, …] = {Status.DRAFT: _("draft"), …}` there. An enum that no reader meets
stands with its reason under [tool.wijkaanzet.gates.labels] in pyproject.toml.
"""


def enums(app: str) -> dict[str, type[StrEnum]]:
    """The enums of the rules of a context, by name."""
    return {
        name: enum
        for module in rule_modules(app)
        for name, enum in inspect.getmembers(module, inspect.isclass)
        if issubclass(enum, StrEnum) and enum is not StrEnum and enum.__module__ == module.__name__
    }


def wordless(app: str, found: Iterable[type[StrEnum]], tables: Iterable[Mapping[object, object]]) -> Iterator[Finding]:
    """Enums of which no table of words has every member."""
    worded = [set(table) for table in tables]
    for enum in found:
        if not any(set(enum) <= members for members in worded):
            yield Finding(f"src/wijkaanzet/{app}/labels.py", 1, f"no words for every {enum.__name__}", enum.__name__)


def words_of(app: str) -> list[Mapping[object, object]]:
    """The tables in the labels of a context."""
    name = f"wijkaanzet.{app}.labels"
    if find_spec(name) is None:
        return []
    return [value for value in vars(import_module(name)).values() if isinstance(value, Mapping)]


def test_house_keeps():
    terms = {code for term in glossary()["domain"].values() for code in term.get("code", ())}
    apps = {code.partition(".")[0] for code in terms} - {"kernel"}
    verdict(
        "labels",
        RULE,
        [
            finding
            for app in apps
            for finding in wordless(
                app, [enum for name, enum in enums(app).items() if f"{app}.{name}" in terms], words_of(app)
            )
        ],
    )


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def test_planted_member_without_words_is_caught():
    assert [finding.name for finding in wordless("areas", [Colour], [{Colour.RED: "rood"}])] == ["Colour"]


def test_clean_words_pass():
    assert not list(wordless("areas", [Colour], [{}, {Colour.RED: "rood", Colour.BLUE: "blauw"}]))
