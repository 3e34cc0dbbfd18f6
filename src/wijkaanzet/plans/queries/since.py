"""What others changed in a plan since somebody looked: texts and comments, priorities, and what was asked of whom."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans.models import (
    Ask,
    Comment,
    Contribution,
    LastLooked,
    Plan,
    Priority,
    Section,
    SectionVersion,
    Suggestion,
)
from wijkaanzet.plans.queries.sections import in_plan, place_of
from wijkaanzet.plans.rules.contributions import CONTRIBUTION
from wijkaanzet.plans.rules.plans import PLAN
from wijkaanzet.plans.rules.priorities import ASK, PRIORITY
from wijkaanzet.plans.rules.sections import SectionKey, SuggestionStatus


@dataclass(frozen=True, kw_only=True)
class SectionChange:
    """What others did with a part since somebody looked."""

    section: Section
    key: SectionKey
    versions: int
    comments: int


@dataclass(frozen=True, kw_only=True)
class PriorityActs:
    """What others did with a priority and with what is asked for it, each act by its name and once, the first first."""

    priority: Priority
    acts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What changed in a plan since somebody looked; without a moment nobody has looked before."""

    since: datetime | None
    sections: tuple[SectionChange, ...]
    suggestions: int
    priorities: tuple[PriorityActs, ...] = ()
    """Nothing for who never looked: everything is new."""
    whole: tuple[str, ...] = ()
    """What others did with the plan as a whole."""


def changes_since(plan: Plan, actor: Actor) -> Changes:
    """What others wrote, said, asked, answered and suggested since this person last looked, or ever; seven queries."""
    looks = LastLooked.objects.filter(plan=plan)
    since = looks.filter(user_id=actor.user_id).values_list("at", flat=True).first() if actor.user_id else None
    priorities, whole = _acts(plan, actor, since) if since else ((), ())
    return Changes(
        since=since,
        sections=_sections(plan, actor, since),
        suggestions=Suggestion.objects.filter(plan=plan, status=SuggestionStatus.WAITING).count(),
        priorities=priorities,
        whole=whole,
    )


def _sections(plan: Plan, actor: Actor, since: datetime | None) -> tuple[SectionChange, ...]:
    versions = SectionVersion.objects.filter(section__plan=plan).exclude(author_id=actor.user_id)
    comments = Comment.objects.filter(section__plan=plan).exclude(author_id=actor.user_id)
    if since is not None:
        versions, comments = versions.filter(written_at__gt=since), comments.filter(given_at__gt=since)
    written = dict(versions.values_list("section_id").annotate(Count("pk")))
    said = dict(comments.values_list("section_id").annotate(Count("pk")))
    rows = in_plan(Section.objects.filter(plan=plan, pk__in={*written, *said}))
    found = (
        SectionChange(
            section=row,
            key=SectionKey(row.key),
            versions=written.get(row.pk, 0),
            comments=said.get(row.pk, 0),
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: place_of(one.section)))


def _acts(plan: Plan, actor: Actor, since: datetime) -> tuple[tuple[PriorityActs, ...], tuple[str, ...]]:
    """What was done with each priority, in the order of the plan, and with the whole; two queries."""
    priorities = {one.pk: one for one in plan.priorities.order_by("position", "id")}
    of_them = Q(subject_kind=PRIORITY, subject_id__in=priorities)
    for kind, model in ((CONTRIBUTION, Contribution), (ASK, Ask)):
        ids = model.objects.filter(priority__plan=plan).values("pk")
        of_them |= Q(subject_kind=kind, subject_id__in=ids)
    done = audit.done_by_others(of_them | Q(subject_kind=PLAN, subject_id=plan.pk), since=since, than=actor)
    acts: dict[int, list[str]] = {}
    for action, kind, id_, detail in done.values_list("action", "subject_kind", "subject_id", "detail"):
        about = {PLAN: 0, PRIORITY: id_}.get(kind, detail.get("priority"))
        acts.setdefault(about, []).append(action)
    moved = (
        PriorityActs(priority=one, acts=tuple(dict.fromkeys(acts[pk]))) for pk, one in priorities.items() if pk in acts
    )
    return tuple(moved), tuple(dict.fromkeys(acts.get(0, ())))
