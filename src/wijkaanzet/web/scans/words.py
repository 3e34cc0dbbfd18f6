"""Figures in words: the value, why there is none, how sure it is; plain, without a colour or a verdict."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext as _

from wijkaanzet.scans.labels import HIDDEN, MISSING, NO_INTERVAL, NOT_COMPARED, WHY_UNKNOWN
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries import sheet
from wijkaanzet.scans.queries.sheet import Told, decimals_of
from wijkaanzet.scans.rules.columns import SHARES
from wijkaanzet.scans.rules.disclosure.primary import HiddenReason
from wijkaanzet.scans.rules.statistics.comparison import Comparison, NotCompared, Outcome, Strength
from wijkaanzet.scans.rules.statistics.intervals import Interval
from wijkaanzet.scans.rules.sureness import NoInterval
from wijkaanzet.web.parts.sure import Certainty, Sure
from wijkaanzet.web.parts.written import written

TOO_FEW = frozenset({HiddenReason.TOO_FEW_COUNTED, HiddenReason.TOO_FEW_PEOPLE, HiddenReason.SENSITIVE_ZERO})
CERTAINTY: Mapping[Strength | None, Certainty] = {Strength.STRONG: "strong", Strength.WEAK: "weak"}


def sign(column: FigureColumn) -> str:
    """What follows the number at once."""
    return "%" if column.kind in SHARES else ""


def unit(column: FigureColumn) -> str:
    """The words after the number; a percent sign stands with it already."""
    return "" if column.unit.strip() == "%" else column.unit


def decimals(column: FigureColumn) -> int:
    """In how many decimals a figure is read: none for people, one where nobody said."""
    return decimals_of(column)


def number(column: FigureColumn, value: Fraction | float | None) -> str:
    """A value as it is read; empty when there is none."""
    return "" if value is None else f"{written(float(value), decimals(column))}{sign(column)}"


def is_counted(column: FigureColumn) -> bool:
    """Whether everybody was counted, so that only chance makes the figure go up and down; else some were asked."""
    return sheet.is_counted(column)


def missing(told: Told) -> str:
    """Why there is no value; empty when there is one."""
    shown, whole = told.shown, told.shown.whole
    if whole.value is not None:
        return ""
    if told.missing is not None:
        return str(MISSING[told.missing])
    if whole.why is not None and whole.parts > 1 and shown.hidden in (None, HiddenReason.NOT_KNOWN):
        return str(WHY_UNKNOWN[whole.why]) % {"unknown": whole.unknown, "parts": whole.parts}
    return str(HIDDEN[shown.hidden or HiddenReason.NOT_KNOWN])


def interval(told: Told) -> tuple[float, float] | None:
    """Between which values it lies with 95% certainty, as far as that is known."""
    return ends(told.sure.estimate.weak, told.sure.estimate.value)


def ends(found: Interval | None, value: float | None) -> tuple[float, float] | None:
    """The ends of an interval; it holds its value, whatever rounding did to one of them."""
    if found is None or value is None:
        return None
    return min(found.low, value), max(found.high, value)


def sure(told: Told, city: str) -> Sure:
    """How sure a difference with the municipality is; never that it is good or bad."""
    return compared(told.comparison, none=told.sure.none, left_out=told.left_out, city=city)


def compared(comparison: Comparison, *, none: NoInterval | None, left_out: bool, city: str) -> Sure:
    """The same of what was kept of a figure; `none` says why it is not known how sure it is."""
    if comparison.outcome is Outcome.NOT_COMPARED:
        return Sure(text=_not_compared(comparison, none), certainty="unknown")
    name = _("the rest of %(city)s") % {"city": city} if left_out else city
    if comparison.outcome is Outcome.SIMILAR:
        text = _("The difference with %(city)s can be chance.")
    elif comparison.strength is Strength.STRONG:
        text = _("The difference with %(city)s is almost certainly no chance.")
    else:
        text = _("The difference with %(city)s is probably no chance.")
    return Sure(text=text % {"city": name}, certainty=CERTAINTY.get(comparison.strength, "chance"))


def _not_compared(comparison: Comparison, none: NoInterval | None) -> str:
    if none is not None:
        return str(NO_INTERVAL[none])
    return str(NOT_COMPARED[comparison.reason or NotCompared.NO_INTERVAL])
