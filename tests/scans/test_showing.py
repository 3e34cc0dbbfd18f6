"""What may be public of a figure: what a publisher brought out as it is, our own only where nobody is told of."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason, Published, PublishedPercentage
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules
from wijkaanzet.scans.rules.roll_up import Whole, WhyUnknown
from wijkaanzet.scans.rules.showing import (
    OwnColumn,
    Shown,
    alone,
    as_published,
    as_shown,
    by_people,
    counts_people,
    own_figures,
    without_numbers,
)

RULES = PublicationRules()
UNKNOWN = Whole(None, 1, 3, WhyUnknown.PARTS)
KNOWN = Whole(Fraction(12), 0, 1, None, Fraction(6), Fraction(50))
AVERAGE = Whole(Fraction(12), 0, 1)
SHARES = (ColumnKind.PART, ColumnKind.PERCENTAGE, ColumnKind.RATE)
NOT_COUNTED = (ColumnKind.MEAN, ColumnKind.MEDIAN, ColumnKind.INDEX)


def people(number: int | None) -> Fraction | None:
    return None if number is None else Fraction(number)


def numbers_in(shown: Shown) -> list[Fraction]:
    whole = shown.whole
    return [one for one in (whole.value, whole.numerator, whole.denominator) if one is not None]


class TestOfAPublisher:
    @pytest.mark.parametrize("lived_in", [0, 1, 20, 49, 50, None])
    def test_a_count_is_shown_however_few_live_there(self, lived_in: int | None):
        assert as_published(ColumnKind.COUNT, KNOWN, people=people(lived_in)) == Shown(KNOWN)

    @pytest.mark.parametrize("kind", [*SHARES, *NOT_COUNTED])
    @pytest.mark.parametrize(("lived_in", "is_shown"), [(0, False), (20, False), (49, False), (50, True), (None, True)])
    def test_everything_else_is_shown_from_fifty_people_on(
        self, kind: ColumnKind, lived_in: int | None, is_shown: bool
    ):
        shown = as_published(kind, KNOWN, people=people(lived_in))
        assert shown == (Shown(KNOWN) if is_shown else Shown(without_numbers(KNOWN), HiddenReason.TOO_FEW_PEOPLE))

    @pytest.mark.parametrize("kind", list(ColumnKind))
    def test_what_is_not_known_keeps_why(self, kind: ColumnKind):
        assert as_published(kind, UNKNOWN, people=Fraction(20)) == Shown(UNKNOWN, HiddenReason.NOT_KNOWN)


class TestOfOurOwnThatCountsNobody:
    @pytest.mark.parametrize(("lived_in", "is_shown"), [(None, False), (0, False), (49, False), (50, True)])
    def test_is_shown_where_enough_people_live(self, lived_in: int | None, is_shown: bool):
        shown = by_people(AVERAGE, people=people(lived_in), rules=RULES)
        assert shown == (Shown(AVERAGE) if is_shown else Shown(without_numbers(AVERAGE), HiddenReason.TOO_FEW_PEOPLE))

    @pytest.mark.parametrize(("of", "is_shown"), [(2, False), (49, False), (50, True)])
    def test_a_mean_needs_as_many_of_what_it_is_a_mean_of(self, of: int, is_shown: bool):
        mean = replace(AVERAGE, numerator=Fraction(12 * of), denominator=Fraction(of))
        assert bool(numbers_in(by_people(mean, people=Fraction(900), rules=RULES))) is is_shown

    def test_is_not_known_where_it_is_not(self):
        assert by_people(UNKNOWN, people=None, rules=RULES).hidden is HiddenReason.NOT_KNOWN

    @pytest.mark.parametrize("kind", list(ColumnKind))
    def test_shares_and_counts_tell_of_somebody(self, kind: ColumnKind):
        assert counts_people(kind) is (kind not in NOT_COUNTED)


class TestOfOurOwnWithoutItsWhole:
    @pytest.mark.parametrize(
        ("percent", "lived_in", "answered", "reason"),
        [
            (50, 100, None, None),
            (50, 49, None, HiddenReason.TOO_FEW_PEOPLE),
            (50, None, None, HiddenReason.TOO_FEW_PEOPLE),
            (2, 100, None, HiddenReason.TOO_FEW_COUNTED),
            (98, 100, None, HiddenReason.COMPLEMENT_TOO_SMALL),
            (50, 9, 30, None),
            (50, 900, 29, HiddenReason.TOO_FEW_PEOPLE),
            (10, 900, 40, HiddenReason.TOO_FEW_COUNTED),
            (0, 900, 40, HiddenReason.TOO_FEW_COUNTED),
        ],
    )
    def test_a_share_is_judged_by_who_answered_or_who_live_there(
        self, percent: int, lived_in: int | None, answered: int | None, reason: HiddenReason | None
    ):
        whole = Whole(Fraction(percent), 0, 1)
        shown = alone(ColumnKind.PERCENTAGE, whole, people=people(lived_in), respondents=people(answered), rules=RULES)
        assert (shown.hidden, shown.whole.value) == (reason, None if reason else percent)

    def test_a_rate_counts_per_thousand(self):
        whole = Whole(Fraction(4), 0, 1)
        shown = [
            alone(ColumnKind.RATE, whole, people=Fraction(number), respondents=None, rules=RULES).hidden
            for number in (1_000, 1_250)
        ]
        assert shown == [HiddenReason.TOO_FEW_COUNTED, None]

    def test_that_a_sensitive_zero_is_zero_is_not_told(self):
        rules = PublicationRules(zero_is_sensitive=True)
        whole = Whole(Fraction(0), 0, 1)
        shown = alone(ColumnKind.PERCENTAGE, whole, people=Fraction(100), respondents=None, rules=rules)
        assert shown.hidden is HiddenReason.TOO_FEW_COUNTED

    def test_is_not_known_where_it_is_not(self):
        shown = alone(ColumnKind.RATE, UNKNOWN, people=Fraction(100), respondents=None, rules=RULES)
        assert shown == Shown(UNKNOWN, HiddenReason.NOT_KNOWN)


class TestOfOurOwn:
    def own(self, kind: ColumnKind, *, bases: dict[str, int] | None = None, **counts: int) -> OwnColumn:
        groups = tuple((cell, ((cell, Fraction(1)),)) for cell in sorted(counts))
        city = (("city", tuple((cell, Fraction(1)) for cell in sorted(counts))),)
        return OwnColumn(
            kind=kind,
            counts=tuple((cell, Fraction(count)) for cell, count in sorted(counts.items())),
            bases=None if bases is None else tuple((cell, Fraction(base)) for cell, base in sorted(bases.items())),
            families=(("areas", groups), ("city", city)),
        )

    def test_a_small_count_is_hidden_and_the_next_smallest_with_it(self):
        found = own_figures(self.own(ColumnKind.COUNT, a=3, b=7, c=40, d=60), RULES)
        reasons = {group: one.reason for group, one in found.items()}
        assert reasons == {
            "a": HiddenReason.TOO_FEW_COUNTED, "b": HiddenReason.SECONDARY, "c": None, "d": None, "city": None
        }  # fmt: skip

    def test_a_share_is_made_of_rounded_counts(self):
        column = self.own(ColumnKind.PART, bases={"a": 101, "b": 200}, a=22, b=63)
        judged = own_figures(column, RULES)["a"]
        shown = as_shown(ColumnKind.PART, KNOWN, judged)
        assert numbers_in(shown) == [20, 20, 100]

    def test_a_rate_is_shown_per_thousand(self):
        shown = as_shown(ColumnKind.RATE, KNOWN, PublishedPercentage(Fraction(20), Fraction(20), Fraction(100)))
        assert shown.whole.value == 200

    def test_a_share_of_which_nothing_is_told_is_not_known(self):
        shown = as_shown(ColumnKind.PART, KNOWN, PublishedPercentage(None))
        assert shown == Shown(without_numbers(KNOWN), HiddenReason.NOT_KNOWN)

    def test_the_same_question_is_answered_once(self):
        column = self.own(ColumnKind.COUNT, a=3, b=7, c=40)
        assert own_figures(column, RULES) is own_figures(self.own(ColumnKind.COUNT, a=3, b=7, c=40), RULES)


@given(st.sampled_from(ColumnKind), st.sampled_from(HiddenReason), st.booleans(), st.integers(0, 10**6))
def test_nothing_is_left_of_the_numbers_of_what_is_hidden(
    kind: ColumnKind, reason: HiddenReason, is_count: bool, number: int
):
    judged = Published(None, reason) if is_count else PublishedPercentage(None, reason=reason)
    whole = Whole(Fraction(number), 0, 7, None, Fraction(number), Fraction(number), estimated=True)
    shown = as_shown(kind, whole, judged)
    assert (numbers_in(shown), shown.hidden, shown.whole.parts) == ([], reason, 7)
