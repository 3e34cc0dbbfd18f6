"""On which line of a TOML file a key stands; `tomllib` tells it only for what it cannot read."""

import re

_KEY = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"^\s*(\[\[?)\s*({_DOTTED})\s*\]")
_ASSIGNMENT = re.compile(rf"^\s*({_DOTTED})\s*=")


class Lines:
    """The first line of each key; a key inside an inline table or a list is on the line of what holds it.

    The second of the tables [[calendar]] is ("calendar", "1").
    """

    def __init__(self, text: str) -> None:
        self._line: dict[tuple[str, ...], int] = {}
        self._rows: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.match(line):
                table = self._table(_parts(header[2]), is_row=header[1] == "[[")
                for length in range(1, len(table) + 1):  # [levels.city-area] is also where [levels] begins
                    self._line.setdefault(table[:length], number)
            elif assignment := _ASSIGNMENT.match(line):
                self._line.setdefault(table + _parts(assignment[1]), number)

    def of(self, path: tuple[str, ...]) -> int:
        """The line of this key, else of the nearest table around it, else the first."""
        for length in range(len(path), 0, -1):
            if path[:length] in self._line:
                return self._line[path[:length]]
        return 1

    def _table(self, named: tuple[str, ...], *, is_row: bool) -> tuple[str, ...]:
        """The path of a table, with for each list of tables on the way which of them it is."""
        path: tuple[str, ...] = ()
        for part in named[:-1]:
            path += (part,)
            path += (str(self._rows[path]),) if path in self._rows else ()
        path += named[-1:]
        if not is_row:
            return path
        self._rows[path] = self._rows.get(path, -1) + 1
        return (*path, str(self._rows[path]))


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))
