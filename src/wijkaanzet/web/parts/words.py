"""Breaking names over short lines, for text inside pictures: SVG does not wrap by itself."""

import re

SOFT_HYPHEN = "\u00ad"
VOWELS = "aeiouyàáèéëïóöü"
STARTS = ("sch", "str", "spr", "kw", "st", "sp", "tr", "dr", "pr", "br", "kr", "gr", "vr", "pl", "bl", "kl", "gl", "vl")
"""Consonants that Dutch words start with, so that they stay together: "Binnen-stad", "Zuidwester-kwartier"."""
UNLIKELY = 4
"""How much worse a break is where two parts of a compound are unlikely to meet."""


def break_words(text: str, *, width: int) -> tuple[str, ...]:
    """Lines of at most `width` characters where words allow it, broken after a space, hyphen, slash or soft hyphen."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, width):
        if line and len(_shown(line + piece).rstrip()) > width:
            lines.append(line)
            line = ""
        line += piece
    if line:
        lines.append(line)
    return tuple(_end(line) for line in lines)


def _pieces(text: str, width: int) -> list[str]:
    """The parts between which a line may end."""
    pieces: list[str] = []
    for word in re.findall(rf"[^\s/{SOFT_HYPHEN}-]+[/{SOFT_HYPHEN}-]?\s*|\S\s*", text):
        pieces += _halves(word) if len(word.strip()) > width else [word]
    return pieces


def _halves(word: str) -> list[str]:
    """A long word in two, where it may be broken nearest to its middle: "Zuidwester-" and "kwartier"."""
    spots = [
        (spot, found[1])
        for found in re.finditer(rf"(?<=[{VOWELS}])([^\W{VOWELS}]+)(?=[{VOWELS}])", word)
        if 3 <= (spot := found.start() + _stays_left(found[1])) <= len(word.strip()) - 3
    ]
    if not spots:
        return [word]

    def far(option: tuple[int, str]) -> tuple[int, int]:
        """Distance to the middle; the parts of a compound mostly meet in two different consonants."""
        spot, consonants = option
        return abs(2 * spot - len(word)) + (UNLIKELY if len(set(consonants)) == 1 else 0), -spot

    middle = min(spots, key=far)[0]
    return [word[:middle] + SOFT_HYPHEN, word[middle:]]


def _stays_left(consonants: str) -> int:
    """How many of the consonants between two vowels stay on the first line: all but the start of the next part."""
    if len(consonants) <= 2:
        return len(consonants) - 1
    start = next((start for start in STARTS if consonants.endswith(start)), consonants[-1])
    return len(consonants) - len(start)


def _shown(line: str) -> str:
    """What is printed of a line: soft hyphens inside it are silent."""
    return line.replace(SOFT_HYPHEN, "")


def _end(line: str) -> str:
    """A line that was broken at a soft hyphen shows that hyphen."""
    line = line.strip()
    return _shown(line) + ("-" if line.endswith(SOFT_HYPHEN) else "")


def one_decimal(number: float) -> str:
    """A coordinate for SVG: always a point, whatever the language of the page."""
    return f"{number:.1f}"
