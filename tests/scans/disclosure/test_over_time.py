"""The same count again, a little different: the later one is withheld when the difference would tell of a few."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.scans.disclosure.towns import EXACT, RULES, column, division
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.disclosure.over_time import Release, at, running_total, withheld_releases
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.disclosure.publish import publish, total
from wijkaanzet.scans.rules.disclosure.table import Cells
from wijkaanzet.scans.rules.disclosure.thresholds import PublicationRules


def releases(*counts: int | None, public: str = "") -> list[Release]:
    """Releases called a, b, c … in order of time."""
    return [
        Release(key, None if count is None else Fraction(count), key in public)
        for key, count in zip("abcdef", counts, strict=False)
    ]


@pytest.mark.parametrize(
    ("given_", "rules", "withheld"),
    [
        (releases(20, 30, 40), RULES, ""),
        (releases(20, 23), EXACT, "b"),
        (releases(20, 25), EXACT, ""),
        (releases(20, 20), EXACT, ""),
        (releases(20, 17), EXACT, "b"),
        (releases(20, 22), RULES, ""),
        (releases(20, 23), RULES, "b"),
        (releases(20, 23, 26), EXACT, "b"),
        (releases(20, 23, 24), EXACT, "bc"),
        (releases(20, 23, 26, public="b"), EXACT, "ac"),
        (releases(20, 23, public="ab"), EXACT, ""),
        (releases(3, 6), EXACT, ""),
        (releases(None, 6, 7), EXACT, "c"),
        (releases(20, 28), PublicationRules(smallest_count=10, rounding_base=1), "b"),
        ([], RULES, ""),
    ],
)
def test_a_release_is_withheld_when_it_differs_from_a_shown_one_by_a_few(
    given_: list[Release], rules: PublicationRules, withheld: str
) -> None:
    assert withheld_releases(given_, rules) == set(withheld)


@given(st.lists(st.integers(0, 60), max_size=6))
def test_no_two_that_are_shown_differ_by_a_few(counts: list[int]) -> None:
    withheld = withheld_releases(releases(*counts), EXACT)
    shown = [
        count for key, count in zip("abcdef", counts, strict=False) if key not in withheld and (count >= 5 or not count)
    ]
    assert not any(0 < abs(one - other) < 5 for one in shown for other in shown)


def test_a_running_total_is_what_every_year_added() -> None:
    columns = {"2021": column(a=20, b=30), "2022": column(a=23, b=40)}
    added, families = running_total(columns, {"wijken": division("a", "ab")})
    assert added == {at("a", "2021"): 20, at("a", "2022"): 3, at("b", "2021"): 30, at("b", "2022"): 10}
    groups = {name: cells for family in families.values() for name, cells in family.items()}
    assert {name: total(added, cells) for name, cells in groups.items()} == {
        at("a", "2021"): 20, at("ab", "2021"): 50, at("a", "2022"): 23, at("ab", "2022"): 63,
    }  # fmt: skip


def test_years_that_are_out_stay_and_the_new_one_gives_way() -> None:
    columns = {"2021": column(a=20, b=30), "2022": column(a=23, b=40)}
    added, families = running_total(columns, {"wijken": division("a", "b")})
    page = publish(added, families, RULES, public=[at("a", "2021"), at("b", "2021")])
    assert {name: one.reason for name, one in page.items()} == {
        at("a", "2021"): None,
        at("b", "2021"): None,
        at("a", "2022"): HiddenReason.SECONDARY,
        at("b", "2022"): None,
    }


def test_a_year_that_is_not_known_hides_only_itself() -> None:
    columns: dict[str, Cells] = {"2021": column(a=20), "2022": {"a": None}, "2023": column(a=40)}
    added, families = running_total(columns, {"wijken": division("a")})
    page = publish(added, families, RULES)
    assert [one.value for one in page.values()] == [20, None, 40]
    assert page[at("a", "2022")].reason is HiddenReason.NOT_KNOWN


def test_a_cell_that_one_year_lacks_is_not_known_there() -> None:
    added, families = running_total({"2021": column(a=20), "2022": column(a=30, b=9)}, {"wijken": division("a", "b")})
    page = publish(added, families, RULES)
    assert page[at("b", "2021")].reason is HiddenReason.NOT_KNOWN
    assert page[at("b", "2022")].value == 10


def test_a_running_total_that_falls_is_none() -> None:
    with pytest.raises(Refused) as refused:
        running_total({"2021": column(a=20), "2022": column(a=19)}, {})
    assert refused.value.key == "running_total_falls"
    assert refused.value.parameters == {"cell": "a", "period": "2022"}
