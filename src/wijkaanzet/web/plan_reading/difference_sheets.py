"""What is otherwise in the sheets beside a plan: what its words mean, and what may be expected of the municipality."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from wijkaanzet.plans.rules.content import ExpectedKept, WordKept
from wijkaanzet.plans.rules.edition_changes import PlanChange
from wijkaanzet.web.plan_reading.sheets import meant

Reads = tuple[str, str, str]
"""What a text is of, how it read, and how it reads now."""


def words(found: PlanChange) -> Iterator[str]:
    """Which words are explained now, with whom that was agreed, and which are not explained any more."""
    for one in found.words_came:
        yield _("“%(term)s” is explained now: %(meaning)s") % {"term": one.term, "meaning": one.meaning}
        if one.here:
            yield _("What the network agreed about “%(term)s”: %(here)s") % {"term": one.term, "here": one.here}
    for was, now in found.words_altered:
        yield from _agreed(was, now)
    for one in found.words_went:
        yield _("“%(term)s” is not explained any more.") % {"term": one.term}


def texts(found: PlanChange) -> Iterator[Reads]:
    """What municipality and network mean by a word now, beside what they meant by it."""
    for was, now in found.words_altered:
        if was.meaning != now.meaning:
            title = _("What the municipality means by “%(term)s”") % {"term": now.term}
            yield title, was.meaning, now.meaning
        if was.here != now.here:
            yield _("What the network agreed about “%(term)s”") % {"term": now.term}, was.here, now.here


def expected(found: PlanChange) -> Iterator[str]:
    """What may be expected now, and what could be before."""
    yield from _lines(found.expected_came, _("Now: %(line)s"))
    yield from _lines(found.expected_went, _("Was: %(line)s"))


def _agreed(was: WordKept, now: WordKept) -> Iterator[str]:
    before, after = meant(was), meant(now)
    if (before.agreed, before.source) != (after.agreed, after.source):
        says = " ".join(filter(None, (after.agreed, after.source)))
        yield _("About “%(term)s” it now says: %(says)s") % {"term": now.term, "says": says}


def _lines(rows: Iterable[ExpectedKept], sentence: str) -> Iterator[str]:
    yield from (sentence % {"line": f"{one.about}: {' '.join(one.sentences)}"} for one in rows)
