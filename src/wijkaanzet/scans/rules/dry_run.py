"""What importing a table would do, before anything is kept: which areas it has, what is missing, what is wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.figures_file import is_of
from wijkaanzet.scans.rules.mapping import ColumnMapping
from wijkaanzet.scans.rules.reading.layout import Layout
from wijkaanzet.scans.rules.reading.regions import RegionLevel
from wijkaanzet.scans.rules.reading.table import open_table
from wijkaanzet.scans.rules.rows import Reader, Row

SHOWN_PROBLEMS = 20
CBS_ROUNDING = 5
PARTS = (RegionLevel.WIJK, RegionLevel.BUURT)


@dataclass(frozen=True)
class Gap:
    """What the parts of the municipality count together, beside what was published of the whole."""

    key: str
    whole: Fraction
    parts: Fraction
    level: str
    added: int = 0
    """How many parts were added."""

    @property
    def is_rounding(self) -> bool:
        """Whether rounding each of these numbers to fives, as CBS does, can explain it: at most two and a half each."""
        return abs(self.whole - self.parts) <= Fraction(CBS_ROUNDING, 2) * (self.added + 1)


@dataclass(frozen=True)
class DryRun:
    """The outcome; only without problems can the table be imported."""

    levels: Mapping[str, int] = field(default_factory=dict)
    """How many regions the table has of each level: NL, GM, WK, BU."""
    level: str = ""
    """The level that the areas of the division are made up of in this table; empty when it has none of them."""
    matched: tuple[str, ...] = ()
    """The CBS areas of the division that the table has."""
    absent: Mapping[str, str] = field(default_factory=dict)
    """The CBS areas of the division that the table does not have, with the area of the municipality each lies in."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """The areas of the municipality in the table, of that level, that lie in no area of the division, by name."""
    missing: Mapping[str, int] = field(default_factory=dict)
    """How many values are not known, by column; places where nobody lives aside."""
    places: int = 0
    """How many CBS areas the division has."""
    rows: int = 0
    """How many rows are of the municipality, those with something wrong among them."""
    gaps: tuple[Gap, ...] = ()
    """Counts of which the parts do not add up to the published whole; nothing is forced."""
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Every value of the municipality's own areas, by code and column."""
    problems: tuple[BadInput, ...] = ()
    """What is wrong, at most so many of them, in the order of the file."""
    more_problems: int = 0
    """How many more are wrong."""


def regions_of(
    content: bytes, mapping: ColumnMapping, *, layout: Layout, note: Callable[[BadInput], None]
) -> Iterable[Row]:
    """The regions of a table one by one. Raises BadInput on the file; what is wrong with a row is told to `note`."""
    table = open_table(content, layout, note=note)
    return Reader(table, mapping, layout=layout, note=note).regions()


def try_out(
    content: bytes, mapping: ColumnMapping, *, layout: Layout, municipality: str, places: Mapping[str, str]
) -> DryRun:
    """Read the whole table without keeping it; `places` names the area of each CBS code, or those it lies in."""
    tally = _Tally(mapping, municipality)
    try:
        for row in regions_of(content, mapping, layout=layout, note=tally.note):
            tally.add(row)
    except BadInput as bad:
        tally.note(bad)
    return tally.outcome(places)


class _Tally:
    """What is counted while the rows go by; of the country only how many, of the municipality everything."""

    def __init__(self, mapping: ColumnMapping, municipality: str) -> None:
        self.mapping, self.municipality = mapping, municipality
        self.keys = mapping.keys()
        self.levels: Counter[str] = Counter()
        self.own: dict[str, Row] = {}
        self.problems: list[BadInput] = []
        self.wrong: set[str] = set()
        self.more = 0

    def note(self, bad: BadInput) -> None:
        """Something is wrong: the first are shown, the others counted."""
        if len(self.problems) < SHOWN_PROBLEMS:
            self.problems.append(bad)
        else:
            self.more += 1
        code = str(bad.parameters.get("code", ""))
        if is_of(code, self.municipality):
            self.wrong.add(code)

    def add(self, row: Row) -> None:
        """A right row."""
        self.levels[row.code[:2]] += 1
        if is_of(row.code, self.municipality) or row.code == self.municipality:
            self.own[row.code] = row

    def outcome(self, places: Mapping[str, str]) -> DryRun:
        """What importing would do."""
        level = self._level(places)
        parts = {code: row for code, row in self.own.items() if code.startswith(level or tuple(PARTS))}
        parts.pop(self.municipality, None)
        self._check(parts, places)
        found = self.own.keys()
        return DryRun(
            levels=dict(self.levels),
            level=level,
            matched=tuple(sorted(found & places.keys())),
            absent={code: places[code] for code in sorted(places.keys() - found - self.wrong)},
            extra={code: parts[code].name for code in sorted(parts.keys() - places.keys())},
            missing=self._missing(parts),
            places=len(places),
            rows=len(parts.keys() | {code for code in self.wrong if code.startswith(level)}),
            gaps=tuple(self._gaps(parts, level)),
            values=self._values(),
            problems=tuple(self.problems),
            more_problems=self.more,
        )

    def _level(self, places: Mapping[str, str]) -> str:
        """The level with most of the areas of the division; without any, the only one that there is."""
        there = {code for code in (*self.own, *self.wrong) if is_of(code, self.municipality)}
        levels = Counter(code[:2] for code in there)
        matched = Counter(code[:2] for code in there if code in places)
        if matched:
            return max(PARTS, key=lambda one: matched[one])
        return next(iter(levels)) if len(levels) == 1 else ""

    def _check(self, parts: Mapping[str, Row], places: Mapping[str, str]) -> None:
        """Raise nothing; tell what is wrong with the whole. Of own areas the inhabitants are needed to divide money."""
        if not parts and not self.wrong:
            if not self.problems:
                self.note(BadInput("no_rows_of_municipality", code=self.municipality))
            return
        for row in parts.values():
            self._check_people(row)
        if places and not self.own.keys() & places.keys() and not self.wrong & places.keys():
            self.note(BadInput("no_area_of_division"))

    def _check_people(self, row: Row) -> None:
        if not self.mapping.inhabitants:
            return
        value = row.cells[self.keys.index(self.mapping.inhabitants)][0]
        if not value:
            self.note(BadInput("inhabitants_missing", where=str(row.line), code=row.code))
        elif Fraction(value).denominator != 1:
            self.note(BadInput("inhabitants_not_whole", where=str(row.line), code=row.code))

    def _missing(self, parts: Mapping[str, Row]) -> dict[str, int]:
        lived_in = [row for row in parts.values() if self._people(row) != "0"]
        return {key: sum(not row.cells[place][0] for row in lived_in) for place, key in enumerate(self.keys)}

    def _people(self, row: Row) -> str:
        return row.cells[self.keys.index(self.mapping.inhabitants)][0] if self.mapping.inhabitants else ""

    def _gaps(self, parts: Mapping[str, Row], level: str) -> Iterable[Gap]:
        whole = self.own.get(self.municipality)
        if whole is None or not level:
            return
        for place, column in enumerate(self.mapping.columns):
            published = whole.cells[place][0]
            known = [row.cells[place][0] for row in parts.values() if row.cells[place][0]]
            if column.kind is not ColumnKind.COUNT or not published or not known:
                continue
            added = sum(map(Fraction, known), Fraction(0))
            if added != Fraction(published):
                yield Gap(column.key, Fraction(published), added, level, len(known))

    def _values(self) -> dict[tuple[str, str], str]:
        return {
            (code, key): row.cells[place][0] for code, row in self.own.items() for place, key in enumerate(self.keys)
        }
