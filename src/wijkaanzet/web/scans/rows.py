"""A figure as a row of a table to take away: everything that the page says of it, and no more."""

from fractions import Fraction

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.labels import COLUMN_KINDS, NOT_YET_DISCUSSED, OUTCOMES
from wijkaanzet.scans.queries.sheet import Told
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.statistics.comparison import Outcome, Strength
from wijkaanzet.web.scans import words

HEADER = (
    "wijk", "wijk_code", "cijfer", "cijfer_code", "soort", "waarde", "waarde_exact", "eenheid", "jaar",
    "waarom_geen_waarde", "van_95", "tot_95", "vergeleken_met", "waarde_gemeente", "uitkomst", "zekerheid",
    "geschat", "onbekende_delen", "delen", "bron", "tabel", "afronding", "gebieden_van", "voorlopig", "status",
    "fictief",
)  # fmt: skip
CERTAIN = {Strength.WEAK: "95%", Strength.STRONG: "99,8%", None: ""}


def cells(area: Area, told: Told) -> tuple[object, ...]:
    """In the order of the header."""
    column, whole = told.column, told.shown.whole
    table, bounds = column.figure_import, words.interval(told)
    low, high = bounds or (None, None)
    compared = told.comparison.outcome is not Outcome.NOT_COMPARED
    return (
        area.name,
        area.code,
        column.label,
        column.slug,
        str(COLUMN_KINDS[ColumnKind(column.kind)]),
        words.number(column, whole.value),
        _exact(whole.value),
        column.unit,
        table.year,
        words.missing(told),
        _rounded(low),
        _rounded(high),
        "gemeente zonder dit gebied" if told.left_out else "gemeente" if told.benchmark is not None else "",
        _rounded(told.benchmark),
        str(OUTCOMES[told.comparison.outcome]) if compared else "",
        CERTAIN[told.comparison.strength],
        _yes(whole.estimated),
        whole.unknown,
        whole.parts,
        table.source,
        table.table,
        column.rounding,
        table.region_year,
        _yes(table.provisional),
        str(NOT_YET_DISCUSSED),
        _yes(table.fictional),
    )


def _exact(value: Fraction | None) -> str:
    return "" if value is None else str(value).replace(".", ",")


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}".replace(".", ",")


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
