"""Where somebody lives or goes to school."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from wijkaanzet.intake.rules.found import FoundKind, Span
from wijkaanzet.intake.rules.vocabulary import is_ordinary, words

LONGEST_STREET: Final = 6
"""Words in the name of a street, such as Burgemeester Jonkheer Quarles van Uffordlaan."""

_PLACE: Final = r"(?:,?[ ]{1,3}(?:(?:aan|bij|op|de|den|het|in|'t|'s)[ -]){0,3}(?:'[st]-?\s?)?[^\W\d_a-zß-öø-ÿ][\w'-]*+)"
_POSTCODE: Final = re.compile(
    r"(?<![\w])(?:NL-)?[1-9]\d{3}(?P<gap>[ \-]{0,2})(?P<letters>[A-Za-z]{2})(?![^\W_])" + f"{_PLACE}{{0,3}}"
)
_HOUSE: Final = (
    r"(?:\d{1,5}(?:\s?[-/]\s?(?:\d{1,4}|[a-zA-Z]{1,2})|\s?(?:bis|hs|huis|rd|[IV]{1,3})\b|\s?[a-zA-Z])?"
    r"(?:\s?-\s?[\w]{1,4})?)(?![^\W_])"
)
_STREET: Final = re.compile(
    rf"(?<![\w'-])(?P<street>[^\W\d_][\w'-]*+)(?P<dot>\.?),?\s{{1,3}}"
    rf"(?P<number>(?:op\s)?(?:(?:nummer|huisnummer|nr|no|huisnr)\b\.?:?\s?)?)(?P<house>{_HOUSE})"
)
_NUMBER: Final = re.compile(rf"\b(?:op nummer|huisnummer|huisnr\.?|huis nummer)\s?:?\s?{_HOUSE}", re.IGNORECASE)
_BEFORE: Final = re.compile(r"(?:(?:[^\W\d_][\w'.-]{0,40}|\d{1,2}(?:e|de|ste))[ ]{1,2}){1,6}$")
_MORE: Final = re.compile(r"[ .\-]{0,2}\d(?!\d{3}\s?[A-Za-z]{2}\b)")
"""A longer number, and no postcode: the figures before it are no house number."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d$")
_LOOK_BACK: Final = 80
_SCHOOL_KEY: Final = (
    r"(?:(?:basis|dalton|montessori|jenaplan|vrije|openbare|brede|mavo|vak|praktijk|middelbare)?\s?school|obs|pcbs|rkbs|kbs|cbs|sbo|ikc"
    r"|kindcentrum|lyceum|college|gymnasium|mavo|roc|scholengemeenschap|peuterspeelzaal|peutergroep|kinderdagverblijf"
    r"|kdv|kinderopvang|bso|crèche|creche|speelzaal|peuterschool|kinderopvanglocatie|voorschool|internaat)"
)
_CAPITAL: Final = r"[^\W\d_a-zß-öø-ÿ][\w'-]*+(?:\.(?=\w)[\w'-]*+)*+"
_SCHOOL: Final = re.compile(
    rf"(?<![\w-])(?i:{_SCHOOL_KEY})\s{{1,2}}[\"']?(?:(?:(?:de|het|'t|in|op|van|der|den)\s){{0,3}}{_CAPITAL})"
    rf"(?:\s(?:(?:de|het|van|der|den|en|in|'t)\s){{0,2}}{_CAPITAL}){{0,4}}"
    rf"|(?<![\w-])(?i:basisschool|obs|pcbs|rkbs|kbs|ikc|kindcentrum)\s(?:de|het|'t)\s\w{{3,}}"
)
_SCHOOL_AFTER: Final = re.compile(
    rf"(?<![\w'.-]){_CAPITAL}\s{{1,2}}(?:(?:van|de|der|den)\s){{0,3}}(?:{_CAPITAL}\s{{1,2}}){{0,3}}"
    r"(?i:lyceum|college|gymnasium|basisschool|school|mavo|scholengemeenschap|kindcentrum)(?!\w)"
)
_SCHOOL_WORD: Final = re.compile(r"(?<![\w-])[^\W\d_][\w'-]*+")
_SCHOOL_END: Final = re.compile(r"(?:lyceum|college|gymnasium|school|mavo)$")


def addresses(text: str) -> Iterator[Span]:
    """Streets with a house number and postcodes with their place."""
    for match in _POSTCODE.finditer(text):
        if match["letters"].isupper() or (not match["gap"] and match["letters"].lower() not in words("small_words")):
            yield Span(FoundKind.ADDRESS, *match.span())
        elif match["letters"].lower() not in words("small_words"):
            yield Span(FoundKind.ADDRESS, match.start(), match.end("letters"))
    for match in _STREET.finditer(text):
        if _is_street(match):
            yield Span(FoundKind.ADDRESS, _first(text, match), match.end())
    yield from (Span(FoundKind.ADDRESS, *match.span()) for match in _NUMBER.finditer(text))


def schools(text: str) -> Iterator[Span]:
    """Schools and child care with their name."""
    for pattern in (_SCHOOL, _SCHOOL_AFTER):
        yield from (Span(FoundKind.SCHOOL, *match.span()) for match in pattern.finditer(text))
    for match in _SCHOOL_WORD.finditer(text):
        word = match.group()
        if word[0].isupper() and _SCHOOL_END.search(word.lower()) and not is_ordinary(word.lower()):
            yield Span(FoundKind.SCHOOL, *match.span())


def is_street_name(word: str) -> bool:
    """Whether this lower case word ends as the name of a street does, with something before it: "kerkstraat"."""
    return bool(re.search(rf"\w{{2,}}(?:{_street_ends()})$", word))


def _is_street(match: re.Match[str]) -> bool:
    street = match["street"]
    if is_street_name(street.lower()):
        return True
    if not any(letter.isupper() for letter in street) or street.lower() in words("places_counted"):
        return False
    if match["number"] or street.lower() in words("streets"):
        return True
    if _MORE.match(match.string, match.end()):
        return False
    return not _YEAR.match(match["house"]) and not is_ordinary(street.lower())


def _first(text: str, match: re.Match[str]) -> int:
    """Where the name of the street begins: the words with a capital before it, and what stands between them."""
    before = _BEFORE.search(text, max(0, match.start() - _LOOK_BACK), match.start())
    first = match.start()
    if before is None:
        return first
    for word in reversed(list(re.finditer(r"[\w'.-]+", before.group()))):
        if word.group()[0].isupper() or word.group()[0].isdigit() or word.group() == "'t":
            first = before.start() + word.start()
        elif word.group() not in words("particles"):
            break
    return first


@cache
def _street_ends() -> str:
    return "|".join(sorted(words("streets"), key=len, reverse=True))
