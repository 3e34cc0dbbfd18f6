"""The one way in which figures of an own registration become public: page, map, export and API all ask here.

What is given as `families` is every group of which the column is shown anywhere, since a group that is asked for apart
would be judged as if nothing else were shown. `withheld` are groups that over_time.py hides; `public` are groups that
are shown before all others: those that are out already, or the total that is always told.
"""

from collections.abc import Collection, Mapping
from fractions import Fraction

import numpy as np

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
from wijkaanzet.scans.rules.disclosure.witnesses import Towns


def publish(
    column: Cells,
    families: Families,
    rules: PublicationRules,
    *,
    withheld: Collection[str] = (),
    public: Collection[str] = (),
) -> dict[str, Published]:
    """Per group its count as the public may see it: rounded, or hidden with the reason.

    Raises Refused as table_of says. Source: house rule for own registrations, docs/algorithms/disclosure.md.
    """
    question = _counts(column, families, rules, withheld, public)
    hidden = _hidden(question)
    return {
        group: Published(None, hidden[group]) if group in hidden else judge_count(total(column, weights), rules)
        for group, weights in _groups(families)
    }


def publish_percentages(
    numerators: Cells,
    bases: Cells,
    families: Families,
    rules: PublicationRules,
    *,
    denominator: Denominator,
    withheld: Collection[str] = (),
    public: Collection[str] = (),
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
    reasons = _reasons({group: one.reason for group, one in judged.items()}, withheld)
    hidden = _hidden(Question(numerators, families, rules, reasons, bases, frozenset(public)))
    return {
        group: PublishedPercentage(None, reason=hidden[group]) if group in hidden else one
        for group, one in judged.items()
    }


def publish_selection(
    selection: Weights,
    column: Cells,
    families: Families,
    rules: PublicationRules,
    *,
    withheld: Collection[str] = (),
    public: Collection[str] = (),
) -> Published:
    """A selection of cells that a reader makes himself: its count, when that follows from what is shown already.

    So any number of selections, by any number of readers, together tell nothing new. For the same reason one that does
    not follow always has the reason `secondary`, also when it counts few. Raises Refused as table_of says.
    """
    count = total(column, selection)
    if count is None:
        return Published(None, HiddenReason.NOT_KNOWN)
    table = table_of(_counts(column, families, rules, withheld, public))
    page = protect(table)
    place = {cell: number for number, cell in enumerate(table.cells)}
    weights = np.zeros(len(place), dtype=np.int64)
    weights[[place[cell] for cell in selection if cell in place]] = 1
    whole = all(part == 1 and cell in place for cell, part in selection.items())
    open_cells = np.any(table.weights, axis=0)  # the others are known to be zero
    if not whole or not Towns(table, page.shown, page.told).follows(weights * open_cells):
        return Published(None, HiddenReason.SECONDARY)
    judged = judge_count(count, rules)
    return Published(judged.value, judged.reason and judged.reason.told())


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


def _counts(
    column: Cells, families: Families, rules: PublicationRules, withheld: Collection[str], public: Collection[str]
) -> Question:
    alone = {group: judge_count(total(column, weights), rules).reason for group, weights in _groups(families)}
    return Question(column, families, rules, _reasons(alone, withheld), public=frozenset(public))


def _reasons(alone: Mapping[str, HiddenReason | None], withheld: Collection[str]) -> dict[str, HiddenReason | None]:
    """Why each group may not be shown by itself."""
    return {group: why or (HiddenReason.SECONDARY if group in withheld else None) for group, why in alone.items()}


def _hidden(question: Question) -> dict[str, HiddenReason]:
    """Per group that is hidden, by itself or to protect another, the reason that may be told."""
    hidden = {group: why.told() for group, why in question.reasons.items() if why is not None}
    table = table_of(question)
    page = protect(table)
    for row, groups in enumerate(table.ids):
        if row not in page.shown and row not in page.told:
            hidden |= dict.fromkeys(groups, HiddenReason.SECONDARY)
    return hidden
