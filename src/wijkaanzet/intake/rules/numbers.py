"""Numbers that belong to one person: telephone, BSN, account, licence plate, and any long number at all."""

import re
from collections.abc import Iterator
from typing import Final

from wijkaanzet.intake.rules.found import FoundKind, Span

BSN_LENGTHS: Final = (8, 9)
BSN_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
BSN_DIVISOR: Final = 11
LONG_NUMBER: Final = 7
"""From so many digits on a number is taken for somebody's, unless it is grouped as thousands are."""
PHONE_LENGTH: Final = 10

_GAP: Final = r"[ .\-/()]{0,3}"
_OPEN: Final = r"(?:\((?=[+\d]{1,5}\)))?"
_MOBILE: Final = re.compile(rf"(?<!\d){_OPEN}(?:(?:\+|00){_GAP}31{_GAP}\(?0?|0)\)?{_GAP}6(?:{_GAP}\d){{8}}(?!\d)")
_ABROAD: Final = re.compile(
    rf"{_OPEN}(?:\+|(?<!\d)00)(?:{_GAP}\d){{8,15}}(?:\s?(?:x|ext\.?|toestel)\s?\d{{1,5}})?(?!\d)"
)
_SERVICE: Final = re.compile(rf"(?<!\d)0[89]00(?:{_GAP}\d){{4,7}}(?!\d)")
_RUN: Final = re.compile(rf"{_OPEN}\d(?:{_GAP}\d)*+(?:\s?x\d{{1,5}})?")
_NO_NUMBER: Final = re.compile(r"(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d$|\d(?:[. ]\d{3}){2}$")
"""A span of years, or millions in figures."""
_IBAN: Final = re.compile(
    r"(?<![^\W_])(?:nl[ .\-]?\d\d[ .\-]?[a-z]{4}(?:[ .\-]{0,2}\d){10}"
    r"|[a-z]{2}\d{2}[ .\-]{0,2}[a-z0-9]{4}(?:[ .\-]{0,2}(?=[a-z]{0,3}\d)[a-z0-9]{4}){1,7}"
    r"(?:[ .\-]?(?=[a-z]{0,2}\d)[a-z0-9]{1,3})?)(?:(?<=\w)[a-z0-9]{1,4}(?![^\W_]))?",
    re.IGNORECASE,
)
_PLATE: Final = re.compile(
    r"(?<![\w-])(?=[a-z\d-]{0,5}[a-z])(?=[a-z-]{0,6}\d)"
    r"(?:[a-z]{2}|\d{2})-(?:(?:[a-z]{2}|\d{2})-(?:[a-z]{2}|\d{2})|(?:[a-z]{3}|\d{3})-[a-z\d])(?![\w-])"
    r"|(?<![\w-])(?:[a-z]-\d{3}-[a-z]{2}|\d-[a-z]{3}-\d{2}|\d-[a-z]{2}-\d{3}|[a-z]-\d{2}-[a-z]{3}"
    r"|[a-z]{3}-\d{2}-[a-z]|\d{3}-[a-z]{2}-\d)(?![\w-])",
    re.IGNORECASE,
)
_BARE_PLATE: Final = re.compile(
    r"(?<!\w)(?:[A-Z]{2} ?\d{2} ?\d{2}|\d{2} \d{2} [A-Z]{2}|\d{2} ?[A-Z]{2} ?\d{2}|[A-Z]{2} ?\d{2} ?[A-Z]{2}"
    r"|[A-Z]{2} ?[A-Z]{2} ?\d{2}|\d{2} ?[A-Z]{2} ?[A-Z]{2}|\d{2} ?[A-Z]{3} ?\d|\d ?[A-Z]{3} ?\d{2}"
    r"|[A-Z]{2} ?\d{3} ?[A-Z]|[A-Z] ?\d{3} ?[A-Z]{2}|[A-Z]{3} ?\d{2} ?[A-Z]|[A-Z] ?\d{2} ?[A-Z]{3}"
    r"|\d ?[A-Z]{2} ?\d{3}|\d{3} ?[A-Z]{2} ?\d)(?!\w)"
)


def digit_check(bsn: str) -> bool:
    """Whether these digits pass the 11-test of a BSN, the first zero left out or not.

    Source: Besluit algemene bepalingen burgerservicenummer; Logisch Ontwerp BSN, controle van het nummer.
    """
    digits = re.sub(r"\D", "", bsn)
    if len(digits) not in BSN_LENGTHS or not int(digits):
        return False
    weighed = zip(BSN_WEIGHTS, digits.zfill(len(BSN_WEIGHTS)), strict=True)
    return sum(weight * int(digit) for weight, digit in weighed) % BSN_DIVISOR == 0


def ibans(text: str) -> Iterator[Span]:
    """Account numbers of any country, with or without spaces."""
    return _spans(_IBAN, text, FoundKind.IBAN)


def phones(text: str) -> Iterator[Span]:
    """Telephone numbers that show by their beginning: mobile, from abroad, service numbers."""
    for pattern in (_ABROAD, _MOBILE, _SERVICE):
        yield from _spans(pattern, text, FoundKind.PHONE)


def plates(text: str) -> Iterator[Span]:
    """Dutch licence plates: with dashes in any case, without dashes in capitals."""
    yield from _spans(_PLATE, text, FoundKind.PLATE)
    yield from _spans(_BARE_PLATE, text, FoundKind.PLATE)


def long_numbers(text: str) -> Iterator[Span]:
    """Every run of seven digits or more: a BSN when it passes the test, a telephone number, or just a number."""
    for match in _RUN.finditer(text):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) >= LONG_NUMBER and not _NO_NUMBER.match(match.group()):
            yield Span(_kind(digits), match.start(), match.end())


def _kind(digits: str) -> FoundKind:
    if digit_check(digits):
        return FoundKind.BSN
    is_phone = len(digits) == PHONE_LENGTH and digits.startswith("0")
    return FoundKind.PHONE if is_phone else FoundKind.NUMBER


def _spans(pattern: re.Pattern[str], text: str, kind: FoundKind) -> Iterator[Span]:
    return (Span(kind, match.start(), match.end()) for match in pattern.finditer(text))
