"""Borders are repaired, united, matched and simplified; no area is lost and no gap is left between neighbours."""

import random
from itertools import pairwise

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.areas.border_files import SOUTH, WEST, Points, asked, by_code, collection, drawn, feature, square
from wijkaanzet.areas.rules.borders import FINENESS, Border, Borders
from wijkaanzet.kernel.refusals import Refused


def shape(border: Border) -> shapely.Geometry:
    """The border as a shape: the outer rings without the holes, which run the other way."""
    rings = [shapely.Polygon(list(zip(ring[::2], ring[1::2], strict=True))) for ring in border.rings]
    outer = [ring for ring in rings if ring.exterior.is_ccw]
    return shapely.union_all(outer) - shapely.union_all([ring for ring in rings if not ring.exterior.is_ccw])


def surface(border: Border) -> float:
    return float(shapely.area(shape(border)))


@pytest.mark.parametrize(
    ("ring", "kind", "expected"),
    [
        (square(0, 0)[:-1], "open", 1_000_000),
        (square(0, 0)[::-1], "turned", 1_000_000),
        ([point for point in square(0, 0) for _ in range(3)], "repeated", 1_000_000),
        ([square(0, 0)[corner] for corner in (0, 1, 3, 2, 0)], "crossing", 500_000),
    ],
    ids=["open", "turned", "repeated", "bow tie"],
)
def test_a_wrong_ring_is_repaired_and_said(ring: Points, kind: str, expected: float) -> None:
    found = drawn(collection(feature("A0", square(3, 3)), feature("A1", ring)), asked("A0", "A1"))
    assert found.mended == {kind: (2,)}
    assert surface(by_code(found)["A1"]) == pytest.approx(expected, rel=0.01)


def test_a_hole_stays_open_and_one_without_surface_goes() -> None:
    hole = square(0.3, 0.3, side=1_000)
    inner = [[x - (x - WEST - 300) * 0.6, y - (y - SOUTH - 300) * 0.6] for x, y in hole][::-1]
    found = drawn(collection(feature("A1", square(0, 0), inner, [[WEST + 1, SOUTH + 1]] * 4)), asked("A1"))
    assert set(found.mended) == {"flat", "repeated"}
    assert len(found.borders[0].rings) == 2
    assert surface(found.borders[0]) == pytest.approx(840_000, rel=0.01)


def test_a_sound_file_is_left_as_it_is() -> None:
    found = drawn(collection(feature("A1", square(0, 0)), feature("A2", square(1, 0))), asked("A1", "A2"))
    assert (found.mended, found.elsewhere) == ({}, 0)
    assert set(by_code(found)["A1"].rings[0]) == {WEST, WEST + 1_000, SOUTH, SOUTH + 1_000}


def test_parts_are_united_without_a_line_between_them() -> None:
    text = collection(feature("WK000110", square(0, 0)), feature("BU00012001", square(1, 0)))
    (border,) = drawn(text, asked(A1=["WK000110", "BU00012001"])).borders
    assert len(border.rings) == 1
    assert surface(border) == 2_000_000


def test_buurten_stand_for_the_wijk_they_lie_in() -> None:
    text = collection(feature("BU00011001", square(0, 0)), feature("BU00011002", square(1, 0)))
    assert surface(drawn(text, asked(A1=["WK000110"])).borders[0]) == 2_000_000


@pytest.mark.parametrize(
    "collapsed", [feature("BU00012001"), feature("BU00012001", [[WEST, SOUTH]] * 4), feature("BU00012001", [])]
)
def test_a_part_without_surface_is_left_out_and_said(collapsed: object) -> None:
    text = collection(collapsed, feature("WK000110", square(0, 0)))
    found = drawn(text, asked(A1=["WK000110", "BU00012001"]))
    assert found.mended == {"empty": (1,)}
    assert surface(found.borders[0]) == 1_000_000


def test_an_area_of_which_no_part_has_surface_is_refused() -> None:
    text = collection(feature("WK000110", square(0, 0)), feature("WK000120"), feature("WK000130", []))
    with pytest.raises(Refused) as caught:
        drawn(text, asked("WK000110", A1=["WK000120", "WK000130"]))
    assert (caught.value.key, caught.value.parameters["feature"]) == ("border_empty", 2)


def test_parts_that_lie_apart_stay_apart() -> None:
    text = collection(feature("A1", [square(0, 0)], [square(5, 0)], kind="MultiPolygon"))
    assert len(drawn(text, asked("A1")).borders[0].rings) == 2


@pytest.mark.parametrize(
    ("codes", "key"),
    [
        (["WK000110"], "border_missing"),
        (["WK000110", "A1"], "border_twice"),
        (["A1", "WK000120"], "border_twice"),
        (["WK000110", "BU00011001"], "border_twice"),
        (["BU00011001", "WK000110"], "border_twice"),
        (["BU00011001", "BU00011001"], "border_twice"),
    ],
)
def test_an_area_is_drawn_whole_and_once(codes: list[str], key: str) -> None:
    text = collection(*(feature(code, square(place, 0)) for place, code in enumerate(codes)))
    with pytest.raises(Refused) as caught:
        drawn(text, asked(A1=["WK000110", "WK000120"]))
    assert caught.value.key == key


