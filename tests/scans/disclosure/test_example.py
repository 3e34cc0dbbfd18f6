"""The worked example of the document comes out as it stands there."""

import csv
import re
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest

from tests.scans.disclosure.attack import Attacker, Fact
from tests.scans.disclosure.towns import RULES, Divisions, SmallTown, facts_of, group
from wijkaanzet.scans.rules.disclosure.publish import publish

PAGE = Path(__file__).parents[3] / "docs" / "algorithms" / "disclosure.md"


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table in the document."""
    found = re.search(rf"```csv {name}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return list(csv.DictReader(StringIO(found[1])))


def example() -> SmallTown:
    """The town of the example."""
    divisions: Divisions = {}
    for row in table("groups"):
        divisions.setdefault(row["division"], {})[row["group"]] = group(row["cells"].replace(" ", ""))
    return SmallTown({row["cell"]: Fraction(row["count"]) for row in table("cells")}, divisions)


@pytest.mark.done("4.disclosure")
def test_the_example_is_published_as_written() -> None:
    town = example()
    page = publish(town.column, town.divisions, RULES)
    shown = {name: str(one.value) if one.reason is None else one.reason.value for name, one in page.items()}
    assert shown == {row["group"]: row["shown"] for row in table("groups")}


def test_a_reader_of_the_example_finds_what_is_written() -> None:
    town = example()
    facts: list[Fact] = facts_of(town, publish(town.column, town.divisions, RULES), RULES, exact=True)
    reader = Attacker(facts, sorted(town.column), {})
    assert reader.bounds(group("de")) == (14, 14)
    assert reader.bounds(group("e")) == (1, 4)
