"""Reading one table of the file, key by key; what is wrong is noted and reading goes on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from wijkaanzet.arrangements.rules.lines import Lines
from wijkaanzet.arrangements.rules.problems import ArrangementErrors, Problem, ProblemKey, shown, suggestion

LONGEST_TEXT = 200
LONGEST_NAME = 80  # as in kernel.Municipality
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
Choice = TypeVar("Choice", bound=StrEnum)


class Notes:
    """The problems found so far."""

    def __init__(self, *, file_name: str, lines: Lines) -> None:
        self._file_name = file_name
        self._lines = lines
        self._problems: list[Problem] = []

    @classmethod
    def unread(cls) -> "Notes":
        """Notes that nobody will check."""
        return cls(file_name="", lines=Lines(""))

    def add(self, key: ProblemKey, path: tuple[str, ...], **parameters: str) -> None:
        """Note a problem at the line of this path."""
        self._problems.append(Problem(self._file_name, self._lines.of(path), path, key, parameters))

    def check(self) -> None:
        """Raise all of it at once, if there is anything."""
        if self._problems:
            raise ArrangementErrors(self._problems)


class Table:
    """One table; every method returns a value of the asked type, also when it had to note a problem."""

    def __init__(self, values: Mapping[str, object], *, path: tuple[str, ...], notes: Notes) -> None:
        self.path = path
        self.notes = notes
        self._values = values
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def __iter__(self) -> Iterator[str]:
        """The keys the writer used."""
        return iter(self._values)

    def note(self, key: ProblemKey, at: str, **parameters: str) -> None:
        """Note a problem with one key of this table."""
        self.notes.add(key, (*self.path, at), **parameters)

    def is_list(self, key: str) -> bool:
        """Whether the writer gave a list here."""
        return isinstance(self._values.get(key), list)

    def text(self, key: str, *, longest: int = LONGEST_TEXT) -> str:
        """A required text."""
        value = self._get(key)
        return "" if value is None else self._checked_text(key, value, longest=longest)

    def text_or_empty(self, key: str, *, longest: int = LONGEST_TEXT) -> str:
        """A text that may be left out."""
        self._asked.add(key)
        return self.text(key, longest=longest) if key in self else ""

    def slug(self, key: str) -> str:
        """A required key or address: small letters, digits and hyphens."""
        value = self.text(key)
        self._check_slug(key, value)
        return value

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts; empty when left out."""
        if not required and key not in self:
            self._asked.add(key)
            return ()
        value = self._get(key)
        if not isinstance(value, list):
            if value is not None:
                self.note(ProblemKey.NOT_LIST, key)
            return ()
        return tuple(self._checked_text(key, item, longest=LONGEST_TEXT) for item in value)

    def slugs(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of keys, each once."""
        items = self.texts(key, required=required)
        for item in dict.fromkeys(items):
            self._check_slug(key, item)
            if item and items.count(item) > 1:
                self.note(ProblemKey.DOUBLE_KEY, key, value=shown(item))
        return items

    def number(self, key: str, *, low: int, high: int, default: int | None = None) -> int:
        """A whole number between two bounds; required when it has no default."""
        if default is not None and key not in self:
            self._asked.add(key)
            return default
        value = self._get(key)
        if value is None:
            return low
        if not isinstance(value, int) or isinstance(value, bool):
            self.note(ProblemKey.NOT_NUMBER, key)
            return low
        if not low <= value <= high:
            self.note(ProblemKey.OUT_OF_RANGE, key, low=str(low), high=str(high))
        return value

    def day(self, key: str) -> date | None:
        """A required date; a moment with a time is refused, because a period counts in whole days."""
        value = self._get(key)
        if type(value) is date:
            return value
        if value is not None:
            self.note(ProblemKey.NOT_DATE, key)
        return None

    def choice(self, key: str, options: type[Choice]) -> Choice:
        """One of a closed list of values."""
        value, all_options = self.text(key), list(options)
        if value in [str(option) for option in all_options]:
            return options(value)
        if value:
            allowed = ", ".join(all_options)
            near = suggestion(value, all_options)
            self.note(ProblemKey.UNKNOWN_CHOICE, key, value=shown(value), allowed=allowed, **near)
        return all_options[0]

    def table(self, key: str, *, required: bool = False) -> "Table":
        """A table inside this one; empty when left out."""
        self._asked.add(key)
        value = self._get(key) if required else self._values.get(key, {})
        if isinstance(value, dict):
            return Table(value, path=(*self.path, key), notes=self.notes)
        if value is not None:
            self.note(ProblemKey.NOT_TABLE, key)
        return Table({}, path=(*self.path, key), notes=Notes.unread())  # itself noted: not each key in it as well

    def rows(self, key: str, *, once: str, required: bool = False) -> tuple["Table", ...]:
        """The tables under [[key]], in their order; none when left out. No two may hold the same under `once`."""
        self._asked.add(key)
        if required and not self._values.get(key):
            self.note(ProblemKey.MISSING, key)
        values = self._values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, dict) for value in values):
            self.note(ProblemKey.NOT_ROWS, key, value=".".join((*self.path, key)))
            return ()
        rows = tuple(
            Table(value, path=(*self.path, key, str(index)), notes=self.notes) for index, value in enumerate(values)
        )
        named = [str(value.get(once, "")) for value in values]
        for index, name in enumerate(named):
            if name and name in named[:index]:
                rows[index].note(ProblemKey.DOUBLE_KEY, once, value=shown(name))
        return rows

    def close(self, *, also: Iterable[str] = ()) -> None:
        """Note every key that nobody asked for: a typing error must not pass as silence."""
        known = self._asked | set(also)
        for key in self._values:
            if key not in known:
                self.note(ProblemKey.UNKNOWN_KEY, key, value=shown(key), **suggestion(key, known))

    def _get(self, key: str) -> object:
        self._asked.add(key)
        if key not in self._values:
            self.notes.add(ProblemKey.MISSING, (*self.path, key))
        return self._values.get(key)

    def _check_slug(self, key: str, value: str) -> None:
        if value.strip() and not SLUG.fullmatch(value):
            self.note(ProblemKey.BAD_SLUG, key, value=shown(value))

    def _checked_text(self, key: str, value: object, *, longest: int) -> str:
        if not isinstance(value, str):
            self.note(ProblemKey.NOT_TEXT, key)
            return ""
        if not value.strip():
            self.note(ProblemKey.EMPTY_TEXT, key)
        elif len(value) > longest:
            self.note(ProblemKey.LONG_TEXT, key, high=str(longest))
        elif not value.isprintable():  # PostgreSQL cannot store \x00, and a name with a line break breaks a table
            self.note(ProblemKey.CONTROL_CHARACTER, key)
        return value
