"""JSON with records: the properties of GeoJSON and the answers of open data; one record is in memory at a time."""

import json
from collections.abc import Iterator
from io import TextIOWrapper
from json import JSONDecodeError, JSONDecoder
from typing import TextIO

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import FileKind, Limits, Packing
from wijkaanzet.scans.rules.reading.native import Native
from wijkaanzet.scans.rules.reading.packing import unpacked

Record = dict[str, str]
_LISTS = {"features": FileKind.GEOJSON, "value": FileKind.ODATA}
_CHUNK = 65_536
_SPACE = " \t\r\n"


def kind_of_records(content: bytes, packing: Packing, limits: Limits) -> FileKind:
    """Which of the two it is. Raises BadInput("json_no_table") when it is neither, and as `records`."""
    return _opened(content, packing, limits)[0]


def records(content: bytes, packing: Packing, limits: Limits) -> Iterator[Record]:
    """The records in their order, cells as text; numbers are Native, and shapes are left out.

    Raises BadInput("json_no_table"), ("damaged_json") with the number of the record, ("wrong_encoding"), and as
    `unpacked` does.
    """
    kind, text = _opened(content, packing, limits)
    for number, item in enumerate(text.items(), start=1):
        told = item.get("properties") if kind is FileKind.GEOJSON and isinstance(item, dict) else item
        if not isinstance(told, dict):
            raise BadInput("damaged_json", where=str(number))
        yield {" ".join(name.split()): _cell(value) for name, value in told.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Native):
        return value
    if isinstance(value, str):
        return value.strip()
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _opened(content: bytes, packing: Packing, limits: Limits) -> tuple[FileKind, "_Json"]:
    stream = TextIOWrapper(unpacked(content, packing, limits), encoding="utf-8-sig", newline="")
    text = _Json(stream, limits.in_memory)
    if text.next() == "[":
        return FileKind.ODATA, text
    if text.next() == "{":
        text.take()
        while text.next() == '"':
            key = text.value()
            text.expect(":")
            if text.next() == "[" and isinstance(key, str) and key in _LISTS:
                return _LISTS[key], text
            text.value()
            if text.next() == ",":
                text.take()
    raise BadInput("json_no_table")


class _Json:
    """JSON of which only as much is read as the value that is asked for."""

    def __init__(self, stream: TextIO, most: int) -> None:
        self._stream = stream
        self._most = most
        self._text = ""
        self._at = 0
        self._number = 0
        self._decoder = JSONDecoder(parse_float=Native, parse_int=Native, parse_constant=str)

    def next(self) -> str:
        """The next sign that is no space, without taking it; empty at the end."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._more():
                return ""

    def take(self) -> None:
        """Go past the sign that `next` gave."""
        self._at += 1

    def expect(self, sign: str) -> None:
        """Go past this sign. Raises BadInput("damaged_json") when another stands there."""
        if self.next() != sign:
            raise self._damaged()
        self.take()

    def value(self) -> object:
        """The value that starts here. Raises BadInput("damaged_json")."""
        self.next()
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except (JSONDecodeError, RecursionError):
                if not self._more():
                    raise self._damaged() from None
                continue
            if end < len(self._text) or not self._more():  # a number could go on in what was not read yet
                self._at = end
                return value

    def items(self) -> Iterator[object]:
        """The items of the list that starts here, one by one. Raises BadInput("damaged_json")."""
        self.expect("[")
        if self.next() == "]":
            return
        while True:
            self._number += 1
            yield self.value()
            if self.next() == "]":
                return
            self.expect(",")

    def _more(self) -> bool:
        rest = self._text[self._at :]
        if len(rest) > self._most:
            raise self._damaged()
        try:
            read = self._stream.read(max(_CHUNK, len(rest)))
        except UnicodeDecodeError:
            raise BadInput("wrong_encoding", where=str(self._number or 1), encoding="utf-8") from None
        self._text, self._at = rest + read, 0
        return bool(read)

    def _damaged(self) -> BadInput:
        return BadInput("damaged_json", where=str(self._number or 1))
