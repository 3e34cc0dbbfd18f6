"""Tables as files for the tests: four wijken of GM0855, one of another municipality, in any kind of file."""

import csv
import gzip
import json
import zipfile
from collections.abc import Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook

from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.mapping import ColumnMapping

HEADER = ("gwb_code", "naam", "a_inw", "p_jong", "opmerking")
ROWS = (
    ("WK085500", "Noord", "1000", "20.5", "ja"),
    ("WK085501", "Zuid", "2000", "10", "nee"),
    ("WK085502", "Oost", "500", ".", "ja"),
    ("WK085503", "West", "0", "", "nee"),
    ("WK030700", "Elders", "9000", "12", "nee"),
)
PEOPLE = Column("a_inw", "Inwoners", ColumnKind.COUNT, unit="mensen", rounding="afgerond op 5")
YOUNG = Column("p_jong", "Jongeren", ColumnKind.PERCENTAGE, of="a_inw")
MAPPING = ColumnMapping("gwb_code", "naam", "a_inw", (PEOPLE, YOUNG))
"""What the columns of these tables mean."""
PLACES = {f"WK08550{n}": "Wijk 0" if n < 2 else "Wijk 1" for n in range(4)}


def table(
    rows: Sequence[Sequence[str]] = ROWS,
    *,
    header: Sequence[str] = HEADER,
    delimiter: str = ",",
    decimal: str = ".",
    encoding: str = "utf-8",
) -> bytes:
    """A table as the bytes of its file."""
    text = StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerows([header, *([_cell(cell, decimal) for cell in row] for row in rows)])
    return text.getvalue().removesuffix("\n").encode(encoding)


def sheet(rows: Sequence[Sequence[str]] = ROWS, *, header: Sequence[str] = HEADER) -> bytes:
    """The same table as a workbook, numbers as numbers."""
    book = Workbook()
    page = book.active
    assert page is not None
    for line in (header, *([_native(cell) for cell in row] for row in rows)):
        page.append(list(line))
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def geojson(rows: Sequence[Sequence[str]] = ROWS, *, header: Sequence[str] = HEADER) -> bytes:
    """The same table as what belongs to shapes."""
    told = [dict(zip(header, map(_native, row), strict=True)) for row in rows]
    features = [{"type": "Feature", "properties": one, "geometry": None} for one in told]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def zipped(content: bytes, *names: str) -> bytes:
    """A file packed as zip; with more names, more of them."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in names or ("cijfers.csv",):
            packed.writestr(name, content)
    return file.getvalue()


def gzipped(content: bytes) -> bytes:
    """A file packed as gzip, always to the same bytes."""
    return gzip.compress(content, mtime=0)


def _native(cell: str) -> str | int | float:
    if cell.isdigit():
        return int(cell)
    return float(cell) if cell.replace(".", "", 1).isdigit() else cell


def _cell(cell: str, decimal: str) -> str:
    digits = cell.replace(".", "", 1)
    return cell.replace(".", decimal) if digits.isdigit() else cell
