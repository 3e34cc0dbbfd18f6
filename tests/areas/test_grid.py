"""Places between the Dutch grid and degrees: the tower where the grid begins, known towers, and there and back."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkaanzet.areas.rules.grid import Point, System, system_of, to_degrees, to_grid

TOWER = (155_000.0, 463_000.0)
TOWER_IN_DEGREES = (5.38720621, 52.15517440)
# Towers in metres and degrees. Source: Kadaster, Onze Lieve Vrouwetoren is the origin; the others by RDNAPTRANS.
KNOWN = {
    "Onze Lieve Vrouwetoren, Amersfoort": (TOWER, TOWER_IN_DEGREES),
    "Westertoren, Amsterdam": ((120_700.723, 487_525.501), (4.883533, 52.374530)),
    "Martinitoren, Groningen": ((233_883.131, 582_065.167), (6.568200, 53.219379)),
}
METRE = 1 / 111_000  # of a degree of latitude


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_known_tower_stands_where_it_stands(name: str):
    metres, degrees = KNOWN[name]
    assert to_grid(degrees, "degrees") == pytest.approx(metres, abs=2)
    assert to_degrees(metres) == pytest.approx(degrees, abs=2 * METRE)


def test_the_grid_begins_exactly_at_the_tower_in_amersfoort():
    assert to_degrees(TOWER) == TOWER_IN_DEGREES
    assert to_grid(TOWER_IN_DEGREES, "degrees") == TOWER


@given(st.floats(10_000, 280_000), st.floats(305_000, 620_000))
def test_there_and_back_is_the_same_place_to_a_metre(east: float, north: float):
    back = to_grid(to_degrees((east, north)), "degrees")
    assert hypot(back[0] - east, back[1] - north) < 1


@given(st.floats(10_000, 270_000), st.floats(310_000, 610_000), st.floats(1, 5_000))
def test_further_east_and_north_stays_so(east: float, north: float, step: float):
    here, there = to_degrees((east, north)), to_degrees((east + step, north + step))
    assert there[1] > here[1]
    assert to_degrees((east + step, north))[0] > here[0]


@pytest.mark.parametrize(
    ("point", "system"),
    [
        (TOWER_IN_DEGREES, "degrees"),
        (TOWER, "metres"),
        ((2.5, 50.5), "degrees"),
        ((-7_000.0, 289_000.0), "metres"),
        ((52.155, 5.387), None),
        ((463_000.0, 155_000.0), None),
        ((0.0, 0.0), None),
        ((float("nan"), 52.0), None),
        ((-68.27, 12.2), None),
    ],
)
def test_only_a_place_in_the_netherlands_in_europe_has_a_system(point: Point, system: System | None):
    assert system_of(point) == system


def test_metres_are_left_as_they_are():
    assert to_grid((1.5, 2.5), "metres") == (1.5, 2.5)
