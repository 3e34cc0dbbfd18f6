"""A figure that was kept in a scan, in words and as a card: never without how sure it is and where it comes from."""

from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.scans.labels import no_value
from wijkaanzet.scans.rules.catalogue import catalogue
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.sureness import NoInterval
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.dots import Benchmark
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.sure import Sure
from wijkaanzet.web.parts.written import written
from wijkaanzet.web.scans import words


def number(figure: FrozenFigure, value: float) -> str:
    """A value as the figure is read."""
    return f"{written(value, figure.decimals)}{figure.sign}"


def value(figure: FrozenFigure) -> str:
    """The value with its unit, or why there is none."""
    exact = figure.number
    return no_value(figure) if exact is None else f"{number(figure, float(exact))} {figure.unit}".strip()


def between(figure: FrozenFigure) -> str:
    """Between which values it lies, in words; empty when that is not known."""
    if figure.interval is None:
        return ""
    low, high = (number(figure, end) for end in figure.interval)
    return _("between %(low)s and %(high)s") % {"low": low, "high": high}


def sure(figure: FrozenFigure, city: str) -> Sure:
    """How sure a difference with the municipality was; never that it is good or bad."""
    none = NoInterval(figure.no_interval) if figure.no_interval else None
    return words.compared(figure.comparison, none=none, left_out=figure.left_out, city=city)


def licence(figure: FrozenFigure) -> str:
    """On what terms its publisher gave it; empty when that is not known."""
    registered = catalogue().tables.get(figure.table)
    return registered.publisher.licence if registered else ""


def theme(slug: str) -> str:
    """The theme of a figure in the catalogue; empty for a figure of the municipality's own."""
    known = catalogue().indicators.get(slug)
    return known.theme.label if known else ""


def card(figure: FrozenFigure, *, city: str, as_on: date | None, href: str, uid: str) -> FigureCard:
    """The card of a figure as it stood on a day, or as it is now."""
    exact = figure.number
    name = _("the rest of %(city)s") % {"city": city} if figure.left_out else city
    return FigureCard(
        title=figure.label,
        value=None if exact is None else float(exact),
        unit=figure.unit,
        source=figure.source,
        period=str(figure.year),
        sign=figure.sign,
        decimals=figure.decimals,
        missing=no_value(figure),
        interval=figure.interval,
        counted=figure.everybody,
        benchmark=None if figure.benchmark is None else Benchmark(name=name, value=figure.benchmark),
        sure=sure(figure, city),
        discussed=True,
        note=_("As it was on %(day)s.") % {"day": day(as_on)} if as_on else "",
        href=href,
        fictional=figure.fictional,
        uid=uid,
    )
