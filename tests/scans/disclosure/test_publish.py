"""What of a column becomes public: the smallest next group is hidden too, and what can be shown is shown."""

import time
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.scans.disclosure.towns import EXACT, RULES, SmallTown, column, division, group, small_towns
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason, Published
from wijkaanzet.scans.rules.disclosure.publish import publish, publish_percentages, publish_selection, total
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules

FEW, SECONDARY = HiddenReason.TOO_FEW_COUNTED, HiddenReason.SECONDARY
PEOPLE = Denominator.PEOPLE


def words(page: dict[str, Published]) -> dict[str, int | str]:
    """A page as short as can be: the number, or the reason."""
    return {
        name: int(one.value) if one.value is not None else str(one.reason and one.reason.value)
        for name, one in page.items()
    }


def test_the_smallest_next_part_is_hidden_beside_a_small_one() -> None:
    page = publish(column(a=60, b=37, c=3), {"city": division("abc"), "wijken": division("a", "b", "c")}, RULES)
    assert words(page) == {"abc": 100, "a": 60, "b": "secondary", "c": "too_few_counted"}


def test_a_part_is_hidden_in_the_division_around_it_too() -> None:
    counts = column(a=3, b=50, c=20, d=30, e=40, f=9)
    families = {"city": division("abcdef"), "wijken": division("ab", "cd", "ef"), "cells": division(*"abcdef")}
    page = publish(counts, families, RULES)
    hidden = {name for name, one in page.items() if one.reason}
    assert hidden == {"a", "b"}


def test_zero_is_shown_and_protects_nobody() -> None:
    page = publish(column(a=60, b=37, c=3, d=0), {"city": division("abcd"), "wijken": division(*"abcd")}, RULES)
    assert words(page) == {"abcd": 100, "a": 60, "b": "secondary", "c": "too_few_counted", "d": 0}


def test_a_sensitive_zero_is_hidden_as_any_small_number() -> None:
    rules = PublicationRules(zero_is_sensitive=True)
    page = publish(column(a=60, b=37, c=0), {"city": division("abc"), "wijken": division("a", "b", "c")}, rules)
    assert words(page) == {"abc": 95, "a": 60, "b": "secondary", "c": "too_few_counted"}


def test_nothing_small_means_nothing_hidden() -> None:
    page = publish(column(a=60, b=37, c=0), {"city": division("abc"), "wijken": division("a", "b", "c")}, RULES)
    assert not any(one.reason for one in page.values())


def test_parts_that_fix_each_other_are_not_told_to_be_few() -> None:
    page = publish(column(a=1, b=1, c=1, d=1), {"city": division("abcd"), "cells": division(*"abcd")}, RULES)
    assert page["abcd"].reason is SECONDARY, "fewer than five of four parts with somebody each would be one each"


def test_two_divisions_with_almost_the_same_border_do_not_give_the_strip_between_them_away() -> None:
    counts = column(a=40, b=2, c=30)
    page = publish(counts, {"wijken": division("ab", "c"), "districts": division("a", "bc")}, EXACT)
    assert page["ab"].reason or page["a"].reason
    assert page["c"].reason or page["bc"].reason


def test_an_unknown_cell_makes_its_groups_unknown_and_no_others() -> None:
    counts = {**column(a=40, b=30), "c": None}
    page = publish(counts, {"wijken": division("ab", "c"), "cells": division("a", "b"), "none": {"x": {}}}, RULES)
    assert words(page) == {"ab": 70, "c": "not_known", "a": 40, "b": 30, "x": "not_known"}


def test_a_cell_that_is_missing_from_the_column_is_unknown() -> None:
    assert publish(column(a=40), {"wijken": division("ab")}, RULES)["ab"].reason is HiddenReason.NOT_KNOWN


def test_no_groups_make_an_empty_page() -> None:
    assert publish({}, {}, RULES) == {}


