"""What waits in the neighbourhood of a network, for who makes an agenda."""

from datetime import date

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Agreement, Network
from wijkaanzet.networks.rules import AGREEMENT, PROCESS, Suggestion, in_order


def what_waits(network: Network, *, viewer: Actor, on: date) -> list[Suggestion]:
    """What waits on the day of a meeting in the area of a network and for its own body; the oldest first.

    As far as the viewer may see it; without the meetings themselves, what rests longer, and what another table agreed.
    One query, and those of the owners of what waits: one or so per kind.
    """
    here = Q(scope_kind="area", scope_id=network.body.area_id) | Q(scope_kind="body", scope_id=network.body_id)
    agreed = Agreement.objects.filter(meeting__network=network)
    not_for_us = Q(subject_kind=PROCESS) | Q(subject_kind=AGREEMENT) & ~Q(subject_id__in=agreed.values("pk"))
    rows = OpenMove.objects.filter(here, municipality=network.body.municipality_id).exclude(not_for_us)
    rows = rows.exclude(rest_look_again_on__isnull=False, rest_look_again_on__gt=on)
    waiting = rows.annotate(day=Coalesce(F("due_on"), F("lapses_on"), F("rest_look_again_on"))).order_by("id")
    moves = {Subject(row.subject_kind, row.subject_id): row for row in waiting}
    seen = subjects.labels(moves.keys(), viewer)
    return in_order(
        Suggestion(subject=subject, action=moves[subject].action, label=label, day=moves[subject].day)
        for subject, label in seen.items()
    )
