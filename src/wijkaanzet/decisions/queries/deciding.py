"""Reading decisions: names for those who point at them, and where each process stands."""

from collections.abc import Collection, Iterator

from django.db.models import QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.queries.names import Named, names
from wijkaanzet.decisions.rules import CLERKS, FINAL, Facts, Outcome, Status
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.subjects import Subject


def newest_first(decisions: QuerySet[Decision]) -> QuerySet[Decision]:
    """Decisions by the date of their meeting, the newest first; with their bodies."""
    return decisions.select_related("body").order_by("-meeting_on", "-id")


def about(decisions: QuerySet[Decision], subject: Subject) -> QuerySet[Decision]:
    """Of these decisions those on one subject."""
    return decisions.filter(subject_kind=subject.kind, subject_id=subject.id)


def returned_on(subject: Subject) -> list[Decision]:
    """The decisions that sent a subject back, in the order in which they were taken."""
    return list(about(Decision.objects.filter(outcome=Outcome.RETURNED), subject).order_by("id"))


def public_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each decision, by its own id."""
    return dict(Decision.objects.filter(id__in=ids).values_list("id", "public_id"))


def newest_public_id(subject: Subject) -> str:
    """The public id of the last decision on a subject."""
    return about(Decision.objects.all(), subject).order_by("-id").values_list("public_id", flat=True)[0]


def newest_on(subject: Subject) -> Decision | None:
    """The last decision on a subject that was recorded, with its body."""
    return newest_first(about(Decision.objects.exclude(outcome=""), subject)).first()


def labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Decisions by what they are about, body and date."""
    decided = Decision.objects.filter(id__in=ids).select_related("body")
    found = {
        one.id: Named(Subject(one.subject_kind, one.subject_id), one.body.name, one.meeting_on)
        for one in decided.order_by("id")
    }
    return names(found, viewer)


def standing(decision: Decision) -> Standing:
    """Where a decision stands, with the terms of the arrangement of the day of its meeting."""
    terms = arrangements.current(decision.municipality, on=decision.meeting_on).terms
    facts = Facts(
        body_id=decision.body_id,
        clerk=CLERKS[decision.body.kind],
        meeting_on=decision.meeting_on,
        record_days=terms.record_days,
        publish_days=terms.publish_days,
    )
    return Standing(decision.id, decision.municipality_id, Status(decision.status), facts)


def standings() -> Iterator[Standing]:
    """Where all decisions stand that still wait for somebody."""
    waiting = Decision.objects.exclude(status__in=FINAL).select_related("body", "municipality").order_by("id")
    return (standing(decision) for decision in waiting)
