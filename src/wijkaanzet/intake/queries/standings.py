"""Where each entry stands, to compute its move from."""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Terms
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryFacts, EntryStatus
from wijkaanzet.kernel.moves import Standing

_CONTENT = ("original", "draft", "returned", "contact", "text", "folded", "answer")


def standing(entry: Entry) -> Standing:
    """Where one entry stands; its municipality is at hand."""
    terms = arrangements.nearest(entry.municipality, on=localdate(entry.received_at)).terms
    return _standing(entry, terms)


def standings() -> Iterator[Standing]:
    """Where all entries stand that somebody waits for or that are settled."""
    known: dict[tuple[int, object], Terms] = {}
    every = Entry.objects.select_related("municipality").defer(*_CONTENT).order_by("id")
    for entry in every.iterator():
        key = (entry.municipality_id, localdate(entry.received_at))
        if key not in known:
            known[key] = arrangements.nearest(entry.municipality, on=localdate(entry.received_at)).terms
        yield _standing(entry, known[key])


def more_on(entry: Entry) -> date | None:
    """Since when another answer is to be told to who heard the first one; None when there is none."""
    return entry.status_since if entry.status == EntryStatus.TO_TELL and entry.called_on is not None else None


def _standing(entry: Entry, terms: Terms) -> Standing:
    facts = EntryFacts(
        entry.municipality_id,
        entry.area_id,
        localdate(entry.received_at),
        terms.answer_days,
        more_on=more_on(entry),
    )
    return Standing(entry.pk, entry.municipality_id, EntryStatus(entry.status), facts)
