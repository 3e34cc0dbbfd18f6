"""Whether an area is the same place in two region years, and counting again where it is not."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.areas.labels import CHANGE_KINDS, COMPARABILITY
from wijkaanzet.areas.rules.changes import Change, ChangeKind, Comparability, Comparable, Converted, comparable, convert
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.areas.rules.concordance_file import check_sums
from wijkaanzet.kernel.refusals import Refused

SAME, BY, CONVERTED, NOT = (
    Comparability.SAME,
    Comparability.SAME_BY_CONCORDANCE,
    Comparability.CONVERTED,
    Comparability.NOT_COMPARABLE,
)


def parts(text: str) -> list[Part]:
    """ "A B=0.5" is all of A and half of B; a name stands behind a slash."""
    found = []
    for word in text.split():
        code, _, name = word.partition("/")
        code, _, weight = code.partition("=")
        found.append(Part(code, name or code, Decimal(weight or 1)))
    return found


def changes(text: str) -> list[Change]:
    """ "A>X B>X C>Y=0.5 C>Z=0.5"."""
    found = []
    for word in text.split():
        pair, _, weight = word.partition("=")
        old, new = pair.split(">")
        found.append(Change(old, new, Decimal(weight or 1)))
    return found


def compared(before: str, after: str, told: str = "", unchanged: Iterable[str] = ()) -> Comparable:
    return comparable(parts(before), 2016, parts(after), 2020, changes(told), frozenset(unchanged))


class TestSameYear:
    def test_is_the_same_area(self):
        assert comparable(parts("A B"), 2020, parts("B A"), 2020, []).outcome is SAME

    def test_of_other_parts_is_another_area(self):
        assert comparable(parts("A"), 2020, parts("A=0.5"), 2020, []).outcome is NOT


@pytest.mark.parametrize(
    ("before", "after", "told", "expected", "kinds"),
    [
        ("A", "A", "A>A", BY, set()),
        ("A/Hengelo", "A/Hengelo-(O.)", "A>A", BY, {ChangeKind.RENAME}),
        ("A", "X", "A>X", BY, {ChangeKind.RECODE}),
        ("A B", "X", "A>X B>X", BY, {ChangeKind.MERGE}),
        ("A", "X", "A>X B>X", CONVERTED, {ChangeKind.MERGE}),
        ("A", "X Y", "A>X=0.4 A>Y=0.6", BY, {ChangeKind.SPLIT}),
        ("A", "X", "A>X=0.4 A>Y=0.6", CONVERTED, {ChangeKind.SPLIT}),
        ("A", "X", "A>X=0.99 A>Y=0.01 B>Y", CONVERTED, {ChangeKind.BORDER}),
        ("A B", "X Y", "A>X=0.99 A>Y=0.01 B>Y", BY, {ChangeKind.BORDER}),
        ("A", "A", "A>A=0.9 A>B=0.1 B>B", CONVERTED, {ChangeKind.BORDER}),
        ("A C", "X C", "A>X C>C D>D", BY, {ChangeKind.RECODE}),
        ("A=0.5", "X=0.5", "A>X", BY, {ChangeKind.RECODE}),
        ("A=0.5", "X=0.6", "A>X", CONVERTED, {ChangeKind.RECODE}),
        ("A=0.5", "X=0.5 Y=0.5", "A>X=0.5 A>Y=0.5", CONVERTED, {ChangeKind.SPLIT}),
        ("A B", "X", "A>X B>Y", CONVERTED, {ChangeKind.RECODE}),
    ],
)
def test_a_concordance_says_whether_it_is_the_same_place(
    before: str, after: str, told: str, expected: Comparability, kinds: set[ChangeKind]
) -> None:
    assert compared(before, after, told) == Comparable(expected, frozenset(kinds))


class TestWithoutConcordance:
    def test_an_equal_code_proves_nothing(self):
        assert compared("A B", "A B") == Comparable(NOT, unknown=("A", "B"))

    def test_what_cbs_calls_unchanged_is_the_same(self):
        assert compared("A B", "A B", unchanged="AB").outcome is BY

    def test_every_part_must_be_known(self):
        assert compared("A B", "A B", unchanged="A") == Comparable(NOT, unknown=("B",))
        assert compared("A", "A N", "A>A") == Comparable(NOT, unknown=("N",))

    def test_unchanged_and_a_concordance_fill_each_other_in(self):
        assert compared("A B", "A X", "B>X", unchanged="A").outcome is BY

    def test_a_concordance_goes_before_what_cbs_calls_unchanged(self):
        assert compared("A", "A", "A>A=0.9 A>B=0.1", unchanged="A").outcome is CONVERTED
        assert compared("A", "A", "B>A", unchanged="A").outcome is CONVERTED

    def test_an_area_without_parts_cannot_be_compared(self):
        assert compared("", "A", "A>A").outcome is NOT
        assert compared("", "", "A>A").outcome is NOT


@given(st.permutations(["A>X", "B>X", "C>Y=0.5", "C>Z=0.5", "D>D"]), st.booleans())
def test_the_order_of_years_and_rows_does_not_matter(rows: list[str], back: bool) -> None:
    first, second = (parts("A B C"), 2016), (parts("X Y Z"), 2020)
    (parts_a, year_a), (parts_b, year_b) = (second, first) if back else (first, second)
    found = comparable(parts_a, year_a, parts_b, year_b, changes(" ".join(rows)))
    assert found == Comparable(BY, frozenset({ChangeKind.MERGE, ChangeKind.SPLIT}))


def test_a_town_of_ten_old_wijken_without_a_common_code_is_a_break_until_a_concordance_says_more() -> None:
    old, new = (" ".join(f"WK0001{n:02}" for n in numbers) for numbers in (range(10), range(10, 69)))
    assert compared(old, new).outcome is NOT
    told = " ".join(f"WK0001{n % 10:02}>WK0001{n:02}={share}" for n, share in shared(range(10, 69)))
    check_sums(changes(told))
    assert compared(old, new, told) == Comparable(BY, frozenset({ChangeKind.SPLIT}))


def shared(numbers: Iterable[int]) -> list[tuple[int, Decimal]]:
    """Each new number with its part of the old one: the first of each gets what is left of one."""
    by_old: dict[int, list[int]] = {}
    for number in numbers:
        by_old.setdefault(number % 10, []).append(number)
    found = []
    for same in by_old.values():
        each = round(Decimal(1) / len(same), 8)
        found += [(same[0], 1 - each * (len(same) - 1)), *((one, each) for one in same[1:])]
    return found


class TestConvert:
    def test_moves_counts_and_says_which_are_estimated(self):
        found = convert({"A": 100, "B": 40, "C": 10}, changes("A>X B>X=0.25 B>Y=0.75 C>Z"))
        assert found == {
            "X": Converted(Fraction(110), estimated=True),
            "Y": Converted(Fraction(30), estimated=True),
            "Z": Converted(Fraction(10), estimated=False),
        }

    def test_what_is_not_known_stays_not_known(self):
        found = convert({"A": 100, "B": None}, changes("A>X B>X=0.25 B>Y=0.75"))
        assert [found[code].value for code in "XY"] == [None, None]

    def test_refuses_a_count_of_which_nobody_says_where_it_goes(self):
        with pytest.raises(Refused) as caught:
            convert({"A": 1, "Q": 1}, changes("A>X"))
        assert (caught.value.key, caught.value.parameters) == ("change_unknown", {"code": "Q"})

    @given(
        counts=st.dictionaries(st.sampled_from("ABC"), st.integers(0, 10**6), min_size=1),
        split=st.integers(1, 10**8 - 1),
    )
    def test_loses_nobody_and_counts_nobody_twice(self, counts: dict[str, int], split: int):
        weight = Decimal(split) / 10**8
        told = [Change("A", "X", weight), Change("A", "Y", 1 - weight), Change("B", "X"), Change("C", "Z")]
        values = [one.value for one in convert(counts, told).values()]
        assert sum(value for value in values if value is not None) == sum(counts.values())


def test_every_outcome_and_kind_of_change_has_words() -> None:
    assert set(COMPARABILITY) == set(Comparability)
    assert set(CHANGE_KINDS) == set(ChangeKind)
