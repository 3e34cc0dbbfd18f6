"""A division as tables to take away, for a Dutch spreadsheet: sorted by name, decimal commas, safe from formulas.

The words in these files are Dutch in every language of the site: they are read by programs too.
"""

from fractions import Fraction

from django.utils import translation

from wijkaanzet.areas.models import Area
from wijkaanzet.budget import queries
from wijkaanzet.budget.models import AllocationLine, AllocationRun
from wijkaanzet.budget.rules.division import CityKind, LineKind
from wijkaanzet.budget.rules.result_file import decimal_text
from wijkaanzet.kernel.money import plain_euros
from wijkaanzet.kernel.tables import csv_text
from wijkaanzet.people.labels import DECIDERS
from wijkaanzet.web.budget.figures import model_of
from wijkaanzet.web.numbers import day

KINDS = {
    LineKind.BASE: "vaste voet",
    LineKind.CRITERION: "maatstaf",
    LineKind.FLOOR: "ondergrens",
    LineKind.ROUNDING: "afronding",
}
CITY_KINDS = {CityKind.SHARE: "aandeel stad", CityKind.LINE: "stedelijke activiteit"}
ORIGIN = ("besluit", "bron", "cijferjaar", "fictief")


def lines_csv(run: AllocationRun, area: Area) -> str:
    """Every line of the sum of one area; the amounts add up to what it gets."""
    counted = ("eenheden", "eenheden_exact", "prijs_euro", "prijs_centen_exact")
    header = ("wijk", "jaar", "oormerk", "soort", "maatstaf", *counted, "bedrag_euro", *ORIGIN)
    origin = _origin(run)
    rows = [(area.name, run.year, *_line(line), *origin) for line in queries.lines_of(run, area)]
    return csv_text(header, rows)


def division_csv(run: AllocationRun) -> str:
    """What every area gets by earmark and component, and what stays with the city; together the whole total."""
    header = ("code", "wijk", "jaar", "oormerk", "onderdeel", "soort", "bedrag_euro", *ORIGIN)
    origin = _origin(run)
    areas = [
        (one.area.code, one.area.name, run.year, one.earmark, one.component, "wijk", plain_euros(one.amount_cents))
        for one in queries.all_shares(run)
    ]
    city = [
        ("", "hele stad", run.year, one.earmark, *_city(one.key), plain_euros(one.amount_cents))
        for one in queries.city_lines(run)
    ]
    return csv_text(header, [(*row, *origin) for row in (*areas, *city)])


def figures_csv(run: AllocationRun) -> str:
    """The figures of every area in the columns of the model, each beside its exact value: first the inhabitants."""
    layout = model_of(run).figures
    found = queries.figures_of_all(run)
    others = {column for values in found.values() for column in values} - {layout.inhabitants}
    columns = (layout.inhabitants, *sorted(others))
    named = [name for column in columns for name in (column, f"{column}_exact")]
    rows = [
        (area.code, area.name, *(cell for column in columns for cell in _figure(values.get(column, ""))))
        for area, values in found.items()
    ]
    origin = _origin(run)[1:]
    return csv_text(("code", "wijk", *named, *ORIGIN[1:]), [(*row, *origin) for row in rows])


def _figure(exact: str) -> tuple[str, str]:
    """A figure for a spreadsheet, and exactly as it was counted with; a fraction is shown with six decimals."""
    return (_decimals(Fraction(exact), 6) if "/" in exact else _comma(exact)), _comma(exact)


def _line(line: AllocationLine) -> tuple[str, ...]:
    kind = LineKind(line.kind)
    key = line.key if kind is LineKind.CRITERION else ""
    units = _decimals(Fraction(line.units), 2) if line.units else ""
    price = _decimals(Fraction(line.unit_price) / 100, 6) if line.unit_price else ""
    exact = _comma(line.units), price, _comma(line.unit_price)
    return line.earmark, KINDS[kind], key, units, *exact, plain_euros(line.amount_cents)


def _city(key: str) -> tuple[str, str]:
    """The part and the kind of an amount that stays with the whole city."""
    return ("", CITY_KINDS[CityKind.SHARE]) if key == CityKind.SHARE else (key, CITY_KINDS[CityKind.LINE])


def _origin(run: AllocationRun) -> tuple[str | int, ...]:
    """On what a row rests: the decision, the source and year of the figures, and whether they are made up."""
    fictional = "ja" if run.figures_fictional else "nee"
    decision = run.decision
    if decision is None:
        return "", run.figures_source, run.figures_year, fictional
    with translation.override("nl"):
        body = DECIDERS.get(decision.body.kind, decision.body.name)
        return f"{body}, {day(decision.meeting_on)}", run.figures_source, run.figures_year, fictional


def _decimals(value: Fraction, places: int) -> str:
    return _comma(decimal_text(value, places))


def _comma(exact: str) -> str:
    """A number as a Dutch spreadsheet reads it; a fraction stays a fraction."""
    return exact.replace(".", ",")
