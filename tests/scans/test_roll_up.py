"""How parts add up to an area, by kind of figure and by weight; and when they do not."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.columns import SHARES, WEIGHED, ColumnKind
from wijkaanzet.scans.rules.roll_up import Part, Whole, WhyUnknown, added, exact_text, share, whole

F = Fraction
NOBODY = Part(None, F(0), lived_in=False)
NEVER = (ColumnKind.MEDIAN, ColumnKind.INDEX)
KINDS = tuple(sorted(WEIGHED))
WEIGHTS = st.sampled_from([F(1), F(1, 2), F(1, 4), F(3, 8)])
PARTS = st.lists(
    st.builds(Part, st.integers(0, 100).map(F), st.integers(1, 10**6).map(F), st.just(True), WEIGHTS),
    min_size=1,
    max_size=20,
)


class TestCounts:
    def test_add_up(self):
        assert added([Part(F(1000)), Part(F(5, 2))]) == Whole(F(2005, 2), 0, 2)

    def test_count_for_their_weight_and_are_then_estimated(self):
        assert added([Part(F(1000)), Part(F(300), weight=F(1, 3))]) == Whole(F(1100), 0, 2, estimated=True)

    def test_are_not_known_when_a_part_is_not(self):
        assert added([Part(F(10)), Part(None), Part(None)]) == Whole(None, 2, 3, WhyUnknown.PARTS)

    @given(PARTS)
    def test_halves_of_everything_are_half_of_the_whole(self, parts: list[Part]):
        halves = [Part(one.value, one.base, weight=one.weight / 2) for one in parts]
        assert 2 * (added(halves).value or 0) == added(parts).value


class TestShares:
    @pytest.mark.parametrize(
        ("kind", "values", "expected"),
        [
            (ColumnKind.PERCENTAGE, (10, 40), F(65, 2)),
            (ColumnKind.RATE, (10, 40), F(65, 2)),
            (ColumnKind.MEAN, (10, 40), F(65, 2)),
            (ColumnKind.PART, (10, 120), F(65, 2)),
        ],
    )
    def test_go_through_what_they_are_of(self, kind: ColumnKind, values: tuple[int, int], expected: Fraction):
        parts = [Part(F(value), F(base)) for value, base in zip(values, (100, 300), strict=True)]
        found = whole(kind, parts, has_base=True)
        assert (found.value, found.denominator, found.why) == (expected, F(400), None)
        scale = {ColumnKind.RATE: 1000, ColumnKind.MEAN: 1}.get(kind, 100)
        assert found.numerator == expected * 400 / scale

    def test_leave_out_where_nobody_lives_only_when_nothing_was_counted(self):
        lived, shops = Part(F(10), F(100)), Part(F(40), F(300), lived_in=False)
        assert share([lived, shops]).value == F(65, 2), "of companies, where nobody lives"
        assert share([lived, NOBODY]).value == share([lived, Part(None, None, lived_in=False)]).value == 10

    def test_weigh_a_shared_area_by_the_part_that_lies_here(self):
        parts = [Part(F(10), F(100)), Part(F(40), F(300), weight=F(1, 3))]
        found = share(parts)
        assert (found.value, found.numerator, found.denominator, found.estimated) == (F(25), F(50), F(200), True)

    @pytest.mark.parametrize(
        "parts",
        [[Part(F(10), F(100)), Part(None, F(300))], [Part(F(10), F(100)), Part(F(20), None)]],
        ids=["no value", "no base"],
    )
    def test_are_not_known_when_a_part_is_not(self, parts: list[Part]):
        assert share(parts) == Whole(None, 1, 2, WhyUnknown.PARTS)

    def test_where_nobody_lives_nothing_is_missing(self):
        assert share([Part(F(10), F(100)), NOBODY]) == Whole(F(10), 0, 2, None, F(10), F(100))
        assert added([Part(F(7)), NOBODY]) == Whole(F(7), 0, 2)

    @pytest.mark.parametrize("add", [added, share])
    def test_of_nothing_nothing_is_known(self, add):
        assert add([]) == Whole(None, 0, 0, WhyUnknown.PARTS)
        assert add([Part(None, None)]) == Whole(None, 1, 1, WhyUnknown.PARTS)
        assert add([NOBODY]) == Whole(None, 1, 1, WhyUnknown.PARTS)

    @given(st.sampled_from([ColumnKind.PERCENTAGE, ColumnKind.RATE, ColumnKind.MEAN]), PARTS)
    def test_of_a_whole_lie_between_those_of_its_parts(self, kind: ColumnKind, parts: list[Part]):
        found = whole(kind, parts, has_base=True)
        known = [part.value for part in parts if part.value is not None]
        assert found.value is not None
        assert min(known) <= found.value <= max(known)
        assert found.estimated == any(part.weight != 1 for part in parts)


class TestAlone:
    ONE = Part(F(245))

    @pytest.mark.parametrize("kind", NEVER)
    def test_a_median_or_an_index_of_parts_never_becomes_one_of_the_whole(self, kind: ColumnKind):
        assert whole(kind, [self.ONE, self.ONE], has_base=False) == Whole(None, 2, 2, WhyUnknown.NEVER_ADDED)

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_share_of_what_the_table_does_not_count_is_not_made(self, kind: ColumnKind):
        assert whole(kind, [self.ONE, self.ONE], has_base=False) == Whole(None, 2, 2, WhyUnknown.NO_BASE)

    @pytest.mark.parametrize("kind", [*NEVER, *KINDS])
    def test_stands_where_an_area_is_exactly_one_cbs_area(self, kind: ColumnKind):
        assert whole(kind, [self.ONE], has_base=False) == Whole(F(245), 0, 1)
        assert whole(kind, [Part(None)], has_base=False) == Whole(None, 1, 1, WhyUnknown.PARTS)
        half = whole(kind, [Part(F(245), weight=F(1, 2))], has_base=False)
        assert (half.value, half.unknown) == (None, 1)

    def test_every_kind_has_its_way(self):
        assert {*NEVER, *WEIGHED, ColumnKind.COUNT} == set(ColumnKind)
        assert SHARES < WEIGHED


class TestExactText:
    @given(st.integers(-(10**15), 10**15), st.integers(0, 25))
    def test_is_the_same_number_again(self, digits: int, places: int):
        number = F(digits, 10**places)
        assert F(exact_text(number)) == number

    @pytest.mark.parametrize(
        ("number", "text"),
        [(F(0), "0"), (F(-1, 8), "-0.125"), (F(41, 2), "20.5"), (F(1200), "1200"), (F(1, 10**20), f"0.{'0' * 19}1")],
    )
    def test_has_no_more_than_is_needed(self, number: Fraction, text: str):
        assert exact_text(number) == text

    def test_of_a_third_there_is_none(self):
        with pytest.raises(ValueError, match="1/3"):
            exact_text(F(1, 3))
