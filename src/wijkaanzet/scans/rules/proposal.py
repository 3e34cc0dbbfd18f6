"""What the product thinks the columns of a file mean, for somebody to confirm; it never decides by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from wijkaanzet.scans.rules.catalogue import HeaderRole, Recognised, RecognisedColumn, period_year, recognise
from wijkaanzet.scans.rules.columns import Column, ColumnRole
from wijkaanzet.scans.rules.mapping import Choice
from wijkaanzet.scans.rules.overview import ColumnFacts, Overview
from wijkaanzet.scans.rules.recognised import OF, choice_of_indicator

INHABITANTS = frozenset({"population", "inwoners", "aantalinwoners", "aantinw", "ainw", "bevolking", "bevaantal"})
NAMES = frozenset({"name", "naam", "regionaam", "gwbnaam", "wijknaam", "buurtnaam", "regio", "gebiedsnaam"})
FILTERS = frozenset({HeaderRole.PERIOD, HeaderRole.DIMENSION})
_POSITION = re.compile(r"_?[0-9]+$")  # StatLine ends a header with its place in the table: AantalInwoners_5
_SHARE = re.compile(r"^p_|^perc|perc(ent(age)?)?$|pct|percent|aandeel|%", re.IGNORECASE)
_NUMBER_OF = re.compile(r"^a_|^aant|aantal", re.IGNORECASE)
_NO_SUM = re.compile(r"^g_|^gem|gemiddeld|mediaan|median|mean|average|index|score|^woz|^af_|afstand", re.IGNORECASE)


@dataclass(frozen=True)
class Proposed:
    """What is proposed for one column; sure when its header or an earlier table says so, and not only its numbers."""

    choice: Choice
    sure: bool


def propose(overview: Overview, *, known: Mapping[str, Column], year: int | None = None) -> tuple[Proposed, ...]:
    """What each column seems to mean, in their order; `known` are the columns of the table that came in before."""
    return tuple(_Proposer(overview, known, year).proposals())


def readable(key: str) -> str:
    """A header as words: "pop_0_14" becomes "Pop 0 14"."""
    return " ".join(key.replace("_", " ").replace("-", " ").split()).capitalize()[:80]


class _Proposer:
    def __init__(self, overview: Overview, known: Mapping[str, Column], year: int | None) -> None:
        self.overview, self.known, self.year = overview, known, year
        found: Recognised = recognise(overview.header, year=year)
        self.recognised: dict[str, RecognisedColumn] = {one.header: one for one in found.columns}
        self.headers = {key: one.header for key, one in found.figures().items()}
        self.numbers = {column.key: column.numbers(overview.layout) for column in overview.columns}
        strange = [key for key in found.unmatched if self.numbers[key] is not None]
        self.is_known_table = len(self.headers) > len(strange)
        self.people = self._inhabitants()
        self.name = self._name()

    def proposals(self) -> list[Proposed]:
        """One for each column."""
        return [self._of(column) for column in self.overview.columns]

    def _of(self, column: ColumnFacts) -> Proposed:
        key = column.key
        if key == self.overview.code:
            return Proposed(Choice(key, ColumnRole.CODE), sure=True)
        if self.name is not None and key == self.name.key:
            return Proposed(Choice(key, ColumnRole.NAME), sure=True)
        if self.overview.header.count(key) > 1:
            return Proposed(Choice(key, ColumnRole.IGNORE), sure=True)
        return self._as_before(column) or self._as_recognised(column) or self._by_its_numbers(column)

    def _as_before(self, column: ColumnFacts) -> Proposed | None:
        """The same header in the table before this one probably means the same again."""
        before = self.known.get(column.key)
        if before is None or (before.of and before.of not in self.overview.header):
            return None
        if self.numbers[column.key] is None:
            return None
        people = self.people is not None and column.key == self.people.key
        role = ColumnRole.INHABITANTS if people else ColumnRole(before.kind.value)
        words = {"label": before.label, "of": before.of, "unit": before.unit, "rounding": before.rounding}
        return Proposed(Choice(before.key, role, indicator=before.indicator, times=before.times, **words), sure=True)

    def _as_recognised(self, column: ColumnFacts) -> Proposed | None:
        """What the registry of tables says of this header."""
        found = self.recognised[column.key]
        if found.role in FILTERS:
            return self._only(column)
        if found.role is HeaderRole.BORDER_CHANGE:
            return Proposed(Choice(column.key, ColumnRole.CHANGED), sure=found.is_matched)
        if found.role is not None:
            return Proposed(Choice(column.key, ColumnRole.IGNORE), sure=True)
        if not found.indicator or self.numbers[column.key] is None:
            return None
        people = self.people is not None and column.key == self.people.key
        choice = choice_of_indicator(found, headers=self.headers, inhabitants=people)
        return None if choice is None else Proposed(choice, sure=found.is_matched)

    def _only(self, column: ColumnFacts) -> Proposed:
        """A dimension with one value says nothing; with more of them, somebody says which one is meant."""
        values = sorted(set(column.values))
        if len(values) < 2:
            return Proposed(Choice(column.key, ColumnRole.IGNORE), sure=True)
        of_the_year = [value for value in values if self.year is not None and period_year(value) == self.year]
        value = of_the_year[0] if of_the_year else values[-1]
        return Proposed(Choice(column.key, ColumnRole.ONLY, label=value), sure=bool(of_the_year))

    def _by_its_numbers(self, column: ColumnFacts) -> Proposed:
        key, label = column.key, readable(column.key)
        numbers = self.numbers[column.key]
        if numbers is None or self.is_known_table:  # of a table that we know, what we do not know is left out
            return Proposed(Choice(key, ColumnRole.IGNORE, label=label), sure=True)
        if self.people is not None and key == self.people.key:
            return Proposed(Choice(key, ColumnRole.INHABITANTS, label=label), sure=True)
        if _NO_SUM.search(key):  # a mean of means is no mean, so it cannot be added up to an area
            return Proposed(Choice(key, ColumnRole.IGNORE, label=label), sure=True)
        # Numbers alone never make a percentage: benches and volunteers are below a hundred too.
        if self.people is not None and _SHARE.search(key) and all(0 <= number <= 100 for number in numbers):
            return Proposed(Choice(key, ColumnRole.PERCENTAGE, label=label, of=self.people.key, unit="%"), sure=True)
        return Proposed(Choice(key, ColumnRole.COUNT, label=label), sure=_NUMBER_OF.search(key) is not None)

    def _inhabitants(self) -> ColumnFacts | None:
        """The first column of whole numbers whose header says so."""
        told = self.headers.get(OF)
        for column in self.overview.columns:
            numbers = self.numbers[column.key]
            is_it = column.key == told or _bare(column.key) in INHABITANTS
            if is_it and numbers and all(number.denominator == 1 for number in numbers):
                return column
        return None

    def _name(self) -> ColumnFacts | None:
        """The first column of text whose header says so; else the first column of text."""
        texts = [
            column
            for column in self.overview.columns
            if column.key != self.overview.code
            and not column.codes
            and self.numbers[column.key] is None
            and len(set(column.values)) > 1
            and any(sign.isalpha() for value in column.values for sign in value)
        ]
        roles = {one.key: self.recognised[one.key].role for one in texts}
        named = [one for one in texts if roles[one.key] is HeaderRole.NAME or _bare(one.key) in NAMES]
        others = [one for one in texts if roles[one.key] is None]
        return next(iter((*named, *others)), None)


def _bare(header: str) -> str:
    return re.sub(r"[^a-z]", "", _POSITION.sub("", header).lower())
