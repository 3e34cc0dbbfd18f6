"""What a plan asks of departments and of partners without a grant, and what they answer."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans import queries
from wijkaanzet.plans.models import Ask, Priority
from wijkaanzet.plans.operations.priority_log import locked_ask, log_ask, opened
from wijkaanzet.plans.queries.asked import has_account
from wijkaanzet.plans.rules.asks import (
    MOST_ASKS,
    NewAsk,
    check_ask_as_read,
    check_ask_step,
    fitting_again,
    fitting_ask,
    fitting_ask_answer,
    status_after,
)
from wijkaanzet.plans.rules.priorities import OPEN_ASKS, AskAnswer, AskStatus


@transaction.atomic
def ask_others(
    priority: Priority, *, new: NewAsk, organisation: Organisation | None = None, actor: Actor, at: datetime
) -> Ask:
    """Ask a department or a partner something for a priority.

    Where somebody of the organisation that is asked has an account it answers itself; else the policy officer brings
    the answer.
    The same question once more, while it waits or is put off, is one question.
    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("asks_too_many"), ("ask_not_whole"), ("ask_of_two"),
    ("organisation_not_here") for one of elsewhere, ("network_words_too_long").
    """
    priority = opened(priority, actor=actor, at=at)
    if organisation is not None and organisation.municipality_id != priority.plan.network.body.municipality_id:
        raise Refused("organisation_not_here")
    new = fitting_ask(new, organisation=organisation.name if organisation else "")
    same = priority.asks.filter(to_whom=new.to_whom, question=new.question, status__in=OPEN_ASKS).first()
    if same is not None:
        return same
    if priority.asks.count() >= MOST_ASKS:
        raise Refused("asks_too_many", most=MOST_ASKS)
    today = localdate(at)
    alone = organisation is not None and not has_account(organisation, on=today)
    ask = Ask.objects.create(
        priority=priority,
        to_whom=new.to_whom,
        organisation=organisation,
        question=new.question,
        asked_on=today,
        status=AskStatus.ASKED,
        status_since=today,
        no_account_since=today if alone else None,
    )
    log_ask(ask, act="asked", actor=actor, at=at)
    return ask


@transaction.atomic
def answer_ask(
    ask: Ask,
    *,
    kind: AskAnswer,
    answer: str,
    again_on: date | None = None,
    seen: str = "",
    actor: Actor,
    at: datetime,
) -> Ask:
    """Write down what a department or a partner answers, also when the plan lies with who decides.

    "Later" says on which day it is asked again, and is answered anew; `seen` is the mark of what was read.
    Raises Refused: ("ask_answered") also since it was read, ("ask_without_answer"), ("network_words_too_long"),
    ("ask_again_when"), ("ask_again_past"), ("ask_again_far").
    """
    ask, today = locked_ask(ask), localdate(at)
    check_ask_step(AskStatus(ask.status), status_after(kind))
    check_ask_as_read(seen, now=queries.mark_of_ask(ask))
    ask.kind, ask.answer, ask.again_on = kind, fitting_ask_answer(answer), fitting_again(kind, again_on, today=today)
    ask.status, ask.status_since = status_after(kind), today
    ask.save()
    until = ask.again_on.isoformat() if ask.again_on else None
    log_ask(ask, act="answered", actor=actor, at=at, detail={"answer": kind.value, "again": until})
    return ask
