"""The funnel chart: names by name only, lines of chance, and no judgement about who lies outside them."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tests.web.test_parts_charts import drawn
from wijkaanzet.web.parts.dots import Benchmark
from wijkaanzet.web.parts.funnel import Curve, FunnelChart, FunnelPoint, Where
from wijkaanzet.web.parts.plane import Plane

CURVES = tuple(
    Curve(level=level, people=(100, 400, 1_600), low=(45 - wide, 45 - wide / 2, 45 - wide / 4),
          high=(45 + wide, 45 + wide / 2, 45 + wide / 4))
    for level, wide in ((95, 10.0), (99.8, 16.0))
)  # fmt: skip


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def point(name: str, people: float, value: float, where: Where = "inside", *, current: bool = False) -> FunnelPoint:
    return FunnelPoint(name=name, href=f"/{name}/", people=people, value=value, where=where, current=current)


FEW = FunnelPoint(name="Buiten", href="/Buiten/", people=None, value=None, missing="Too few people to show")
NOORD = point("Noord", 1_500, 61, "outside_998", current=True)
OOST = point("Oost", 900, 39, "outside_95")
WEST = point("West", 400, 46)


def chart(*points: FunnelPoint, widened: tuple[Curve, ...] = ()) -> FunnelChart:
    return FunnelChart(
        title="Lonely",
        unit="% of the adults",
        people="Number of adults",
        first="Neighbourhood",
        points=points,
        reference=Benchmark(name="Tilburg, 2020", value=45),
        curves=CURVES,
        widened=widened,
        sign="%",
        decimals=1,
    )


def html(*points: FunnelPoint, widened: tuple[Curve, ...] = (), language: str = "en") -> str:
    return re.sub(r"\s+", " ", drawn("funnel_chart", chart(*points, widened=widened), language))


class TestFunnelChart:
    def test_goes_by_name_on_the_picture_and_in_the_table(self) -> None:
        shown = html(WEST, NOORD, FEW, OOST)
        assert re.findall(r'href="/(\w+)/"', shown) == ["Noord", "Oost", "West", "Buiten", "Noord", "Oost", "West"]

    def test_says_of_each_neighbourhood_its_value_its_people_and_where_it_lies(self) -> None:
        said = "Noord: 61.0%. Number of adults: 1,500. Outside the outer lines."
        assert f'aria-label="{said}"' in html(NOORD)
        assert f"<title>{said}</title>" in html(NOORD)

    def test_shows_the_name_beside_the_dot(self) -> None:
        assert re.search(r"<text[^>]*>Oost</text>", html(OOST))

    def test_tells_the_own_neighbourhood_by_shape_and_in_words(self) -> None:
        shown = html(NOORD, OOST)
        assert shown.count("wz-spot-own") == 1
        assert shown.count('aria-current="page"') == 2
        assert "(you are here)" in shown

    def test_says_that_special_is_neither_good_nor_bad(self) -> None:
        shown = html(NOORD)
        assert "outside the lines is special. That is neither good nor bad" in shown
        assert not re.search(r"\b(better|worse|best|worst|rank)", shown)

    def test_gives_all_of_it_as_a_table_with_the_reason_of_what_is_not_drawn(self) -> None:
        part = chart(NOORD, FEW)
        assert part.twin.columns == ("Number of adults", "% of the adults", "Where it lies")
        assert {row.label: row.cells for row in part.twin.rows} == {
            "Buiten": ("not known", "Too few people to show", "not compared"),
            "Noord": ("1,500", "61.0%", "outside the outer lines"),
        }
        assert "1 neighbourhood is not in the picture. The table says why." in html(NOORD, FEW)

    def test_names_what_the_lines_stand_around(self) -> None:
        shown = html(NOORD)
        assert shown.count("Tilburg, 2020: 45.0%") == 2
        assert "Outside the lines of chance lie 1." in shown

    def test_explains_only_the_signs_that_it_uses(self) -> None:
        assert [where for where, _words in chart(NOORD, WEST).signs] == ["inside"]

    def test_shows_the_wider_lines_beside_the_others(self) -> None:
        assert "wz-limit-widened" not in html(NOORD)
        wider = tuple(replace(one, low=(20, 25, 30), high=(70, 65, 60)) for one in CURVES)
        assert html(NOORD, widened=wider).count("wz-limit-widened") == 4
        assert "differ more than by chance alone" in html(NOORD, widened=wider)

    def test_puts_names_where_there_is_room(self) -> None:
        west, noord = chart(WEST, point("Zuid", 1_900, 45)).drawn
        assert (west.anchor, noord.anchor) == ("start", "end")
        assert west.shift > 0 > noord.shift

    def test_draws_places_with_a_point_in_every_language(self) -> None:
        shown = html(NOORD, OOST, language="nl")
        assert "61,0%" in shown
        assert all(
            re.fullmatch(r"[ML\d. -]*", path)
            for path in re.findall(r'wz-limit[^>]* d="([^"]+)"', shown)
            if "H" not in path
        )

    def test_stands_without_any_neighbourhood_to_draw(self) -> None:
        assert chart(FEW).drawn == ()
        assert "<table" in html(FEW)

    @pytest.mark.parametrize("change", [{"value": None}, {"missing": "Not known"}, {"people": None}])
    def test_refuses_a_point_without_value_or_reason(self, change) -> None:
        with pytest.raises(ValueError, match="says why"):
            replace(NOORD, **change)

    @pytest.mark.parametrize("people", [(100, 400), (400, 100, 1_600), ()])
    def test_refuses_lines_that_do_not_fit(self, people: tuple[float, ...]) -> None:
        with pytest.raises(ValueError, match="from few to many"):
            replace(CURVES[0], people=people)


class TestScale:
    @given(st.lists(st.tuples(st.floats(1, 90_000), st.floats(0, 100)), min_size=1, max_size=60))
    def test_holds_every_neighbourhood_and_every_line(self, places: list[tuple[float, float]]) -> None:
        part = chart(*(point(f"{at:02}", people, value) for at, (people, value) in enumerate(places)))
        plane = part.plane
        assert all(0 <= float(one.x.rstrip("%")) <= 100 for one in part.drawn)
        assert all(11.9 <= float(one.y) <= plane.floor + 0.1 for one in part.drawn)
        numbers = [float(number) for line in part.lines for number in re.findall(r"[\d.-]+", line.path)]
        assert all(11.9 <= y <= plane.floor + 0.1 for y in numbers[1::2])

    @pytest.mark.parametrize(
        ("line", "kept"),
        [
            ([(0, 0), (10, 100)], [(2.0, 20), (8.0, 80)]),
            ([(0, 100), (10, 0)], [(2.0, 80), (8.0, 20)]),
            ([(0, 90), (10, 70), (20, 50)], [(5.0, 80), (10, 70), (20, 50)]),
            ([(0, 30), (10, 50)], [(0, 30), (10, 50)]),
            ([(0, 90), (10, 95)], []),
        ],
    )
    def test_cuts_a_line_where_it_leaves_the_picture(
        self, line: list[tuple[float, float]], kept: list[tuple[float, float]]
    ) -> None:
        assert Plane(first=0, last=20, scale=(20, 50, 80)).inside(line) == kept
