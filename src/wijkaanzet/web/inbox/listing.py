"""From what people told to the list for its readers: where, how and when, and nothing of what was told."""

from datetime import date
from typing import Literal

from django.db.models import QuerySet
from django.http import Http404
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wijkaanzet.intake import access, queries
from wijkaanzet.intake.labels import KINDS, OUTCOMES, ROUTES
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, EntryStatus, Outcome, Route
from wijkaanzet.stories.labels import STATUSES
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import StoryStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.inbox import EntryRow, InboxPage
from wijkaanzet.web.paging import PER_PAGE, page
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.tenancy import address

SEALED = ("original", "draft", "returned", "contact")
SEALED_OF_STORY = ("story__sealed", "story__photo")
Tone = Literal["petrol", "leaf", "stone"]


def inbox_page(request: Request, *, today: date) -> InboxPage:
    """What waits for the reader, the oldest first, and what was answered lately. Raises Http404."""
    actor, municipality = actor_of(request), request.municipality
    if not access.may_read(actor, municipality, on=today):
        raise Http404
    waiting = access.waiting_entries(actor, municipality, on=today).defer(*SEALED).order_by("received_at", "id")
    shown, pagination = page(request, waiting)
    return InboxPage(
        waiting=tuple(_row(request, one, actor.user_id) for one in shown),
        pagination=pagination,
        nothing=_nothing(request, today=today),
        answered=tuple(_row(request, one, actor.user_id) for one in _answered(request, today=today)),
    )


def _nothing(request: Request, *, today: date) -> str:
    if access.reads_an_area(actor_of(request), request.municipality, on=today):
        return _("Nothing waits here. What comes in stands here at once.")
    return _(
        "Nothing waits here for you. What people suggest for the plan of your network is read by two others first. "
        "After that it stands with the plan."
    )


def _answered(request: Request, *, today: date) -> QuerySet[Entry]:
    readable = access.readable_entries(actor_of(request), request.municipality, on=today)
    answered = readable.filter(status=EntryStatus.ANSWERED)
    return queries.newest_first(answered).select_related("area", "story").defer(*SEALED, *SEALED_OF_STORY)[:PER_PAGE]


def _row(request: Request, entry: Entry, reader_id: int | None) -> EntryRow:
    return EntryRow(
        title=how_it_came(entry),
        href=address(request, "inbox-entry", public_id=entry.public_id),
        badge=badge(entry, reader_id),
        kind=str(KINDS[EntryKind(entry.kind)]) if entry.kind else "",
    )


def how_it_came(entry: Entry) -> str:
    """Where, how and when something was told: "Told at the desk in Noord, 2 October 2017"."""
    words = {
        "route": str(ROUTES[Route(entry.route)]),
        "area": entry.area.name if entry.area else "",
        "day": day(localdate(entry.received_at)),
    }
    if entry.area is None:
        return _("Told %(route)s, about the whole municipality, %(day)s") % words
    return _("Told %(route)s, about %(area)s, %(day)s") % words


def badge(entry: Entry, reader_id: int | None) -> Badge:
    """What it waits for, or what came of it."""
    label, tone = _state(entry, reader_id)
    return Badge(label=label, tone=tone)


def _state(entry: Entry, reader_id: int | None) -> tuple[str, Tone]:
    match EntryStatus(entry.status):
        case EntryStatus.RECEIVED:
            return _("to read"), "petrol"
        case EntryStatus.PREPARED if entry.prepared_by_id == reader_id:
            return _("somebody else reads it"), "stone"
        case EntryStatus.PREPARED:
            return _("to read as the second one"), "petrol"
        case EntryStatus.TO_TELL:
            return _("to tell by telephone"), "petrol"
        case EntryStatus.ANSWERED:
            return _outcome(entry)
        case EntryStatus.WITHDRAWN:
            return _("taken back"), "stone"


def _outcome(entry: Entry) -> tuple[str, Tone]:
    """A story first lies with its teller; everything else has its place, or has none."""
    story: Story | None = getattr(entry, "story", None)
    if story is None:
        return str(OUTCOMES[Outcome(entry.outcome)]), "leaf" if entry.outcome == Outcome.PLACED else "stone"
    tones: dict[str, Tone] = {StoryStatus.OFFERED: "petrol", StoryStatus.SHARED: "leaf"}
    return str(STATUSES[StoryStatus(story.status)]), tones.get(story.status, "stone")
