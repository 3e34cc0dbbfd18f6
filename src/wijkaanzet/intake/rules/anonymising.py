"""What in a text may point at a person, so that a reader can look at it and it can be hidden.

The rules find too much rather than too little: a false find costs a reader a look, a missed one somebody's privacy.
They promise numbers, addresses with a number, and names with a capital or a common first name. They do not promise
names in scripts without capitals, rare names in lower case, a surname alone at the start of a sentence that is an
ordinary word too, or who somebody is by what is told. A second reader stays the gate.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from wijkaanzet.intake.rules.addresses import addresses, schools
from wijkaanzet.intake.rules.dates import dates
from wijkaanzet.intake.rules.folding import Folded, fold
from wijkaanzet.intake.rules.found import COVER, Found, FoundKind, Span
from wijkaanzet.intake.rules.names import names
from wijkaanzet.intake.rules.numbers import digit_check, ibans, long_numbers, phones, plates
from wijkaanzet.intake.rules.online import emails, links
from wijkaanzet.intake.rules.vocabulary import phrases

__all__ = ["Found", "FoundKind", "digit_check", "find", "hidden"]

Finder = Callable[[str], Iterator[Span]]

_FINDERS: Final[tuple[Finder, ...]] = (
    emails,
    links,
    ibans,
    phones,
    dates,
    plates,
    addresses,
    long_numbers,
    schools,
)
"""The surest first: what one has found, the next does not see."""


def find(text: str, *, known: Collection[str] = ()) -> tuple[Found, ...]:
    """What may point at a person, in order and never overlapping; offsets are those of the text as it was given.

    `known` are names that are no person: areas, streets, organisations, the municipality.
    """
    folded = fold(text)
    spans: list[Span] = []
    left = folded.text
    for finder in (*_FINDERS, _names_beside(known)):
        fresh = _apart(finder(left))
        left = _covered(left, fresh)
        spans.extend(fresh)
    return tuple(_placed(text, folded, sorted(spans, key=_start)))


def hidden(text: str, found: Iterable[Found], *, stand_in: Callable[[FoundKind], str]) -> str:
    """The text with a stand-in, such as "[naam]", for each find. `found` is what `find` gave for this text."""
    parts: list[str] = []
    at = 0
    for one in found:
        parts += (text[at : one.start], stand_in(one.kind))
        at = one.end
    return "".join((*parts, text[at:]))


def _names_beside(known: Collection[str]) -> Finder:
    beside = phrases(fold(name).text for name in known)
    return lambda text: names(text, known=beside)


def _start(span: Span) -> int:
    return span.start


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order; where two overlap the second begins where the first ends."""
    apart: list[Span] = []
    end = 0
    for span in sorted(spans, key=_start):
        if span.end > end:
            apart.append(Span(span.kind, max(span.start, end), span.end))
            end = span.end
    return apart


def _covered(text: str, spans: Iterable[Span]) -> str:
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += (text[at : span.start], COVER * (span.end - span.start))
        at = span.end
    return "".join((*parts, text[at:]))


def _placed(text: str, folded: Folded, spans: Iterable[Span]) -> Iterator[Found]:
    """The spans as they stand in the given text; two that share one character, such as a ligature, are parted."""
    last = 0
    for span in spans:
        start, end = folded.place(span.start, span.end)
        start = max(start, last)
        if start < end:
            yield Found(span.kind, start, end, text[start:end])
            last = end
