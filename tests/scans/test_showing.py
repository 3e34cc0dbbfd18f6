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
    as_published,
    as_shown,
    counts_people,
    own_figures,
    since_then,
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
    """A mean, a median or an index: who stand behind it are judged."""

    @pytest.mark.parametrize(
        ("judged", "reason"),
        [
            (Published(Fraction(50)), None),
            (Published(Fraction(0)), HiddenReason.TOO_FEW_PEOPLE),
            (Published(None, HiddenReason.TOO_FEW_COUNTED), HiddenReason.TOO_FEW_PEOPLE),
            (Published(None, HiddenReason.NOT_KNOWN), HiddenReason.TOO_FEW_PEOPLE),
            (Published(None, HiddenReason.SECONDARY), HiddenReason.SECONDARY),
        ],
    )
    @pytest.mark.parametrize("kind", NOT_COUNTED)
    def test_is_shown_of_enough_people_as_it_is(self, kind: ColumnKind, judged: Published, reason: HiddenReason | None):
        shown = as_shown(kind, AVERAGE, judged)
        assert shown == (Shown(AVERAGE) if reason is None else Shown(without_numbers(AVERAGE), reason))

    @pytest.mark.parametrize(("lived_in", "is_shown"), [(0, True), (2, False), (49, False), (50, True)])
    def test_needs_as_many_people_as_a_percentage(self, lived_in: int, is_shown: bool):
        column = OwnColumn(
            kind=ColumnKind.MEAN,
            counts=(("a", Fraction(lived_in)), ("b", Fraction(900))),
            bases=None,
            families=(("areas", (("a", (("a", Fraction(1)),)),)),),
        )
        assert (own_figures(column, RULES)["a"].reason is None) is is_shown

    def test_is_not_known_where_it_is_not(self):
        assert as_shown(ColumnKind.MEAN, UNKNOWN, Published(Fraction(900))).hidden is HiddenReason.NOT_KNOWN

    @pytest.mark.parametrize("kind", list(ColumnKind))
    def test_shares_and_counts_tell_of_somebody(self, kind: ColumnKind):
        assert counts_people(kind) is (kind not in NOT_COUNTED)


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
    assert (numbers_in(shown), shown.whole.parts) == ([], 7)
    assert shown.hidden is reason or not counts_people(kind)


COUNTS = st.lists(st.integers(0, 40), min_size=3, max_size=5)


@pytest.mark.done("4.over-time")
@given(COUNTS, st.data())
def test_no_two_tables_of_a_year_tell_that_a_few_came_or_left(before: list[int], data: st.DataObject):
    moved = [data.draw(st.integers(-count if count < 6 else -6, 6)) for count in before]
    first = counted(before)
    second = counted([count + more for count, more in zip(before, moved, strict=True)])
    shown = [
        own_figures(first, RULES),
        own_figures(replace(second, withheld=since_then([first, second], RULES)), RULES),
    ]
    for name, family in first.families:
        for group, parts in family:
            old, new = (sum(int(dict(one.counts)[cell]) for cell, _whole in parts) for one in (first, second))
            values = [page[group].value for page in shown]
            if None not in values and values[0] != values[1]:
                assert abs(new - old) >= RULES.smallest_count, (name, group)


def counted(counts: list[int]) -> OwnColumn:
    cells = [f"c{n}" for n in range(len(counts))]
    whole = tuple((cell, Fraction(1)) for cell in cells)
    return OwnColumn(
        kind=ColumnKind.COUNT,
        counts=tuple(zip(cells, map(Fraction, counts), strict=True)),
        bases=None,
        families=(("areas", tuple((cell, ((cell, Fraction(1)),)) for cell in cells)), ("city", (("city", whole),))),
    )