def test_a_narrow_gap_and_a_small_overlap_go_to_a_neighbour() -> None:
    step = 3_000 / FINENESS
    widths = [1 - step / 2_000, 1 + step / 2_000, 1]
    squares = [square(place, 0, width=width) for place, width in enumerate(widths)]
    rings = [*squares, square(0, -1, width=3), square(0, 1, width=3)]
    shapes = [shape(border) for border in of_rings(rings).borders]
    assert shapely.coverage_is_valid(shapes)
    assert float(shapely.area(shapely.union_all(shapes))) == 9_000_000


def test_an_area_that_shrinks_to_nothing_in_the_picture_is_refused() -> None:
    tiny = square(0, 0, side=0.4)
    with pytest.raises(Refused) as caught:
        drawn(collection(feature("A1", tiny), feature("A2", square(50, 0))), asked("A1", "A2"))
    assert caught.value.key == "border_empty"


def test_the_heart_lies_inside_and_away_from_the_border() -> None:
    ring = [[WEST, SOUTH], [WEST + 4_000, SOUTH], [WEST + 4_000, SOUTH + 100], [WEST + 1_000, SOUTH + 100]]
    ring += [[WEST + 1_000, SOUTH + 1_000], [WEST, SOUTH + 1_000], [WEST, SOUTH]]
    (border,) = drawn(collection(feature("A1", ring)), asked("A1")).borders
    assert border.heart == pytest.approx((WEST + 500, SOUTH + 500), abs=60)


def line(start: tuple[int, int], end: tuple[int, int], *, points: int, wild: float) -> Points:
    """A winding line between two corners of the grid, the same from both sides."""
    one, other = sorted((start, end))
    dice = random.Random(f"{one}{other}")
    across = [0.0, *(dice.gauss(0, wild) for _ in range(points - 1))]
    found = []
    for place, off in enumerate(across):
        part = place / points
        off *= 4 * part * (1 - part)  # calm near a corner, where it would cross the next line
        east = WEST + 1_000 * (one[0] + part * (other[0] - one[0])) + (off if one[0] == other[0] else 0)
        north = SOUTH + 1_000 * (one[1] + part * (other[1] - one[1])) + (off if one[1] == other[1] else 0)
        found.append([east, north])
    last = [WEST + 1_000.0 * other[0], SOUTH + 1_000.0 * other[1]]
    whole = [*found, last]
    return whole if (start, end) == (one, other) else whole[::-1]


def winding(columns: int, rows: int, *, points: int = 20, wild: float = 12, noise: float = 0) -> list[Points]:
    """A grid of areas with winding borders; `noise` moves each point of each area by itself, as a bad file does."""
    dice = random.Random(columns * rows)
    found = []
    for column in range(columns):
        for row in range(rows):
            corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1), (column, row)]
            ring = [p for a, b in pairwise(corners) for p in line(a, b, points=points, wild=wild)[:-1]]
            found.append([[x + dice.uniform(-noise, noise), y + dice.uniform(-noise, noise)] for x, y in ring])
    return found


def of_rings(rings: list[Points]) -> Borders:
    codes = [f"A{place}" for place in range(len(rings))]
    return drawn(
        collection(*(feature(code, [*ring, ring[0]]) for code, ring in zip(codes, rings, strict=True))), asked(*codes)
    )


@settings(max_examples=50, deadline=None)
@given(
    columns=st.integers(1, 3),
    rows=st.integers(1, 3),
    points=st.integers(1, 30),
    wild=st.floats(0, 30),
    noise=st.sampled_from([0.0, 0.3, 1.0]),
)
def test_neighbours_share_one_line_and_no_area_is_lost(
    columns: int, rows: int, points: int, wild: float, noise: float
) -> None:
    rings = winding(columns, rows, points=points, wild=wild, noise=noise)
    shapes = [shape(border) for border in of_rings(rings).borders]
    step = 1_000 * max(columns, rows) / FINENESS
    assert len(shapes) == columns * rows
    assert all(shapely.area(one) > 900_000 for one in shapes)
    whole = shapely.union_all(shapes)
    holes = [hole for part in shapely.get_parts(whole) for hole in part.interiors]
    assert all(shapely.maximum_inscribed_circle(shapely.Polygon(hole)).length <= step for hole in holes)
    overlap = sum(map(shapely.area, shapes)) - shapely.area(whole)
    assert overlap <= step * 4_000


def test_simplifying_leaves_few_points_and_one_shape_for_both_sides() -> None:
    rings = winding(4, 4, points=250, wild=3)
    shapes = [shape(border) for border in of_rings(rings).borders]
    assert shapely.coverage_is_valid(shapes)
    assert shapely.get_num_coordinates(shapes).sum() < 0.2 * sum(map(len, rings))
