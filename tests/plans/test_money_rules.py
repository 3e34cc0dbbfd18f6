"""What a plan asks of each part of the money of its area, and what it is short: rules without a database."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plans.test_life_rules import EMPTY, PRIORITY
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans.rules.content import ContributionKept, MoneyThere, PlanContent
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, ContributionStatus
from wijkaanzet.plans.rules.money import (
    NO_PART,
    asked_by_part,
    check_money_seen,
    fitting_shortfall,
    mark_of_money,
    money_left,
    shortfall,
    year_of_money,
)

PARTS = ("jeugd", "volwassenen")
CENTS = st.integers(0, 10**12)
ASKED = st.dictionaries(st.sampled_from((NO_PART, *PARTS)), CENTS)
FREE = st.dictionaries(st.sampled_from(PARTS), CENTS, min_size=1)


def money(
    cents: int, status: ContributionStatus = ContributionStatus.ASKED, *, earmark: str = "", of_area: bool = True
) -> ContributionKept:
    return ContributionKept(
        public_id=f"c{cents}",
        bringer=Bringer.MUNICIPALITY,
        who="Proefstad",
        kind=ContributionKind.MONEY,
        what="Pannen",
        status=status,
        cents=cents,
        from_area_money=of_area,
        money_from="" if of_area else "Een fonds",
        earmark=earmark,
    )


def asking(*contributions: ContributionKept) -> PlanContent:
    return replace(EMPTY, priorities=(replace(PRIORITY, contributions=contributions),))


def there(cents: int | None = None, **parts: int) -> MoneyThere:
    return MoneyThere(year=2018, cents=sum(parts.values()) if cents is None and parts else cents, parts=parts)


def test_a_plan_asks_what_was_asked_or_said_yes_to_from_the_money_of_the_area() -> None:
    status = ContributionStatus
    content = asking(
        money(10_000),
        money(2_000, status.CONFIRMED),
        money(300, status.CONFIRMED, earmark="jeugd"),
        money(40, earmark="jeugd"),
        money(400, status.DECLINED),
        money(80, status.LAPSED, earmark="jeugd"),
        money(16, status.WITHDRAWN),
        money(5, of_area=False),
    )
    assert asked_by_part(content) == {NO_PART: 12_000, "jeugd": 340}
    assert asked_by_part(content, without={"c40", "c10000"}) == {NO_PART: 2_000, "jeugd": 300}


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (date(2017, 10, 2), 2018),
        (date(2018, 1, 1), 2018),
        (date(2019, 12, 31), 2019),
        (date(2021, 12, 31), 2021),
        (date(2022, 1, 1), 2021),
        (date(2030, 1, 1), 2021),
    ],
)
def test_a_plan_looks_at_the_money_of_this_year_within_its_own_years(on: date, year: int) -> None:
    assert year_of_money(date(2018, 1, 1), date(2022, 1, 1), on=on) == year


@pytest.mark.parametrize(
    ("free", "others", "cents", "parts"),
    [
        ({}, [{"jeugd": 5}], None, {}),
        ({"jeugd": 30}, [], 30, {"jeugd": 30}),
        ({"jeugd": 30, "volwassenen": 70}, [{"jeugd": 10, NO_PART: 5}], 85, {"jeugd": 20, "volwassenen": 70}),
        ({"jeugd": 30, "volwassenen": 70}, [{"jeugd": 20}, {"jeugd": 20}], 70, {"jeugd": 0, "volwassenen": 70}),
        ({"jeugd": 30, "volwassenen": 70}, [{NO_PART: 200}], 0, {"jeugd": 30, "volwassenen": 70}),
        ({"jeugd": 30}, [{"sport": 20}], 30, {"jeugd": 30}),
    ],
    ids=["not divided", "nobody else", "of a part and of no part", "too much of a part", "too much", "another part"],
)
def test_what_others_ask_is_not_there_twice(
    free: dict[str, int], others: list[dict[str, int]], cents: int | None, parts: dict[str, int]
) -> None:
    assert money_left(2018, free=free, others=others) == MoneyThere(year=2018, cents=cents, parts=parts)


@pytest.mark.parametrize(
    ("asked", "of", "short"),
    [
        ({NO_PART: 100}, there(), 0),
        ({}, there(jeugd=0), 0),
        ({NO_PART: 100}, there(jeugd=40, volwassenen=60), 0),
        ({NO_PART: 101}, there(jeugd=40, volwassenen=60), 1),
        ({"jeugd": 50}, there(jeugd=40, volwassenen=60), 10),
        ({"jeugd": 50, "volwassenen": 70}, there(jeugd=40, volwassenen=60), 20),
        ({"jeugd": 50, NO_PART: 70}, there(jeugd=40, volwassenen=60), 20),
        ({"sport": 5}, there(jeugd=40), 5),
        ({"jeugd": 10, NO_PART: 10}, there(15, jeugd=40), 5),
    ],
    ids=[
        "nobody decided",
        "nothing asked",
        "just enough",
        "the whole",
        "one part",
        "both parts",
        "a part and the whole",
        "a part that is not there",
        "the whole went to others",
    ],
)
def test_the_shortfall_is_that_of_the_whole_or_of_the_parts_together(
    asked: dict[str, int], of: MoneyThere, short: int
) -> None:
    assert shortfall(asked, of) == short


@given(ASKED, FREE)
def test_what_is_short_is_what_no_way_of_paying_covers(asked: dict[str, int], free: dict[str, int]) -> None:
    """Each part pays first what is asked of it alone; what is left of all parts pays what is asked of no part."""
    unpaid = sum(max(0, cents - free.get(part, 0)) for part, cents in asked.items() if part)
    left = sum(max(0, cents - asked.get(part, 0)) for part, cents in free.items())
    assert shortfall(asked, money_left(2018, free=free, others=())) == unpaid + max(0, asked.get(NO_PART, 0) - left)


@given(ASKED, FREE, st.lists(ASKED, max_size=3), st.lists(ASKED, max_size=2))
def test_more_plans_beside_it_never_leave_more(
    asked: dict[str, int], free: dict[str, int], others: list[dict[str, int]], more: list[dict[str, int]]
) -> None:
    before, after = money_left(2018, free=free, others=others), money_left(2018, free=free, others=[*others, *more])
    assert before.cents is not None
    assert after.cents is not None
    assert 0 <= after.cents <= before.cents <= sum(free.values())
    assert shortfall(asked, after) >= shortfall(asked, before)


@given(ASKED, st.none() | CENTS, FREE)
def test_what_is_short_says_where_it_comes_from(asked: dict[str, int], cents: int | None, free: dict[str, int]) -> None:
    of = MoneyThere(year=2018, cents=cents, parts=free)
    if short := shortfall(asked, of):
        with pytest.raises(Refused) as caught:
            fitting_shortfall(" ", asked=asked, there=of)
        assert (caught.value.key, caught.value.parameters) == ("shortfall_from_where", {"short_cents": short})
        assert fitting_shortfall(" Uit het  fonds ", asked=asked, there=of) == "Uit het fonds"
    else:
        assert fitting_shortfall("Uit het fonds", asked=asked, there=of) == ""


@pytest.mark.parametrize(
    ("asked", "of"),
    [
        ({"jeugd": 11}, there(jeugd=40, volwassenen=60)),
        ({"volwassenen": 10}, there(jeugd=40, volwassenen=60)),
        ({NO_PART: 10}, there(jeugd=40, volwassenen=60)),
        ({"jeugd": 10}, there(jeugd=30, volwassenen=70)),
        ({"jeugd": 10}, there(jeugd=40, volwassenen=61)),
        ({"jeugd": 10}, replace(there(jeugd=40, volwassenen=60), year=2019)),
        ({"jeugd": 10}, there()),
    ],
    ids=["asks more", "of another part", "of no part", "divided otherwise", "more there", "another year", "undecided"],
)
def test_everything_that_was_shown_is_in_the_mark(asked: dict[str, int], of: MoneyThere) -> None:
    seen = mark_of_money({"jeugd": 10}, there(jeugd=40, volwassenen=60))
    check_money_seen(seen, asked={"jeugd": 10}, there=there(jeugd=40, volwassenen=60))
    check_money_seen("", asked=asked, there=of)
    with pytest.raises(Refused) as caught:
        check_money_seen(seen, asked=asked, there=of)
    assert caught.value.key == "plan_money_changed"
