"""Weights of CBS areas over the areas of a division: together exactly one, and nothing twice."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.areas.labels import REFUSALS
from wijkaanzet.areas.rules.composition import Part, PartOf, check_composition, is_weight
from wijkaanzet.kernel.refusals import Refused

Rows = list[tuple[str, str, str]]


def check(rows: Rows, *, covers_wholly: bool = True) -> None:
    parts = [PartOf(area, area.upper(), Part(code, code, Decimal(weight))) for area, code, weight in rows]
    check_composition(parts, municipality="GM0001", municipality_name="Proefstad", covers_wholly=covers_wholly)


@pytest.mark.parametrize(
    ("rows", "key"),
    [
        ([("a", "WK0001", "1")], "wrong_cbs_code"),
        ([("a", "wk000110", "1")], "wrong_cbs_code"),
        ([("a", "GM0001", "1")], "wrong_cbs_code"),
        ([("a", "NL00", "1")], "wrong_cbs_code"),
        ([("a", "WK000210", "1")], "other_municipality"),
        ([("a", "WK000110", "0")], "bad_weight"),
        ([("a", "WK000110", "-0.5")], "bad_weight"),
        ([("a", "WK000110", "1.00000001")], "bad_weight"),
        ([("a", "WK000110", "0.123456789")], "bad_weight"),
        ([("a", "WK000110", "NaN")], "bad_weight"),
        ([("a", "WK000110", "Infinity")], "bad_weight"),
        ([("a", "WK000110", "0.5"), ("a", "WK000110", "0.5")], "part_twice_in_area"),
        ([("a", "WK000110", "1"), ("b", "WK000110", "1")], "part_twice"),
        ([("a", "WK000110", "1"), ("b", "WK000110", "0.1")], "weights_above_one"),
        ([("a", "WK000110", "0.5"), ("b", "WK000110", "0.50000001")], "weights_above_one"),
        ([("a", "WK000110", "0.5")], "weights_below_one"),
        ([(area, "WK000110", "0.33333333") for area in "abc"], "weights_below_one"),
        ([("a", "WK000110", "1"), ("b", "BU00011001", "1")], "part_within_part"),
        ([("b", "BU00011001", "1"), ("a", "WK000110", "1")], "part_within_part"),
        ([("a", "WK000110", "0.5"), ("b", "BU00011001", "0.5")], "part_within_part"),
    ],
)
def test_a_composition_that_counts_twice_or_loses_something_is_refused(rows: Rows, key: str) -> None:
    with pytest.raises(Refused) as caught:
        check(rows)
    assert caught.value.key == key
    assert str(REFUSALS[key]) % caught.value.parameters


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [("a", "WK000110", "1"), ("a", "BU00012001", "1"), ("b", "BU00012002", "1")],
        [("a", "WK000110", "0.25"), ("b", "WK000110", "0.75")],
        [("a", "WK0001XA", "0.33333333"), ("b", "WK0001XA", "0.33333333"), ("c", "WK0001XA", "0.33333334")],
    ],
)
def test_weights_that_are_exactly_one_together_will_do(rows: Rows) -> None:
    check(rows)
    assert sum(Decimal(weight) for *_, weight in rows) == len({code for _, code, _ in rows})


def test_a_cbs_area_may_lie_partly_outside_when_that_is_said() -> None:
    check([("a", "WK000110", "0.25"), ("b", "WK000110", "0.5")], covers_wholly=False)
    with pytest.raises(Refused) as caught:
        check([("a", "WK000110", "0.6"), ("b", "WK000110", "0.5")], covers_wholly=False)
    assert caught.value.key == "weights_above_one"


@given(st.lists(st.integers(1, 10**8 - 1), min_size=2, max_size=8))
def test_shares_are_accepted_when_and_only_when_they_are_exactly_one(shares: list[int]) -> None:
    weights = [Decimal(share) / 10**8 for share in shares]
    rows = [(f"a{place}", "WK000110", str(weight)) for place, weight in enumerate(weights)]
    try:
        check(rows)
        outcome = "accepted"
    except Refused as refused:
        outcome = refused.key
    over = ("accepted", "weights_above_one") if sum(shares) > 10**8 else ("accepted", "weights_below_one")
    assert outcome == over[sum(shares) != 10**8]
    assert all(map(is_weight, weights))
