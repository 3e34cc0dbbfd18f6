"""Samples of maps that show a figure; areas and numbers are made up."""

from dataclasses import replace

from django.utils.translation import gettext as _

from wijkaanzet.web.parts.borders import BorderMap
from wijkaanzet.web.parts.shades import Legend, Shade
from wijkaanzet.web.parts.tiles import TileMap
from wijkaanzet.web.parts.written import written
from wijkaanzet.web.style.pictures import AREAS, sample_borders, sample_tiles


def map_samples() -> tuple[BorderMap, TileMap]:
    """Where values lie, within borders; and how they compare, as tiles."""
    return _position(), _outcome()


def _position() -> BorderMap:
    few, unknown = _("too few people to show"), _("not known")
    shades = dict(
        zip(
            AREAS,
            (
                Shade(text=_percent(38.1), level=0),
                Shade(text=_percent(52.3), level=4),
                Shade(text=_percent(44), level=2, doubt="unsure"),
                Shade(text=_percent(49.9), level=3, doubt="unsure"),
                Shade(text=few, doubt="too_few"),
                Shade(text=unknown, doubt="unknown"),
            ),
            strict=True,
        )
    )
    legend = Legend(
        figure=_("Feeling lonely, of every 100 adults"),
        first=_("Neighbourhood"),
        classes=(
            _("less than 40%"),
            _("from 40% to 43%"),
            _("from 43% to 46%"),
            _("from 46% to 50%"),
            _("50% and more"),
        ),
        compared_with=_("the other neighbourhoods of the sample city"),
        method=_("The colour says only where the figure lies."),
        year="2016",
    )
    bare = sample_borders()
    outlines = tuple(replace(one, href="#shaded_map", shade=shades[one.name]) for one in bare.outlines)
    return replace(bare, title=legend.figure, outlines=outlines, legend=legend, uid="shaded-borders")


def _outcome() -> TileMap:
    figures = ((38.1, 0), (52.3, 2), (44, 1), (46.2, 1), (40.4, 0), (43.8, 1))
    shades = {
        name: Shade(text=_percent(value), level=level) for name, (value, level) in zip(AREAS, figures, strict=True)
    }
    legend = Legend(
        figure=_("Feeling lonely, beside the city"),
        first=_("Neighbourhood"),
        classes=(_("lower than the city"), _("about the same"), _("higher than the city")),
        compared_with=_("the whole sample city"),
        method=_("Lower or higher means: we are 95 percent sure."),
        year="2016",
        mode="outcome",
    )
    tiles = tuple(replace(one, href="#shaded_map", shade=shades[one.name]) for one in sample_tiles().tiles)
    return TileMap(title=legend.figure, tiles=tiles, legend=legend, uid="shaded-tiles")


def _percent(value: float) -> str:
    return f"{written(value, 1)}%"
