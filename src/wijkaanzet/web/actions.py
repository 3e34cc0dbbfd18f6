"""Where an act is done: the page that answers each action that an open move may ask for."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from wijkaanzet.budget.queries import frame_years, run_ids
from wijkaanzet.cycle.queries import years_by_area
from wijkaanzet.decisions.queries import advice_ids, decisions_of_notices
from wijkaanzet.decisions.queries import public_ids as decision_ids
from wijkaanzet.intake.queries import public_ids as told_ids
from wijkaanzet.kernel.models import OpenMove
from wijkaanzet.networks.queries import agreement_places, invitation_places, meeting_places
from wijkaanzet.plans.queries import (
    ask_ids,
    contribution_ids,
    contribution_places,
    edition_places,
    plan_places,
    suggestion_places,
)
from wijkaanzet.plans.rules.moves import WRITE_AGAIN
from wijkaanzet.scans.queries import public_ids as table_ids
from wijkaanzet.scans.queries import scan_places
from wijkaanzet.stories.queries import entry_ids
from wijkaanzet.web.http import Request
from wijkaanzet.web.tenancy import address

Parts = Callable[[Collection[int]], Mapping[int, Mapping[str, object]]]


def _none(ids: Collection[int]) -> dict[int, dict[str, object]]:
    """The page is the same for every subject."""
    return {id_: {} for id_ in ids}


def _area_and_year(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"slug": one.area.slug, "year": one.year} for id_, one in years_by_area(ids).items()}


def _year(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"year": year} for id_, year in frame_years(ids).items()}


def _scan(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"slug": slug, "year": year} for id_, (slug, year) in scan_places(ids).items()}


def _by_public_id(public_ids: Callable[[Collection[int]], dict[int, str]]) -> Parts:
    return lambda ids: {id_: {"public_id": public_id} for id_, public_id in public_ids(ids).items()}


def _meeting(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"network": key, "public_id": public_id} for id_, (key, public_id) in meeting_places(ids).items()}


def _invitation(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"network": key, "public_id": public_id} for id_, (key, public_id) in invitation_places(ids).items()}


def _agreement(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"network": key, "number": id_} for id_, (key, _public_id) in agreement_places(ids).items()}


def _suggestion(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"public_id": public_id, "number": id_} for id_, public_id in suggestion_places(ids).items()}


def _edition(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"public_id": plan, "number": number} for id_, (plan, number) in edition_places(ids).items()}


_run, _advice, _decision, _table = map(_by_public_id, (run_ids, advice_ids, decision_ids, table_ids))
_plan = _by_public_id(plan_places)
_told = _by_public_id(decisions_of_notices)
_entry, _entry_of_story = map(_by_public_id, (told_ids, entry_ids))


def _asked(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"contribution": public_id} for id_, public_id in contribution_ids(ids).items()}


def _asking(ids: Collection[int]) -> dict[int, dict[str, object]]:
    found = contribution_places(ids).items()
    return {id_: {"public_id": plan, "priority": priority} for id_, (plan, priority) in found}


def _ask_of_others(ids: Collection[int]) -> dict[int, dict[str, object]]:
    return {id_: {"ask": public_id} for id_, public_id in ask_ids(ids).items()}


ACTIONS: dict[str, tuple[str, Parts]] = {
    "budget.await_advice": ("division-run", _run),
    "budget.decide_division": ("division-decide", _run),
    "budget.decide_frame": ("frame-decide", _year),
    "budget.prepare_frame": ("frame", _year),
    "budget.propose_division": ("division-run", _run),
    "cycle.await_division": ("divisions", _none),
    "cycle.bring_figures": ("figure-imports", _none),
    "cycle.open_plan": ("open-plan", _area_and_year),
    "cycle.prepare_money": ("divisions", _none),
    "decisions.answer_advice": ("advice", _advice),
    "decisions.give_advice": ("advice", _advice),
    "decisions.publish": ("decision", _decision),
    "decisions.record": ("decision", _decision),
    "decisions.send_notice": ("decision", _told),
    "intake.read": ("inbox-entry", _entry),
    "intake.read_again": ("inbox-entry", _entry),
    "intake.tell_answer": ("inbox-entry", _entry),
    "networks.ask_again": ("network-invitation", _invitation),
    "networks.hold": ("meeting-hold", _meeting),
    "networks.invite": ("meeting-invite", _meeting),
    "networks.look_again": ("agreement-settle", _agreement),
    "networks.report": ("meeting-report", _meeting),
    "plans.answer_ask": ("ask-answer", _ask_of_others),
    "plans.answer_ask_again": ("ask-answer", _ask_of_others),
    "plans.answer_contribution": ("contribution", _asked),
    "plans.answer_suggestion": ("plan-suggestion", _suggestion),
    "plans.ask_again": ("priority", _asking),
    "plans.ask_by_letter": ("priority", _asking),
    "plans.ask_others_again": ("ask-answer", _ask_of_others),
    "plans.await_decision": ("plan-write", _plan),
    "plans.decide": ("plan-decide", _edition),
    "plans.look_at_fallen_away": ("priority", _asking),
    "plans.look_back": ("plan-look-back", _plan),
    "plans.submit": ("plan-submit", _plan),
    "plans.take_up": ("plan-take-up", _plan),
    "plans.write": ("plan-write", _plan),
    "plans.write_again": ("plan-write", _plan),
    "scans.comment_on_scan": ("scan", _scan),
    "scans.compose_scan": ("scan-compose", _scan),
    "scans.import_figures": ("figure-import", _table),
    "scans.map_figures": ("figure-import", _table),
    "scans.publish_scan": ("scan-compose", _scan),
    "stories.await_teller": ("inbox-entry", _entry_of_story),
}
"""The name of the page, and the parts of its address by the id of the subject, asked for many at once."""
ANCHORS = {WRITE_AGAIN: "#returned", "plans.look_at_fallen_away": "#bring"}
"""Where on that page it begins, when that is not at the top."""


def places(request: Request, moves: Iterable[OpenMove]) -> dict[int, str]:
    """The address of the page that answers each move, by id of the move; at most one query per kind of subject."""
    wanted: dict[Parts, list[OpenMove]] = {}
    for move in moves:
        wanted.setdefault(ACTIONS[move.action][1], []).append(move)
    found: dict[int, str] = {}
    for parts, same in wanted.items():
        by_subject = parts({move.subject_id for move in same})
        for move in same:
            if move.subject_id in by_subject:
                there = _address(request, ACTIONS[move.action][0], by_subject[move.subject_id])
                found[move.id] = there + ANCHORS.get(move.action, "")
    return found


def place_of_turn(request: Request, action: str, *, slug: str, year: int, public_id: str) -> str:
    """The page that answers the move of an area, or of the division that it waits for; all is known: no query."""
    name, parts = ACTIONS[action]
    if parts is _none:
        return _address(request, name, {})
    return _address(
        request, name, {"slug": slug, "year": year} if parts is _area_and_year else {"public_id": public_id}
    )


def _address(request: Request, name: str, parts: Mapping[str, object]) -> str:
    return address(request, name, **parts)


def words_of(action: str) -> str:
    """What an action is called, for who has to do it."""
    return str(_words()[action])


@cache
def _words() -> Mapping[str, object]:
    """The words of every context for its own actions."""
    own = (app.name for app in apps.get_app_configs() if app.name.startswith("wijkaanzet."))
    labels = (import_module(f"{name}.labels") for name in own if find_spec(f"{name}.labels"))
    return {key: words for one in labels for key, words in getattr(one, "ACTIONS", {}).items()}
