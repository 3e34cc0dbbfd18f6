"""What an edition keeps of the priorities, the base and the pictures of a plan, as it is handed in."""

from datetime import date

from wijkaanzet.plans.models import Ask, Contribution, Plan
from wijkaanzet.plans.queries.asked import who_brings
from wijkaanzet.plans.queries.priorities import (
    SHOWN,
    PriorityInFull,
    ReasonInFull,
    base_of,
    pictures_of,
    priorities_of,
)
from wijkaanzet.plans.rules.content import AskKept, BaseKept, ContributionKept, PictureKept, PriorityKept, ReasonKept
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, ContributionStatus, Per
from wijkaanzet.plans.rules.priorities import AskAnswer, InformalAnswer, KnownBy, PlaceKind, ReasonKind
from wijkaanzet.scans.rules import frozen


def priorities_kept(plan: Plan, *, on: date) -> tuple[PriorityKept, ...]:
    """The priorities that were not let go, in their order: figures as they are shown that day, told by reference."""
    return tuple(kept_of(one) for one in priorities_of(plan, on=on))


def base_kept(plan: Plan) -> tuple[BaseKept, ...]:
    """The professionals who are there in any case."""
    return tuple(BaseKept(one.organisation.name, one.what, one.hours_a_week) for one in base_of(plan))


def pictures_kept(plan: Plan) -> tuple[PictureKept, ...]:
    """The pictures by their public ids; not those of a priority that was let go."""
    return tuple(
        PictureKept(one.public_id, one.alt, one.width, one.height, one.priority.public_id if one.priority else "")
        for one in pictures_of(plan)
        if one.priority is None or one.priority.dropped_on is None
    )


def kept_of(full: PriorityInFull) -> PriorityKept:
    """One priority as an edition would keep it now."""
    one = full.priority
    return PriorityKept(
        public_id=one.public_id,
        title=one.title,
        place_kind=PlaceKind(one.place_kind),
        place=one.place,
        informal=InformalAnswer(one.informal) if one.informal else None,
        informal_says=one.informal_says,
        texts={key: section.text for key, section in full.sections.items()},
        reasons=tuple(map(_reason, full.reasons)),
        contributions=tuple(map(contribution_kept, (row for row in full.contributions if row.status in SHOWN))),
        asks=tuple(map(ask_kept, full.asks)),
        function=one.function,
        theme=one.theme,
        goal=one.goal,
        known_by=KnownBy(one.known_by) if one.known_by else None,
        figure=one.figure,
        look_back_on=one.look_back_on,
        measured=frozen.to_json(full.known_by_figure) if full.known_by_figure else None,
    )


def _reason(full: ReasonInFull) -> ReasonKept:
    reason = full.reason
    return ReasonKept(
        kind=ReasonKind(reason.kind),
        says=reason.says,
        figure=reason.figure,
        frozen=frozen.to_json(full.figure) if full.figure else None,
        subject_kind=reason.subject_kind,
        subject_id=reason.subject_id,
        for_everybody=full.told is not None and full.told.for_everybody,
    )


def contribution_kept(one: Contribution) -> ContributionKept:
    """One contribution as an edition would keep it now."""
    return ContributionKept(
        public_id=one.public_id,
        bringer=Bringer(one.bringer),
        who=who_brings(one),
        kind=ContributionKind(one.kind),
        what=one.what,
        status=ContributionStatus(one.status),
        cents=one.cents,
        from_area_money=one.from_area_money,
        money_from=one.money_from,
        hours=one.hours,
        per=Per(one.per) if one.per else None,
        beyond_base=one.beyond_base,
        until=one.until,
        says=one.says,
        earmark=one.earmark,
    )


def ask_kept(one: Ask) -> AskKept:
    """One question to others as an edition would keep it now."""
    return AskKept(one.to_whom, one.question, AskAnswer(one.kind) if one.kind else None, one.answer, one.again_on)
