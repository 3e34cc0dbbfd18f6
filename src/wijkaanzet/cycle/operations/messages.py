"""What somebody who takes part is sent: an overview by mail, and the own calendar at a secret address."""

import secrets
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.cycle.access import digests_due
from wijkaanzet.cycle.models import CalendarFeed, DigestChoice, DigestSent
from wijkaanzet.cycle.queries.messages import FEED_SEAL, token_hash
from wijkaanzet.cycle.rules.digests import DigestRhythm
from wijkaanzet.kernel import audit, outbox, sealed
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject

DIGEST = "cycle.digest"
TOKEN_BYTES = 24


@transaction.atomic
def choose_digest(
    municipality: Municipality, *, user_id: int, rhythm: DigestRhythm, actor: Actor, at: datetime
) -> DigestChoice:
    """Somebody says how often mail about what waits may come, or that it stops. To say the same twice is no harm."""
    chosen = {"rhythm": rhythm, "chosen_at": at}
    choice, _new = DigestChoice.objects.update_or_create(municipality=municipality, user_id=user_id, defaults=chosen)
    audit.record(
        "cycle.digest.chosen",
        subject=Subject("people.account", user_id),
        actor=actor,
        at=at,
        municipality=municipality,
        detail={"rhythm": rhythm},
    )
    return choice


@transaction.atomic
def write_digests(*, actor: Actor, at: datetime) -> list[DigestSent]:
    """Write to whom an overview is mailed now: who wants one, got none in this period, and has something to hear."""
    due = digests_due(on=localdate(at))
    written = (
        write_digest(one.municipality, user_id=one.user_id, period=one.period, actor=actor, at=at) for one in due
    )
    return [one for one in written if one is not None]


@transaction.atomic
def write_digest(
    municipality: Municipality, *, user_id: int, period: date, actor: Actor, at: datetime
) -> DigestSent | None:
    """Write that somebody is mailed what waits, once for a period; None when that was written already.

    Two timers that write at once are kept apart by the database; the words are made when it is sent.
    """
    try:
        with transaction.atomic():
            digest = DigestSent.objects.create(municipality=municipality, user_id=user_id, period=period)
    except IntegrityError:
        return None
    subject = Subject(DIGEST, digest.pk)
    outbox.put(DIGEST, recipient_id=user_id, subject=subject, municipality=municipality, at=at)
    audit.record("cycle.digest.written", subject=subject, actor=actor, at=at, municipality=municipality)
    return digest


@transaction.atomic
def change_calendar_feed(municipality: Municipality, *, user_id: int, wanted: bool, actor: Actor, at: datetime) -> bool:
    """Give somebody a secret address for the own calendar, or take it away; the one before it works no longer."""
    if wanted:
        make_calendar_feed(municipality, user_id=user_id, actor=actor, at=at)
    else:
        end_calendar_feed(municipality, user_id=user_id, actor=actor, at=at)
    return wanted


@transaction.atomic
def make_calendar_feed(municipality: Municipality, *, user_id: int, actor: Actor, at: datetime) -> CalendarFeed:
    """Give somebody a new secret address for the own calendar."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    made = {"token_hash": token_hash(token), "sealed": sealed.seal(token.encode(), purpose=FEED_SEAL), "made_at": at}
    feed, _new = CalendarFeed.objects.update_or_create(municipality=municipality, user_id=user_id, defaults=made)
    _log_feed("cycle.calendar_feed.made", municipality, user_id=user_id, actor=actor, at=at)
    return feed


@transaction.atomic
def end_calendar_feed(municipality: Municipality, *, user_id: int, actor: Actor, at: datetime) -> None:
    """The address works no longer, and there is no other."""
    CalendarFeed.objects.filter(municipality=municipality, user_id=user_id).delete()
    _log_feed("cycle.calendar_feed.ended", municipality, user_id=user_id, actor=actor, at=at)


def _log_feed(action: str, municipality: Municipality, *, user_id: int, actor: Actor, at: datetime) -> None:
    subject = Subject("people.account", user_id)
    audit.record(action, subject=subject, actor=actor, at=at, municipality=municipality)
