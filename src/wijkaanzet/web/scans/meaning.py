"""What a figure means, as data: the same words as on its page, for who takes it away."""

from fractions import Fraction

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.labels import COLUMN_KINDS, METHODS, NOT_YET_DISCUSSED, OUTCOMES, POLARITIES
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.sheet import Sheet, Told, indicator_of
from wijkaanzet.scans.rules import catalogue
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.scans import words
from wijkaanzet.web.scans.rows import CERTAIN

Json = dict[str, object]
DECIMALS = 4


def meaning(request: Request, sheet: Sheet, column: FigureColumn) -> Json:
    """What a figure of one year is, and where it comes from."""
    table, known = column.figure_import, indicator_of(column)
    registered = catalogue.catalogue().tables.get(table.table)
    return {
        "gemeente": request.municipality.name,
        "cijfer": column.slug,
        "naam": column.label,
        "uitleg": known.definition if known else "",
        "soort": str(COLUMN_KINDS[ColumnKind(column.kind)]),
        "eenheid": column.unit,
        "meetmethode": str(METHODS[known.method]) if known else "",
        "richting": str(POLARITIES[known.polarity]) if known else "",
        "let_op": list(dict.fromkeys((*known.pitfalls, *known.source.pitfalls))) if known else [],
        "jaar": table.year,
        "gebieden_van": table.region_year,
        "bron": table.source,
        "tabel": table.table,
        "licentie": registered.publisher.licence if registered else "",
        "ingelezen_op": table.status_since.isoformat(),
        "voorlopig": table.provisional,
        "fictief": table.fictional,
        "waarde_gemeente": _number(sheet.city(column).value),
        "status": str(NOT_YET_DISCUSSED),
    }


def record(area: Area, told: Told) -> Json:
    """What is told of one neighbourhood: never more than its page says."""
    low, high = words.interval(told) or (None, None)
    return {
        "code": area.code,
        "wijk": area.name,
        "waarde": _number(told.shown.whole.value),
        "waarom_geen_waarde": words.missing(told),
        "van_95": _number(low),
        "tot_95": _number(high),
        "vergeleken_met": _number(told.benchmark),
        "zonder_dit_gebied": told.left_out,
        "uitkomst": str(OUTCOMES[told.comparison.outcome]),
        "zekerheid": CERTAIN[told.comparison.strength],
        "geschat": told.shown.whole.estimated,
    }


def _number(value: Fraction | float | None) -> float | None:
    return None if value is None else round(float(value), DECIMALS)
