"""Samples of figures beside others; all numbers are made up, the lines of chance too."""

from math import sqrt

from django.utils.translation import gettext as _

from wijkaanzet.web.pages.style import ComparingSamples
from wijkaanzet.web.parts.dots import Benchmark
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.funnel import Curve, FunnelChart, FunnelPoint
from wijkaanzet.web.parts.lines import Break, Line, LineChart
from wijkaanzet.web.parts.spine import SpineChart, SpineRow, Spread
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.style.maps import map_samples

CITY = 44.7
SIZES = (120, 200, 320, 500, 800, 1_200, 1_800, 2_600, 3_600, 4_800, 6_000)


def comparing_samples() -> ComparingSamples:
    """A neighbourhood beside the city and beside the others."""
    return ComparingSamples(
        sure=_sure(), cards=_cards(), spine=_spine(), funnel=_funnel(), maps=map_samples(), series=_series()
    )


def _sure() -> tuple[Sure, ...]:
    return (
        Sure(text=_("Higher than in the city. It is very likely no accident."), certainty="strong"),
        Sure(text=_("Higher than in the city. That is probably no accident."), certainty="weak"),
        Sure(text=_("The difference with the city is too small to say anything about it."), certainty="chance"),
        Sure(text=_("Not compared: we do not know how sure this figure is."), certainty="unknown"),
    )


def _cards() -> tuple[FigureCard, ...]:
    """A figure that is compared, one that is not, and one that is not shown."""
    lonely = FigureCard(
        title=_("Feeling lonely"),
        value=52.3,
        interval=(47.9, 56.6),
        benchmark=Benchmark(name=_("Sample city"), value=CITY),
        unit=_("of the adults"),
        sign="%",
        decimals=1,
        scale=(20, 80),
        sure=_sure()[1],
        href="#figure_card",
        source=_("sample figures"),
        period="2016",
        fictional=True,
        uid="card-lonely",
    )
    counted = FigureCard(
        title=_("Inhabitants"),
        value=20_010,
        unit=_("people"),
        decimals=0,
        href="#figure_card",
        source=_("sample figures"),
        period="2017",
        discussed=True,
        fictional=True,
    )
    few = FigureCard(
        title=_("Help with money"),
        value=None,
        missing=_("Too few people to show"),
        unit="",
        href="#figure_card",
        source=_("sample figures"),
        period="2016",
        fictional=True,
    )
    return lonely, counted, few


def _spine() -> SpineChart:
    return SpineChart(
        title=_("Groenewoud beside the sample city"),
        first=_("Figure"),
        area="Groenewoud",
        benchmark=_("Sample city, 2016"),
        rows=(
            _row(_("Neighbours help each other"), (41.2, 37, 45.4), 33.1, (24, 30, 37, 46), _sure()[0].text),
            _row(_("Feeling lonely"), (52.3, 47.9, 56.6), CITY, (36.2, 42.1, 48, 55), _sure()[1].text),
            _row(_("Enough places to meet"), (64, 52, 74.4), 66, (60, 64.2, 68, 71.3), _sure()[2].text),
            SpineRow(label=_("Help with money"), value=None, missing=_("Too few people to show"), href="#spine_chart"),
            SpineRow(label=_("Children up to 15 years"), value=18.4, sign="%", decimals=1, benchmark=15.9),
        ),
        source=_("sample figures"),
        fictional=True,
    )


def _row(
    label: str, value: tuple[float, float, float], city: float, spread: tuple[float, float, float, float], sure: str
) -> SpineRow:
    """A row with its value and interval, and the lowest, the middle half and the highest."""
    lowest, lower, upper, highest = spread
    return SpineRow(
        label=label,
        value=value[0],
        interval=value[1:],
        benchmark=city,
        spread=Spread(lowest=lowest, middle=(lower, upper), highest=highest),
        sign="%",
        decimals=1,
        sure=sure,
        href="#spine_chart",
    )


def _funnel() -> FunnelChart:
    return FunnelChart(
        title=_("Feeling lonely, by how many adults live there"),
        unit=_("of every 100 adults"),
        people=_("Number of adults"),
        first=_("Neighbourhood"),
        points=(
            FunnelPoint(name="Binnenstad", href="#funnel_chart", people=4_420, value=46.1),
            FunnelPoint(
                name="Groenewoud", href="#funnel_chart", people=1_930, value=53.3, where="outside_998", current=True
            ),
            FunnelPoint(name="Noord", href="#funnel_chart", people=3_480, value=49.6, where="outside_95"),
            FunnelPoint(name="Oost", href="#funnel_chart", people=1_010, value=41.2),
            FunnelPoint(name="Oude Haven", href="#funnel_chart", people=1_060, value=42.0),
            FunnelPoint(name="West", href="#funnel_chart", people=310, value=49.5),
            FunnelPoint(name="Zuidwesterkwartier", href="#funnel_chart", people=2_240, value=43.8),
            FunnelPoint(
                name="Buitengebied", href="#funnel_chart", people=None, value=None, missing=_("Too few people to show")
            ),
        ),
        reference=Benchmark(name=_("Sample city, 2016"), value=CITY),
        curves=(_curve(95, 1.96), _curve(99.8, 3.09)),
        widened=(_curve(95, 1.96 * 1.9), _curve(99.8, 3.09 * 1.9)),
        sign="%",
        decimals=1,
        source=_("sample figures"),
        fictional=True,
    )


def _curve(level: float, width: float) -> Curve:
    """Lines for the sample only: a real page takes them from the rules."""
    half = tuple(width * sqrt(CITY * (100 - CITY) / people) for people in SIZES)
    low, high = (tuple(CITY + sign * one for one in half) for sign in (-1, 1))
    return Curve(level=level, people=SIZES, low=low, high=high)


def _series() -> LineChart:
    return LineChart(
        title=_("Feeling lonely"),
        unit=_("of every 100 adults"),
        first=_("Year"),
        years=("2008", "2010", "2012", "2014", "2015", "2016", "2017"),
        lines=(
            Line(
                label="Groenewoud",
                values=(44.1, 45.2, 47.9, 49.6, 50.8, 51.5, 52.3),
                intervals=(
                    (40, 48.3),
                    (41, 49.5),
                    (43.6, 52.2),
                    (45.3, 53.9),
                    (46.5, 55.1),
                    (47.1, 55.8),
                    (47.9, 56.6),
                ),
                provisional=frozenset({6}),
            ),
            Line(label=_("City"), values=(41.2, 41.9, None, 43.4, 44.1, 44.3, CITY), dashed=True),
        ),
        breaks=(
            Break(at=2, note=_("From then on people could also answer by telephone.")),
            Break(at=4, note=_("The borders of the neighbourhood changed.")),
        ),
        decimals=1,
        source=_("sample figures"),
        fictional=True,
        uid="series",
    )
