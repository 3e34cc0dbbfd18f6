"""What may be public of what a municipality counted itself, judged over all its divisions and levels at once."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from fractions import Fraction

from wijkaanzet.areas.models import Area
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.scans.queries.figures import Composition, Known, exact, held
from wijkaanzet.scans.queries.relatives import Relatives
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.disclosure.primary import Published, PublishedPercentage
from wijkaanzet.scans.rules.disclosure.thresholds import Denominator, PublicationRules
from wijkaanzet.scans.rules.showing import OwnColumn, counts_people, own_figures, since_then
from wijkaanzet.scans.rules.sureness import SCALES
from wijkaanzet.scans.rules.within import Within, whole_people

Judged = Mapping[str, Published | PublishedPercentage]
Cells = dict[str, Fraction]
Parts = Mapping[str, Fraction]
People = Callable[[FigureColumn, str], Fraction | None]
"""How many people live in a CBS area, by the same table or the newest one that counts them."""
CITY = "city"
FINEST = 6


class Guarded:
    """Judges columns of the municipality's own; `code` is its CBS code, `areas` are those of all its divisions."""

    def __init__(
        self,
        known: Known,
        areas: Collection[Area],
        compositions: Mapping[int, list[Composition]],
        code: str,
        rules: PublicationRules,
        *,
        people: People,
        relatives: Mapping[int, Relatives],
    ) -> None:
        self.known, self.areas, self.compositions = known, areas, compositions
        self.code, self.rules, self.people = code, rules, people
        self.relatives = relatives
        self._judged: dict[tuple[int, str], Judged] = {}

    def of_area(self, column: FigureColumn, area: Area) -> Published | PublishedPercentage:
        """What may be public of an area."""
        return self._of(column, str(area.id))

    def of_city(self, column: FigureColumn, division_id: int) -> Published | PublishedPercentage:
        """What may be public of the municipality: its own row, else all areas of a division together."""
        return self._of(column, _city(division_id))

    def _of(self, column: FigureColumn, group: str) -> Published | PublishedPercentage:
        """A share tells of how many it is, so it is hidden where that count is."""
        judged = self._judge(column, column.key, ColumnKind(column.kind))[group]
        if judged.reason is not None or not column.of or column.of == column.figure_import.inhabitants_column:
            return judged
        base = self._judge(column, column.of, ColumnKind.COUNT)[group]
        return judged if base.reason is None else PublishedPercentage(None, reason=base.reason)

    def _judge(self, column: FigureColumn, key: str, kind: ColumnKind) -> Judged:
        known = (column.figure_import_id, key)
        if known not in self._judged:
            own = self._own(column, key, kind)
            if key == column.key and counts_people(kind):
                older = [self._own(one, one.key, kind) for one in self._related(column).older]
                own = replace(own, withheld=since_then([*older, own], self.rules)) if older else own
            self._judged[known] = own_figures(own, self.rules)
        return self._judged[known]

    def _own(self, column: FigureColumn, key: str, kind: ColumnKind) -> OwnColumn:
        counts, bases = self._numbers(column, key, kind)
        families, within = self._families(column, whole=self.code in counts), Within(counts)
        return OwnColumn(
            kind=kind,
            denominator=Denominator.RESPONDENTS if column.respondents and not column.of else Denominator.PEOPLE,
            counts=_frozen(within.apart(counts)),
            bases=None if bases is None else _frozen(within.apart(bases)),
            families=tuple(
                (name, tuple((group, _frozen(within.cells(parts))) for group, parts in sorted(groups.items())))
                for name, groups in sorted(families.items())
            ),
        )

    def _numbers(self, column: FigureColumn, key: str, kind: ColumnKind) -> tuple[Cells, Cells | None]:
        """Of each CBS area that is known how many people were counted, and of a share of how many.

        A mean, a median and an index count nobody by themselves: what is counted is who stands behind them.
        """
        values = {code: self._number(column, key, code) for code in self._codes(column)}
        found = {code: value for code, value in values.items() if value is not None}
        if kind is ColumnKind.COUNT:
            return {code: whole_people(value) for code, value in found.items()}, None
        whole = {code: self._of_how_many(column, code) for code in found}
        bases = {code: whole_people(base) for code, base in whole.items() if base is not None}
        if not counts_people(kind):
            return bases, None
        factors = {
            code: 1 if kind is ColumnKind.PART else base / Fraction(SCALES[kind]) for code, base in bases.items()
        }
        return {code: whole_people(found[code] * factor) for code, factor in factors.items()}, bases

    def _of_how_many(self, column: FigureColumn, code: str) -> Fraction | None:
        """What a figure is of: the count that the table names, else who answered, else who live there."""
        if column.of:
            return self._number(column, column.of, code)
        if column.respondents:
            cells = (self.known.cell(one, code)[4] for one in (column, *self._related(column).beside))
            return next((exact(cell) for cell in cells if cell), None)
        return self.people(column, code)

    def _number(self, column: FigureColumn, key: str, code: str) -> Fraction | None:
        """A number of the table, or of a table of another division that has it; then that is out too."""
        found = self.known.number(column, key, code)
        for one in self._related(column).beside if found is None else ():
            found = self.known.number(one, one.key if key == column.key else one.of, code)
            if found is not None:
                break
        return found

    def _related(self, column: FigureColumn) -> Relatives:
        return self.relatives.get(column.id, Relatives())

    def _codes(self, column: FigureColumn) -> set[str]:
        """The municipality and the CBS areas that its areas are made up of."""
        return {self.code, *(code for area in self.areas for code in self._parts(area, column))}

    def _families(self, column: FigureColumn, *, whole: bool) -> dict[str, dict[str, Parts]]:
        """Every group that a column is shown of: the areas of each division, and beside them the municipality.

        The municipality is its own row in the table when that is there (`whole`), else all areas of a division.
        """
        found: dict[str, dict[str, Parts]] = {}
        for area in self.areas:
            parts, city = self._parts(area, column), _city(area.division_id)
            found.setdefault(str(area.division_id), {})[str(area.id)] = parts
            before = found.setdefault(city, {city: {}})[city]
            found[city][city] = {self.code: Fraction(1)} if whole else _added(before, parts)
        return found

    def _parts(self, area: Area, column: FigureColumn) -> Parts:
        """With weights as fine as the rules of disclosure count: to a millionth."""
        parts = held(self.compositions[area.id], column.figure_import.region_year).parts
        return {code: part for code, weight in parts.items() if (part := round(weight, FINEST))}


def _added(before: Parts, parts: Parts) -> Parts:
    return {code: before.get(code, Fraction(0)) + parts.get(code, Fraction(0)) for code in {**before, **parts}}


def _city(division_id: int) -> str:
    return f"{CITY}-{division_id}"


def _frozen(numbers: Mapping[str, Fraction]) -> tuple[tuple[str, Fraction], ...]:
    """Numbers as a key under which an answer is kept."""
    return tuple(sorted(numbers.items()))
