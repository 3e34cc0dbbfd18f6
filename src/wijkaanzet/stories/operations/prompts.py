"""A question that invites people to tell is put, and ended."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import audit
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.stories.models import Prompt
from wijkaanzet.stories.rules.prompts import PROMPT, check_period, checked_question, end_of


@transaction.atomic
def add_prompt(
    municipality: Municipality,
    *,
    question: str,
    area: Area | None,
    ends_before: date | None,
    actor: Actor,
    at: datetime,
) -> Prompt:
    """Put a question from today on, in one area or in all; without a last day it is asked until somebody ends it.

    Raises Refused: ("other_tenant"), ("prompt_question"), ("prompt_period").
    """
    if area is not None and area.division.municipality_id != municipality.pk:
        raise Refused("other_tenant", name=area.name)
    today, question = localdate(at), checked_question(question)
    check_period(today, ends_before)
    prompt = Prompt.objects.create(
        municipality=municipality, area=area, question=question, starts_on=today, ends_before=ends_before
    )
    _log("added", prompt, actor=actor, at=at)
    return prompt


@transaction.atomic
def end_prompt(prompt: Prompt, *, actor: Actor, at: datetime) -> Prompt:
    """Ask a question for the last time today; stories keep it. Raises Refused("prompt_ended") when it has ended."""
    rows = Prompt.objects.select_for_update(of=("self",)).select_related("municipality")
    prompt, today = rows.get(pk=prompt.pk), localdate(at)
    last = end_of(prompt.starts_on, today)
    if prompt.ends_before is not None and prompt.ends_before <= last:
        raise Refused("prompt_ended")
    prompt.ends_before = last
    prompt.save(update_fields=["ends_before"])
    _log("ended", prompt, actor=actor, at=at)
    return prompt


def _log(action: str, prompt: Prompt, *, actor: Actor, at: datetime) -> None:
    audit.record(
        f"stories.prompt.{action}",
        subject=Subject(PROMPT, prompt.id),
        actor=actor,
        at=at,
        municipality=prompt.municipality,
        detail={"area": prompt.area_id},
    )
