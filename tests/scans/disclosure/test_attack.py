"""Nobody who calculates brings a small count of a page below what "fewer than five" leaves open; a plain page falls."""

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.scans.disclosure.attack import Attacker, Fact, other_towns
from tests.scans.disclosure.towns import (
    EXACT,
    RULES,
    Divisions,
    Group,
    SmallTown,
    broken,
    column,
    division,
    drawn,
    facts_of,
    group,
    percentage_facts,
    small_sets,
    small_towns,
    split_towns,
)
from wijkaanzet.scans.rules.disclosure.over_time import at, running_total
from wijkaanzet.scans.rules.disclosure.primary import Published, PublishedPercentage, judge_count, judge_percentage
from wijkaanzet.scans.rules.disclosure.publish import publish, publish_percentages, total
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules

SENSITIVE = PublicationRules(zero_is_sensitive=True)
STRICT = PublicationRules(smallest_count=10, smallest_part=10)
done = pytest.mark.done("4.disclosure")


def plain(town: SmallTown, rules: PublicationRules) -> dict[str, Published]:
    """The page of somebody who only hides what is small by itself."""
    found = {name: judge_count(total(town.column, cells), rules) for name, cells in town.groups.items()}
    return {name: Published(one.value, one.reason and one.reason.told()) for name, one in found.items()}


@done
@pytest.mark.parametrize("exact", [False, True], ids=["rounded", "exact"])
@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(RULES, id="usual"),
        pytest.param(EXACT, id="unrounded", marks=pytest.mark.full),
        pytest.param(SENSITIVE, id="zero", marks=pytest.mark.full),
        pytest.param(STRICT, id="ten", marks=pytest.mark.full),
    ],
)
@settings(max_examples=40, deadline=None)
@given(town=small_towns)
def test_parents_children_and_other_divisions_give_nothing_away(
    town: SmallTown, rules: PublicationRules, exact: bool
) -> None:
    page = publish(town.column, town.divisions, rules)
    assert broken(town, facts_of(town, page, rules, exact=exact), rules) == []


@done
@settings(max_examples=40, deadline=None)
@given(town=split_towns)
def test_parts_of_cells_give_nothing_away(town: SmallTown) -> None:
    page = publish(town.column, town.divisions, RULES)
    assert broken(town, facts_of(town, page, RULES, exact=False), RULES) == []


@done
@pytest.mark.parametrize("seed", [*range(20), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(20, 60))])
def test_trying_all_towns_gives_nothing_away(seed: int) -> None:
    town = drawn(random.Random(seed), cells=4, divisions=3, largest=6)
    facts = facts_of(town, publish(town.column, town.divisions, RULES), RULES, exact=True)
    assert narrowed(town, facts) == []


def test_trying_all_towns_narrows_a_plain_page() -> None:
    town = SmallTown(column(a=6, b=2), {"city": division("ab"), "cells": division("a", "b")})
    assert narrowed(town, facts_of(town, plain(town, RULES), RULES, exact=True)) == [{"b": 1}]


def narrowed(town: SmallTown, facts: list[Fact]) -> list[Group]:
    """The small sets whose count lies within a narrower range than from 1 to 4 in all towns that fit."""
    still = [(target, set[Fraction | int]()) for target in small_sets(town, RULES)]
    for other in other_towns(facts, sorted(town.column), at_most=9):
        for target, found in still:
            found.add(sum(part * other[cell] for cell, part in target.items()))
        still = [(target, found) for target, found in still if max(found) - min(found) < 3]
        if not still:
            break
    unique = {tuple(target): target for target, _ in still}
    return list(unique.values())


PLANTED: list[tuple[str, dict[str, Fraction], Divisions]] = [
    ("parent and child", column(a=60, b=37, c=3), {"city": division("abc"), "wijken": division("a", "b", "c")}),
    ("a strip between two borders", column(a=40, b=2, c=30), {"x": division("ab", "c"), "y": division("a", "bc")}),
    ("three that overlap", column(a=3, b=20, c=30), {"x": division("ab"), "y": division("ac"), "z": division("bc")}),
    ("few of few", column(a=1, b=1, c=1, d=1), {"city": division("abcd"), "cells": division(*"abcd")}),
]


@pytest.mark.parametrize(("name", "counts", "divisions"), PLANTED, ids=[name for name, *_ in PLANTED])
def test_a_plain_page_falls_and_ours_does_not(name: str, counts: dict[str, Fraction], divisions: Divisions) -> None:
    town = SmallTown(counts, divisions)
    assert broken(town, facts_of(town, plain(town, EXACT), EXACT, exact=True), EXACT), name
    ours = publish(counts, divisions, EXACT)
    assert not broken(town, facts_of(town, ours, EXACT, exact=True), EXACT), name


