"""What may be public of one figure by itself, and what a municipality may choose about that."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.disclosure.primary import (
    HiddenReason,
    Published,
    PublishedPercentage,
    judge_as_published,
    judge_count,
    judge_percentage,
)
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules

RULES = PublicationRules()
SENSITIVE = PublicationRules(zero_is_sensitive=True)
PEOPLE, RESPONDENTS = Denominator.PEOPLE, Denominator.RESPONDENTS


REFUSALS: list[tuple[str, Callable[[], PublicationRules]]] = [
    ("publication_number_too_small", lambda: PublicationRules(smallest_count=0)),
    ("publication_number_too_small", lambda: PublicationRules(rounding_base=0)),
    ("publication_number_too_small", lambda: PublicationRules(least_people=0)),
    ("publication_number_too_small", lambda: PublicationRules(least_respondents=-1)),
    ("publication_number_too_small", lambda: PublicationRules(smallest_part=0)),
    ("rounding_makes_zero", lambda: PublicationRules(rounding_base=11)),
    ("rounding_makes_zero", lambda: PublicationRules(smallest_count=3, smallest_part=2)),
]


@pytest.mark.parametrize(("key", "choose"), REFUSALS)
def test_a_municipality_cannot_choose_what_makes_no_sense(key: str, choose: Callable[[], PublicationRules]) -> None:
    with pytest.raises(Refused) as refused:
        choose()
    assert refused.value.key == key


@pytest.mark.parametrize(
    ("count", "rounded"),
    [(0, 0), (5, 5), (7, 5), (8, 10), (12, 10), (13, 15), ("12.5", 15), ("7.4", 5), (100, 100), (1_000_002, 1_000_000)],
)
def test_a_count_is_rounded_to_the_base_a_half_upwards(count: int | str, rounded: int) -> None:
    assert RULES.rounded(Fraction(count)) == rounded


@given(st.fractions(min_value=5, max_value=10_000), st.integers(1, 10))
def test_rounding_moves_a_count_by_half_the_base_at_most(count: Fraction, base: int) -> None:
    rounded = PublicationRules(rounding_base=base).rounded(count)
    assert rounded % base == 0
    assert -base < 2 * (count - rounded) <= base or 2 * (count - rounded) == -base


@pytest.mark.parametrize(
    ("count", "rules", "published"),
    [
        (None, RULES, Published(None, HiddenReason.NOT_KNOWN)),
        (0, RULES, Published(Fraction(0))),
        (0, SENSITIVE, Published(None, HiddenReason.SENSITIVE_ZERO)),
        (1, RULES, Published(None, HiddenReason.TOO_FEW_COUNTED)),
        (4, RULES, Published(None, HiddenReason.TOO_FEW_COUNTED)),
        ("0.4", RULES, Published(None, HiddenReason.TOO_FEW_COUNTED)),
        ("4.9", RULES, Published(None, HiddenReason.TOO_FEW_COUNTED)),
        (5, RULES, Published(Fraction(5))),
        (7, SENSITIVE, Published(Fraction(5))),
        (8, RULES, Published(Fraction(10))),
        (9, PublicationRules(smallest_count=10), Published(None, HiddenReason.TOO_FEW_COUNTED)),
        (7, PublicationRules(rounding_base=1), Published(Fraction(7))),
    ],
)
def test_a_count_is_shown_from_the_smallest_on(
    count: int | str | None, rules: PublicationRules, published: Published
) -> None:
    assert judge_count(None if count is None else Fraction(count), rules) == published


def test_that_a_sensitive_count_is_zero_is_not_told() -> None:
    assert HiddenReason.SENSITIVE_ZERO.told() is HiddenReason.TOO_FEW_COUNTED
    assert all(reason.told() is reason for reason in HiddenReason if reason is not HiddenReason.SENSITIVE_ZERO)


@pytest.mark.parametrize(
    ("numerator", "base", "denominator", "reason"),
    [
        (None, 100, PEOPLE, HiddenReason.NOT_KNOWN),
        (10, None, PEOPLE, HiddenReason.NOT_KNOWN),
        (20, 49, PEOPLE, HiddenReason.TOO_FEW_PEOPLE),
        (20, 50, PEOPLE, None),
        (10, 29, RESPONDENTS, HiddenReason.TOO_FEW_PEOPLE),
        (10, 30, RESPONDENTS, None),
        (0, 100, PEOPLE, HiddenReason.TOO_FEW_COUNTED),
        (4, 100, PEOPLE, HiddenReason.TOO_FEW_COUNTED),
        (5, 100, PEOPLE, None),
        (95, 100, PEOPLE, None),
        (96, 100, PEOPLE, HiddenReason.COMPLEMENT_TOO_SMALL),
        (100, 100, PEOPLE, HiddenReason.COMPLEMENT_TOO_SMALL),
        (120, 100, PEOPLE, HiddenReason.COMPLEMENT_TOO_SMALL),
    ],
)
def test_a_percentage_needs_enough_people_on_both_sides(
    numerator: int | None, base: int | None, denominator: Denominator, reason: HiddenReason | None
) -> None:
    part, whole = (None if number is None else Fraction(number) for number in (numerator, base))
    found = judge_percentage(part, whole, RULES, denominator=denominator)
    assert found.reason is reason
    assert (found.value is None) is (found.count is None) is (found.base is None) is (reason is not None)


def test_no_numerator_at_all_may_be_sensitive() -> None:
    found = judge_percentage(Fraction(0), Fraction(100), SENSITIVE, denominator=PEOPLE)
    assert found == PublishedPercentage(None, reason=HiddenReason.SENSITIVE_ZERO)


def test_a_percentage_is_made_of_the_rounded_counts() -> None:
    found = judge_percentage(Fraction(12), Fraction(63), RULES, denominator=PEOPLE)
    assert found == PublishedPercentage(Fraction(1000, 65), Fraction(10), Fraction(65))


@pytest.mark.parametrize(
    ("value", "percentage", "inhabitants", "published"),
    [
        (3, False, 10, Published(Fraction(3))),
        (3, False, None, Published(Fraction(3))),
        (47, True, 50, Published(Fraction(47))),
        (47, True, 49, Published(None, HiddenReason.TOO_FEW_PEOPLE)),
        (47, True, None, Published(None, HiddenReason.NOT_KNOWN)),
        (None, False, 1000, Published(None, HiddenReason.NOT_KNOWN)),
    ],
)
def test_what_others_published_is_shown_as_they_did_and_never_below_their_rules(
    value: int | None, percentage: bool, inhabitants: int | None, published: Published
) -> None:
    figure, people = (None if number is None else Fraction(number) for number in (value, inhabitants))
    assert judge_as_published(figure, percentage=percentage, inhabitants=people) == published
