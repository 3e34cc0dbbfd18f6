"""What a plan asks of departments and of partners without a grant, and what they answer."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans.models import Ask, Priority
from wijkaanzet.plans.operations.priority_log import locked_ask, log_ask, opened
from wijkaanzet.plans.rules.asks import MOST_ASKS, NewAsk, check_ask_step, fitting_ask, fitting_ask_answer
from wijkaanzet.plans.rules.priorities import AskAnswer, AskStatus


@transaction.atomic
def ask_others(priority: Priority, *, new: NewAsk, actor: Actor, at: datetime) -> Ask:
    """Ask a department or a partner something for a priority; the policy officer brings the answer.

    The same question once more, while it waits, is one question.
    Raises Refused: ("plan_not_open"), ("priority_dropped"), ("asks_too_many"), ("ask_not_whole"),
    ("network_words_too_long").
    """
    priority, new = opened(priority, actor=actor, at=at), fitting_ask(new)
    same = priority.asks.filter(to_whom=new.to_whom, question=new.question, status=AskStatus.ASKED).first()
    if same is not None:
        return same
    if priority.asks.count() >= MOST_ASKS:
        raise Refused("asks_too_many", most=MOST_ASKS)
    ask = Ask.objects.create(
        priority=priority,
        to_whom=new.to_whom,
        question=new.question,
        status=AskStatus.ASKED,
        status_since=localdate(at),
    )
    log_ask(ask, act="asked", actor=actor, at=at)
    return ask


@transaction.atomic
def answer_ask(ask: Ask, *, kind: AskAnswer, answer: str, actor: Actor, at: datetime) -> Ask:
    """Write down what a department or a partner answers, also when the plan lies with who decides.

    Raises Refused: ("ask_answered"), ("ask_without_answer"), ("network_words_too_long").
    """
    ask = locked_ask(ask)
    check_ask_step(AskStatus(ask.status), AskStatus.ANSWERED)
    ask.kind, ask.answer = kind, fitting_ask_answer(answer)
    ask.status, ask.status_since = AskStatus.ANSWERED, localdate(at)
    ask.save()
    log_ask(ask, act="answered", actor=actor, at=at)
    return ask
