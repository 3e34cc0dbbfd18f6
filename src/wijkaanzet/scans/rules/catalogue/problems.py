"""A mistake in the shipped catalogue, named with its file and key; and reading one table of it with care."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_SHOWN = 60


class CatalogueError(Exception):
    """The catalogue cannot be used. It is part of the product, so the reader of this message is a developer."""

    def __init__(self, file: str, key: str, what: str) -> None:
        self.file = file
        self.key = key
        super().__init__(f"{file}: {key}: {what}")


class Entry:
    """One table of a file; each value is asked for once, with its type, and what nobody asked for is refused."""

    def __init__(self, values: object, *, file: str, key: str) -> None:
        self.file = file
        self.key = key
        if not isinstance(values, Mapping):
            raise self.mistake("", "must be a table")
        self._values: dict[str, object] = {str(name): value for name, value in values.items()}
        self._asked: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def mistake(self, name: str, what: str) -> CatalogueError:
        """The error for one key of this table."""
        return CatalogueError(self.file, ".".join(part for part in (self.key, name) if part), what)

    def value(self, name: str) -> object:
        """Whatever stands under this key; None when it is left out."""
        self._asked.add(name)
        return self._values.get(name)

    def text(self, name: str, *, default: str | None = None, longest: int = 300) -> str:
        """A text on one line; required without a default."""
        value = self.value(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, str) or not value.strip() or value != " ".join(value.split()):
            raise self.mistake(name, "must be a text on one line, without spaces around it")
        if len(value) > longest:
            raise self.mistake(name, f"has {len(value)} characters, at most {longest}")
        return value

    def number(self, name: str, *, default: int | None = None, low: int = 0, high: int = 100_000) -> int:
        """A whole number between two bounds; required without a default."""
        value = self.value(name)
        if value is None and default is not None:
            return default
        if type(value) is not int or not low <= value <= high:
            raise self.mistake(name, f"must be a whole number from {low} to {high}")
        return value

    def flag(self, name: str) -> bool:
        """True or false; false when it is left out."""
        value = self.value(name)
        if value is not None and not isinstance(value, bool):
            raise self.mistake(name, "must be true or false")
        return bool(value)

    def year(self, name: str) -> int | None:
        """A year, or None when it is left out."""
        return self.number(name, low=1900, high=2100) if name in self else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of different texts; empty when it is left out."""
        value = self.value(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            raise self.mistake(name, "must be a list of texts")
        if len(set(value)) < len(value):
            raise self.mistake(name, "names something twice")
        return tuple(value)

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers; empty when it is left out."""
        value = self.value(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(type(one) is int for one in value):
            raise self.mistake(name, "must be a list of whole numbers")
        return tuple(value)

    def choice(self, name: str, kinds: type[Choice], *, default: Choice | None = None) -> Choice:
        """One member of an enum; required without a default."""
        value = self.text(name, default=default)
        if value not in set(kinds):
            raise self.mistake(name, f"{value[:LONGEST_SHOWN]!r} is none of {', '.join(kinds)}")
        return kinds(value)

    def known(self, name: str, among: Iterable[str], *, default: str | None = None) -> str:
        """A key that must exist elsewhere in the catalogue; the default may be no key at all."""
        value = self.text(name, default=default)
        if value != default and value not in set(among):
            raise self.mistake(name, f"{value[:LONGEST_SHOWN]!r} does not exist")
        return value

    def tables(self, name: str) -> dict[str, "Entry"]:
        """The tables that stand under one key, by their names."""
        below = Entry(self.value(name) or {}, file=self.file, key=f"{self.key}.{name}" if self.key else name)
        return {one: Entry(value, file=self.file, key=f"{below.key}.{one}") for one, value in below.items()}

    def items(self) -> list[tuple[str, object]]:
        """All keys with their values, in the order of the file; all of them count as asked for."""
        self._asked.update(self._values)
        return list(self._values.items())

    def close(self) -> None:
        """Refuse a key that nobody asked for."""
        for name in self._values.keys() - self._asked:
            raise self.mistake(name, "is not a key that exists here")
