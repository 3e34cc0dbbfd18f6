"""What somebody chose to be sent, and whose a calendar at a secret address is."""

from collections.abc import Collection
from datetime import date
from hashlib import sha256

from wijkaanzet.cycle.models import CalendarFeed, DigestChoice, DigestSent
from wijkaanzet.cycle.rules.digests import DigestRhythm
from wijkaanzet.kernel import sealed
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality

FEED_SEAL = "cycle.calendar_feed"


def token_hash(token: str) -> str:
    """By which a secret token is found again without being kept; it is long and random, so no salt is needed."""
    return sha256(token.encode()).hexdigest()


def chosen_rhythms(municipality: Municipality) -> dict[int, DigestRhythm]:
    """What was chosen, by account."""
    rows = DigestChoice.objects.filter(municipality=municipality).values_list("user_id", "rhythm")
    return {user_id: DigestRhythm(rhythm) for user_id, rhythm in rows}


def chosen_rhythm(municipality: Municipality, *, user_id: int) -> DigestRhythm | None:
    """What one account chose; None as long as it chose nothing."""
    choice = DigestChoice.objects.filter(municipality=municipality, user_id=user_id).first()
    return DigestRhythm(choice.rhythm) if choice else None


def told_since(municipality: Municipality, *, since: date) -> set[tuple[int, date]]:
    """Which accounts were mailed for which periods that begin on a day or later."""
    return set(DigestSent.objects.filter(municipality=municipality, period__gte=since).values_list("user_id", "period"))


def feed_token(municipality: Municipality, *, user_id: int) -> str:
    """The token of the own calendar of an account; empty when it has none, or when the key is gone."""
    feed = CalendarFeed.objects.filter(municipality=municipality, user_id=user_id).first()
    try:
        return sealed.unseal(feed.sealed, purpose=FEED_SEAL).decode() if feed else ""
    except sealed.CannotOpen:
        return ""


def owner_of_feed(municipality: Municipality, *, token: str) -> int | None:
    """The account whose calendar is read with this token; None when it is not of an open account here."""
    feeds = CalendarFeed.objects.filter(municipality=municipality, token_hash=token_hash(token), user__is_active=True)
    return feeds.values_list("user_id", flat=True).first()


def digest_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Overviews have a day and no name."""
    rows = DigestSent.objects.filter(id__in=ids).values_list("id", "period")
    return {id_: period.isoformat() for id_, period in rows}


def own_digests(actor: Actor, ids: Collection[int]) -> set[int]:
    """Nobody reads an overview but whose it is."""
    if actor.user_id is None:
        return set()
    return set(DigestSent.objects.filter(id__in=ids, user_id=actor.user_id).values_list("id", flat=True))
