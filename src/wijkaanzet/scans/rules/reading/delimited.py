"""Text with a delimiter, row by row: a large file needs no more memory than its longest line."""

import codecs
import csv
from collections.abc import Iterator
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import DELIMITERS, Layout, Limits, Packing
from wijkaanzet.scans.rules.reading.packing import unpacked
from wijkaanzet.scans.rules.reading.regions import region

Row = tuple[int, list[str]]
_CODECS = {"utf-8": "utf-8-sig"}  # takes the mark away with which spreadsheets begin UTF-8
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHUNK = 131_072
_SAMPLED_ROWS = 100


def delimited_rows(content: bytes, layout: Layout, limits: Limits) -> Iterator[Row]:
    """Every row with the line on which it ends, cells without padding.

    Raises BadInput("unreadable_row"), ("wrong_encoding"), ("zero_byte") with the line, and as `unpacked` does.
    """
    lines = _lines(content, layout, limits)
    reader = csv.reader(lines, delimiter=layout.delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise BadInput("unreadable_row", where=str(reader.line_num)) from None
        yield reader.line_num, [cell.strip() for cell in cells]


def encoding_of(content: bytes, packing: Packing, limits: Limits) -> str:
    """UTF-16 with its mark, UTF-8 when it is that, else what older Windows programs write; reads the whole file.

    Raises BadInput("zero_byte") and as `unpacked` does.
    """
    if unpacked(content, packing, limits).read(2) in _UTF16:
        return "utf-16"
    return next((name for name in ("utf-8", "cp1252") if _fits(unpacked(content, packing, limits), name)), "iso8859-1")


def delimiter_of(content: bytes, layout: Layout, limits: Limits) -> str:
    """The sign that cuts most of the first rows into equally many cells, and best into codes of regions.

    Raises BadInput("no_columns") when no sign cuts anything, and as delimited_rows.
    """
    fits = {sign: _fit(content, _with(layout, sign), limits) for sign in DELIMITERS}
    best = max(DELIMITERS, key=lambda sign: fits[sign])
    if fits[best] == (0, 0, 0):
        for _ in delimited_rows(content, layout, limits):
            pass  # when it cannot be read at all, that is the better word
        raise BadInput("no_columns")
    return best


def _with(layout: Layout, delimiter: str) -> Layout:
    return Layout(layout.kind, packing=layout.packing, encoding=layout.encoding, delimiter=delimiter)


def _fit(content: bytes, layout: Layout, limits: Limits) -> tuple[int, int, int]:
    """How many rows are as wide as most, how many cells are codes, and how wide; a single column fits nobody."""
    rows: list[list[str]] = []
    try:
        for _, cells in islice(delimited_rows(content, layout, limits), _SAMPLED_ROWS):
            rows.append(cells)  # a file that breaks off halfway still tells its first rows
    except BadInput:
        pass
    widths = [len(cells) for cells in rows if len(cells) > 1]
    if not widths:
        return 0, 0, 0
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    codes = sum(region(cell) is not None for cells in rows for cell in cells)
    return widths.count(usual), codes, usual


def _lines(content: bytes, layout: Layout, limits: Limits) -> Iterator[str]:
    number = 0
    try:
        text = _text(content, layout, limits)
        while line := text.readline(limits.line + 1):
            number += 1
            if len(line) > limits.line:
                raise BadInput("unreadable_row", where=str(number))
            if "\0" in line:
                raise BadInput("zero_byte", where=str(number))
            yield line
    except UnicodeError:
        where = _undecodable(content, layout, limits)
        raise BadInput("wrong_encoding", where=str(where), encoding=layout.encoding) from None


def _undecodable(content: bytes, layout: Layout, limits: Limits) -> int:
    """The first line that is not in the encoding; decoding goes by blocks, so its own mistake names none."""
    text = _text(content, layout, limits, errors="replace")
    number = 1
    while line := text.readline(limits.line + 1):
        if "\ufffd" in line:
            break
        number += line.endswith("\n")
    return number


def _text(content: bytes, layout: Layout, limits: Limits, *, errors: str = "strict") -> TextIOWrapper:
    stream = unpacked(content, layout.packing, limits)
    return TextIOWrapper(stream, encoding=_CODECS.get(layout.encoding, layout.encoding), errors=errors)


def _fits(stream: BinaryIO, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    while chunk := stream.read(_CHUNK):
        if b"\x00" in chunk:
            raise BadInput("not_a_text_file")
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            return False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
