"""The scan of a neighbourhood is started with the words of the year before, and filled part by part."""

from collections.abc import Collection
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.scans import queries
from wijkaanzet.scans.models import Scan, ScanItem, ScanSection
from wijkaanzet.scans.operations.scan_entering import follow, locked, log
from wijkaanzet.scans.rules.scan import (
    Chosen,
    FilledSection,
    ScanPartKey,
    ScanStatus,
    check_year,
    fitting,
)


@transaction.atomic
def start_scan(area: Area, *, year: int, actor: Actor, at: datetime) -> Scan:
    """Begin the scan of an area for a year, with the words of the newest one that was published before it.

    How sure people are and what they chose is asked anew. Raises Refused: ("scan_year_too_far") and ("scan_exists").
    """
    today = localdate(at)
    check_year(year, today=today)
    before = queries.newest_published(area, before=year)
    scan = Scan(area=area, year=year, status=ScanStatus.DRAFT, status_since=today, started_on=today)
    try:
        with transaction.atomic():
            scan.save(force_insert=True)
    except IntegrityError as error:
        raise Refused("scan_exists", area=area.name, year=year) from error
    words = dict(before.sections.values_list("section", "words")) if before else {}
    ScanSection.objects.bulk_create(
        ScanSection(scan=scan, section=key, words=words.get(key, "")) for key in ScanPartKey
    )
    log(scan, act="started", actor=actor, at=at, detail={"area": area.pk, "after": before.year if before else None})
    follow(scan)
    return scan


@transaction.atomic
def fill_section(scan: Scan, *, section: ScanPartKey, filled: FilledSection, actor: Actor, at: datetime) -> ScanSection:
    """Write one part of a scan anew: its words, how sure people are, and what it rests on, in this order.

    What stands in the part already may stay, also when its teller took it back; what people say it means then goes, as
    that may repeat it. Raises Refused: ("wrong_state") unless
    it is a draft, ("scan_words_too_long"), ("scan_meaning_too_long"), ("too_many_items"), ("chosen_twice"),
    ("figure_not_here") and ("not_to_choose").
    """
    scan = locked(scan)
    if scan.status != ScanStatus.DRAFT:
        raise Refused("wrong_state", status=scan.status, wanted=ScanStatus.DRAFT)
    filled = fitting(filled)
    row = scan.sections.get(section=section)
    _check_chosen(row, scan.area, filled, actor=actor, at=at)
    row.words, row.sure = filled.words, filled.sure or ""
    row.save()
    row.items.all().delete()
    gone = queries.gone_of(scan, {one.subject for one in filled.items if one.subject}, on=localdate(at))
    ScanItem.objects.bulk_create(_item(row, position, one, gone) for position, one in enumerate(filled.items))
    log(scan, act="filled", actor=actor, at=at, detail={"section": section.value, "items": len(filled.items)})
    return row


def _check_chosen(row: ScanSection, area: Area, filled: FilledSection, *, actor: Actor, at: datetime) -> None:
    """Only what is there for the actor to choose, and what was chosen before."""
    wanted = {one.what for one in filled.items} - {item.what for item in row.items.order_by("position")}
    if not wanted:
        return
    for what in wanted - queries.to_choose_from(actor, area, on=localdate(at)):
        if isinstance(what, Subject):
            raise Refused("not_to_choose")
        raise Refused("figure_not_here", figure=what)


def _item(row: ScanSection, position: int, chosen: Chosen, gone: Collection[Subject]) -> ScanItem:
    meaning = "" if chosen.subject in gone else chosen.meaning
    item = ScanItem(section=row, position=position, kind=chosen.kind, figure=chosen.figure, meaning=meaning)
    if chosen.subject is not None:
        item.subject_kind, item.subject_id = chosen.subject
    return item
