"""Workbooks (xlsx), sheet by sheet and row by row; what a formula gave is read, the formula is not."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import islice
from typing import IO, Literal

from defusedxml.ElementTree import ParseError, fromstring
from openpyxl.reader.excel import ExcelReader

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Limits
from wijkaanzet.scans.rules.reading.native import Native
from wijkaanzet.scans.rules.reading.packing import archive, bounded, opened

Row = tuple[int, list[str]]
_Reads = Literal["parts", "texts", "sheets"]
"""What the library is reading: small parts and the tops of sheets, the texts that sheets share, the rows of a sheet."""
_WORKBOOK = "xl/workbook.xml"
_SHOWN = "visible"
_BATCH = 200
_CHUNK = 1_000_000
_LONGEST_FORMULA = 10_000
# a formula whose outcome was never kept; an empty text (t="str") is an outcome
_UNCALCULATED = re.compile(rb'<c\b(?![^>]*\bt="str")[^>]*><f\b[^>]*(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>')


def sheets_of(content: bytes, limits: Limits) -> tuple[str, ...]:
    """The names of the sheets: those that are shown first, then the hidden ones. Raises BadInput as `Workbook`."""
    zipped = archive(content)
    try:
        with opened(zipped, zipped.getinfo(_WORKBOOK), limits.part) as stream:
            book = fromstring(stream.read())
    except (ParseError, ValueError, LookupError):
        raise BadInput("damaged_spreadsheet") from None
    sheets = [part for part in book.iter() if part.tag.rpartition("}")[2] == "sheet"]
    return tuple(part.get("name", "") for part in sorted(sheets, key=lambda part: part.get("state", _SHOWN) != _SHOWN))


class Workbook:
    """A workbook of which the texts are in memory, and each sheet is read when its rows are asked for."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Open it. Raises BadInput("damaged_spreadsheet"), ("damaged_packing") and ("unpacked_over")."""
        self._limits = limits
        if sum(part.file_size for part in archive(content).infolist()) > limits.unpacked:
            raise BadInput("unpacked_over", most=limits.unpacked // 1_000_000)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                reader = _Reader(content, limits)
                reader.read()
        except BadInput:
            raise
        except Exception:  # as in _next
            raise BadInput("damaged_spreadsheet") from None
        reader.parts.reads = "sheets"
        self._book = reader.wb

    def rows(self, sheet: str) -> Iterator[Row]:
        """The rows of a sheet that are not empty, each with its number; numbers are Native.

        Raises BadInput("damaged_spreadsheet"), ("unpacked_over"), ("formula_without_value") and ("sheet_missing").
        """
        found = next((one for one in self._book.worksheets if one.title == sheet), None)
        if found is None:
            raise BadInput("sheet_missing", sheet=sheet[:40])
        found.reset_dimensions()  # a sheet may lie about its size
        rows = enumerate(found.iter_rows(max_row=self._limits.rows, values_only=True), start=1)
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


class _Parts(zipfile.ZipFile):
    """The parts of a workbook: the library holds more of each in memory than it tells, so it gets so much of them.

    What a zip says of the sizes of its parts may be a lie, and the name of a part says little of what it is read as.
    """

    def __init__(self, content: bytes, limits: Limits) -> None:
        super().__init__(BytesIO(content))
        self._limits = limits
        self._tags = limits.part_tags
        self.reads: _Reads = "parts"

    def open(
        self,
        name: str | zipfile.ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        """A part as a stream; texts and sheets are looked through first, before anything is made of them."""
        if self.reads == "texts":
            _check_texts(super().open(name), self._limits)
            return bounded(super().open(name), self._limits.texts)
        if self.reads == "sheets":
            _check_sheet(super().open(name), self._limits)
            return bounded(super().open(name), self._limits.unpacked)
        source = super().open(name, mode, pwd, force_zip64=force_zip64)
        return bounded(source, self._limits.part, look=self._count)

    def _count(self, data: bytes) -> None:
        self._tags -= data.count(b"<")
        if self._tags < 0:
            raise BadInput("unpacked_over", most=self._limits.part // 1_000_000)


class _Reader(ExcelReader):
    """The reader of the library, with bounds on what it reads."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        super().__init__(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        self.archive = self.parts = _Parts(content, limits)

    def read_strings(self) -> None:
        """The texts that the sheets share."""
        self.parts.reads = "texts"
        super().read_strings()
        self.parts.reads = "parts"


def _check_texts(source: IO[bytes], limits: Limits) -> None:
    """Count the tags in the texts that the sheets share: the library makes an object of each."""
    tags = 0
    with bounded(source, limits.texts) as stream:
        while chunk := stream.read(_CHUNK):
            tags += chunk.count(b"<")
            if tags > limits.text_tags:
                raise BadInput("unpacked_over", most=limits.texts // 1_000_000)


def _check_sheet(source: IO[bytes], limits: Limits) -> None:
    """Look for what the library takes without a word: a row without end, a formula that was never worked out."""
    window, since_row = b"", 0
    with bounded(source, limits.unpacked) as stream:
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