def test_groups_with_the_same_cells_are_shown_or_hidden_together() -> None:
    families = {"city": division("abc"), "cells": division(*"abc"), "wijken": {"w": group("b"), "v": group("c")}}
    page = publish(column(a=60, b=37, c=3), families, RULES)
    assert page["w"] == page["b"] == Published(None, SECONDARY)
    assert page["v"] == page["c"] == Published(None, FEW)


def test_a_part_of_a_cell_counts_for_that_part() -> None:
    split = {"x": {"a": Fraction(4, 10), "b": Fraction(1)}, "y": {"a": Fraction(6, 10), "c": Fraction(1)}}
    page = publish(column(a=20, b=30, c=41), {"areas": split}, RULES)
    assert words(page) == {"x": 40, "y": 55}
    assert publish(column(a=7), {"areas": {"x": {"a": Fraction(4, 10)}}}, RULES)["x"] == Published(None, FEW)


def test_counts_that_are_not_whole_are_judged_too() -> None:
    counts = {"a": Fraction("60.5"), "b": Fraction("37.25"), "c": Fraction("3.5")}
    page = publish(counts, {"city": division("abc"), "wijken": division("a", "b", "c")}, RULES)
    assert [name for name, one in page.items() if one.reason] == ["b", "c"]


def test_what_is_withheld_cannot_be_worked_out() -> None:
    families = {"city": division("abc"), "wijken": division("a", "b", "c")}
    page = publish(column(a=60, b=37, c=30), families, RULES, withheld=["a"])
    assert words(page) == {"abc": 125, "a": "secondary", "b": 35, "c": "secondary"}


def test_what_is_out_already_goes_before_what_is_larger() -> None:
    families = {"city": division("abc"), "wijken": division("a", "b", "c")}
    page = publish(column(a=60, b=37, c=3), families, RULES, public=["b"])
    assert words(page) == {"abc": 100, "a": "secondary", "b": 35, "c": "too_few_counted"}


def test_what_is_given_away_already_hides_nothing_more() -> None:
    families = {"city": division("abc"), "wijken": division("a", "b", "c"), "rest": division("d", "e")}
    page = publish(column(a=60, b=37, c=3, d=8, e=9), families, RULES, public=["abc", "a", "b"])
    assert words(page) == {"abc": 100, "a": 60, "b": 35, "c": "too_few_counted", "d": 10, "e": 10}


SELECTED: list[tuple[str, Published]] = [
    ("ab", Published(Fraction(95))),
    ("cd", Published(Fraction(10))),
    ("c", Published(None, SECONDARY)),
    ("d", Published(None, SECONDARY)),
    ("bc", Published(None, SECONDARY)),
    ("abcd", Published(Fraction(110))),
    ("ae", Published(Fraction(60))),
    ("z", Published(None, HiddenReason.NOT_KNOWN)),
]


@pytest.mark.parametrize(("cells", "published"), SELECTED)
def test_a_selection_is_shown_when_it_follows_from_what_is_shown(cells: str, published: Published) -> None:
    counts = column(a=60, b=37, c=3, d=8, e=0)
    families = {"city": division("abcde"), "wijken": division(*"abcde")}
    assert publish_selection(group(cells), counts, families, RULES) == published


def test_a_selection_of_zeros_is_zero() -> None:
    counts, families = column(a=0, b=0), {"wijken": division("a", "b")}
    assert publish_selection(group("ab"), counts, families, RULES) == Published(Fraction(0))


def test_a_selection_of_parts_of_cells_does_not_follow() -> None:
    counts, families = column(a=60, b=37), {"wijken": division("a", "b")}
    assert publish_selection({"a": Fraction(1, 2)}, counts, families, RULES) == Published(None, SECONDARY)


def test_a_selection_with_a_cell_that_no_group_holds_does_not_follow() -> None:
    counts, families = column(a=60, b=37), {"wijken": division("a")}
    assert publish_selection(group("ab"), counts, families, RULES) == Published(None, SECONDARY)


