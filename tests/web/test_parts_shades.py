"""Maps that show a figure: the legend always says what is compared, and what one must be careful about is hatched."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from django.utils import translation

from tests.web.test_parts_charts import drawn
from tests.web.test_parts_look import TOKENS, contrast, luminance
from wijkaanzet.web.parts.borders import BorderMap, Outline
from wijkaanzet.web.parts.shades import COMPARED, DARK, STEPS, Doubt, Legend, Mode, Shade
from wijkaanzet.web.parts.tiles import Tile, TileMap

CSS = (Path(__file__).parents[2] / "src/wijkaanzet/web/static/web/shades.css").read_text()
FIVE = ("less than 40%", "40% to 43%", "43% to 46%", "46% to 50%", "50% and more")
LEGEND = Legend(
    figure="Feeling lonely",
    classes=FIVE,
    compared_with="the other neighbourhoods of Tilburg",
    method="The colour says only where the figure lies.",
    year="2020",
    first="Neighbourhood",
)
SHADES = (
    ("Zuid", Shade(text="38.1%", level=0)),
    ("Noord", Shade(text="52.3%", level=4, doubt="unsure")),
    ("Oost", Shade(text="44.0%", level=2, doubt="unsure")),
    ("Centrum", Shade(text="too few people to show", doubt="too_few")),
    ("West", Shade(text="not known", doubt="unknown")),
)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def tiles(legend: Legend | None = LEGEND, shades: tuple[tuple[str, Shade | None], ...] = SHADES) -> TileMap:
    return TileMap(
        title="Lonely",
        legend=legend,
        tiles=tuple(
            Tile(name=name, href=f"/{name}/", column=at, row=0, shade=shade, current=name == "Noord")
            for at, (name, shade) in enumerate(shades)
        ),
    )


def borders(legend: Legend | None = LEGEND, shades: tuple[tuple[str, Shade | None], ...] = SHADES) -> BorderMap:
    outlines = tuple(
        Outline(
            name=name,
            href=f"/{name}/",
            rings=[[1_000 * at, 0, 1_000 * at + 999, 0, 1_000 * at + 999, 999, 1_000 * at, 999]],
            heart=(1_000 * at + 500, 500),
            shade=shade,
            current=name == "Noord",
        )
        for at, (name, shade) in enumerate(shades)
    )
    return BorderMap(title="Lonely", outlines=outlines, source="CBS", year=2020, legend=legend)


def html(part: TileMap | BorderMap, language: str = "en") -> str:
    return re.sub(r"\s+", " ", drawn("area_map", part, language))


both = pytest.mark.parametrize("part", [tiles(), borders()], ids=["tiles", "borders"])


def blend(kind: str) -> str:
    """The colour of a fill on the page, read from the stylesheet."""
    rules = re.findall(r"([^{}]+)\{([^{}]+)\}", CSS)
    given = [body for heads, body in rules if f".wz-on-{kind}" in re.split(r"[,\s]+", heads)]
    (fill, depth) = (re.findall(rf"--wz-{name}: (.+);", "\n".join(given))[-1] for name in ("fill", "depth"))
    top, ground = (TOKENS[name] for name in (fill.removeprefix("var(").rstrip(")"), "--wz-paper"))
    mixed = [
        round(float(depth) * int(_six(top)[at : at + 2], 16) + (1 - float(depth)) * int(_six(ground)[at : at + 2], 16))
        for at in (0, 2, 4)
    ]
    return "#" + "".join(f"{part:02x}" for part in mixed)


def _six(colour: str) -> str:
    digits = colour.lstrip("#")
    return "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits


@pytest.mark.parametrize("kind", [*STEPS[5], *COMPARED["outcome"], *COMPARED["judgement"], "none"])
def test_a_name_can_be_read_on_every_fill(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(TOKENS, "--wz-this-fill", blend(kind))
    assert contrast("on-petrol" if kind in DARK else "petrol-dark", "this-fill") >= 4.5


def test_each_class_is_clearly_darker_than_the_one_before() -> None:
    light = [luminance(blend(kind)) + 0.05 for kind in STEPS[5]]
    assert all(before / after >= 1.25 for before, after in pairwise(light))


@both
class TestShadedMap:
    def test_every_area_is_a_link_that_says_its_value_and_class(self, part: TileMap | BorderMap) -> None:
        shown = html(part)
        assert 'aria-label="Zuid: 38.1%, less than 40%"' in shown
        assert 'aria-label="Noord: 52.3%, 50% and more, uncertain"' in shown
        assert 'aria-label="Centrum: too few people to show"' in shown

    def test_the_legend_says_what_is_compared_how_and_when(self, part: TileMap | BorderMap) -> None:
        shown = html(part)
        assert f"Compared with {LEGEND.compared_with}, 2020. {LEGEND.method}" in shown
        assert all(words in shown for words in FIVE)

    def test_the_table_goes_by_name_with_links(self, part: TileMap | BorderMap) -> None:
        assert part.twin
        assert [row.label for row in part.twin.rows] == ["Centrum", "Noord", "Oost", "West", "Zuid"]
        assert part.twin.rows[1].cells == ("52.3%", "50% and more, uncertain")
        assert part.twin.rows[3].cells == ("not known", "not compared")
        assert [row.href for row in part.twin.rows if row.current] == ["/Noord/"]

    def test_the_hatchings_differ_and_are_named(self, part: TileMap | BorderMap) -> None:
        shown = html(part)
        picture = shown.split("wz-legend")[0]
        found = re.findall(r'class="wz-hatch"[^>]*fill="url\(#\w+-([\w-]+)\)"', picture)
        assert sorted(found) == ["too-few", "unknown", "unsure", "unsure-dark"]
        assert all(f'-{pattern}"' in shown.split("</defs>")[0] for pattern in found)
        assert all(word in shown for word in ("striped: the figure is uncertain", "dotted: too few", "crossed: not"))

    def test_no_colour_is_good_or_bad_before_people_talked(self, part: TileMap | BorderMap) -> None:
        shown = html(part)
        assert "A colour is neither good nor bad." in shown
        assert not re.search("wz-on-(better|worse)", shown)

    def test_the_current_area_is_told_in_more_than_colour(self, part: TileMap | BorderMap) -> None:
        shown = html(part)
        assert shown.count("wz-pawn") == 1
        assert "(you are here)" in shown


class TestLegend:
    @pytest.mark.parametrize("silence", [{"compared_with": ""}, {"method": ""}, {"year": ""}])
    def test_always_says_with_what_how_and_when(self, silence) -> None:
        with pytest.raises(ValueError, match="with what"):
            replace(LEGEND, **silence)

    @pytest.mark.parametrize(
        ("mode", "classes"), [("position", 0), ("position", 6), ("outcome", 2), ("outcome", 4), ("judgement", 5)]
    )
    def test_has_five_classes_at_most_and_three_when_it_compares(self, mode: Mode, classes: int) -> None:
        with pytest.raises(ValueError, match="classes"):
            replace(LEGEND, mode=mode, discussed=True, classes=("x",) * classes)

    def test_says_better_or_worse_only_after_people_talked(self) -> None:
        three = ("worse", "the same", "better")
        with pytest.raises(ValueError, match="talked"):
            replace(LEGEND, mode="judgement", classes=three)
        assert replace(LEGEND, mode="judgement", classes=three, discussed=True).kinds == COMPARED["judgement"]

    @pytest.mark.parametrize("classes", [1, 2, 3, 4, 5])
    def test_takes_depths_that_lie_apart(self, classes: int) -> None:
        kinds = replace(LEGEND, classes=FIVE[:classes]).kinds
        assert len(set(kinds)) == classes
        assert list(kinds) == sorted(kinds)

    def test_explains_only_the_hatchings_on_the_map(self) -> None:
        assert "dotted" not in html(tiles(shades=SHADES[:1]))


class TestShade:
    @pytest.mark.parametrize(("level", "doubt"), [(1, "too_few"), (1, "unknown"), (None, ""), (None, "unsure")])
    def test_has_a_class_or_a_reason(self, level: int | None, doubt: Doubt) -> None:
        with pytest.raises(ValueError, match="has a class"):
            Shade(text="x", level=level, doubt=doubt)

    @pytest.mark.parametrize("make", [tiles, borders])
    @pytest.mark.parametrize(
        ("legend", "shades"),
        [(None, SHADES), (LEGEND, (*SHADES, ("Kom", None))), (LEGEND, (("Kom", Shade(text="9", level=5)),))],
    )
    def test_and_legend_belong_together(self, make, legend, shades) -> None:
        with pytest.raises(ValueError, match="legend"):
            make(legend, shades)
