"""A scan is put before the network, taken back to work on it, and published for good with its figures of that day."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.intake import operations as intake
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.people.queries import network_of
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Scan, ScanItem
from wijkaanzet.scans.operations.scan_entering import enter, locked
from wijkaanzet.scans.rules.frozen import to_json
from wijkaanzet.scans.rules.scan import ScanItemKind, ScanPartKey, ScanStatus, check_publishable, check_step


@transaction.atomic
def ask_network(scan: Scan, *, actor: Actor, at: datetime) -> Scan:
    """Put a scan before the network of the area, for as long as the arrangement says; its figures stay as they are now.

    Raises Refused: ("wrong_state"), and ("figure_not_here") for a figure that was taken back since it was chosen.
    """
    scan, today = locked(scan), localdate(at)
    check_step(ScanStatus(scan.status), ScanStatus.COMMENTING)
    _freeze(scan)
    days = arrangements.current(scan.area.division.municipality, on=today).terms.comment_days
    scan.commenting_until, scan.network = add_days(today, days), network_of(scan.area)
    return enter(scan, status=ScanStatus.COMMENTING, actor=actor, at=at)


@transaction.atomic
def take_back(scan: Scan, *, actor: Actor, at: datetime) -> Scan:
    """Work on a scan again; what the network said about it stays. Raises Refused("wrong_state")."""
    scan = locked(scan)
    check_step(ScanStatus(scan.status), ScanStatus.DRAFT)
    ScanItem.objects.filter(section__scan=scan).update(frozen={})
    scan.commenting_until = scan.network = None
    return enter(scan, status=ScanStatus.DRAFT, actor=actor, at=at)


@transaction.atomic
def publish_scan(scan: Scan, *, actor: Actor, at: datetime) -> Scan:
    """Let everybody read a scan, for good: figures as they are now, voices and stories by reference.

    Who told something that stands in it, and wanted to hear more, gets a message.

    Raises Refused: ("wrong_state"), ("figure_not_here"), ("no_strengths") while nobody could read what is strong, and
    ("comment_unanswered").
    """
    scan, today = locked(scan), localdate(at)
    check_step(ScanStatus(scan.status), ScanStatus.PUBLISHED)
    _freeze(scan)
    public = queries.scan_in_full(scan, reader_sees_all=False, on=today)
    strengths = public.section(ScanPartKey.STRENGTHS)
    answered = (one is not None for one in scan.comments.values_list("answered_on", flat=True))
    check_publishable(has_strengths=bool(strengths.words or strengths.items), answered=answered)
    _note_public(scan, {item.what for section in public.sections for item in section.items})
    intake.tell_used(queries.entries_in(scan, on=today), at=at)
    scan.published_on = today
    return enter(scan, status=ScanStatus.PUBLISHED, actor=actor, at=at)


def _freeze(scan: Scan) -> None:
    """Keep every chosen figure as anybody may read it now."""
    items = list(ScanItem.objects.filter(section__scan=scan, kind=ScanItemKind.FIGURE).order_by("id"))
    now = queries.figures_now(scan.area, slugs={one.figure for one in items})
    for item in items:
        if item.figure not in now:
            raise Refused("figure_not_here", figure=item.figure)
        item.frozen = to_json(now[item.figure])
    ScanItem.objects.bulk_update(items, ["frozen"])


def _note_public(scan: Scan, public: Collection[str | Subject]) -> None:
    """Note of each voice and story whether everybody can read it today: later only their going is told."""
    items = list(ScanItem.objects.filter(section__scan=scan, subject_id__isnull=False).order_by("id"))
    for item in items:
        item.for_everybody = item.what in public
    ScanItem.objects.bulk_update(items, ["for_everybody"])
