"""What every act on a scan does: take it for itself, write it down in the log, and say whose move it is."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel import audit, moves, open_moves
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.rules.scan import PROCESS, ScanStatus, check_step

Detail = dict[str, str | int | bool | None]


@transaction.atomic
def locked(scan: Scan) -> Scan:
    """As it is now, and ours alone until the end of the transaction."""
    rows = Scan.objects.select_for_update(of=("self",))
    return rows.select_related("area__division__municipality", "network").get(pk=scan.pk)


@transaction.atomic
def enter(scan: Scan, *, status: ScanStatus, actor: Actor, at: datetime) -> Scan:
    """Let a scan come to stand in a status. Raises Refused("wrong_state")."""
    check_step(ScanStatus(scan.status), status)
    scan.status, scan.status_since = status, localdate(at)
    scan.save()
    log(scan, act=status, actor=actor, at=at)
    follow(scan)
    return scan


@transaction.atomic
def follow(scan: Scan) -> None:
    """Say whose move it is."""
    municipality = scan.area.division.municipality
    open_moves.follow(queries.scan_standing(scan), process=moves.PROCESSES[PROCESS], municipality=municipality)


@transaction.atomic
def log(scan: Scan, *, act: str, actor: Actor, at: datetime, detail: Detail | None = None) -> None:
    """Write down what was done with a scan; never what stands in it."""
    audit.record(
        f"scans.scan.{act}",
        subject=Subject(PROCESS, scan.pk),
        actor=actor,
        at=at,
        municipality=scan.area.division.municipality,
        detail={"year": scan.year, **(detail or {})},
    )
