"""Where somebody is reached on the internet: e-mail, web addresses, names on social media."""

import re
from collections.abc import Iterator
from typing import Final

from wijkaanzet.intake.rules.found import FoundKind, Span

_DOT: Final = r"(?:\.| \. |\s?[\[({]\s?(?:dot|punt)\s?[\])}]\s?|\s(?:dot|punt)\s)"
_AT: Final = r"(?:@\s?|\s@\s|\s?[\[({]\s?(?:at|apenstaartje|@)\s?[\])}]\s?|\s(?:at|apenstaartje)\s)"
_LOCAL: Final = r"(?<![\w.+'-])[\w.+'-]++"
_EMAIL: Final = re.compile(rf"{_LOCAL}{_AT}[\w-]++(?:{_DOT}[\w-]++)++|{_LOCAL}@[\w.-]+", re.IGNORECASE)
_LINK: Final = re.compile(r"(?:https?:/?/?|www\.)\S+", re.IGNORECASE)
_HANDLE: Final = re.compile(r"@[\w.]*\w|(?<!\w)[^\W_]++(?:_+[^\W_]++)+")
_ACCOUNT: Final = re.compile(
    r"\b(?:insta|instagram|snap|snapchat|tiktok|facebook|fb|twitter|discord|linkedin|telegram|skype|signal)"
    r"\s?:\s?(?P<name>[\w.]*\w)",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"(?<![\w.-])[^\W_][\w-]*+(?:\.[\w-]++)*+(?:/\S*)?")
_TOP: Final = re.compile(
    r"\.(?:nl|com|org|net|eu|be|de|info|nu|online|site|shop|app|me|tv|io|frl|amsterdam|tr|ma|pl|sr|fr|uk)(?:/\S*)?$"
)


def emails(text: str) -> Iterator[Span]:
    """E-mail addresses, written out too: "naam at domein punt nl"."""
    return (Span(FoundKind.EMAIL, match.start(), match.end()) for match in _EMAIL.finditer(text))


def links(text: str) -> Iterator[Span]:
    """Web addresses and names on social media."""
    for pattern in (_LINK, _HANDLE):
        yield from (Span(FoundKind.LINK, match.start(), match.end()) for match in pattern.finditer(text))
    yield from (Span(FoundKind.LINK, *match.span("name")) for match in _ACCOUNT.finditer(text))
    yield from (Span(FoundKind.LINK, *match.span()) for match in _DOMAIN.finditer(text) if _TOP.search(match.group()))
