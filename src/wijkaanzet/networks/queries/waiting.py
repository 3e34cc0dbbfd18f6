"""What waits in the neighbourhood of a network, for who makes an agenda."""

from django.db.models import F, Q
from django.db.models.functions import Coalesce

from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import PROCESS, Suggestion, in_order


def what_waits(network: Network, *, viewer: Actor) -> list[Suggestion]:
    """What waits in the area of a network and for its own body, as far as the viewer may see it; the oldest first.

    Its own meetings are left out. One query, and those of the owners of what waits: one or so per kind.
    """
    here = Q(scope_kind="area", scope_id=network.body.area_id) | Q(scope_kind="body", scope_id=network.body_id)
    rows = OpenMove.objects.filter(here, municipality=network.body.municipality_id).exclude(subject_kind=PROCESS)
    waiting = rows.annotate(day=Coalesce(F("due_on"), F("lapses_on"), F("rest_look_again_on"))).order_by("id")
    moves = {Subject(row.subject_kind, row.subject_id): row for row in waiting}
    seen = subjects.labels(moves.keys(), viewer)
    return in_order(
        Suggestion(subject=subject, action=moves[subject].action, label=label, day=moves[subject].day)
        for subject, label in seen.items()
    )
