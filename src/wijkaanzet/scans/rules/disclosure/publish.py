"""The one way in which figures of an own registration become public: page, map, export and API all ask here."""

from collections.abc import Collection, Mapping
from fractions import Fraction

from wijkaanzet.scans.rules.disclosure.primary import (
    HiddenReason,
    Published,
    PublishedPercentage,
    judge_count,
    judge_percentage,
)
from wijkaanzet.scans.rules.disclosure.secondary import protect
from wijkaanzet.scans.rules.disclosure.table import Cells, Families, Question, Weights, table_of
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules

NOT_KNOWN, SECONDARY = HiddenReason.NOT_KNOWN, HiddenReason.SECONDARY


def publish(
    column: Cells, families: Families, rules: PublicationRules, *, withheld: Collection[str] = ()
) -> dict[str, Published]:
    """Per group its count as the public may see it: rounded, or hidden with the reason.

    `families` holds every group of which this column is shown anywhere: what is asked for apart is judged as if nothing
    else were shown. `withheld` are groups that over_time.py hides. Raises Refused as table_of says.
    """
    judged = {group: judge_count(total(column, weights), rules) for group, weights in _groups(families)}
    reasons = _reasons(judged, withheld)
    hidden = _hidden(Question(column, families, rules, reasons))
    return {group: Published(None, hidden[group]) if group in hidden else one for group, one in judged.items()}


def publish_percentages(
    numerators: Cells,
    bases: Cells,
    families: Families,
    rules: PublicationRules,
    *,
    denominator: Denominator,
    withheld: Collection[str] = (),
) -> dict[str, PublishedPercentage]:
    """Per group its percentage with numerator and base, as the public may see them.

    A percentage beside its base gives its numerator away, so the three are shown together or not at all, and a column
    that is published here is not published by `publish` as well. `bases` count as known to everybody, cell by cell.
    Raises Refused as table_of says.
    """
    judged = {
        group: judge_percentage(total(numerators, weights), total(bases, weights), rules, denominator=denominator)
        for group, weights in _groups(families)
    }
    hidden = _hidden(Question(numerators, families, rules, _reasons(judged, withheld), bases))
    return {
        group: PublishedPercentage(None, reason=hidden[group]) if group in hidden else one
        for group, one in judged.items()
    }


def total(column: Cells, weights: Weights) -> Fraction | None:
    """What a group counts: its cells by weight; None when one of them is not known, or it has none."""
    found = Fraction(0)
    for cell, part in weights.items():
        value = column.get(cell)
        if value is None:
            return None
        found += part * value
    return found if weights else None


def _groups(families: Families) -> list[tuple[str, Weights]]:
    return [pair for family in families.values() for pair in family.items()]


def _reasons(
    judged: Mapping[str, Published] | Mapping[str, PublishedPercentage], withheld: Collection[str]
) -> dict[str, HiddenReason | None]:
    """Why each group may not be shown by itself."""
    return {group: one.reason or (SECONDARY if group in withheld else None) for group, one in judged.items()}


def _hidden(question: Question) -> dict[str, HiddenReason]:
    """Per group that is hidden, by itself or to protect another, the reason that may be told."""
    hidden = {group: reason.told() for group, reason in question.reasons.items() if reason is not None}
    table = table_of(question)
    page = protect(table)
    for row, groups in enumerate(table.ids):
        if row not in page.shown and row not in page.told:
            hidden |= dict.fromkeys(groups, SECONDARY)
    return hidden
