"""How a file with figures is written: found by looking, confirmed or changed by somebody, kept with the import."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

from wijkaanzet.scans.rules.bad_input import BadInput

ENCODINGS = ("utf-8", "utf-16", "cp1252", "iso8859-1")
DELIMITERS = (",", ";", "\t", "|")
SIGNS_OF_DECIMALS = (".", ",")
SIGNS_OF_THOUSANDS = ("", ".", ",", " ", "'")
MOST_SIGNS, LONGEST_SIGN = 30, 20


class FileKind(StrEnum):
    """Bestandssoort. What kind of file holds the table."""

    CSV = "csv"
    STATLINE = "statline"
    """CSV as StatLine and its open data write it: padded cells, signs for what is not known, a source below."""
    STATLINE_PIVOT = "statline_pivot"
    """CSV as seen on the screen of StatLine: a title, topics as a path "A|B|C", a row with units."""
    XLSX = "xlsx"
    GEOJSON = "geojson"
    ODATA = "odata"
    """Records as JSON, as a list or under "value", in the way of the open data of CBS."""


class Packing(StrEnum):
    """In what a file was packed when it was sent."""

    PLAIN = "plain"
    GZIP = "gzip"
    ZIP = "zip"


TEXT_KINDS = (FileKind.CSV, FileKind.STATLINE, FileKind.STATLINE_PIVOT)


@dataclass(frozen=True)
class Limits:
    """What a file may cost; beyond it the file is refused."""

    uploaded: int = 10_000_000
    """Bytes as sent."""
    unpacked: int = 200_000_000
    """Bytes that are read from it, however well it was packed."""
    in_memory: int = 60_000_000
    """Bytes of what must be held at once: a workbook as sent, one shape."""
    texts: int = 20_000_000
    """Bytes of the texts that the sheets of a workbook share."""
    text_tags: int = 1_000_000
    """Tags in them: a text takes four, and any tag is an object while it is read."""
    part: int = 1_000_000
    """Bytes of each other part of a workbook: its styles, its list of sheets."""
    part_tags: int = 100_000
    """Tags in those parts together."""
    record: int = 2_000_000
    """Signs in one record, without its shape."""
    columns: int = 600
    rows: int = 1_048_576
    """Rows of a sheet; a spreadsheet has no more."""
    name: int = 200
    """Signs in the name of a column."""
    line: int = 200_000
    """Signs in one line of text."""
    cell: int = 20_000
    """Signs in one cell."""
    sheet_row: int = 5_000_000
    """Bytes of one row of a sheet."""


STANDARD_LIMITS = Limits()


@dataclass(frozen=True)
class Layout:
    """How a file is written. Change what was found wrongly with `dataclasses.replace`."""

    kind: FileKind
    packing: Packing = Packing.PLAIN
    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: str = "."
    thousands: str = ""
    header_row: int = 1
    """The line (or row of the sheet) with the first names, from 1; 0 where names stand in every record."""
    name_rows: int = 1
    """How many rows of names there are: StatLine gives topics and years a row each."""
    rows_below_header: int = 0
    """How many lines below the names hold units or nothing, before the first row of figures."""
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    """All sheets of the workbook, so that another can be chosen."""
    missing: tuple[str, ...] = ("", ".")
    """What stands in a cell when there is no number."""
    statline_signs: bool = False
    """Whether the signs of StatLine hold: "-" is nil, which is zero, and not a number that is missing."""
    uncertain: bool = False
    """Whether the sign of decimals could not be told: "1.234" may be a thousand or one and a bit."""

    def to_json(self) -> dict[str, str | int | bool | list[str]]:
        """The layout as plain data, to keep with an import."""
        told: dict[str, str | int | bool | list[str]] = {}
        for field in fields(self):
            value = getattr(self, field.name)
            told[field.name] = list(value) if isinstance(value, tuple) else value
        return told

    @classmethod
    def from_json(cls, told: Mapping[str, object]) -> "Layout":
        """The layout that was kept. Raises BadInput("wrong_layout") with the field that cannot be."""
        if extra := told.keys() - {field.name for field in fields(cls)}:
            raise BadInput("wrong_layout", field=sorted(extra)[0][:40])
        missing, sheets = _texts(told, "missing"), _texts(told, "sheets")
        if len(missing) > MOST_SIGNS or any(len(sign) > LONGEST_SIGN for sign in missing):
            raise BadInput("wrong_layout", field="missing")
        return cls(
            kind=FileKind(_one_of(told, "kind", tuple(FileKind))),
            packing=Packing(_one_of(told, "packing", tuple(Packing))),
            encoding=_one_of(told, "encoding", ENCODINGS),
            delimiter=_one_of(told, "delimiter", DELIMITERS),
            decimal=(decimal := _one_of(told, "decimal", SIGNS_OF_DECIMALS)),
            thousands=_one_of(told, "thousands", tuple(sign for sign in SIGNS_OF_THOUSANDS if sign != decimal)),
            header_row=_whole(told, "header_row"),
            name_rows=_whole(told, "name_rows", least=1),
            rows_below_header=_whole(told, "rows_below_header"),
            sheet=_text(told, "sheet"),
            sheets=sheets,
            missing=missing,
            statline_signs=_yes(told, "statline_signs"),
            uncertain=_yes(told, "uncertain"),
        )


def _text(told: Mapping[str, object], field: str) -> str:
    value = told.get(field)
    if not isinstance(value, str):
        raise BadInput("wrong_layout", field=field)
    return value


def _one_of(told: Mapping[str, object], field: str, allowed: tuple[str, ...]) -> str:
    value = _text(told, field)
    if value not in allowed:
        raise BadInput("wrong_layout", field=field)
    return value


def _whole(told: Mapping[str, object], field: str, *, least: int = 0) -> int:
    value = told.get(field)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise BadInput("wrong_layout", field=field)
    return value


def _yes(told: Mapping[str, object], field: str) -> bool:
    value = told.get(field)
    if not isinstance(value, bool):
        raise BadInput("wrong_layout", field=field)
    return value


def _texts(told: Mapping[str, object], field: str) -> tuple[str, ...]:
    value = told.get(field)
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise BadInput("wrong_layout", field=field)
    return tuple(value)
