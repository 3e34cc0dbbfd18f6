"""The border map: names where they fit, else numbers with a list; the same order for eye, keyboard and list."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.areas.border_files import collection, feature, square
from tests.conftest import AT
from tests.factories import NOBODY
from tests.helpers.queries import assert_same_queries
from tests.web.world import World
from wijkaanzet.areas.models import AreaBorder, Division
from wijkaanzet.areas.operations.borders import import_borders
from wijkaanzet.demo.build import START
from wijkaanzet.kernel import clock
from wijkaanzet.web.parts.borders import EDGE, TALLEST, WIDTH, BorderMap, Outline
from wijkaanzet.web.style.pictures import picture_samples


def outline(name: str, column: float, *, width: float = 1, tall: float = 1, current: bool = False) -> Outline:
    """A rectangle of so many kilometres, in a row."""
    west, east, top = (round(1_000 * number) for number in (column, column + width, tall))
    return Outline(
        name=name,
        href=f"/{name}/",
        rings=[[west, 0, east, 0, east, top, west, top]],
        heart=((west + east) // 2, top // 2),
        current=current,
    )


def a_map(*outlines: Outline) -> BorderMap:
    return BorderMap(title="De wijken", outlines=outlines, source="CBS", year=2016)


def html(part: BorderMap) -> str:
    return re.sub(r"\s+", " ", render_to_string("web/parts/border_map.html", {"part": part}))


def test_every_area_is_a_link_with_its_name_on_the_map_and_in_the_list() -> None:
    shown = html(a_map(outline("Zuid", 0), outline("Noord", 1)))
    assert shown.count('href="/Zuid/"') == shown.count('href="/Noord/"') == 2
    assert 'aria-label="Zuid"' in shown
    assert "<title>Zuid</title>" in shown


def test_the_keyboard_goes_by_name_on_the_map_and_in_the_list() -> None:
    shown = html(a_map(outline("Zuid", 0), outline("Noord", 1), outline("Centrum", 2)))
    assert re.findall(r'href="/(\w+)/"', shown) == ["Centrum", "Noord", "Zuid"] * 2


def test_a_name_that_fits_stands_inside_its_border() -> None:
    part = a_map(outline("Zuid", 0), outline("Noord-West", 1))
    assert not part.numbered
    assert [line for shape in part.shapes for line, _y in shape.lines] == ["Noord-West", "Zuid"]
    assert "<details" in html(part)
    assert " open" not in html(part)


def test_a_name_is_broken_or_made_smaller_before_it_is_left_out() -> None:
    (narrow, *_) = a_map(outline("Berkel-Enschot", 0, width=0.25), outline("Zuid", 0.25)).shapes
    assert len(narrow.lines) == 2
    assert all(EDGE < float(y) < TALLEST for _line, y in narrow.lines)


def test_a_number_stands_for_a_name_that_does_not_fit_and_the_list_is_open() -> None:
    part = a_map(outline("Zuidwesterkwartier", 0, width=0.1), outline("Noord", 0.1))
    shown = html(part)
    assert part.numbered
    assert 'aria-label="2. Zuidwesterkwartier"' in shown
    assert re.search(r"<text[^>]*>2</text>", shown)
    assert re.search(r"<details[^>]* open", shown)
    assert "Zoek dat op in de lijst" in shown


def test_the_smallest_area_gets_the_smallest_number() -> None:
    part = a_map(outline("Aa", 0, width=0.01), outline("Noord", 0.01))
    assert [shape.size for shape in part.shapes] == ["tiny", ""]


@pytest.mark.parametrize("width", [1, 0.01])
def test_the_current_area_is_told_in_more_than_colour(width: float) -> None:
    shown = html(a_map(outline("Noord", 0, width=width, current=True), outline("Zuid", width)))
    assert shown.count('aria-current="page"') == 2
    assert shown.count("wz-pawn") == 1
    assert "(u bent hier)" in shown
    assert 'aria-label="Noord"' in shown


@pytest.mark.parametrize(("width", "tall"), [(5, 1), (1, 5), (0.001, 0.001), (60, 40)])
def test_the_picture_stays_within_its_edges_and_keeps_its_proportions(width: float, tall: float) -> None:
    part = a_map(outline("Noord", 0, width=width, tall=tall))
    places = [float(number) for number in re.findall(r"[\d.]+", part.shapes[0].path)]
    assert min(places) >= EDGE
    assert max(places[::2]) <= WIDTH - EDGE
    assert max(places[1::2]) <= part.height - EDGE <= TALLEST
    across, down = (max(axis) - min(axis) for axis in (places[::2], places[1::2]))
    assert across / down == pytest.approx(width / tall, rel=0.02)


def test_north_is_up() -> None:
    north = Outline(name="Noord", href="", rings=[[0, 900, 100, 900, 50, 1_000]], heart=(50, 930))
    south = Outline(name="Zuid", href="", rings=[[0, 0, 100, 0, 50, 100]], heart=(50, 30))
    up, down = a_map(north, south).shapes
    assert float(up.centre) < float(down.centre)


def test_the_source_and_year_of_the_borders_are_said() -> None:
    assert "Grenzen: CBS, 2016." in html(a_map(outline("Noord", 0)))


def test_the_sample_shows_names_and_a_number_and_asks_nothing_of_others() -> None:
    shown = html(picture_samples().borders)
    assert "Binnenstad</text>" in shown
    assert ">6</text>" in shown
    assert "//" not in shown


def test_the_ring_of_the_focus_is_wide_enough_inside_the_border() -> None:
    css = (Path(__file__).parents[2] / "src/wijkaanzet/web/static/web/pictures.css").read_text()
    found = re.search(r"\.wz-borders a:focus-visible \.wz-area \{\s*stroke-width: (\d+);", css)
    assert found
    assert int(found[1]) >= 6, "a neighbour that is drawn later covers the outer half"


@pytest.mark.django_db
class TestPages:
    PATHS = ("/tilburg/", "/tilburg/wijken/", "/tilburg/wijken/noord/")

    @pytest.fixture(autouse=True)
    def start(self, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(clock, "now", lambda: START)

    def draw(self) -> Division:
        division = Division.objects.get(municipality__slug="tilburg")
        codes = division.areas.order_by("code").values_list("code", flat=True)
        text = collection(*(feature(code, square(place % 4, place // 4)) for place, code in enumerate(codes)))
        import_borders(division, text=text, source="Oefengrenzen", year=2016, actor=NOBODY, at=AT)
        return division

    @pytest.mark.parametrize("path", PATHS)
    def test_show_tiles_until_borders_are_imported(self, client: Client, path: str):
        before = client.get(path).content.decode()
        assert "<rect" in before
        assert "wz-borders" not in before
        self.draw()
        after = client.get(path).content.decode()
        assert "Grenzen: Oefengrenzen, 2016." in re.sub(r"\s+", " ", after)
        assert after.count("wz-borders") == 1

    @pytest.mark.parametrize("path", PATHS)
    def test_ask_the_database_as_often_with_borders(self, client: Client, path: str):
        assert_same_queries(client, path, self.draw)

    @pytest.mark.parametrize("path", PATHS)
    def test_show_tiles_again_when_one_area_has_no_border(self, client: Client, path: str):
        division = self.draw()
        AreaBorder.objects.filter(area=division.areas.order_by("code")[0]).delete()
        assert "wz-borders" not in client.get(path).content.decode()

    def test_mark_the_area_of_the_page(self, client: Client):
        self.draw()
        page = client.get("/tilburg/wijken/noord/").content.decode()
        (here,) = re.findall(r'<a [^>]*class="wz-here[^>]*>', page)
        assert 'href="/tilburg/wijken/noord/"' in here
        assert 'aria-current="page"' in here
