"""From CBS areas to areas: counts add up, percentages through their base, missing stays missing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.budget.division_inputs import criterion, earmark, model
from wijkaanzet.budget import labels
from wijkaanzet.budget.rules.roll_up import roll_up
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.figures import AreaFigures, Figures

MODEL = model(
    earmark(
        criterion("children", "0.5", kind="percentage", of="population", missing="municipality_rate"),
        criterion("homes", "0.5"),
    )
)
PLACE = {"WK085501": ("T1", "Noord"), "WK085502": ("T1", "Noord"), "WK085503": ("T2", "Zuid")}


def part(code: str, people: int | None, children: str | None = "10", homes: int | None = 5) -> AreaFigures:
    values = {
        "population": None if people is None else Fraction(people),
        "children": None if children is None else Fraction(children),
        "homes": None if homes is None else Fraction(homes),
    }
    return AreaFigures(code=code, name=f"Wijk {code}", inhabitants=Fraction(people or 0), values=values)


def rolled(*parts: AreaFigures, place: dict[str, tuple[str, str]] | None = None) -> dict[str, AreaFigures]:
    where = {one.code: PLACE[one.code] for one in parts if one.code in PLACE} if place is None else place
    found = roll_up(Figures(areas=parts, sha256="0" * 64), model=MODEL, place_of=where)
    assert found.sha256 == "0" * 64
    return {area.code: area for area in found.areas}


def test_counts_add_up_and_percentages_go_through_their_base() -> None:
    areas = rolled(part("WK085501", 3000, "10", 7), part("WK085502", 1000, "30", 4), part("WK085503", 5, "20", 1))
    assert areas["T1"].values == {"population": 4000, "children": 15, "homes": 11}
    assert areas["T1"].name == "Noord"
    assert areas["T1"].inhabitants == 4000
    assert areas["T2"].values == {"population": 5, "children": 20, "homes": 1}


@given(
    st.lists(
        st.tuples(st.integers(1, 50_000), st.fractions(0, 100, max_denominator=10), st.integers(0, 9_999)),
        min_size=1,
        max_size=8,
    )
)
def test_as_many_children_before_as_after(numbers: list[tuple[int, Fraction, int]]) -> None:
    parts = [part(f"WK0855{n:02}", people, str(rate), homes) for n, (people, rate, homes) in enumerate(numbers)]
    (area,) = rolled(*parts, place={one.code: ("T1", "Noord") for one in parts}).values()
    rate = area.values["children"]
    assert rate is not None
    assert rate * area.inhabitants == sum(rate * people for people, rate, _ in numbers)
    assert min(one for _, one, _ in numbers) <= rate <= max(one for _, one, _ in numbers)
    assert area.values["homes"] == sum(homes for _, _, homes in numbers)


@pytest.mark.parametrize("column", ["children", "homes"])
def test_what_is_missing_in_a_part_is_missing_in_the_whole(column: str) -> None:
    missing = part("WK085502", 1000, **{column: None})
    area = rolled(part("WK085501", 3000), missing)["T1"]
    assert area.values[column] is None
    assert area.values["population"] == 4000


def test_a_percentage_without_its_base_is_missing() -> None:
    nobody_knows = AreaFigures(
        "WK085502", "Wijk", Fraction(9), {"population": None, "children": Fraction(3), "homes": None}
    )
    assert rolled(part("WK085501", 3000), nobody_knows)["T1"].values["children"] is None


def test_a_part_without_inhabitants_is_no_reason_to_miss_a_figure() -> None:
    area = rolled(part("WK085501", 3000, "10", 7), part("WK085502", 0, None, None))["T1"]
    assert area.values == {"population": 3000, "children": 10, "homes": 7}


def test_an_area_without_inhabitants_has_no_percentage_and_counts_nothing() -> None:
    assert rolled(part("WK085503", 0, "10", 7))["T2"].values == {"population": 0, "children": None, "homes": 0}


def test_people_without_a_place_are_refused() -> None:
    with pytest.raises(BadInput) as caught:
        rolled(part("WK085501", 3000), part("WK085599", 1))
    assert (caught.value.key, caught.value.parameters["code"]) == ("area_without_place", "WK085599")


def test_a_cbs_area_without_people_may_lie_nowhere() -> None:
    assert list(rolled(part("WK085501", 3000), part("WK085599", 0))) == ["T1"]


def test_a_place_without_figures_is_refused() -> None:
    """Or its area would get too little, or nothing, without a word."""
    with pytest.raises(BadInput) as caught:
        rolled(part("WK085501", 3000), part("WK085503", 5), place=PLACE)
    assert (caught.value.key, caught.value.parameters) == (
        "place_without_figures",
        {"code": "WK085502", "name": "Noord"},
    )
    assert "WK085502" in labels.sentence(caught.value)


def test_areas_come_in_the_order_of_their_codes() -> None:
    place = {"WK085501": ("T9", "Aa"), "WK085502": ("T1", "Zz")}
    assert list(rolled(part("WK085501", 1), part("WK085502", 2), place=place)) == ["T1", "T9"]
