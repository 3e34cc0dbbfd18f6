"""On which line of a TOML file a key stands; `tomllib` tells it only for what it cannot read."""

import re

_KEY = r"""(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_KEY}(?:\s*\.\s*{_KEY})*"
_HEADER = re.compile(rf"^\s*\[\[?\s*({_DOTTED})\s*\]")
_ASSIGNMENT = re.compile(rf"^\s*({_DOTTED})\s*=")


class Lines:
    """The first line of each key; a key inside an inline table or a list is on the line of what holds it."""

    def __init__(self, text: str) -> None:
        self._line: dict[tuple[str, ...], int] = {}
        table: tuple[str, ...] = ()
        for number, line in enumerate(text.split("\n"), start=1):
            if header := _HEADER.match(line):
                table = _parts(header[1])
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


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_KEY, dotted))
