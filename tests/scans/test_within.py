"""A table that counts a municipality, its wijken and their buurten is guarded as one, whatever is left over."""

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scans.figure_town import buurt, wijk
from wijkaanzet.scans.rules.within import Within, whole_people

CITY = "GM0001"
TREE = {CITY: 100, wijk(1): 60, buurt(1, 1): 25, buurt(2, 1): 30, wijk(2): 10}


def numbers(counts: Mapping[str, float]) -> dict[str, Fraction]:
    return {code: Fraction(count) for code, count in counts.items()}


def test_what_a_wijk_counts_besides_its_buurten_is_a_cell_of_its_own():
    assert Within(TREE).apart(numbers(TREE)) == {CITY: 30, wijk(1): 5, buurt(1, 1): 25, buurt(2, 1): 30, wijk(2): 10}


def test_a_buurt_lies_in_the_municipality_when_its_wijk_is_not_counted():
    counts = {code: count for code, count in TREE.items() if code != wijk(1)}
    assert Within(counts).apart(numbers(counts))[CITY] == 100 - 25 - 30 - 10


def test_parts_that_count_more_than_their_whole_leave_nothing_over():
    counts = {wijk(1): 5, buurt(1, 1): 4, buurt(2, 1): 4}
    assert Within(counts).apart(numbers(counts))[wijk(1)] == 0


def test_a_group_is_made_up_of_all_that_lies_inside_its_parts():
    cells = Within(TREE).cells({wijk(1): Fraction(1, 4), wijk(2): Fraction(1)})
    assert cells == {
        wijk(1): Fraction(1, 4), buurt(1, 1): Fraction(1, 4), buurt(2, 1): Fraction(1, 4), wijk(2): Fraction(1)
    }  # fmt: skip


def test_a_cell_of_which_the_table_says_nothing_stays_in_its_group():
    assert Within([wijk(1)]).cells({wijk(2): Fraction(1)}) == {wijk(2): 1}


@pytest.mark.parametrize("code", ["WK000201", "BU00020101", "GM0002"])
def test_areas_of_another_municipality_lie_apart(code: str):
    assert Within([CITY, code]).inside == {CITY: [], code: []}


@given(
    st.dictionaries(st.integers(0, 3), st.lists(st.integers(0, 30), max_size=4), min_size=1),
    st.integers(0, 9),
    st.booleans(),
)
def test_together_the_cells_of_a_group_count_what_the_table_says(
    wijken: dict[int, list[int]], left_over: int, has_city: bool
):
    counts: dict[str, float] = {}
    for number, inside in wijken.items():
        counts |= {buurt(place, number): count for place, count in enumerate(inside)}
        counts[wijk(number)] = sum(inside) + left_over
    if has_city:
        counts[CITY] = sum(count for code, count in counts.items() if code.startswith("WK")) + left_over
    within = Within(counts)
    apart = within.apart(numbers(counts))
    for code, count in counts.items():
        assert sum(apart[cell] * weight for cell, weight in within.cells({code: Fraction(1)}).items()) == count


@given(st.fractions(min_value=Fraction(1, 10**8), max_value=1))
def test_a_weight_stays_above_nothing_and_at_most_one(weight: Fraction):
    (coarse,) = Within([]).cells({wijk(1): weight}).values()
    assert 0 < coarse <= 1
    assert coarse.denominator <= 1_000


@pytest.mark.parametrize(
    ("count", "people"), [(0, 0), (Fraction(1, 10), 1), (Fraction(14, 10), 1), (Fraction(1998, 100), 20), (4, 4)]
)
def test_a_share_of_a_rounded_percentage_becomes_whole_people(count: Fraction, people: int):
    assert whole_people(Fraction(count)) == people
