"""The table of who writes a plan: whose move it is, what changed, every part and priority, and who brings what."""

from collections.abc import Mapping
from datetime import date, datetime

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.people.labels import MOVERS
from wijkaanzet.plans import queries
from wijkaanzet.plans.labels.writing import SECTIONS
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.queries import Returned, SectionNow
from wijkaanzet.plans.rules.content import PriorityKept
from wijkaanzet.plans.rules.money import asked_by_part
from wijkaanzet.plans.rules.plans import OPEN, PlanStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.numbers import day, term
from wijkaanzet.web.pages.plan_life import (
    DroppedLine,
    PartLine,
    PriorityLine,
    ReturnedBox,
    WritePage,
)
from wijkaanzet.web.parts.moves import Action, MoveCard
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_life import words
from wijkaanzet.web.plan_life.changes import changes_box
from wijkaanzet.web.plan_reading.money import enough
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_reading.words import informal, place
from wijkaanzet.web.plan_trail import plan_title, trail
from wijkaanzet.web.plan_writing.who import keeps, plan_to_write
from wijkaanzet.web.plan_writing.words import section_href
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.turns import mover

Remarks = Mapping[str, tuple[str, ...]]


@require_safe
@never_cache
def write(request: Request, public_id: str) -> HttpResponse:
    """Everything of a plan on one page, for who writes along."""
    plan = plan_to_write(request, public_id)
    return render(request, "web/plan_write.html", {"page": _page(request, plan, today=clock.today())})


def _page(request: Request, plan: Plan, *, today: date) -> WritePage:
    content = queries.content_of(plan, on=today)
    returned = queries.returned_before(plan) if plan.status in OPEN | {PlanStatus.RESTING} else None
    remarks = returned.remarks if returned else {}
    acts = _acts(request, plan, today=today) if keeps(request, plan) else ()
    is_open = plan.status in OPEN
    new = Action(label=_("Add a priority"), href=address(request, "priority-new", public_id=plan.public_id))
    return WritePage(
        trail=trail(request, plan, page="plan"),
        title=plan_title(plan),
        public_href=address(request, "plan", public_id=plan.public_id),
        state=words.state(plan),
        card=_card(plan, acts, returned=returned is not None, today=today),
        returned=_returned(returned),
        changes=changes_box(request, plan, queries.changes_since(plan, actor_of(request))),
        parts=tuple(
            _part(request, one, remarks) for one in queries.sections_of(plan) if one.section.priority_id is None
        ),
        priorities=tuple(priority_line(request, plan, one, remarks) for one in content.priorities),
        dropped=tuple(map(_dropped, queries.dropped_priorities(plan))),
        money=enough(asked_by_part(content), queries.money_there(plan, on=today), MoneyParts(request.municipality)),
        agreed=words.agreed_box(content.agreement),
        acts=acts[1:],
        add_priority=new if is_open else None,
        ways=(
            words.way(request, plan, "plan-base", _("Who are there in any case")),
            words.way(request, plan, "plan-pictures", _("Photos")),
            words.way(request, plan, "plan-suggestions", _("Suggestions of residents")),
            words.way(request, plan, "plan-spheres", _("Talk about who does what")),
            words.way(request, plan, "plan-words", _("What do we mean by our words?")),
        ),
    )


def priority_line(request: Request, plan: Plan, one: PriorityKept, remarks: Remarks) -> PriorityLine:
    """A priority with what residents do, could do or want, and who brings what."""
    return PriorityLine(
        title=one.title,
        href=address(request, "priority", public_id=plan.public_id, priority=one.public_id),
        informal=informal(one) or Badge(label=_("not asked yet"), tone="stone"),
        says=one.informal_says,
        place=place(one),
        brings=words.brings(one),
        remarks=remarks.get(one.public_id, ()),
    )


def _dropped(one: Priority) -> DroppedLine:
    gone = day(one.dropped_on) if one.dropped_on else ""
    return DroppedLine(title=one.title, facts=(gone, one.dropped_why))


def _card(plan: Plan, acts: tuple[Action, ...], *, returned: bool, today: date) -> MoveCard:
    """Whose move it is, and for who keeps the network the one act that answers it."""
    status, move = PlanStatus(plan.status), queries.move_of(plan)
    if move is None:
        return MoveCard(who="", title=_("This plan is over"), text=str(words.NOW[status]))
    again = move.rest_look_again_on
    resting, rests = "", status in {PlanStatus.RESTING, PlanStatus.ADOPTED}
    if rests and again is not None:
        when = _("You look again on %(day)s.") % {"day": day(again)} if today < again else _("Now you look again.")
        resting = " ".join(filter(None, (plan.rest_why, when)))
    nobody = rests and (again is None or today < again)
    again_written = returned and status is PlanStatus.WRITING
    why = Action(label=_("Read why it came back"), href="#returned", kind="secondary")
    return MoveCard(
        who="" if nobody else str(MOVERS[mover(move, today=today)]),
        title=_("Nothing has to be done now") if nobody else "",
        text=str(words.CAME_BACK if again_written else words.NOW[status]),
        term=term(move.due_on, today),
        resting=resting,
        actions=(*acts[:1], *([why] if again_written else [])),
    )


def _acts(request: Request, plan: Plan, *, today: date) -> tuple[Action, ...]:
    """What who keeps the network can do with the plan as a whole, the next step first."""
    rest, end = ("plan-rest", _("Let the plan rest")), ("plan-end", _("End the plan"))
    pages = {
        PlanStatus.WRITING: (("plan-agree", _("The network agrees")), rest, end),
        PlanStatus.RESTING: (("plan-take-up", _("Go on with the plan")), end),
        PlanStatus.AGREED: (("plan-submit", _("Hand in the plan")),),
        PlanStatus.ADOPTED: (end,)
        if words.is_over(plan, today=today)
        else (("plan-look-back", _("Look back at the plan")), ("plan-amend", _("Change the plan"))),
    }.get(PlanStatus(plan.status), ())
    found = (Action(label=label, href=address(request, page, public_id=plan.public_id)) for page, label in pages)
    return tuple(
        Action(label=one.label, href=one.href, kind="secondary") if place else one for place, one in enumerate(found)
    )


def _returned(returned: Returned | None) -> ReturnedBox | None:
    if returned is None:
        return None
    return ReturnedBox(
        day=day(returned.on),
        reasons=returned.reasons,
        remarks=returned.remarks.get("", ()),
        of_parts=any(returned.remarks[about] for about in returned.remarks if about),
    )


def _part(request: Request, one: SectionNow, remarks: Remarks) -> PartLine:
    written = bool(one.section.text.strip())
    facts = (
        _last(one.written_at),
        ngettext("%(count)s text waits beside it", "%(count)s texts wait beside it", one.beside) % {"count": one.beside}
        if one.beside
        else "",
        ngettext("%(count)s comment", "%(count)s comments", one.comments) % {"count": one.comments}
        if one.comments
        else "",
    )
    return PartLine(
        title=str(SECTIONS[one.key]),
        href=section_href(request, one.section),
        state=Badge(label=_("written"), tone="leaf") if written else Badge(label=_("still empty"), tone="stone"),
        facts=tuple(filter(None, facts)),
        remarks=remarks.get(one.key.value, ()),
    )


def _last(written_at: datetime | None) -> str:
    return _("changed on %(day)s") % {"day": day(localdate(written_at))} if written_at else ""
