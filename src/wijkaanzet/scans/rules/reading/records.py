"""JSON with records: the properties of GeoJSON and the answers of open data; one record is in memory at a time."""

import json
import re
from collections.abc import Callable, Iterator
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
_DEEPEST = 10  # a collection of shapes with holes goes seven deep


def _nested(deepest: int) -> re.Pattern[str]:
    """A list or object of JSON, to pass over without making anything of it; in one go, since nothing is tried twice."""
    text = r'[^][{}"]++|"(?:[^"\\]++|\\.)*+"'
    inside = text
    for _ in range(deepest):
        inside = rf"{text}|[\[{{](?:{inside})*+[\]}}]"
    return re.compile(rf"[\[{{](?:{inside})*+[\]}}]", re.DOTALL)


_NESTED = _nested(_DEEPEST)


def kind_of_records(content: bytes, packing: Packing, limits: Limits) -> FileKind:
    """Which of the two it is. Raises BadInput("json_no_table") when it is neither, and as `records`."""
    return _opened(content, packing, limits)[0]


def records(content: bytes, packing: Packing, limits: Limits) -> Iterator[Record]:
    """The records in their order, cells as text; numbers are Native, and shapes are left out.

    Raises BadInput("json_no_table"), ("damaged_json") and ("zero_byte") with the number of the record,
    ("wrong_encoding"), and as `unpacked` does.
    """
    kind, text = _opened(content, packing, limits)
    read = text.properties if kind is FileKind.GEOJSON else text.value
    for number, told in enumerate(text.items(read), start=1):
        if not isinstance(told, dict):
            raise BadInput("damaged_json", where=str(number))
        record = {_whole(" ".join(name.split())): _cell(value) for name, value in told.items()}
        if any("\0" in text for cell in record.items() for text in cell):
            raise BadInput("zero_byte", where=str(number))
        yield record


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Native):
        return value
    if isinstance(value, str):
        return _whole(value.strip())
    return _whole(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _whole(text: str) -> str:
    """The text with a mark where half a sign stands: JSON can write that, but no file or page can hold it."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _opened(content: bytes, packing: Packing, limits: Limits) -> tuple[FileKind, "_Json"]:
    stream = TextIOWrapper(unpacked(content, packing, limits), encoding="utf-8-sig", newline="")
    text = _Json(stream, limits)
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

    def __init__(self, stream: TextIO, limits: Limits) -> None:
        self._stream = stream
        self._limits = limits
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
            except RecursionError:
                raise self._damaged() from None
            except JSONDecodeError:
                if not self._more():
                    raise self._damaged() from None
                continue
            if end < len(self._text) or not self._more():  # a number could go on in what was not read yet
                self._at = end
                return value

    def skip(self) -> None:
        """Go past the value that starts here, without making anything of it. Raises BadInput("damaged_json")."""
        if self.next() not in ("[", "{"):
            self.value()
            return
        while (found := _NESTED.match(self._text, self._at)) is None:
            if not self._more(self._limits.in_memory):
                raise self._damaged()
        self._at = found.end()

    def properties(self) -> object:
        """The properties of the feature that starts here; its shape is passed over. Raises BadInput("damaged_json")."""
        found: object = None
        self.expect("{")
        while self.next() == '"':
            key = self.value()
            self.expect(":")
            if key == "properties":
                found = self.value()
            else:
                self.skip()
            if self.next() != ",":
                break
            self.take()
        self.expect("}")
        return found

    def items(self, read: Callable[[], object]) -> Iterator[object]:
        """The items of the list that starts here, each as `read` takes it. Raises BadInput("damaged_json")."""
        self.expect("[")
        if self.next() == "]":
            return
        while True:
            self._number += 1
            yield read()
            if self.next() == "]":
                return
            self.expect(",")

    def _more(self, most: int = 0) -> bool:
        """Read on, as long as what is needed at once is not longer than may be."""
        rest = self._text[self._at :]
        if len(rest) > (most or self._limits.record):
            raise self._damaged()
        try:
            read = self._stream.read(max(_CHUNK, len(rest)))
        except UnicodeDecodeError:
            raise BadInput("wrong_encoding", where=str(self._number or 1), encoding="utf-8") from None
        self._text, self._at = rest + read, 0
        return bool(read)

    def _damaged(self) -> BadInput:
        return BadInput("damaged_json", where=str(self._number or 1))
