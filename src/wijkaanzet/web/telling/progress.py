"""What happened with something that was told, what happens now, and what comes."""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryStatus
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.working_days import add_working_days
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Suggestion
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import StoryStatus
from wijkaanzet.web.parts.timeline import Event, Timeline


def answer_on(municipality: Municipality, received_on: date) -> date:
    """The last day on which an answer comes to what was received on a day."""
    terms = arrangements.nearest(municipality, on=received_on).terms
    return add_working_days(received_on, terms.answer_days)


def timeline(entry: Entry, story: Story | None, *, share_href: str) -> Timeline:
    """From the day on which it came in to the last thing that can still happen."""
    return Timeline(title=_("What happens with it"), events=tuple(_events(entry, story, share_href)))


def _events(entry: Entry, story: Story | None, share_href: str) -> Iterator[Event]:
    received_on = localdate(entry.received_at)
    yield Event(title=_("We have it"), state="done", on=received_on)
    by = answer_on(entry.municipality, received_on)
    match EntryStatus(entry.status):
        case EntryStatus.RECEIVED:
            text = _("Two people read it. They take names and addresses out.")
            yield Event(title=_("We read it"), state="now", on=entry.status_since, who=_readers(), text=text)
            yield Event(title=_("You get an answer, on this day at the latest"), state="next", on=by)
        case EntryStatus.PREPARED:
            text = _("One person has read it. Now somebody else reads it too.")
            yield Event(title=_("We read it"), state="now", on=entry.status_since, who=_readers(), text=text)
            yield Event(title=_("You get an answer, on this day at the latest"), state="next", on=by)
        case EntryStatus.TO_TELL:
            yield Event(title=_("We have read it"), state="done", on=entry.decided_on)
            yield Event(title=_("We call to tell the answer"), state="now", on=entry.status_since, who=_readers())
        case _ if entry.more_to_come:
            yield Event(title=_("You have a first answer"), state="done", on=entry.decided_on)
            yield from _of_network(queries.suggestion_of(entry))
        case _:
            yield Event(title=_("You have an answer"), state="done", on=entry.decided_on)
    if story is not None:
        yield from _of_story(story, share_href)


def _of_network(suggestion: Suggestion | None) -> Iterator[Event]:
    """That the network of a plan answers too, since it was let in, and by which day."""
    since = suggestion.status_since if suggestion else None
    yield Event(title=_("The network answers you too"), state="now", on=since, who=_("the network"))
    by = queries.answered_by(suggestion) if suggestion else None
    if by is not None:
        yield Event(title=_("You get the answer of the network, on this day at the latest"), state="next", on=by)


def _of_story(story: Story, share_href: str) -> Iterator[Event]:
    match StoryStatus(story.status):
        case StoryStatus.OFFERED:
            yield Event(
                title=_("You say who may read your story"),
                state="now",
                on=story.status_since,
                who=_("you"),
                text=_("We took out what points at people. Look whether it is still your story."),
                href=share_href,
            )
        case StoryStatus.SHARED:
            yield Event(title=_("Your story is shared"), state="done", on=story.status_since, href=share_href)
        case StoryStatus.NOT_SHARED:
            yield Event(title=_("Your story is not shared; we deleted it"), state="done", on=story.status_since)
        case StoryStatus.EXPIRED:
            title = _("Your consent ended; we deleted your story")
            yield Event(title=title, state="done", on=story.status_since)
        case StoryStatus.WITHDRAWN:
            yield Event(title=_("You took your story back"), state="done", on=story.status_since)


def _readers() -> str:
    return _("the municipality")