def test_a_percentage_is_hidden_with_its_numerator_and_base() -> None:
    families = {"city": division("abc"), "wijken": division("a", "b", "c")}
    bases = column(a=100, b=200, c=60)
    page = publish_percentages(column(a=30, b=50, c=2), bases, families, RULES, denominator=PEOPLE)
    assert page["c"].reason is FEW
    assert page["a"].reason is SECONDARY, "else the numerator of c is the city's less that of a and b"
    assert page["b"].value == 25
    assert all((one.value is None) == (one.count is None) == (one.base is None) for one in page.values())


def test_almost_everybody_is_protected_as_almost_nobody() -> None:
    families = {"city": division("abc"), "wijken": division("a", "b", "c")}
    bases = column(a=100, b=200, c=60)
    page = publish_percentages(column(a=30, b=50, c=58), bases, families, RULES, denominator=PEOPLE)
    assert page["c"].reason is HiddenReason.COMPLEMENT_TOO_SMALL
    assert page["a"].reason is SECONDARY


def test_a_percentage_where_nobody_lives_disturbs_no_other() -> None:
    families = {"city": division("ab"), "wijken": division("a", "b")}
    page = publish_percentages(column(a=30, b=0), column(a=100, b=0), families, RULES, denominator=PEOPLE)
    assert page["b"].reason is HiddenReason.TOO_FEW_PEOPLE
    assert page["a"].value == page["ab"].value == 30


REFUSALS: list[tuple[str, Callable[[], object]]] = [
    ("group_twice", lambda: publish(column(a=9), {"x": division("a"), "y": division("a")}, RULES)),
    ("weight_out_of_range", lambda: publish(column(a=9), {"x": {"g": {"a": Fraction(0)}}}, RULES)),
    ("weight_out_of_range", lambda: publish(column(a=9), {"x": {"g": {"a": Fraction(3, 2)}}}, RULES)),
    ("count_negative", lambda: publish({"a": Fraction(-1)}, {"x": division("a")}, RULES)),
    ("count_too_large", lambda: publish(column(a=10**9), {"x": division("a")}, RULES)),
    ("weights_too_fine", lambda: publish(column(a=9), {"x": {"g": {"a": Fraction(1, 1_000_003)}}}, RULES)),
]


@pytest.mark.parametrize(("key", "act"), REFUSALS)
def test_what_cannot_be_judged_is_refused(key: str, act: Callable[[], object]) -> None:
    with pytest.raises(Refused) as refused:
        act()
    assert refused.value.key == key


@settings(max_examples=30, deadline=None)
@given(small_towns)
def test_the_order_in_which_things_are_given_does_not_matter(town: SmallTown) -> None:
    turned = {
        name: {key: dict(reversed(weights.items())) for key, weights in reversed(groups.items())}
        for name, groups in reversed(town.divisions.items())
    }
    first = publish(town.column, town.divisions, RULES)
    assert publish(dict(reversed(town.column.items())), turned, RULES) == first


@settings(max_examples=30, deadline=None)
@given(small_towns)
def test_what_is_shown_is_the_rounded_count_and_what_is_hidden_has_a_reason(town: SmallTown) -> None:
    for name, one in publish(town.column, town.divisions, RULES).items():
        count = total(town.column, town.groups[name])
        assert count is not None
        assert one.value == RULES.rounded(count) if one.reason is None else one.value is None
        assert (one.reason is FEW) <= (0 < count < 5)
        assert one.value is None or count == 0 or count >= 5


def test_a_large_town_is_quick() -> None:
    cells = [f"c{number:03}" for number in range(150)]
    counts = {cell: Fraction(number * number * 7 % 31) for number, cell in enumerate(cells)}
    families = {
        f"in {many}": {
            f"{many}-{part}": {
                cell: Fraction(1) for number, cell in enumerate(cells) if (number + many) * many // 150 % many == part
            }
            for part in range(many)
        }
        for many in (1, 15, 34, 50)
    }
    families["cells"] = {cell: {cell: Fraction(1)} for cell in cells}
    begun = time.process_time()
    page = publish(counts, families, RULES)
    assert time.process_time() - begun < 3, "0.5 second on an idle machine"
    assert len(page) == 250
    assert page["1-0"].value == RULES.rounded(sum(counts.values(), Fraction(0)))
