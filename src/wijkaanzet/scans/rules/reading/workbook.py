"""Workbooks (xlsx), sheet by sheet and row by row; what a formula gave is read, the formula is not."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice

from defusedxml.ElementTree import ParseError, fromstring
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Limits
from wijkaanzet.scans.rules.reading.native import Native
from wijkaanzet.scans.rules.reading.packing import archive, opened

Row = tuple[int, list[str]]
_WORKBOOK, _SHEETS = "xl/workbook.xml", "xl/worksheets/"
_SHOWN = "visible"
_BATCH = 200
_CHUNK = 1_000_000
_LONGEST_FORMULA = 10_000
# a formula whose outcome was never kept; an empty text (t="str") is an outcome
_UNCALCULATED = re.compile(rb'<c\b(?![^>]*\bt="str")[^>]*><f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>')


def sheets_of(content: bytes, limits: Limits) -> tuple[str, ...]:
    """The names of the sheets: those that are shown first, then the hidden ones. Raises BadInput as `sheet_rows`."""
    zipped = archive(content)
    try:
        with opened(zipped, zipped.getinfo(_WORKBOOK), limits.in_memory) as stream:
            book = fromstring(stream.read())
    except (ParseError, ValueError, LookupError):
        raise BadInput("damaged_spreadsheet") from None
    sheets = [part for part in book.iter() if part.tag.rpartition("}")[2] == "sheet"]
    return tuple(part.get("name", "") for part in sorted(sheets, key=lambda part: part.get("state", _SHOWN) != _SHOWN))


def sheet_rows(content: bytes, sheet: str, limits: Limits) -> Iterator[Row]:
    """The rows of a sheet that are not empty, each with its number; numbers are Native.

    Raises BadInput("damaged_spreadsheet"), ("unpacked_over"), ("formula_without_value") and ("sheet_missing").
    """
    opened = _opened(content, limits)
    found = next((one for one in opened.worksheets if one.title == sheet), None)
    if found is None:
        raise BadInput("sheet_missing", sheet=sheet[:40])
    found.reset_dimensions()  # a sheet may lie about its size
    rows = enumerate(found.iter_rows(max_row=limits.rows, values_only=True), start=1)
    while batch := _next(rows):
        for number, values in batch:
            cells = [_text(value) for value in values]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                yield number, cells


def _next(rows: Iterator[tuple[int, tuple[object, ...]]]) -> list[tuple[int, tuple[object, ...]]]:
    """Some rows at once, so that the words of the library are silenced for its own work only."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(islice(rows, _BATCH))
    except BadInput:
        raise
    except Exception:  # the library checks little: a part that is not as it should be may raise anything
        raise BadInput("damaged_spreadsheet") from None


def _opened(content: bytes, limits: Limits) -> Workbook:
    """Open a workbook whose parts, by the sizes that the zip keeps to, are not larger than may be."""
    zipped = archive(content)
    parts = zipped.infolist()
    sheets = [part for part in parts if part.filename.startswith(_SHEETS)]
    whole, streamed = (sum(part.file_size for part in some) for some in (parts, sheets))
    for size, most in ((whole, limits.unpacked), (whole - streamed, limits.in_memory)):
        if size > most:
            raise BadInput("unpacked_over", most=most // 1_000_000)
    for sheet in sheets:
        _check_sheet(zipped, sheet, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    except Exception:  # as in _next
        raise BadInput("damaged_spreadsheet") from None


def _check_sheet(zipped: zipfile.ZipFile, sheet: zipfile.ZipInfo, limits: Limits) -> None:
    """Look for what the library takes without a word: a row without end, a formula that was never worked out."""
    window, since_row = b"", 0
    with opened(zipped, sheet, limits.unpacked) as stream:
        while chunk := stream.read(_CHUNK):
            window = window[-_LONGEST_FORMULA:] + chunk
            row = chunk.rfind(b"<row")
            since_row = len(chunk) - row if row >= 0 else since_row + len(chunk)
            if since_row > limits.sheet_row:
                raise BadInput("unpacked_over", most=limits.sheet_row // 1_000_000)
            if _UNCALCULATED.search(window):
                raise BadInput("formula_without_value")


def _text(value: object) -> str:
    """A cell as text. A spreadsheet keeps 15 digits of a number; what lies behind them is noise of the machine."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return Native(value)
    if isinstance(value, float):
        return Native(format(value, ".15g"))
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value).strip()
