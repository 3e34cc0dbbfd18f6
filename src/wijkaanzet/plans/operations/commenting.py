"""What people who write along say beside a part, and that somebody looked at the plan."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.plans.models import Comment, LastLooked, Plan, Section
from wijkaanzet.plans.operations.sections import locked_section, log_section
from wijkaanzet.plans.operations.writing_down import locked_plan
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.plans.rules.words import comment_text


@transaction.atomic
def comment(section: Section, *, text: str, actor: Actor, at: datetime) -> Comment:
    """Say something beside a part; also while the plan lies with the executive, since its words do not change.

    The same words once more, while they are open, are one comment. Raises Refused: ("plan_not_open") once the plan is
    over, ("comment_without_text"), ("plan_comment_too_long").
    """
    plain = comment_text(text)
    if locked_plan(section.plan).status == PlanStatus.ENDED or actor.user_id is None:
        raise Refused("plan_not_open")
    same = section.comments.filter(author_id=actor.user_id, text=plain, settled_on__isnull=True).first()
    if same is not None:
        return same
    section = locked_section(section)
    made = Comment.objects.create(section=section, author_id=actor.user_id, text=plain, given_at=at)
    log_section(section, act="commented", detail={"comment": made.pk}, actor=actor, at=at)
    return made


@transaction.atomic
def settle_comment(comment: Comment, *, actor: Actor, at: datetime) -> Comment:
    """Say that something was done with a comment. Raises Refused("comment_settled")."""
    rows = Comment.objects.select_for_update(of=("self",)).select_related("section")
    comment = rows.get(pk=comment.pk)
    if comment.settled_on is not None:
        raise Refused("comment_settled")
    comment.settled_on = localdate(at)
    comment.save(update_fields=["settled_on"])
    section = locked_section(comment.section)
    log_section(section, act="comment_settled", detail={"comment": comment.pk}, actor=actor, at=at)
    return comment


@transaction.atomic
def look(plan: Plan, *, actor: Actor, at: datetime) -> None:
    """Remember that somebody has seen the plan as it is now, to show what changed since; no visitor.

    Only the last time is kept, and no log of it: nobody is watched while reading.
    """
    if actor.user_id is not None:
        LastLooked.objects.update_or_create(plan=plan, user_id=actor.user_id, defaults={"at": at})
