"""Proefstad with neighbourhoods of CBS areas, and tables of figures that come in through the operations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from tests.conftest import AT
from tests.factories import NOBODY, install
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import NewArea, NewDivision, draw_division, recompose
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.areas.rules.naming import tiles
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.scans import operations as scans
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import FigureColumn, FigureImport
from wijkaanzet.scans.operations import Upload
from wijkaanzet.scans.queries.sheet import Sheet, Told
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.mapping import ColumnMapping

Compositions = Mapping[str, Sequence[str] | Mapping[str, str]]
"""Per neighbourhood its CBS areas: codes, or codes with the weight of what lies in it."""
Rows = Mapping[str, Mapping[str, object]]
"""Per CBS code what stands in each column."""
LATER = datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
"""When tables of all these years can have come in."""
PEOPLE = Column("inwoners", "Inwoners", ColumnKind.COUNT, unit="mensen")
FIRST_YEAR = 2010


@dataclass(frozen=True)
class FigureTown:
    """A municipality with one division, or more side by side; the first is the one that it steers on."""

    municipality: Municipality
    division: Division

    def area(self, name: str, division: Division | None = None) -> Area:
        """A neighbourhood by its address."""
        areas = Area.objects.select_related("division__municipality")
        return areas.get(division=division or self.division, slug=name)

    def also(self, key: str, compositions: Compositions, *, year: int = FIRST_YEAR) -> Division:
        """Another division beside the first."""
        return draw(self.municipality, key, compositions, year=year)

    def recompose(self, year: int, compositions: Compositions) -> None:
        """Of which CBS areas the neighbourhoods consist from another region year on."""
        codes = dict(self.division.areas.values_list("slug", "code"))
        parts = {codes[name]: _parts(one) for name, one in compositions.items()}
        recompose(self.division, year=year, parts=parts, actor=NOBODY, at=LATER)

    def put(
        self,
        rows: Rows,
        *columns: Column,
        year: int = 2016,
        division: Division | None = None,
        changed: str = "",
        **told: Any,
    ) -> FigureImport:
        """Bring a table in; what is told with it goes into the upload, such as `origin` or `region_year`."""
        return put(division or self.division, rows, columns, year=year, changed=changed, **told)

    def own(self, rows: Rows, *columns: Column, **told: Any) -> FigureImport:
        """A table that the municipality counted itself."""
        return self.put(rows, *columns, origin=Origin.OWN, source="Eigen registratie", **told)

    def sheet(self, division: Division | None = None) -> Sheet:
        """All that is public."""
        division = division or self.division
        return Sheet(division, queries.public_columns(division))

    def told(self, name: str, slug: str, *, year: int | None = None) -> Told:
        """What anybody may read of one figure of one neighbourhood."""
        sheet, area = self.sheet(), self.area(name)
        return sheet.told([area], column_of(sheet, slug, year=year))[area.id]


def column_of(sheet: Sheet, slug: str, *, year: int | None = None) -> FigureColumn:
    """A column of a sheet by its address, of the newest year unless told otherwise."""
    return next(one for one in sheet.columns if one.slug == slug and (year is None or one.figure_import.year == year))


def open_town(compositions: Compositions | None = None) -> FigureTown:
    """Proefstad, by default with four neighbourhoods of one wijk each."""
    municipality = install().municipality
    compositions = compositions or {name: [wijk(place)] for place, name in enumerate(("noord", "oost", "zuid", "west"))}
    return FigureTown(municipality, draw(municipality, "wijken", compositions))


def wijk(number: int) -> str:
    """The code of a wijk of Proefstad."""
    return f"WK0001{number:02}"


def buurt(number: int, of: int = 0) -> str:
    """The code of a buurt of Proefstad, in a wijk."""
    return f"BU0001{of:02}{number:02}"


def draw(
    municipality: Municipality, key: str, compositions: Compositions, *, year: int = FIRST_YEAR, prefix: str = ""
) -> Division:
    """A division; the code of each neighbourhood starts with that of its division."""
    places = tiles({name: name for name in compositions})
    areas = [
        NewArea(f"{key[:2].upper()}{number}", name, prefix + name.capitalize(), places[name], _parts(parts))
        for number, (name, parts) in enumerate(compositions.items())
    ]
    new = NewDivision(key, key.capitalize(), year, fictional=False, areas=areas, covers_wholly=False)
    return draw_division(municipality, new=new, actor=NOBODY, at=AT)


def put(
    division: Division, rows: Rows, columns: Sequence[Column], *, year: int, changed: str = "", **told: Any
) -> FigureImport:
    """Upload, explain and import a table; the inhabitants are known when one of its columns counts them."""
    words = {"source": "CBS", "file_name": "cijfers.csv", "for_year": 2027, **told}
    new = Upload(content=csv(rows, columns, changed), year=year, **words)
    table = scans.upload(division, new=new, actor=NOBODY, at=LATER)
    people = PEOPLE.key if any(one.key == PEOPLE.key for one in columns) else ""
    mapping = ColumnMapping("code", "naam", people, tuple(columns), changed=changed)
    table = scans.map_columns(table, mapping=mapping, actor=NOBODY, at=LATER)
    return scans.import_figures(table, actor=NOBODY, at=LATER)


def csv(rows: Rows, columns: Sequence[Column], changed: str = "") -> bytes:
    """The table as a file."""
    beside = dict.fromkeys(key for one in columns for key in (one.low, one.high, one.respondents) if key)
    keys = [*(one.key for one in columns), *beside, *([changed] if changed else [])]
    lines = [["code", "naam", *keys]]
    lines += [[code, f"Naam {code}", *(str(cells.get(key, "")) for key in keys)] for code, cells in rows.items()]
    return "\n".join(",".join(line) for line in lines).encode()


def _parts(parts: Sequence[str] | Mapping[str, str]) -> list[Part]:
    weights = parts if isinstance(parts, Mapping) else dict.fromkeys(parts, "1")
    return [Part(code, f"Naam {code}", Decimal(weight)) for code, weight in weights.items()]
