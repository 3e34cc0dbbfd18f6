"""What everybody may read of a plan, its questions and its suggestions, for a point of an agenda about these."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkaanzet.intake.access import public_entries
from wijkaanzet.plans import queries
from wijkaanzet.plans.access import known_statuses, public_editions, public_plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries.asked_of_all import AskedOfAll
from wijkaanzet.plans.queries.since_adopted import answers_since
from wijkaanzet.plans.queries.suggestions import entries_of
from wijkaanzet.plans.rules.content import PriorityKept
from wijkaanzet.plans.rules.plans import PlanStatus
from wijkaanzet.web.http import Request
from wijkaanzet.web.plan_reading import around, words
from wijkaanzet.web.plan_reading.priorities import Setting, brings, standing

Lines = tuple[str, ...]
Found = dict[int, Lines]


def plans(request: Request, ids: set[int], today: date) -> Found:
    """Each plan in short, or where it stands as long as nothing of it was adopted."""
    return _in_short(request, public_plans(request.municipality).filter(pk__in=ids), today)


def editions(request: Request, ids: set[int], today: date) -> Found:
    """The same of the plan of each edition: one that is not adopted is not for everybody."""
    plan_of = {id_: public_id for id_, (public_id, _number) in queries.edition_places(ids).items()}
    own = public_plans(request.municipality).filter(public_id__in=plan_of.values())
    lines, pks = _in_short(request, own, today), dict(own.values_list("public_id", "pk"))
    return {id_: lines[pks[public_id]] for id_, public_id in plan_of.items() if public_id in pks}


def suggestions(request: Request, ids: set[int], today: date) -> Found:
    """The words of each suggestion whose teller shares these with everybody."""
    entry_of = entries_of(ids)
    told = {one.pk: one for one in public_entries(request.municipality).filter(pk__in=entry_of.values())}
    return {id_: (told[pk].title, told[pk].text) for id_, pk in entry_of.items() if pk in told}


def priorities(request: Request, ids: set[int], today: date) -> Found:
    """The question that is open, or what the plan says."""
    return _in_plans(request, queries.priority_places(ids), lambda _id, _kept, _read: ())


def contributions(request: Request, ids: set[int], today: date) -> Found:
    """The same, and who brings what if that stands in the plan."""
    public_ids = queries.contribution_ids(ids)

    def brought(id_: int, kept: PriorityKept, setting: Setting) -> Lines:
        return tuple(
            " · ".join((f"{one.who}: {one.what}", *brings(one, setting)))
            for one in standing(kept, setting)
            if one.public_id == public_ids[id_]
        )

    return _in_plans(request, queries.contribution_places(ids), brought)


def asks(request: Request, ids: set[int], today: date) -> Found:
    """The same, and what the plan asks of others there."""

    def asked(id_: int, kept: PriorityKept, setting: Setting) -> Lines:
        return tuple(f"{one.to_whom}: {one.question}" for one in kept.asks)

    return _in_plans(request, queries.ask_places(ids), asked)


def _in_short(request: Request, own: QuerySet[Plan], today: date) -> Found:
    summaries = queries.summaries_of(public_editions(request.municipality).filter(plan__in=own.values("pk")))
    short = {id_: summary for id_, (_number, summary) in summaries.items() if summary.strip()}
    found = list(own.order_by("id"))
    looks_back = _looks_back(found, today)
    return {
        plan.pk: (*((short[plan.pk],) if plan.pk in short else _stands(plan, today)), *looks_back.get(plan.pk, ()))
        for plan in found
    }


def _looks_back(plans: list[Plan], today: date) -> Found:
    """Of each plan that holds the priorities at which people look back together now; two queries."""
    known = known_statuses(plans)
    held = [plan.pk for plan in plans if known[plan.pk] is PlanStatus.ADOPTED]
    return {
        id_: (_("People look back together at: %(priorities)s.") % {"priorities": "; ".join(titles)},)
        for id_, titles in queries.to_look_back_at(held, today=today).items()
    }


def _stands(plan: Plan, today: date) -> Lines:
    card = around.move_card(plan, today=today)
    return card.text, card.resting or card.title


@dataclass(frozen=True)
class _AsRead:
    """A plan as everybody reads it: the questions that are open, and what was adopted; by public id."""

    open: Mapping[str, AskedOfAll]
    held: Mapping[str, PriorityKept]
    setting: Setting


def _as_read(request: Request, plan: Plan) -> _AsRead:
    """Four queries at most."""
    held = queries.content_for_all(plan, editions=public_editions(request.municipality))
    return _AsRead(
        open={one.public_id: one for one in queries.open_questions(plan, held=held)},
        held={one.public_id: one for one in held.priorities} if held else {},
        setting=Setting(
            request,
            plan.public_id,
            {},
            queries.taken_back([plan.pk]),
            (),
            later=answers_since(held) if held else {},
        ),
    )


def _in_plans(
    request: Request, places: Mapping[int, tuple[str, str]], more: Callable[[int, PriorityKept, Setting], Lines]
) -> Found:
    """What is read at the priority of each, by the public ids of its plan and itself; `more` adds what only it says."""
    found: Found = {}
    own = public_plans(request.municipality).filter(public_id__in={plan for plan, _priority in places.values()})
    for plan in own.order_by("id"):
        read = _as_read(request, plan)
        for id_, (plan_id, priority) in places.items():
            if plan_id == plan.public_id:
                kept = read.held.get(priority)
                found[id_] = (*_question(read, priority), *(more(id_, kept, read.setting) if kept else ()))
    return found


def _question(read: _AsRead, priority: str) -> Lines:
    if (asked := read.open.get(priority)) is not None:
        return _("Open question: %(question)s") % {"question": asked.title}, asked.says
    if (kept := read.held.get(priority)) is None:
        return ()
    informal = words.informal(kept)
    says = (informal.label if informal else "", kept.informal_says)
    return kept.title, ": ".join(filter(None, says))
