"""Dates: a day of somebody's life, such as a day of birth."""

import re
from collections.abc import Iterator
from typing import Final

from wijkaanzet.intake.rules.found import FoundKind, Span

_MONTH: Final = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|(?:jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL: Final = (
    r"(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende"
    r"|vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste|(?:een|één|twee|drie|vier|vijf|zes|zeven"
    r"|acht|negen)[eë]ntwintigste|dertigste|eenendertigste|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf"
    r"|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig)"
)
_YEAR: Final = r"(?:(?:19|20)\d\d|'\d\d)"
_GAP: Final = r"\s{0,2}[-/.]\s{0,2}"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d)(?:19|20)\d\d{_GAP}(?:0?[1-9]|1[0-2]){_GAP}{_DAY}(?!\d)",
        rf"(?<!\d){_DAY}{_GAP}(?:0?[1-9]|1[0-2]){_GAP}(?:(?:19|20)\d\d|'?\d\d)(?!\d)",
        rf"(?<!\d)(?:0?[1-9]|1[0-2])[-/]{_DAY}[-/](?:19|20)\d\d(?!\d)",
        rf"(?<!\d){_DAY}(?:e|de|ste)?[\s-]{{0,2}}{_MONTH}(?!\w)(?:[\s,-]{{0,2}}(?:(?:19|20)?\d\d|'\d\d)(?!\d))?",
        rf"\b{_ORDINAL}\s(?:van\s)?{_MONTH}(?!\w)(?:\s{_YEAR}(?!\d))?",
        rf"\b{_MONTH}(?!\w)\s(?:{_DAY}(?:,?\s))?{_YEAR}(?!\d)",
        r"(?<=\bop )[0-3]?\d[-/][01]?\d(?!\d)",
    )
)
_BORN: Final = re.compile(
    r"\b(?:geb|geboren|geboortejaar|geboortedatum|bouwjaar|geboorte)\b[^\n\d]{0,25}(?P<year>(?:19|20)\d\d|'\d\d)(?!\d)",
    re.IGNORECASE,
)


def dates(text: str) -> Iterator[Span]:
    """Days in figures or words, a month with its year, and the year in which somebody was born."""
    for pattern in _PATTERNS:
        yield from (Span(FoundKind.DATE, match.start(), match.end()) for match in pattern.finditer(text))
    yield from (Span(FoundKind.DATE, *match.span("year")) for match in _BORN.finditer(text))
