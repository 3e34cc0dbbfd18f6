"""Reading notices: whom the arrangement lets be told, and which notices still wait for their sender."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.decisions.models import Decision, Notice
from wijkaanzet.decisions.queries.names import Named, names
from wijkaanzet.decisions.rules import CLERKS, NoticeStatus
from wijkaanzet.decisions.rules.notices import FINAL, NoticeFacts
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body


def informed_bodies(decision: Decision) -> list[Body]:
    """The bodies that the arrangement of the day of the meeting lets be told of a decision, by name."""
    arrangement = arrangements.current(decision.municipality, on=decision.meeting_on)
    keys = [key for level in arrangement.levels if level.key.value == decision.step for key in level.informed]
    return list(Body.objects.filter(municipality=decision.municipality, key__in=keys).order_by("name", "id"))


def notices_of(decision: Decision) -> QuerySet[Notice]:
    """Who is told of a decision, by the name of the body."""
    told = Notice.objects.filter(decision=decision)
    return told.select_related("decision__municipality", "body", "sender__municipality").order_by("body__name", "id")


def decisions_of_notices(ids: Collection[int]) -> dict[int, str]:
    """The public id of the decision that each notice tells of, by the id of the notice."""
    return dict(Notice.objects.filter(id__in=ids).values_list("id", "decision__public_id"))


def notice_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Notices by what was decided, the body that is told and the day of the meeting."""
    told = Notice.objects.filter(id__in=ids).select_related("body", "decision")
    found = {
        one.id: Named(
            Subject(one.decision.subject_kind, one.decision.subject_id), one.body.name, one.decision.meeting_on
        )
        for one in told.order_by("id")
    }
    return names(found, viewer)


def visible_notices(actor: Actor, ids: Collection[int]) -> set[int]:
    """That somebody was told of a published decision is public."""
    return set(Notice.objects.filter(id__in=ids).values_list("id", flat=True))


def notice_standing(notice: Notice) -> Standing:
    """Where a notice stands, with the terms of the arrangement of the day of the meeting."""
    decision = notice.decision
    facts = NoticeFacts(
        clerk=CLERKS[notice.sender.kind],
        clerk_body_id=notice.sender_id,
        published_on=decision.published_on or decision.meeting_on,
        inform_days=arrangements.current(decision.municipality, on=decision.meeting_on).terms.inform_council_days,
    )
    return Standing(notice.id, decision.municipality_id, NoticeStatus(notice.status), facts)


def notice_standings() -> Iterator[Standing]:
    """Where all notices stand that still wait for somebody."""
    waiting = Notice.objects.exclude(status__in=FINAL)
    return (
        notice_standing(notice)
        for notice in waiting.select_related("decision__municipality", "body", "sender").order_by("id")
    )
