"""What a decision is about that waits to be written down, made known or sent on: enough to tell two apart."""

from collections.abc import Collection
from datetime import date

from django.utils.formats import date_format

from wijkaanzet.decisions.access import notices_to, visible_decisions
from wijkaanzet.decisions.labels import OUTCOMES
from wijkaanzet.decisions.models import Decision
from wijkaanzet.decisions.rules import PROCESS as DECISION
from wijkaanzet.decisions.rules import Outcome
from wijkaanzet.decisions.rules.notices import PROCESS as NOTICE
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import Body
from wijkaanzet.web.decisions.titles import titles

KINDS = frozenset({DECISION, NOTICE})


def decided(
    reader: Actor, municipality: Municipality, found: Collection[Subject], *, today: date
) -> dict[Subject, str]:
    """Decisions and notices by what was decided on, the outcome, the body and the day; a few queries per kind."""
    decisions = _of_kind(DECISION, found)
    own = visible_decisions(reader, municipality, on=today).filter(pk__in=decisions) if decisions else ()
    notices = _of_kind(NOTICE, found)
    told = notices_to(reader, municipality, on=today).filter(pk__in=notices) if notices else ()
    rows = {
        **{Subject(DECISION, one.pk): (one, one.body) for one in own},
        **{Subject(NOTICE, one.pk): (one.decision, one.body) for one in told},
    }
    named = titles([decision for decision, _body in rows.values()])
    return {subject: _name(decision, body, named[decision.pk]) for subject, (decision, body) in rows.items()}


def _of_kind(kind: str, found: Collection[Subject]) -> set[int]:
    return {one.id for one in found if one.kind == kind}


def _name(decision: Decision, body: Body, title: str) -> str:
    outcome = str(OUTCOMES[Outcome(decision.outcome)]) if decision.outcome else ""
    where = f"{body.name}, {date_format(decision.meeting_on, 'j F Y')}"
    return f"{', '.join(filter(None, (title, outcome)))} ({where})"
