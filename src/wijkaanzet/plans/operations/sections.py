"""Somebody hands in a part of a plan: it is kept word for word, and nothing of what others wrote meanwhile is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.models import Section, SectionVersion
from wijkaanzet.plans.operations.writing_down import locked_plan, open_for_change
from wijkaanzet.plans.queries import handed_in, version_of
from wijkaanzet.plans.rules.merging import merged
from wijkaanzet.plans.rules.sections import LONGEST_SECTION, SECTION, VersionKind
from wijkaanzet.plans.rules.words import said_by_text, section_text


@dataclass(frozen=True, kw_only=True)
class HandIn:
    """A part as somebody wants it to read, the number of the version it was written on, and for whom it is said."""

    base: int
    text: str
    said_by: str = ""


@dataclass(frozen=True)
class Written:
    """A part as it reads now, and the version that keeps what was handed in; None when nothing in it was new."""

    section: Section
    version: SectionVersion | None

    @property
    def kind(self) -> VersionKind | None:
        """What became of what was handed in."""
        return VersionKind(self.version.kind) if self.version else None


@transaction.atomic
def write(section: Section, *, hand_in: HandIn, actor: Actor, at: datetime) -> Written:
    """Hand in a part; what others wrote since the version it was written on is merged with it, or it is kept beside.

    The same once more changes nothing, so a form that is sent twice does no harm. Raises Refused: ("plan_not_open"),
    ("priority_dropped"), ("section_too_long"), ("said_by_too_long"), ("version_unknown").
    """
    text, said_by = section_text(hand_in.text), said_by_text(hand_in.said_by)
    locked_plan(section.plan)
    section = locked_section(section)
    version = _version(section, HandIn(base=hand_in.base, text=text, said_by=said_by), actor)
    if version is None or version.pk is not None:
        return Written(section, version)
    section.plan = open_for_change(section.plan, actor=actor, at=at)
    _check_priority(section)
    version.written_at = at
    version.save(force_insert=True)
    if version.kind != VersionKind.BESIDE:
        section.text, section.version = version.text, version.number
        section.save(update_fields=["text", "version"])
    log_section(section, act=version.kind, detail={"version": version.number, "base": version.base}, actor=actor, at=at)
    return Written(section, version)


@transaction.atomic
def settle_beside(beside: SectionVersion, *, hand_in: HandIn | None, actor: Actor, at: datetime) -> Written:
    """Deal with what was kept beside: say how the part reads with it, or leave the part as it is.

    Whoever wrote meanwhile again is not overwritten either: then the new hand-in is kept beside in its place. Raises
    what `write` refuses, and ("beside_settled") when somebody was before.
    """
    locked_plan(beside.section.plan)
    rows = SectionVersion.objects.select_for_update(of=("self",)).select_related("section__plan")
    beside = rows.get(pk=beside.pk)
    if beside.kind != VersionKind.BESIDE or beside.settled_at is not None:
        raise Refused("beside_settled")
    beside.settled_at = at
    beside.save(update_fields=["settled_at"])
    section = locked_section(beside.section)
    detail: dict[str, str | int | bool | None] = {"version": beside.number, "left": hand_in is None}
    log_section(section, act="settled", detail=detail, actor=actor, at=at)
    if hand_in is None:
        return Written(section, None)
    return write(section, hand_in=hand_in, actor=actor, at=at)


@transaction.atomic
def locked_section(section: Section) -> Section:
    """As it is now, and ours alone; the plan of it is locked before."""
    rows = Section.objects.select_for_update(of=("self",))
    return rows.select_related("plan__network__body__municipality", "priority").get(pk=section.pk)


@transaction.atomic
def log_section(
    section: Section, *, act: str, detail: Mapping[str, str | int | bool | None], actor: Actor, at: datetime
) -> None:
    """Write down what was done with a part: numbers, nothing of what it says."""
    audit.record(
        f"plans.section.{act}",
        subject=Subject(SECTION, section.pk),
        actor=actor,
        at=at,
        municipality=section.plan.network.body.municipality,
        detail={"plan": section.plan_id, **detail},
    )


def _version(section: Section, hand_in: HandIn, actor: Actor) -> SectionVersion | None:
    """What keeps this hand-in: the version that has it already, a new one that is not saved yet, or None."""
    base = _base(section, hand_in.base)
    if hand_in.text in (section.text, base):
        return None
    earlier = _handed_in_before(section, hand_in, actor)
    if earlier is not None:
        return earlier
    kind, text = _put_together(section, base, hand_in)
    if text == section.text:
        return None
    return SectionVersion(
        section=section,
        number=_last_number(section) + 1,
        kind=kind,
        base=hand_in.base,
        text=text,
        handed_in=hand_in.text if kind is VersionKind.MERGED else "",
        author_id=actor.user_id,
        said_by=hand_in.said_by,
    )


def _base(section: Section, number: int) -> str:
    """The text on which something was written. Raises Refused("version_unknown")."""
    if number == 0:
        return ""
    version = version_of(section, number)
    if version is None or version.kind == VersionKind.BESIDE:
        raise Refused("version_unknown")
    return version.text


def _handed_in_before(section: Section, hand_in: HandIn, actor: Actor) -> SectionVersion | None:
    """The version that came of the same form before, when it is sent twice."""
    rows = section.versions.filter(
        base=hand_in.base, author_id=actor.user_id, said_by=hand_in.said_by, settled_at__isnull=True
    )
    return next((one for one in rows.order_by("id") if hand_in.text == handed_in(one)), None)


def _put_together(section: Section, base: str, hand_in: HandIn) -> tuple[VersionKind, str]:
    if hand_in.base == section.version:
        return VersionKind.SAVED, hand_in.text
    text = merged(base, hand_in.text, section.text)
    if text is None or len(text) > LONGEST_SECTION:
        return VersionKind.BESIDE, hand_in.text
    return VersionKind.MERGED, text


def _last_number(section: Section) -> int:
    last = section.versions.order_by("-id").first()
    return last.number if last else 0


def _check_priority(section: Section) -> None:
    if section.priority is not None and section.priority.dropped_on is not None:
        raise Refused("priority_dropped")
