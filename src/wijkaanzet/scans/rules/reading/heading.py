"""Where the names of the columns stand: under titles, above units, next to an index without a name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.reading.layout import Limits
from wijkaanzet.scans.rules.reading.regions import region
from wijkaanzet.scans.rules.reading.signs import ALWAYS_MISSING, NUMBER, OTHER_MISSING
from wijkaanzet.scans.rules.reading.statline import NAMES, bare

Row = tuple[int, list[str]]
_UNIT = re.compile(
    r"(?:aantal|number|percentage|procent|index|score|ratio|cijfer|code|naam|omschrijving)"
    r"(?:(?: .{1,30})? (?:per|x) .{1,30})?"
    r"|(?:%|€|euro|mln|mld|x |1[ .]?000|per |km|hm|m2|m3|m²|m³|ha\b|kwh|gj|kg|jaar|uur|minuten|graden).{0,30}",
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
    """The first row with names, how many there are, and how many lines lie between them and the figures."""

    row: int
    rows: int
    below: int


def heading_of(sample: Sequence[Row]) -> Heading:
    """Find the names above the first row of figures. Raises BadInput("no_rows") and ("no_header")."""
    filled = [(number, cells) for number, cells in sample if any(cells)]
    if not filled:
        raise BadInput("no_rows")
    first = _first_of_data(filled)
    if first is None:
        raise BadInput("no_rows")
    width = extent(filled[first][1])
    above = [row for row in filled[:first] if 2 * extent(row[1]) >= width]
    if len(above) > 1 and is_units(above[-1][1], above[-2][1]):
        above.pop()
    if not above:
        raise BadInput("no_header")
    rows = max(1, _dimensions(above))
    return Heading(above[-rows][0], rows, filled[first - 1][0] - above[-1][0])


def joined(rows: Sequence[Sequence[str]], units: Sequence[str]) -> list[str]:
    """Names over several rows as one path each ("Inwoners|2015"); the first column is called by its lowest name."""
    if len(rows) == 1:
        return list(rows[0])
    names = ["|".join(filter(None, column)) for column in zip_longest(*rows, fillvalue="")]
    return ["" if any(units[:1]) else rows[-1][0], *names[1:]]


def names_of(
    cells: Sequence[str], units: Sequence[str], *, width: int, limits: Limits
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and units by column; a column without a name takes the word below it, else its place ("column 1").

    The last columns may lack a name when there are figures in them: `width` is how far the first row goes.

    Raises BadInput("too_many_columns"), ("header_too_long") and ("no_header").
    """
    width = max(extent(cells), min(width, len(cells)))
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


def extent(cells: Sequence[str]) -> int:
    """How far a row goes: the place of its last cell with something in it."""
    return max((place + 1 for place, cell in enumerate(cells) if cell), default=0)


def is_units(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row below names says in what the columns are counted; its first cell may name the regions.

    Most of its words are units, or they come back from column to column where the names do not.
    """
    words, told = ([cell for cell in row[1:] if cell] for row in (cells, names))
    if 2 * sum(_UNIT.fullmatch(word) is not None for word in words) > len(words):
        return True
    return len(set(told)) == len(told) and 2 * len(set(words)) <= len(words)


def is_source(cells: Sequence[str], width: int) -> bool:
    """Whether a row is no row of figures but says where they are from ("Bron: CBS, RIVM")."""
    words = [cell for cell in cells if cell]
    return bool(words) and len(words) <= max(1, width // 2) and _SOURCE.fullmatch(words[0]) is not None


def _dimensions(rows: Sequence[Row]) -> int:
    """How many of the last rows begin with what StatLine puts there: Onderwerp, Perioden, Regio's."""
    count = 0
    while count < len(rows) and bare(rows[-1 - count][1][0]) in NAMES:
        count += 1
    return count


def _first_of_data(rows: Sequence[Row]) -> int | None:
    """The first row with the code of a region; else the first that is mostly numbers; else the second, if any."""
    for looks in (_has_code, _is_numbers):
        for place, (_, cells) in enumerate(rows):
            if looks(cells):
                return place
    return 1 if len(rows) > 1 else None


def _has_code(cells: Sequence[str]) -> bool:
    return any(region(cell) is not None for cell in cells)


def _is_numbers(cells: Sequence[str]) -> bool:
    words = [cell for cell in cells[1:] if cell]
    numbers = [word for word in words if NUMBER.fullmatch(word)]
    if not numbers or all(_YEAR.fullmatch(number) for number in numbers):
        return False
    return 2 * sum(word in ALWAYS_MISSING or word in OTHER_MISSING for word in words) + 2 * len(numbers) >= len(words)


def _clean(name: str) -> str:
    """One line, without invisible marks, and with the quotes that Windows-1252 has where Latin-1 has none."""
    return " ".join(name.translate(_CLEAN).split())


def _free(name: str, taken: Sequence[str]) -> str:
    while name in taken:
        name += "'"
    return name
