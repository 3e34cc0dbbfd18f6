"""Reading what has found its place: by time, by words, and as what others point at."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkaanzet.intake.labels import KINDS, WITHDRAWN
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, EntryStatus
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.searching import words_of


def newest_first(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Those that were judged last come first, with area and place."""
    return entries.select_related("area", "place").order_by("-decided_on", "-id")


def found(entries: QuerySet[Entry], text: str) -> QuerySet[Entry]:
    """Those with all these words in title or text, without regard to capitals and accents."""
    for word in words_of(text):
        entries = entries.filter(folded__contains=word)
    return entries


def gone(ids: Collection[int]) -> set[int]:
    """Which of these were withdrawn by who sent them."""
    withdrawn = Entry.objects.filter(id__in=ids, status=EntryStatus.WITHDRAWN)
    return set(withdrawn.values_list("id", flat=True))


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """What an entry is called: its title once it has its place, before that only what it is."""
    found: dict[int, str] = {}
    for id_, title, kind, status in Entry.objects.filter(id__in=ids).values_list("id", "title", "kind", "status"):
        if status == EntryStatus.WITHDRAWN:
            found[id_] = str(WITHDRAWN)
        else:
            found[id_] = title or (str(KINDS[EntryKind(kind)]) if kind else _("something that was told"))
    return found


def public_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each."""
    return dict(Entry.objects.filter(id__in=ids).values_list("id", "public_id"))
