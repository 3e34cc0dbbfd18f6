"""Reading JSON with types: every refusal names the path of the value that is wrong."""

import json
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from wijkaanzet.budget.rules.entries import KEY, LARGEST_AMOUNT
from wijkaanzet.scans.rules.bad_input import BadInput

LONGEST_TEXT = 200
LARGEST_FILE = 1_000_000  # bytes
_FRACTION = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20}|/0*[1-9][0-9]{0,19})?")

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class Node:
    """One value of the file together with its path (`earmarks[0].share`)."""

    def __init__(self, value: object, path: str = "") -> None:
        self.value = value
        self.path = path

    def fields(self, *names: str, optional: Iterable[str] = ()) -> dict[str, "Node"]:
        """Open an object that has exactly these keys. Raises BadInput."""
        value = self.value
        if not isinstance(value, dict):
            raise self.bad("not_an_object")
        allowed = {*names, *optional}
        for key in value:
            if key not in allowed:
                raise BadInput("unknown_key", where=self._below(str(key)), name=str(key))
        for name in names:
            if name not in value:
                raise BadInput("key_is_missing", where=self.path, name=name)
        return {str(key): Node(child, self._below(str(key))) for key, child in value.items()}

    def items(self) -> list["Node"]:
        """Open a list. Raises BadInput."""
        if not isinstance(self.value, list):
            raise self.bad("not_a_list")
        return [Node(child, f"{self.path}[{place}]") for place, child in enumerate(self.value)]

    def each(self, read: Callable[["Node"], T], *, most: int = 1000) -> tuple[T, ...]:
        """Read every item of a list of at most so many the same way. Raises BadInput."""
        items = self.items()
        if len(items) > most:
            raise self.bad("too_many", most=most)
        return tuple(read(item) for item in items)

    def whole(self, low: int, high: int = LARGEST_AMOUNT) -> int:
        """Read a whole number between two bounds; an amount is in cents. Raises BadInput."""
        value = self.value
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.bad("not_a_whole_number")
        if value < low:
            raise self.bad("negative" if low == 0 else "too_small", least=low)
        if value > high:
            raise self.bad("too_large", most=high)
        return value

    def fraction(self) -> Fraction:
        """Read a share or weight from 0 to 1, written as text: "0.35" or "7/20". Raises BadInput."""
        value = self.value
        if not isinstance(value, str) or _FRACTION.fullmatch(value) is None:
            raise self.bad("not_a_fraction")
        fraction = Fraction(value)
        if fraction > 1:
            raise self.bad("above_one")
        return fraction

    def text(self, *, may_be_empty: bool = False) -> str:
        """Read a piece of text of ordinary length. Raises BadInput."""
        value = self.value
        if not isinstance(value, str) or len(value) > LONGEST_TEXT or not (value or may_be_empty):
            raise self.bad("not_a_text")
        if not value.isprintable():  # no database can store \x00, no file half a surrogate
            raise self.bad("not_printable")
        return value

    def key(self) -> str:
        """Read a key: small letters, digits and hyphens, because it becomes part of account names. Raises BadInput."""
        if not isinstance(self.value, str) or KEY.fullmatch(self.value) is None:
            raise self.bad("not_a_key")
        return self.value

    def choice(self, options: type[Choice]) -> Choice:
        """Read one of the values of an enum. Raises BadInput."""
        for option in options:
            if self.value == option.value:
                return option
        raise self.bad("not_a_choice", options=", ".join(options))

    def bad(self, key: str, **parameters: str | int) -> BadInput:
        """Make the refusal of this value."""
        return BadInput(key, where=self.path, **parameters)

    def _below(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key


def read_json(content: bytes) -> Node:
    """Read a JSON file; a key that stands twice is refused. Raises BadInput."""
    check_size(len(content))
    try:
        return Node(json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_no_constant))
    except BadInput:
        raise
    except UnicodeDecodeError:
        raise BadInput("wrong_encoding", encoding="utf-8") from None
    except json.JSONDecodeError as error:
        raise BadInput("not_json", where=str(error.lineno)) from None
    except (ValueError, RecursionError):  # numbers of thousands of digits, thousands of brackets
        raise BadInput("not_json") from None


def check_size(size: int) -> None:
    """No model needs more bytes. Raises BadInput("file_too_large")."""
    if size > LARGEST_FILE:
        raise BadInput("file_too_large", most=LARGEST_FILE)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput("key_stands_twice", name=key)
        found[key] = value
    return found


def _no_constant(name: str) -> object:
    raise BadInput("not_json")