def test_rounding_alone_does_not_save_a_plain_page() -> None:
    town = SmallTown(column(a=5, b=1), {"city": division("ab"), "cells": division("a", "b")})
    facts = facts_of(town, plain(town, RULES), RULES, exact=False)
    assert (group("b"), 1, 2) in broken(town, facts, RULES), "five to seven, less five to seven, is two at most"


@pytest.mark.full
def test_plain_pages_of_towns_by_chance_mostly_fall() -> None:
    fallen = 0
    for seed in range(60):
        town = drawn(random.Random(seed))
        fallen += bool(broken(town, facts_of(town, plain(town, RULES), RULES, exact=True), RULES))
    assert fallen > 30


def shares(town: SmallTown, bases: Mapping[str, Fraction]) -> Iterator[Group]:
    """The small sets of people who are counted, and of those who are not."""
    rest = SmallTown({cell: bases[cell] - count for cell, count in town.column.items()}, town.divisions)
    yield from small_sets(town, RULES)
    yield from small_sets(rest, RULES)


def opened(
    town: SmallTown, bases: dict[str, Fraction], page: Mapping[str, PublishedPercentage], rules: PublicationRules
) -> list[Group]:
    """The small sets that fall to somebody who knows every denominator and reads every percentage."""
    attacker = Attacker(percentage_facts(town, bases, page, rules), sorted(town.column), bases)
    found = []
    for target in shares(town, bases):
        least, most = attacker.bounds(target)
        if most - least < min(3, total(bases, target) or 0):
            found.append(target)
    return found


@done
@pytest.mark.parametrize("rules", [RULES, EXACT], ids=["usual", "unrounded"])
@pytest.mark.parametrize("seed", [*range(20), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(20, 50))])
def test_percentages_beside_their_bases_give_nothing_away(seed: int, rules: PublicationRules) -> None:
    rnd = random.Random(seed)
    town = drawn(rnd, cells=8)
    bases = {cell: count + rnd.choice([0, 2, 20, 90]) for cell, count in town.column.items()}
    page = publish_percentages(town.column, bases, town.divisions, rules, denominator=Denominator.RESPONDENTS)
    assert opened(town, bases, page, rules) == []


def test_plain_percentages_fall() -> None:
    town = SmallTown(column(a=30, b=50, c=2), {"city": division("abc"), "wijken": division("a", "b", "c")})
    bases = column(a=100, b=200, c=60)
    page = {
        name: judge_percentage(total(town.column, cells), total(bases, cells), EXACT, denominator=Denominator.PEOPLE)
        for name, cells in town.groups.items()
    }
    assert group("c") in opened(town, bases, page, EXACT)


def years(rnd: random.Random) -> tuple[dict[str, dict[str, Fraction]], Divisions]:
    """A running total of three years in a small town."""
    town = drawn(rnd, cells=5, divisions=2)
    columns, before = {}, dict.fromkeys(town.column, Fraction(0))
    for year in ("2021", "2022", "2023"):
        before = {cell: count + rnd.choice([0, 0, 1, 3, 9, 40]) for cell, count in before.items()}
        columns[year] = before
    return columns, town.divisions


def all_years(columns: dict[str, dict[str, Fraction]], divisions: Divisions) -> SmallTown:
    """All years of a running total as one town: what each year added, per cell."""
    added, families = running_total(columns, divisions)
    return SmallTown(
        {step: count for step, count in added.items() if count is not None},
        {family: {name: dict(cells) for name, cells in groups.items()} for family, groups in families.items()},
    )


@done
@pytest.mark.parametrize("seed", [*range(20), *(pytest.param(seed, marks=pytest.mark.full) for seed in range(20, 40))])
def test_earlier_years_give_nothing_away(seed: int) -> None:
    town = all_years(*years(random.Random(seed)))
    page = publish(town.column, town.divisions, RULES)
    assert broken(town, facts_of(town, page, RULES, exact=True), RULES) == []


def test_years_that_are_published_one_by_one_fall() -> None:
    columns = {"2021": column(a=20, b=30), "2022": column(a=23, b=40)}
    divisions = {"wijken": division("a", "b")}
    town = all_years(columns, divisions)
    apart = {
        at(name, year): one
        for year, counts in columns.items()
        for name, one in publish(counts, divisions, EXACT).items()
    }
    facts = facts_of(town, apart, EXACT, exact=True)
    assert ({at("a", "2022"): Fraction(1)}, 3, 3) in broken(town, facts, EXACT)


def test_an_attacker_finds_what_follows() -> None:
    facts = [
        Fact({"a": Fraction(1), "b": Fraction(1)}, Fraction(9), Fraction(9)),
        Fact({"b": Fraction(1)}, Fraction(6), Fraction(7)),
    ]
    assert Attacker(facts, ["a", "b"], {}).bounds({"a": Fraction(1)}) == (2, 3)
    assert [town["a"] for town in other_towns(facts, ["a", "b"], at_most=9)] == [2, 3]
