"""Samples of pictures; all numbers are made up."""

from django.utils.translation import gettext as _

from wijkaanzet.web.pages.style import PictureSamples
from wijkaanzet.web.parts.borders import BorderMap, Outline
from wijkaanzet.web.parts.charts import BarChart, DotChart
from wijkaanzet.web.parts.lines import Break, Line, LineChart
from wijkaanzet.web.parts.money import MoneyBar, Share
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.tiles import TileMap, in_rows
from wijkaanzet.web.parts.wheel import Wheel

AREAS = ("Binnenstad", "Groenewoud", "Noord", "Oost", "West", "Zuidwesterkwartier")


def picture_samples() -> PictureSamples:
    """The wheel, the map, the bar of money and the charts."""
    return PictureSamples(
        wheel=Wheel.at("plan", year=2018, who=_("neighbourhood network"), term=_("22 days left")),
        tiles=sample_tiles(),
        borders=sample_borders(),
        bar=MoneyBar(
            shares=(
                Share(label=_("for people who are always there"), cents=86_100_000),
                Share(label=_("for plans of residents"), cents=59_487_240),
                Share(label=_("for what nobody sees coming"), cents=10_958_120),
            )
        ),
        lines=_lines(),
        bars=_bars(),
        dots=_dots(),
    )


def sample_tiles() -> TileMap:
    """Six made-up areas."""
    return TileMap(
        title=_("The neighbourhoods of a made-up city"),
        tiles=in_rows(((name, "#tile_map") for name in AREAS), columns=3, current="Noord"),
    )


def sample_borders() -> BorderMap:
    """The same made-up areas; the last one is too narrow for its name."""
    drawn: tuple[tuple[tuple[int, ...], tuple[int, int]], ...] = (
        ((30, 35, 66, 30, 70, 62, 48, 70, 28, 60), (49, 50)),
        ((42, 34, 41, 12, 60, 8, 96, 4, 104, 30, 70, 62, 66, 30), (80, 30)),
        ((28, 60, 48, 70, 70, 62, 84, 88, 40, 98, 12, 84), (48, 83)),
        ((70, 62, 104, 30, 118, 52, 112, 74, 84, 88), (95, 63)),
        ((4, 40, 20, 36, 30, 35, 28, 60, 12, 84, 2, 62), (16, 56)),
        ((30, 35, 34, 14, 41, 12, 42, 34), (37, 24)),
    )
    return BorderMap(
        title=_("The borders of a made-up city"),
        outlines=tuple(
            Outline(name=name, href="#border_map", rings=(ring,), heart=heart, current=name == "Noord")
            for name, (ring, heart) in zip(AREAS, drawn, strict=True)
        ),
        source=_("sample borders"),
        year=2018,
    )


def _lines() -> LineChart:
    return LineChart(
        title=_("Living together"),
        unit=_("mark from 0 to 100"),
        first=_("Year"),
        years=("2009", "2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017"),
        lines=(
            Line(label="Groenewoud", values=(61, 62, 64, 63, 60, 62, 66, 68, 71)),
            Line(label=_("City"), values=(64, 64, 65, 64, 61, 62, 63, 64, 66), dashed=True),
        ),
        breaks=(Break(at=4, note=_("From then on people could also answer by telephone.")),),
        source=_("sample figures"),
        fictional=True,
    )


def _bars() -> BarChart:
    return BarChart(
        title=_("Who lives in Groenewoud?"),
        unit=_("people"),
        first=_("Age"),
        values=(
            (_("0 to 14 years"), 1_845),
            (_("15 to 24 years"), 1_310),
            (_("25 to 64 years"), 5_420),
            (_("65 to 94 years"), 1_620),
            (_("95 years and older"), None),
        ),
        source=_("sample figures"),
        fictional=True,
    )


def _dots() -> tuple[DotChart, ...]:
    """A figure that people found strong, one they worry about, and one that nobody talked about yet."""
    return _strong(), _worry(), _new()


def _strong() -> DotChart:
    return DotChart(
        title=_("Neighbours help each other"),
        value=41,
        low=37,
        high=45,
        city=33,
        minimum=20,
        maximum=60,
        unit=_("gives help to a neighbour"),
        source=_("sample figures"),
        fictional=True,
        uid="dot-strong",
        sure=Sure(text=_("Higher than in the city. That is probably no accident."), certainty="strong"),
        tone="leaf",
        badge=Badge(label=_("Strong"), tone="leaf"),
    )


def _worry() -> DotChart:
    return DotChart(
        title=_("Feeling lonely"),
        value=52,
        low=48,
        high=56,
        city=47,
        minimum=30,
        maximum=70,
        unit=_("feels lonely now and then"),
        source=_("sample figures"),
        fictional=True,
        uid="dot-worry",
        sure=Sure(text=_("Higher than in the city. That is probably no accident."), certainty="weak"),
        tone="brick",
        badge=Badge(label=_("Worry"), tone="brick"),
    )


def _new() -> DotChart:
    return DotChart(
        title=_("Enough places to meet"),
        value=64,
        low=59,
        high=69,
        city=66,
        minimum=40,
        maximum=80,
        unit=_("thinks so"),
        source=_("sample figures"),
        fictional=True,
        sure=Sure(text=_("The difference with the city is too small to say anything about it."), certainty="chance"),
        uid="dot-new",
    )
