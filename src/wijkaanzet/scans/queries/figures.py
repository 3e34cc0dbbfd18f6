"""What the imported tables say of areas: which figures there are, and what each is of the whole of an area."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from django.db.models import F, Q

from wijkaanzet.areas.models import Area, AreaPart, Division
from wijkaanzet.scans.models import Figure, FigureColumn, FigureImport
from wijkaanzet.scans.rules.columns import ColumnKind
from wijkaanzet.scans.rules.importing import FigureImportStatus, Origin
from wijkaanzet.scans.rules.roll_up import Part, Whole, whole

Values = tuple[str, str, str, str, str]
"""Value, reason, lower bound, upper bound, respondents; as they stand in the table."""
NOTHING: Values = ("", "", "", "", "")
KEPT_NUMBERS = 4096


@lru_cache(maxsize=KEPT_NUMBERS)
def exact(text: str) -> Fraction:
    """The number that stands in a table; kept, because percentages and small counts stand there again and again."""
    return Fraction(text)


def public_columns(division: Division) -> list[FigureColumn]:
    """Every public figure of every year, the newest year first; of the same figure of a year the newest table."""
    public = FigureColumn.objects.filter(
        figure_import__division=division, figure_import__status=FigureImportStatus.IMPORTED
    )
    # How many people live somewhere is for the publisher to say; a list of our own only counts them to judge by.
    beside = Q(figure_import__origin=Origin.OWN, key=F("figure_import__inhabitants_column"))
    columns = public.exclude(beside).select_related("figure_import").defer("figure_import__content")
    newest: dict[tuple[int, str], FigureColumn] = {}
    for column in columns.order_by("-figure_import__year", "-figure_import__id", "position"):
        newest.setdefault((column.figure_import.year, column.slug), column)
    return list(newest.values())


def label_of(table: FigureImport, key: str) -> str:
    """What a column of a table is called; empty when the table has no figures of it."""
    return FigureColumn.objects.filter(figure_import=table, key=key).values_list("label", flat=True).first() or ""


def has_figures(division: Division) -> bool:
    """Whether anything is public of the areas of a division; one query."""
    public = FigureImport.objects.filter(division=division, status=FigureImportStatus.IMPORTED)
    return public.exists()


def counting_columns(division: Division) -> list[FigureColumn]:
    """The columns that count the inhabitants: those of a publisher first, and of these the newest year."""
    counting = FigureColumn.objects.filter(
        figure_import__division=division,
        figure_import__status=FigureImportStatus.IMPORTED,
        key=F("figure_import__inhabitants_column"),
    )
    columns = counting.select_related("figure_import").defer("figure_import__content")
    newest = columns.order_by("-figure_import__year", "-figure_import__id")
    return sorted(newest, key=lambda one: one.figure_import.origin == Origin.OWN)


@dataclass(frozen=True)
class Composition:
    """Of which CBS areas an area is made up in one region year, each with its weight."""

    year: int
    parts: Mapping[str, Fraction]


def compositions_of(areas: Iterable[Area]) -> dict[int, list[Composition]]:
    """For each area how it was made up through the years, the oldest first; one query."""
    found: dict[int, dict[int, dict[str, Fraction]]] = {area.id: {} for area in areas}
    for part in AreaPart.objects.filter(area__in=found).order_by("year", "cbs_code"):
        found[part.area_id].setdefault(part.year, {})[part.cbs_code] = Fraction(part.weight)
    return {id_: [Composition(year, parts) for year, parts in years.items()] for id_, years in found.items()}


def held(compositions: Iterable[Composition], year: int) -> Composition:
    """The composition of a region year: the newest that is not after it, else the oldest there is."""
    known = list(compositions)
    before = [one for one in known if one.year <= year] or known[:1]
    return before[-1] if before else Composition(year, {})


class Known:
    """What a number of columns say of a number of CBS areas; one query, however many."""

    def __init__(self, columns: Collection[FigureColumn], codes: Collection[str]) -> None:
        imports = {column.figure_import_id: column.figure_import for column in columns}
        of_import: dict[int, dict[str, int]] = {}
        for pk, import_id, key in FigureColumn.objects.filter(figure_import__in=imports).values_list(
            "id", "figure_import_id", "key"
        ):
            of_import.setdefault(import_id, {})[key] = pk
        self.ids = of_import
        wanted = {column.id for column in columns}
        wanted |= {of_import[one.figure_import_id][one.of] for one in columns if one.of}
        wanted |= {of_import[pk][one.inhabitants_column] for pk, one in imports.items() if one.inhabitants_column}
        rows = Figure.objects.filter(figure_import__in=imports, cbs_code__in=codes, column__in=wanted)
        fields = ("value", "reason", "low", "high", "respondents")
        self.values: dict[tuple[int, str], Values] = {
            (column, code): (value, reason, low, high, respondents)
            for column, code, value, reason, low, high, respondents in rows.values_list(
                "column_id", "cbs_code", *fields
            )
        }

    def cell(self, column: FigureColumn, code: str) -> Values:
        """What stands in the table of one CBS area."""
        return self.values.get((column.id, code), NOTHING)

    def number(self, column: FigureColumn, key: str, code: str) -> Fraction | None:
        """The number in another column of the same table."""
        pk = self.ids[column.figure_import_id].get(key)
        value = self.values.get((pk, code), NOTHING)[0] if pk is not None else ""
        return exact(value) if value else None

    def inhabitants(self, column: FigureColumn, code: str) -> Fraction | None:
        """How many people live there according to the same table; None when it does not say."""
        key = column.figure_import.inhabitants_column
        return self.number(column, key, code) if key else None

    def whole(self, column: FigureColumn, composition: Mapping[str, Fraction]) -> Whole:
        """A figure of an area made up of these CBS areas."""
        parts = [self._part(column, code, weight) for code, weight in composition.items()]
        return whole(ColumnKind(column.kind), parts, has_base=bool(column.of))

    def people(self, column: FigureColumn, composition: Mapping[str, Fraction]) -> Fraction | None:
        """How many people live in an area made up of these CBS areas; None when the table does not say."""
        found = [self.inhabitants(column, code) for code in composition]
        known = [
            number * weight for number, weight in zip(found, composition.values(), strict=True) if number is not None
        ]
        return sum(known, Fraction(0)) if known and len(known) == len(found) else None

    def _part(self, column: FigureColumn, code: str, weight: Fraction) -> Part:
        value = self.cell(column, code)[0]
        return Part(
            value=exact(value) if value else None,
            base=self.number(column, column.of, code) if column.of else None,
            lived_in=self.inhabitants(column, code) != 0,
            weight=weight,
        )
