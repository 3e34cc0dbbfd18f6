"""What is meant by a word, folded away beside the text that uses it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Arrangement, OwnWord, used
from wijkaanzet.web.numbers import day


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A word, what the municipality means by it, with whom that was agreed, and where it is written."""

    term: str
    text: str
    agreed: str
    source: str = ""
    here: str = ""
    """What a network agreed that it means in its plan; empty when it agreed nothing about it."""


def meanings(arrangement: Arrangement, texts: Iterable[str]) -> tuple[Meaning, ...]:
    """The words that the municipality explains and that stand in one of these texts; no query."""
    return tuple(map(meaning, used(arrangement.own_words, texts)))


def meaning(word: OwnWord, *, here: str = "") -> Meaning:
    """One word as it is shown."""
    return Meaning(
        term=word.term,
        text=word.meaning,
        agreed=_agreed(word),
        source=_("Source: %(source)s.") % {"source": word.source} if word.source else "",
        here=here,
    )


def _agreed(word: OwnWord) -> str:
    partners = ", ".join(word.agreed_with)
    if partners and word.on:
        return _("Agreed on %(day)s with: %(partners)s.") % {"day": day(word.on), "partners": partners}
    if partners:
        return _("Agreed with: %(partners)s.") % {"partners": partners}
    return _("This is how the municipality writes it. It did not agree this with others yet.")
