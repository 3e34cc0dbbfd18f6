"""What a network did with something that was told for its plan, for its sender and for who calls that one."""

from typing import Literal

from django.utils.translation import gettext as _

from wijkaanzet.intake.models import Entry
from wijkaanzet.plans.labels.writing import SUGGESTION_STATUSES
from wijkaanzet.plans.queries import suggestion_of
from wijkaanzet.plans.rules.sections import SuggestionStatus, TakenOver
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.telling import Place, Suggested
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_writing.taken_along import known_number, what_became
from wijkaanzet.web.tenancy import address


def suggested(request: Request, entry: Entry) -> Suggested | None:
    """What the network did with what was told for its plan; None as long as two people have not read it."""
    one = suggestion_of(entry)
    if one is None:
        return None
    where = Place(
        label=_("The suggestions for the plan of %(network)s") % {"network": one.plan.network.body.name},
        href=address(request, "plan-suggestions", public_id=one.plan.public_id),
    )
    if one.status == SuggestionStatus.WAITING:
        state = Badge(label=str(SUGGESTION_STATUSES[SuggestionStatus.WAITING]), tone="stone")
        return Suggested(plan=where, state=state, answer="", title=_("The network looks at it"))
    tone: Literal["leaf", "stone"] = "stone" if one.taken_over == TakenOver.NOT else "leaf"
    return Suggested(
        plan=where,
        state=Badge(label=what_became(one, known=known_number(request, one.plan)), tone=tone),
        answer=one.answer,
        title=_("The answer of the network of %(day)s") % {"day": day(one.status_since)},
    )
