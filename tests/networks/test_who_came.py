"""What is told of who came: from ten persons on, rounded, in words; and no small part of them can be worked out."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.networks.rules import FEWEST, Gathering, WhoCame, shown_count, who_came
from wijkaanzet.networks.rules.attendance import FEWEST_OF_PART

FIRST = 2014


def some(*members: range) -> frozenset[int]:
    return frozenset(id_ for one in members for id_ in one)


def years(*met: range | Sequence[range]) -> list[Gathering]:
    """A year for each, with one meeting or several."""
    return [
        Gathering(year, frozenset(members))
        for year, one in enumerate(met, start=FIRST)
        for members in ([one] if isinstance(one, range) else one)
    ]


def told(about: int, new: bool | None, same: bool | None = None, *, first: bool = False) -> WhoCame:
    return WhoCame(about=about, mostly_new=new, mostly_the_same=same, first_year=first)


TEN = told(10, None, first=True)


@pytest.mark.parametrize(
    ("gatherings", "expected"),
    [
        ([], []),
        (years(range(9)), [None]),
        (years(range(10)), [TEN]),
        (years(range(12)), [TEN]),
        (years(range(13)), [told(15, None, first=True)]),
        (years([range(6), range(4, 11)]), [TEN]),
        # One newcomer, two, none, and one who came before: it reads the same.
        (years(range(11), range(12)), [TEN, told(10, False)]),
        (years(range(10), range(12)), [TEN, told(10, False)]),
        (years(range(12), range(12)), [TEN, told(10, False)]),
        (years(range(12), range(11, 23)), [TEN, told(10, True)]),
        (years(range(12), range(12, 24)), [TEN, told(10, True)]),
        # Half is not most.
        (years(range(10), range(5, 15)), [TEN, told(10, False)]),
        (years(range(10), range(6, 16)), [TEN, told(10, True)]),
        (years(range(3), range(12)), [None, told(10, True)]),
    ],
)
def test_who_came_is_told_by_year_from_ten_persons(gatherings, expected):
    found = who_came(reversed(gatherings))
    assert list(found.values()) == expected
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("meetings", "same"),
    [
        ([range(10)] * 2, None),
        ([range(10)] * 3, True),
        ([range(10), range(5), range(5, 10)], True),
        ([range(8), range(8), range(8), range(6, 12)], True),
        ([range(6), range(6), range(6, 12)], False),
        ([range(4), range(4, 8), range(8, 12)], False),
    ],
)
def test_mostly_the_same_people_are_more_than_half_of_who_came(meetings, same):
    assert who_came(years(meetings)) == {FIRST: told(10, None, same, first=True)}


@pytest.mark.parametrize(("persons", "shown"), [(0, None), (9, None), (10, 10), (250, 250)])
def test_a_count_is_shown_from_ten_persons(persons, shown):
    assert shown_count(persons) == shown


@dataclass(frozen=True)
class Read:
    """What somebody may think of a year: how many came, each with how many of them were new."""

    worlds: Collection[tuple[int, int]]


@cache
def read(year: WhoCame | None, *, first: bool) -> Read:
    """All numbers with which a year would read as it does; in the first year everybody is new."""
    persons = range(FEWEST) if year is None else [n for n in range(FEWEST, 400) if (n + 2) // 5 * 5 == year.about]
    worlds = {(n, new) for n in persons for new in range(n + 1) if not first or new == n}
    if year is None or year.mostly_new is None:
        return Read(worlds)
    return Read({(n, new) for n, new in worlds if (2 * new > n) == year.mostly_new})


def possible(page: Sequence[Read]) -> bool:
    """Whether there is a town with this page: nobody comes again who did not come before.

    As many as can be are new each year, because that leaves most people who can come again.
    """
    before = 0
    for year in page:
        fit = [new for persons, new in year.worlds if persons - new <= before]
        if not fit:
            return False
        before += max(fit)
    return True


def small_parts(page: Sequence[Read]) -> Iterable[tuple[int, str]]:
    """The parts of a year that cannot be five or more for who reads a page, and need not be nobody."""
    for index, part in product(range(len(page)), ("new", "before")):

        def of(persons: int, new: int, part: str = part) -> int:
            return new if part == "new" else persons - new

        def when(fits: Collection[tuple[int, int]], index: int = index) -> bool:
            return possible([*page[:index], Read(fits), *page[index + 1 :]])

        worlds = page[index].worlds
        large = [one for one in worlds if of(*one) >= FEWEST_OF_PART]
        some_of_them = [one for one in worlds if 0 < of(*one) < FEWEST_OF_PART]
        if not when(large) and when(some_of_them):
            yield index, part


def page_of(gatherings: Iterable[Gathering]) -> list[Read]:
    found = who_came(gatherings)
    return [read(year, first=number == 0) for number, year in enumerate(found.values())]


def test_whoever_reads_exact_numbers_finds_a_newcomer():
    first = read(TEN, first=True)
    assert list(small_parts([first, Read({(12, 1)})])) == [(1, "new")]
    assert not list(small_parts([first, Read({(12, 5)})]))
    # Eight of ten who come again, and later all of 30: then nobody or two at most had come before in the second year.
    everybody_again = [Read({(10, 10)}), Read({(22, new) for new in range(12, 23)}), Read({(30, 0)})]
    assert list(small_parts(everybody_again)) == [(1, "before")]


@pytest.mark.parametrize(
    "met",
    [
        [range(11), range(12)],
        [range(10), range(14), range(14)],
        [range(12), range(11, 33), range(32)],
        [range(9), range(13), range(14)],
        # Twice as many as ever before, of whom half had come before.
        [range(12), range(11, 33), range(66)],
        [range(9), range(8, 18), range(36), range(72)],
    ],
)
def test_no_small_part_follows_from_what_is_told(met):
    assert not list(small_parts(page_of(years(*met))))


def test_that_half_had_come_before_is_not_said_of_twice_as_many_as_ever_before():
    assert [one and one.mostly_new for one in who_came(years(range(12), range(11, 33), range(66))).values()] == [
        None,
        True,
        None,
    ]
    assert [one and one.mostly_new for one in who_came(years(range(12), range(11, 33), range(11, 77))).values()] == [
        None,
        True,
        None,
    ]


COMES = st.builds(range, st.integers(0, 40), st.integers(0, 90))
"""Who comes to a meeting; many of the same people, so that years lean on each other."""


@given(st.lists(st.lists(COMES, min_size=1, max_size=3), min_size=1, max_size=5))
def test_no_small_part_follows_whoever_came_in_which_year(met):
    gatherings = years(*met)
    page, found = page_of(gatherings), who_came(gatherings)
    assert possible(page)
    assert not list(small_parts(page))
    assert all(one is None or one.about >= FEWEST for one in found.values())


@given(st.lists(COMES, min_size=1, max_size=6), st.integers(0, 90))
def test_after_the_next_meeting_one_cannot_tell_that_a_few_people_were_there_for_the_first_time(met, newcomers):
    before = who_came(years([*met]))[FIRST]
    everybody = {member for one in met for member in one}
    after = who_came(years([*met, range(1000, 1000 + newcomers)]))[FIRST]
    assert after is None or after.fewest <= len(everybody) + newcomers <= after.most
    fewest = max(0, after.fewest - (before.most if before else FEWEST - 1)) if after else 0
    most = (after.most if after else FEWEST - 1) - (before.fewest if before else 0)
    assert fewest == 0 or most >= FEWEST_OF_PART
