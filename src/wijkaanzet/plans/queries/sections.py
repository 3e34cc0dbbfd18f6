"""The parts of a plan as they read now, their versions and comments."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans.labels.writing import SECTION_NAME, SECTIONS
from wijkaanzet.plans.models import Comment, Plan, Section, SectionVersion
from wijkaanzet.plans.rules.sections import OF_A_PRIORITY, OF_THE_PLAN, SectionKey, VersionKind

_ORDER = {key: place for place, key in enumerate((*OF_THE_PLAN, *OF_A_PRIORITY))}


@dataclass(frozen=True, kw_only=True)
class SectionNow:
    """A part of a plan, since when it reads like this, and what waits beside it."""

    section: Section
    key: SectionKey
    written_at: datetime | None
    beside: int
    """How many texts are kept beside it for somebody to settle."""
    comments: int
    """How many comments are open."""


def with_plan_of_section(sections: QuerySet[Section]) -> QuerySet[Section]:
    """Parts with their plan, network and priority, without a query more."""
    return sections.select_related(
        "plan__network__body__municipality", "plan__network__body__area__division__municipality", "priority"
    )


def sections_of(plan: Plan) -> tuple[SectionNow, ...]:
    """Every part of a plan and of the priorities in it, in the order in which they are read; one query."""
    waits = Q(versions__kind=VersionKind.BESIDE, versions__settled_at__isnull=True)
    last = SectionVersion.objects.filter(section=OuterRef("pk"), number=OuterRef("version")).values("written_at")[:1]
    rows = in_plan(Section.objects.filter(plan=plan)).annotate(
        written=Subquery(last),
        waiting=Count("versions", filter=waits, distinct=True),
        open_comments=Count("comments", filter=Q(comments__settled_on__isnull=True), distinct=True),
    )
    found = (
        SectionNow(
            section=row,
            key=SectionKey(row.key),
            written_at=row.written,
            beside=row.waiting,
            comments=row.open_comments,
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: place_of(one.section)))


def version_of(section: Section, number: int) -> SectionVersion | None:
    """The version of a part with this number."""
    return section.versions.filter(number=number).first()


def handed_in(version: SectionVersion) -> str:
    """What its writer handed in, word for word."""
    return version.handed_in if version.kind == VersionKind.MERGED else version.text


def versions_of(section: Section) -> QuerySet[SectionVersion]:
    """All versions of a part, the last one first."""
    return section.versions.order_by("-id")


def texts_before(section: Section, versions: Collection[SectionVersion]) -> dict[int, str]:
    """What the part read as before each of these versions, by its number; of one kept beside, what it was written on.

    One query.
    """
    oldest = min((one.number for one in versions), default=0)
    read = section.versions.exclude(kind=VersionKind.BESIDE)
    before = read.filter(number__lt=oldest).order_by("-id").values("number")[:1]
    bases = {one.base for one in versions}
    rows = read.filter(Q(number__gte=oldest) | Q(number__in=bases) | Q(number__in=before)).order_by("id")
    texts = dict(rows.values_list("number", "text"))
    return {one.number: _before(one, texts) for one in versions}


def beside_of(section: Section) -> QuerySet[SectionVersion]:
    """What is kept beside a part and waits for somebody to settle it, the oldest first."""
    return section.versions.filter(kind=VersionKind.BESIDE, settled_at__isnull=True).order_by("id")


def comments_of(section: Section) -> QuerySet[Comment]:
    """What people say beside a part and with which nothing was done yet, in the order in which they said it."""
    return section.comments.filter(settled_on__isnull=True).order_by("given_at", "id")


def section_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Parts by what they are about and the network of their plan."""
    rows = Section.objects.filter(id__in=ids).values_list("id", "key", "plan__network__body__name")
    return {id_: str(SECTION_NAME) % {"section": SECTIONS[SectionKey(key)], "network": name} for id_, key, name in rows}


def section_places(ids: Collection[int]) -> dict[int, str]:
    """The public id of the plan of each: a part of its address."""
    return dict(Section.objects.filter(id__in=ids).values_list("id", "plan__public_id"))


def in_plan(sections: QuerySet[Section]) -> QuerySet[Section]:
    """With plan and priority at hand, and without those of a priority that was taken out."""
    kept = sections.filter(Q(priority__isnull=True) | Q(priority__dropped_on__isnull=True))
    return kept.select_related("priority", "plan")


def place_of(section: Section) -> tuple[int, int, int]:
    """The parts of the plan come before those of its priorities, in the order of these."""
    of_priority = (section.priority.position, section.priority.pk) if section.priority else (-1, 0)
    return (*of_priority, _ORDER[SectionKey(section.key)])


def _before(version: SectionVersion, texts: Mapping[int, str]) -> str:
    if version.kind == VersionKind.BESIDE:
        return texts.get(version.base, "")
    earlier = [number for number in texts if number < version.number]
    return texts[max(earlier)] if earlier else ""
