"""What waits in the neighbourhood of a network, for who makes an agenda."""

from collections.abc import Iterator
from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.formats import date_format

from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.labels import SEAT_TERM_ENDED, SEAT_TERM_ENDS
from wijkaanzet.networks.models import Agreement, Member, Network
from wijkaanzet.networks.rules import AGREEMENT, MEMBER, PROCESS, Suggestion, in_order
from wijkaanzet.networks.rules.seat_terms import last_day_near


def what_waits(network: Network, *, viewer: Actor, on: date) -> list[Suggestion]:
    """What waits on the day of a meeting in the area of a network and for its own body; the oldest first.

    As far as the viewer may see it; without the meetings themselves, what rests longer, and what another table agreed.
    Also who goes on in a seat of which the term is nearly or already over, for who may know who sits there.
    Two queries, and those of the owners of what waits: one or so per kind.
    """
    here = Q(scope_kind="area", scope_id=network.body.area_id) | Q(scope_kind="body", scope_id=network.body_id)
    agreed = Agreement.objects.filter(meeting__network=network)
    not_for_us = Q(subject_kind=PROCESS) | Q(subject_kind=AGREEMENT) & ~Q(subject_id__in=agreed.values("pk"))
    rows = OpenMove.objects.filter(here, municipality=network.body.municipality_id).exclude(not_for_us)
    rows = rows.exclude(rest_look_again_on__isnull=False, rest_look_again_on__gt=on)
    waiting = rows.annotate(day=Coalesce(F("due_on"), F("lapses_on"), F("rest_look_again_on"))).order_by("id")
    moves = {Subject(row.subject_kind, row.subject_id): row for row in waiting}
    seen = subjects.labels(moves.keys(), viewer)
    waits = (
        Suggestion(subject=subject, action=moves[subject].action, label=label, day=moves[subject].day)
        for subject, label in seen.items()
    )
    return in_order([*waits, *_seat_terms(network, viewer=viewer, on=on)])


def _seat_terms(network: Network, *, viewer: Actor, on: date) -> Iterator[Suggestion]:
    """Whose term comes near on a day, by their seat and never by their name."""
    sit = Member.objects.filter(network=network, ends_before__isnull=True, seat_until__lte=last_day_near(on))
    terms = {Subject(MEMBER, one.pk): one for one in sit.select_related("seat").order_by("id")}
    for subject in subjects.labels(terms.keys(), viewer):
        seat, until = terms[subject].seat, terms[subject].seat_until
        if seat is not None and until is not None:
            words = SEAT_TERM_ENDED if until < on else SEAT_TERM_ENDS
            told = str(words) % {"seat": seat.name, "day": date_format(until, "j F Y")}
            yield Suggestion(subject=subject, action="", label=told, day=until, title=told)
