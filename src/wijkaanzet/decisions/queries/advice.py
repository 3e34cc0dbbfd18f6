"""Reading advice: who is asked by the arrangement, what was asked on a subject, and where each request stands."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Prefetch, QuerySet

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.decisions.models import AdvicePoint, AdviceRequest, Decision
from wijkaanzet.decisions.queries.names import Named, names
from wijkaanzet.decisions.rules import AdviceStatus, Step
from wijkaanzet.decisions.rules.advice import FINAL, AdviceFacts
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.moves import Standing
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body

_POINTS = Prefetch("points", queryset=AdvicePoint.objects.order_by("position"))


def advising_bodies(municipality: Municipality, step: Step, *, on: date) -> list[Body]:
    """The bodies that the arrangement of that day lets advise at a step, by name."""
    arrangement = arrangements.current(municipality, on=on)
    keys = [key for level in arrangement.levels if level.key.value == step.value for key in level.advises]
    return list(Body.objects.filter(municipality=municipality, key__in=keys).order_by("name", "id"))


def advice_on(subject: Subject) -> QuerySet[AdviceRequest]:
    """All advice asked on a subject, the newest first, with its body and its points in order."""
    asked = AdviceRequest.objects.filter(subject_kind=subject.kind, subject_id=subject.id)
    return (
        asked.select_related("body__municipality").prefetch_related(_POINTS).order_by("-asked_on", "body__name", "id")
    )


def advice_before(decision: Decision) -> QuerySet[AdviceRequest]:
    """The advice that is part of a decision, by body, with its points and their answers."""
    return (
        AdviceRequest.objects.filter(decision=decision)
        .select_related("body")
        .prefetch_related(_POINTS)
        .order_by("body__name", "id")
    )


def points_of(request: AdviceRequest) -> list[AdvicePoint]:
    """The points of one advice, in order."""
    return list(AdvicePoint.objects.filter(request=request).order_by("position"))


def open_advice(subject: Subject) -> bool:
    """Whether a body may still advise on the subject, or waits for an answer."""
    return advice_on(subject).exclude(status__in=FINAL).exists()


def unadvised(subject: Subject, bodies: Collection[Body]) -> list[Body]:
    """Which of these bodies were not yet asked, or whose advice is not closed."""
    closed = set(advice_on(subject).filter(status__in=FINAL).values_list("body_id", flat=True))
    return [body for body in bodies if body.id not in closed]


def advice_ids(ids: Collection[int]) -> dict[int, str]:
    """The public id of each request, by its own id."""
    return dict(AdviceRequest.objects.filter(id__in=ids).values_list("id", "public_id"))


def advice_labels(ids: Collection[int], viewer: Actor) -> dict[int, str]:
    """Advice by what it is about, the body that gives it and the day it was asked."""
    asked = AdviceRequest.objects.filter(id__in=ids).select_related("body")
    found = {
        one.id: Named(Subject(one.subject_kind, one.subject_id), one.body.name, one.asked_on)
        for one in asked.order_by("id")
    }
    return names(found, viewer)


def advice_standing(request: AdviceRequest) -> Standing:
    """Where a request stands, with the terms of the arrangement of that day."""
    municipality = request.body.municipality
    facts = AdviceFacts(
        municipality_id=municipality.id,
        body_id=request.body_id,
        asks=request.asks,
        since=request.status_since,
        lapses_on=request.lapses_on,
        answer_days=arrangements.current(municipality, on=request.status_since).terms.answer_days,
    )
    return Standing(request.id, municipality.id, AdviceStatus(request.status), facts)


def advice_standings() -> Iterator[Standing]:
    """Where all requests stand that still wait for somebody."""
    waiting = AdviceRequest.objects.exclude(status__in=FINAL).select_related("body__municipality").order_by("id")
    return (advice_standing(request) for request in waiting)
