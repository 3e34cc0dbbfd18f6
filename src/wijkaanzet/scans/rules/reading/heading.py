"""Where the names of the columns stand: under titles, above units, next to an index without a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Limits
from wijkaanzet.scans.rules.reading.regions import region
from wijkaanzet.scans.rules.reading.signs import ALWAYS_MISSING, NUMBER, OTHER_MISSING

Row = tuple[int, list[str]]
_UNIT = re.compile(
    r"(aantal|number|%|percentage|procent|per |x |1 ?000|euro|€|mln|mld|km|m2|m²|m3|m³|hm|ha\b|hectare|kwh|gj|kg|jaar"
    r"|uur|minuten|index|score|ratio|code|naam|omschrijving|rapportcijfer|graden).{0,40}",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SOURCE = re.compile(
    r"(?:bron|source|copyright|©|toelichting|verklaring|noot|voetnoot)\b.*|©.*", re.IGNORECASE | re.DOTALL
)
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WINDOWS = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)}
_CLEAN = {**_INVISIBLE, **_WINDOWS}


@dataclass(frozen=True)
class Heading:
    """The row with names, and how many lines lie between it and the figures."""

    row: int
    below: int


def heading_of(sample: Sequence[Row]) -> Heading:
    """Find the names above the first row of figures. Raises BadInput("no_rows") and ("no_header")."""
    filled = [(number, cells) for number, cells in sample if any(cells)]
    if not filled:
        raise BadInput("no_rows")
    first = _first_of_data(filled)
    width = _extent(filled[first][1])
    above = [place for place in range(first) if 2 * _extent(filled[place][1]) >= width]
    if not above:
        raise BadInput("no_header")
    place = above[-1]
    if len(above) > 1 and is_units(filled[place][1]):
        place = above[-2]
    row = filled[place][0]
    return Heading(row, filled[first - 1][0] - row)


def names_of(cells: Sequence[str], units: Sequence[str], limits: Limits) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and units by column; a column without a name takes the word below it, else its place ("column 1").

    Raises BadInput("too_many_columns"), ("header_too_long") and ("no_header").
    """
    width = _extent(cells)
    if width > limits.columns:
        raise BadInput("too_many_columns", most=limits.columns, columns=width)
    names = [_clean(cell) for cell in cells[:width]]
    below = [_clean(unit) for unit in [*units, *[""] * width][:width]]
    for place, name in enumerate(names):
        if not name and below[place] and not _UNIT.fullmatch(below[place]):
            names[place], below[place] = below[place], ""
        elif not name:
            names[place] = _free(f"column {place + 1}", names)
    for name in names:
        if len(name) > limits.name or not name.isprintable():
            raise BadInput("header_too_long", most=limits.name, start=ascii(name[:40]))
        if region(name) is not None:
            raise BadInput("no_header")
    return tuple(names), tuple(below)


def is_units(cells: Sequence[str]) -> bool:
    """Whether a row says in what the columns are counted; its first cell may name the regions."""
    words = [cell for cell in cells[1:] if cell]
    return bool(words) and 2 * sum(_UNIT.fullmatch(word) is not None for word in words) > len(words)


def is_source(cells: Sequence[str]) -> bool:
    """Whether a row is no row of figures but says where they are from ("Bron: CBS")."""
    words = [cell for cell in cells if cell]
    return bool(words) and len(words) <= max(1, len(cells) // 2) and _SOURCE.fullmatch(words[0]) is not None


def _first_of_data(rows: Sequence[Row]) -> int:
    """The first row with the code of a region; else the first that is mostly numbers; else the second."""
    for looks in (_has_code, _is_numbers):
        for place, (_, cells) in enumerate(rows):
            if looks(cells):
                return place
    return min(1, len(rows) - 1)


def _has_code(cells: Sequence[str]) -> bool:
    return any(region(cell) is not None for cell in cells)


def _is_numbers(cells: Sequence[str]) -> bool:
    words = [cell for cell in cells[1:] if cell]
    numbers = [word for word in words if NUMBER.fullmatch(word)]
    if not numbers or all(_YEAR.fullmatch(number) for number in numbers):
        return False
    return 2 * sum(word in ALWAYS_MISSING or word in OTHER_MISSING for word in words) + 2 * len(numbers) >= len(words)


def _extent(cells: Sequence[str]) -> int:
    """How far a row goes: the place of its last cell with something in it."""
    return max((place + 1 for place, cell in enumerate(cells) if cell), default=0)


def _clean(name: str) -> str:
    """One line, without invisible marks, and with the quotes that Windows-1252 has where Latin-1 has none."""
    return " ".join(name.translate(_CLEAN).split())


def _free(name: str, taken: Sequence[str]) -> str:
    while name in taken:
        name += "'"
    return name
