"""What each step does: one operation, chosen by what the thing turned out to be."""

from collections.abc import Callable
from datetime import datetime

from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans import operations as plans
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story

Gate = Callable[[Entry, intake.Judged, Actor, datetime], object]


def _place(entry: Entry, judged: intake.Judged, actor: Actor, at: datetime) -> intake.Placed:
    return plans.let_in(entry, judged=judged, actor=actor, at=at)


def _offer(entry: Entry, judged: intake.Judged, actor: Actor, at: datetime) -> Story:
    return stories.offer(entry, judged=judged, actor=actor, at=at)


# A story goes to its teller first; everything else has its place at once, and for a plan it waits for an answer there.
GATES: dict[EntryKind, Gate] = dict.fromkeys(EntryKind, _place) | {EntryKind.STORY: _offer}


def let_through(entry: Entry, *, judged: intake.Judged, actor: Actor, at: datetime) -> object:
    """Let through what was made ready. Raises Refused, as `plans.let_in` and `stories.offer`."""
    if not entry.kind:
        raise Refused("wrong_state")  # nobody has made it ready yet
    return GATES[EntryKind(entry.kind)](entry, judged, actor, at)


def share(story: Story | None, *, yes: stories.Yes, actor: Actor, at: datetime) -> Story:
    """Write down that the teller says yes. Raises Refused, as `stories.share`."""
    return stories.share(_waiting(story), yes=yes, actor=actor, at=at)


def keep_back(story: Story | None, *, actor: Actor, at: datetime) -> Story:
    """Write down that the teller says no. Raises Refused("wrong_state")."""
    return stories.keep_back(_waiting(story), actor=actor, at=at)


def _waiting(story: Story | None) -> Story:
    if story is None:
        raise Refused("wrong_state")
    return story
