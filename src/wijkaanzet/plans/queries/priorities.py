"""The priorities of a plan, each with everything that belongs to it, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.models import Ask, BaseCapacity, Contribution, Picture, Plan, Priority, Reason, Section
from wijkaanzet.plans.rules.contributions import ContributionStatus
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.scans.queries import ToldWords, figures_now
from wijkaanzet.scans.queries.scan_told import told
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.scan import Gone

Row = TypeVar("Row", Reason, Contribution, Ask, Section, Picture)
SHOWN = frozenset({ContributionStatus.ASKED, ContributionStatus.CONFIRMED, ContributionStatus.LAPSED})
"""What still counts in a plan, or may."""


@dataclass(frozen=True)
class ReasonInFull:
    """Why something is a priority: the figure as it is now, what was told as it may be read now, or a wish."""

    reason: Reason
    figure: FrozenFigure | None = None
    told: ToldWords | None = None
    gone: Gone | None = None


@dataclass(frozen=True)
class PriorityInFull:
    """A priority with its texts, reasons, contributions, questions to others and pictures."""

    priority: Priority
    sections: Mapping[SectionKey, Section]
    reasons: tuple[ReasonInFull, ...]
    contributions: tuple[Contribution, ...]
    asks: tuple[Ask, ...]
    pictures: tuple[Picture, ...]
    known_by_figure: FrozenFigure | None = None


def standing_priorities(plan: Plan) -> list[Priority]:
    """The priorities of a plan that were not let go, in their order; one query."""
    return list(plan.priorities.filter(dropped_on__isnull=True).order_by("position", "id"))


def dropped_priorities(plan: Plan) -> list[Priority]:
    """The priorities that were let go, the newest of them first; one query."""
    return list(plan.priorities.filter(dropped_on__isnull=False).order_by("-pk"))


def priorities_of(plan: Plan, *, on: date) -> tuple[PriorityInFull, ...]:
    """The priorities of a plan as who writes along reads them, in their order; a constant number of queries."""
    return in_full(plan, standing_priorities(plan), on=on)


def in_full(plan: Plan, priorities: Collection[Priority], *, on: date) -> tuple[PriorityInFull, ...]:
    """These priorities of a plan with everything that belongs to them."""
    ids = [one.pk for one in priorities]
    reasons = list(Reason.objects.filter(priority__in=ids).order_by("position", "id"))
    contributions = Contribution.objects.filter(priority__in=ids).select_related("organisation")
    asks = Ask.objects.filter(priority__in=ids)
    sections = Section.objects.filter(priority__in=ids)
    pictures = Picture.objects.filter(priority__in=ids).defer("content")
    found = _Found(
        reasons=_by_priority(reasons),
        contributions=_by_priority(contributions.order_by("id")),
        asks=_by_priority(asks.order_by("id")),
        sections=_by_priority(sections.order_by("id")),
        pictures=_by_priority(pictures.order_by("id")),
        figures=_figures(plan, {*(one.figure for one in reasons), *(one.figure for one in priorities)} - {""}),
        told=told(_subjects(reasons), municipality=plan.network.body.municipality, sees_all=True, on=on),
    )
    return tuple(found.together(one) for one in priorities)


def reasons_of(priority: Priority) -> set[str | Subject | None]:
    """The figures and voices on which a priority rests; one query."""
    return {
        one.figure or (Subject(one.subject_kind, one.subject_id) if one.subject_id else None)
        for one in priority.reasons.order_by("position")
    }


def base_of(plan: Plan) -> list[BaseCapacity]:
    """The professionals who are there in any case; one query."""
    return list(plan.base.select_related("organisation").order_by("position", "id"))


def pictures_of(plan: Plan) -> list[Picture]:
    """The pictures of a plan without what is on them; one query."""
    return list(plan.pictures.select_related("priority").defer("content").order_by("id"))


def priority_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Priorities by their title."""
    return dict(Priority.objects.filter(id__in=ids).values_list("id", "title"))


def priority_places(ids: Collection[int]) -> dict[int, tuple[str, str]]:
    """The public ids of the plan of each priority and of itself."""
    rows = Priority.objects.filter(id__in=ids).values_list("id", "plan__public_id", "public_id")
    return {id_: (plan, own) for id_, plan, own in rows}


@dataclass(frozen=True)
class _Found:
    """Everything of some priorities, each by the id of its priority."""

    reasons: Mapping[int, list[Reason]]
    contributions: Mapping[int, list[Contribution]]
    asks: Mapping[int, list[Ask]]
    sections: Mapping[int, list[Section]]
    pictures: Mapping[int, list[Picture]]
    figures: Mapping[str, FrozenFigure]
    told: Mapping[Subject, ToldWords | Gone]

    def together(self, priority: Priority) -> PriorityInFull:
        """One priority."""
        id_ = priority.pk
        return PriorityInFull(
            priority=priority,
            sections={SectionKey(one.key): one for one in self.sections.get(id_, ())},
            reasons=tuple(self._reason(one) for one in self.reasons.get(id_, ())),
            contributions=tuple(self.contributions.get(id_, ())),
            asks=tuple(self.asks.get(id_, ())),
            pictures=tuple(self.pictures.get(id_, ())),
            known_by_figure=self.figures.get(priority.figure),
        )

    def _reason(self, reason: Reason) -> ReasonInFull:
        found = self.told.get(Subject(reason.subject_kind, reason.subject_id)) if reason.subject_id else None
        return ReasonInFull(
            reason=reason,
            figure=self.figures.get(reason.figure),
            told=found if isinstance(found, ToldWords) else None,
            gone=found if isinstance(found, Gone) else None,
        )


def _by_priority(rows: Iterable[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for one in rows:
        if one.priority_id is not None:
            found[one.priority_id].append(one)
    return found


def _figures(plan: Plan, slugs: Collection[str]) -> dict[str, FrozenFigure]:
    area = plan.network.body.area
    return figures_now(area, slugs=slugs) if area and slugs else {}


def _subjects(reasons: Iterable[Reason]) -> list[Subject]:
    return [Subject(one.subject_kind, one.subject_id) for one in reasons if one.subject_id is not None]
