"""The figures of a neighbourhood as anybody may read them now, ready to be kept in a scan."""

from collections.abc import Collection, Sequence

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.figures import public_columns
from wijkaanzet.scans.queries.series import Borders
from wijkaanzet.scans.queries.sheet import Sheet, Told, decimals_of, is_counted
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.frozen import Bounds, FrozenFigure
from wijkaanzet.scans.rules.roll_up import WhyUnknown
from wijkaanzet.scans.rules.statistics.intervals import Interval

PERCENT = "%"


def figures_now(area: Area, *, slugs: Collection[str] | None = None) -> dict[str, FrozenFigure]:
    """The newest measurement of these figures, or of all, by address; what is hidden in public is hidden here.

    A constant number of queries, however many figures; one that the neighbourhood does not have is left out.
    """
    if slugs is not None and not slugs:
        return {}
    by_slug: dict[str, list[FigureColumn]] = {}
    for column in public_columns(area.division):
        if slugs is None or column.slug in slugs:
            by_slug.setdefault(column.slug, []).insert(0, column)  # the oldest first
    newest = {slug: columns[-1] for slug, columns in by_slug.items()}
    sheet = Sheet(area.division, list(newest.values()))
    borders = Borders(sheet, area, [column for columns in by_slug.values() for column in columns])
    return {
        slug: _frozen(sheet.told([area], column)[area.id], since=_since(borders, by_slug[slug]))
        for slug, column in newest.items()
    }


def _since(borders: Borders, columns: Sequence[FigureColumn]) -> int:
    """The year of the first measurement with which the newest may be compared."""
    first = max(borders.breaks(columns), default=0)
    return columns[first].figure_import.year


def _frozen(told: Told, *, since: int) -> FrozenFigure:
    column, whole, estimate = told.column, told.shown.whole, told.sure.estimate
    table, comparison, why = column.figure_import, told.comparison, _why(told)
    return FrozenFigure(
        slug=column.slug,
        label=column.label,
        kind=ColumnKind(column.kind),
        unit="" if column.unit.strip() == PERCENT else column.unit,
        decimals=decimals_of(column),
        year=table.year,
        source=table.source,
        value="" if whole.value is None else str(whole.value),
        hidden=told.shown.hidden or "",
        missing=told.missing or "",
        why=why or "",
        unknown=whole.unknown if why else 0,
        parts=whole.parts,
        weak=_bounds(estimate.weak),
        strong=_bounds(estimate.strong),
        counted=estimate.counted,
        everybody=is_counted(column),
        rounded_to=estimate.rounding,
        no_interval=told.sure.none or "",
        benchmark=told.benchmark,
        left_out=told.left_out,
        outcome=comparison.outcome,
        strength=comparison.strength or "",
        not_compared=comparison.reason or "",
        comparable_since=since,
        table=table.table,
        rounding=column.rounding,
        provisional=table.provisional,
        fictional=table.fictional,
        estimated=whole.estimated,
    )


def _why(told: Told) -> WhyUnknown | None:
    """Why its parts are no whole, where that is the reason that there is no value and not that it is hidden."""
    whole = told.shown.whole
    is_known_reason = whole.value is None and whole.parts > 1
    return whole.why if is_known_reason and told.shown.hidden in (None, HiddenReason.NOT_KNOWN) else None


def _bounds(interval: Interval | None) -> Bounds | None:
    return None if interval is None else (interval.low, interval.high)
