"""What may point at a person in what people write of their work: minutes, agendas, plans. Plain Python.

Whoever writes such a text is asked to look at what was found, so what is seldom a person is left out there. In what
residents tell, where two readers look at it, everything that is found counts.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from wijkaanzet.intake.rules.anonymising import find
from wijkaanzet.intake.rules.found import Found, FoundKind
from wijkaanzet.intake.rules.vocabulary import is_first_name, is_ordinary, words

_LIFE: Final = re.compile(
    r"\b(?:geb|geboren|geboorte\w*|bouwjaar|jarig|\d+-?jarige|verjaar\w*|overle\w*|overlij\w*|gestorven|stierf|sterf\w*"
    r"|begra\w*|bevallen|beviel|opgenomen|weduw\w*|getrouwd|gescheiden)\b",
    re.IGNORECASE,
)
_AROUND: Final = 30
"""Characters beside a day in which a word of somebody's life makes it a day of that life."""
_YEAR: Final = re.compile(
    r"(?<!\d)(?P<whole>(?:19|20)\d\d)(?!\d)"
    r"|(?:\d\s*[-/.]\s*\d{1,2}\s*[-/.]\s*'?|[^\W\d]\.?[ ,-]+'?|')(?P<short>\d\d)$"
)
"""Two figures are a year after a day and a month only: the 10 of 12-10 is a month."""
_WORKS_BACK: Final = 5
"""Years: of what is longer ago, minutes and plans seldom give the day."""
_CENTURY: Final = 100
_JOINED: Final = re.compile(r"\s(?:en|&)\s")


def find_in_work(text: str, *, known: Collection[str], year: int) -> tuple[Found, ...]:
    """What may point at a person, in order, without the schools, the days of work and the names of groups.

    `known` are names that are no person; `year` is the one in which the text is written. A day of the last years
    beside which no word of somebody's life stands is taken for one of the work.
    """
    return tuple(_left(text, find(text, known=known), year=year))


def _left(text: str, found: tuple[Found, ...], *, year: int) -> Iterator[Found]:
    group_ends = -1
    for one in found:
        if one.kind is FoundKind.NAME and _is_group(one):
            group_ends = one.end
        elif one.kind is FoundKind.NAME and _ends_group(text, one, group_ends):
            group_ends = -1
        elif not (one.kind is FoundKind.SCHOOL or (one.kind is FoundKind.DATE and _is_day_of_work(text, one, year))):
            yield one


def _is_group(one: Found) -> bool:
    """Whether it begins as the name of a group does, and names nobody further: "Team Toegang"."""
    first, *more = _words_of(one)
    return first in words("collectives") and not any(map(_is_of_person, more))


def _ends_group(text: str, one: Found, group_ends: int) -> bool:
    """Whether it is the last word of the group before it: "Afdeling Zorg en Welzijn". Whoever comes after a comma is
    somebody beside the group."""
    if group_ends < 0 or not _JOINED.fullmatch(text, group_ends, one.start):
        return False
    told = _words_of(one)
    return len(told) == 1 and is_ordinary(told[0]) and not _is_of_person(told[0])


def _words_of(one: Found) -> list[str]:
    return re.findall(r"[\w'-]+", one.text.lower()) or [""]


def _is_of_person(word: str) -> bool:
    return is_first_name(word) or (word in words("surnames") and not is_ordinary(word))


def _is_day_of_work(text: str, one: Found, year: int) -> bool:
    """A day of these years, or without a year, beside which no word of somebody's life stands."""
    if _LIFE.search(text[max(0, one.start - _AROUND) : one.end + _AROUND]):
        return False
    told = _YEAR.search(one.text)
    if told is None:
        return True
    return year - _WORKS_BACK <= _whole_year(int(told["whole"] or told["short"]), year) <= year + _WORKS_BACK


def _whole_year(told: int, year: int) -> int:
    """Two figures are of the century that lies nearest: 51 in 2017 is 1951, and 19 is 2019."""
    if told >= _CENTURY:
        return told
    whole = year - year % _CENTURY + told
    return whole if whole <= year + _WORKS_BACK else whole - _CENTURY
