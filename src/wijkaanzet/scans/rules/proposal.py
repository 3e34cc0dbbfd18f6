"""What the product thinks the columns of a file mean, for somebody to confirm; it never decides by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from wijkaanzet.scans.rules.mapping import Choice, Column, ColumnKind, ColumnRole
from wijkaanzet.scans.rules.overview import ColumnFacts, Overview

INHABITANTS = frozenset({"population", "inwoners", "aantalinwoners", "aantinw", "ainw", "bevolking", "bevaantal"})
NAMES = frozenset({"name", "naam", "regionaam", "gwbnaam", "wijknaam", "buurtnaam", "regio", "gebiedsnaam"})
_POSITION = re.compile(r"_?[0-9]+$")  # StatLine ends a header with its place in the table: AantalInwoners_5
_SHARE = re.compile(r"^p_|^perc|perc(ent(age)?)?$|pct|percent|aandeel|%", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^a_|^aant|aantal", re.IGNORECASE)
_NO_SUM = re.compile(r"^g_|^gem|gemiddeld|mediaan|median|mean|average|index|score|^woz|^af_|afstand", re.IGNORECASE)


@dataclass(frozen=True)
class Proposed:
    """What is proposed for one column; sure when its header or an earlier table says so, and not only its numbers."""

    choice: Choice
    sure: bool


def propose(overview: Overview, *, known: Mapping[str, Column]) -> tuple[Proposed, ...]:
    """What each column seems to mean, in their order; `known` are the columns of the table that came in before."""
    people = _inhabitants(overview, known)
    name = _name(overview)
    found = []
    for column in overview.columns:
        if column.key == overview.code:
            proposed = Proposed(Choice(column.key, ColumnRole.CODE), sure=True)
        elif name is not None and column.key == name.key:
            proposed = Proposed(Choice(column.key, ColumnRole.NAME), sure=True)
        elif people is not None and column.key == people.key:
            before = known.get(column.key)
            proposed = Proposed(_as_before(before, ColumnRole.INHABITANTS) or _inhabitants_of(column), sure=True)
        else:
            proposed = _figure(column, overview, known, people)
        found.append(proposed)
    return tuple(found)


def readable(key: str) -> str:
    """A header as words: "pop_0_14" becomes "Pop 0 14"."""
    return " ".join(key.replace("_", " ").replace("-", " ").split()).capitalize()[:80]


def _figure(
    column: ColumnFacts, overview: Overview, known: Mapping[str, Column], people: ColumnFacts | None
) -> Proposed:
    numbers = column.numbers(overview.dialect.missing)
    before = known.get(column.key)
    if numbers is None or overview.header.count(column.key) > 1:
        return Proposed(Choice(column.key, ColumnRole.IGNORE), sure=True)
    if before is not None and (not before.of or before.of in overview.header):
        role = ColumnRole.PERCENTAGE if before.kind is ColumnKind.PERCENTAGE else ColumnRole.COUNT
        return Proposed(_as_before(before, role) or Choice(column.key, role), sure=True)
    label = readable(column.key)
    if _NO_SUM.search(column.key):  # a mean of means is no mean, so it cannot be added up to an area
        return Proposed(Choice(column.key, ColumnRole.IGNORE, label=label), sure=True)
    if people is not None and (_SHARE.search(column.key) or _looks_like_shares(numbers, column.key)):
        share = Choice(column.key, ColumnRole.PERCENTAGE, label=label, of=people.key, unit="%")
        return Proposed(share, sure=_SHARE.search(column.key) is not None)
    return Proposed(Choice(column.key, ColumnRole.COUNT, label=label), sure=_NUMBER_OF.search(column.key) is not None)


def _looks_like_shares(numbers: list[Fraction], key: str) -> bool:
    return not _NUMBER_OF.search(key) and all(0 <= number <= 100 for number in numbers)


def _inhabitants(overview: Overview, known: Mapping[str, Column]) -> ColumnFacts | None:
    """The first column of whole numbers whose header says so."""
    for column in overview.columns:
        numbers = column.numbers(overview.dialect.missing)
        if numbers and all(number.denominator == 1 for number in numbers) and _bare(column.key) in INHABITANTS:
            return column
    return None


def _inhabitants_of(column: ColumnFacts) -> Choice:
    return Choice(column.key, ColumnRole.INHABITANTS, label=readable(column.key))


def _name(overview: Overview) -> ColumnFacts | None:
    """The first column of text whose header says so; else the first column of text."""
    texts = [
        column
        for column in overview.columns
        if column.key != overview.code
        and not column.codes
        and column.numbers(overview.dialect.missing) is None
        and any(sign.isalpha() for value in column.values for sign in value)
    ]
    return next((column for column in texts if _bare(column.key) in NAMES), texts[0] if texts else None)


def _bare(header: str) -> str:
    return re.sub(r"[^a-z]", "", _POSITION.sub("", header).lower())


def _as_before(before: Column | None, role: ColumnRole) -> Choice | None:
    if before is None:
        return None
    return Choice(before.key, role, label=before.label, of=before.of, unit=before.unit, rounding=before.rounding)
