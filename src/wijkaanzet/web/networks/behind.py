"""What lies behind the points of an agenda: only what everybody may read, for the paper goes from hand to hand."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from wijkaanzet.decisions.access import advice_requests
from wijkaanzet.decisions.rules import advice
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.access import public_agreements
from wijkaanzet.networks.models import AgendaItem
from wijkaanzet.networks.rules import AGREEMENT
from wijkaanzet.plans.rules.contributions import CONTRIBUTION
from wijkaanzet.plans.rules.plans import EDITION, PLAN
from wijkaanzet.plans.rules.priorities import ASK, PRIORITY
from wijkaanzet.plans.rules.sections import SUGGESTION
from wijkaanzet.scans.access import public_scans
from wijkaanzet.scans.queries import strengths_of
from wijkaanzet.scans.queries.scan_told import ToldWords, told
from wijkaanzet.scans.rules import scan
from wijkaanzet.web.documents.printable import shortened
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import behind_plans, words

Lines = tuple[str, ...]
Found = dict[int, Lines]
"""What may be read about some subjects of one kind, by their ids."""

EVERYBODY: Final = Actor(user_id=None, channel=Channel.WEB)
ONE_LINE: Final = 220


def behind(request: Request, items: Iterable[AgendaItem], *, today: date) -> Found:
    """What everybody may read about each point that is about something, by the id of the point.

    Whoever asks for it, it is the same. A few queries for each kind and each plan.
    """
    about = {one.pk: Subject(one.subject_kind, one.subject_id) for one in items if one.subject_id is not None}
    found: dict[Subject, Lines] = {}
    for kind, read in READ.items():
        if ids := {subject.id for subject in about.values() if subject.kind == kind}:
            found |= {Subject(kind, id_): lines for id_, lines in read(request, ids, today).items()}
    unread = (_("At the table you hear more about this."),)
    return {pk: tuple(filter(None, found.get(subject, ()))) or unread for pk, subject in about.items()}


def _agreements(request: Request, ids: set[int], today: date) -> Found:
    found = public_agreements(request.municipality).filter(pk__in=ids).order_by("id")
    lines = {one.pk: words.agreement_line(request, one, acts=False) for one in found}
    return {id_: (line.text, " · ".join(line.facts)) for id_, line in lines.items()}


def _advice(request: Request, ids: set[int], today: date) -> Found:
    found = advice_requests(EVERYBODY, request.municipality, on=today).filter(pk__in=ids)
    return {one.pk: (one.question,) for one in found.order_by("id")}


def _scans(request: Request, ids: set[int], today: date) -> Found:
    strengths = strengths_of(public_scans(request.municipality).filter(pk__in=ids))
    return {id_: (shortened(" ".join(text.split()), ONE_LINE),) for id_, text in strengths.items()}


def _voices(request: Request, ids: set[int], today: date) -> Found:
    return _told(request, {Subject(scan.VOICE, id_) for id_ in ids}, today)


def _stories(request: Request, ids: set[int], today: date) -> Found:
    return _told(request, {Subject(scan.STORY, id_) for id_ in ids}, today)


def _told(request: Request, subjects: set[Subject], today: date) -> Found:
    found = told(subjects, municipality=request.municipality, sees_all=False, on=today).items()
    return {
        subject.id: (shortened(" ".join(one.text.split()), ONE_LINE) or one.title,)
        for subject, one in found
        if isinstance(one, ToldWords)
    }


READ: Final[dict[str, Callable[[Request, set[int], date], Found]]] = {
    AGREEMENT: _agreements,
    advice.PROCESS: _advice,
    scan.PROCESS: _scans,
    scan.VOICE: _voices,
    scan.STORY: _stories,
    PLAN: behind_plans.plans,
    EDITION: behind_plans.editions,
    SUGGESTION: behind_plans.suggestions,
    PRIORITY: behind_plans.priorities,
    CONTRIBUTION: behind_plans.contributions,
    ASK: behind_plans.asks,
}
"""Of any other kind nothing is public but what stands in the title."""
