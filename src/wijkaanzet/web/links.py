"""Where a subject can be read: the address for each kind that a move, posting, decision or audit entry may point at."""

from collections.abc import Callable, Collection, Mapping

from wijkaanzet.areas.queries import place_areas
from wijkaanzet.budget.queries import frame_years, run_ids
from wijkaanzet.cycle.queries import area_slugs
from wijkaanzet.decisions.queries import advice_ids, decisions_of_notices
from wijkaanzet.decisions.queries import public_ids as decision_ids
from wijkaanzet.intake.queries import public_ids as entry_ids
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.queries import (
    agreement_places,
    invitation_places,
    meeting_places,
    member_networks,
    network_places,
)
from wijkaanzet.plans.queries import (
    ask_places,
    contribution_places,
    edition_places,
    plan_places,
    priority_places,
    section_places,
    suggestion_places,
)
from wijkaanzet.scans.queries import public_ids as table_ids
from wijkaanzet.scans.queries import scan_places
from wijkaanzet.stories.queries import public_ids as story_ids
from wijkaanzet.web.http import Request
from wijkaanzet.web.tenancy import address

Places = Callable[[Collection[int]], dict[int, tuple[str, dict[str, object]]]]


def _page(name: str) -> Places:
    return lambda ids: dict.fromkeys(ids, (name, {}))


def _areas_of_years(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return {id_: ("area", {"slug": slug}) for id_, slug in area_slugs(ids).items()}


def _places(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    slugs = place_areas(ids)
    return {id_: ("area", {"slug": slugs[id_]}) if id_ in slugs else ("municipality", {}) for id_ in ids}


def _by_public_id(name: str, public_ids: Callable[[Collection[int]], dict[int, str]]) -> Places:
    return lambda ids: {id_: (name, {"public_id": public_id}) for id_, public_id in public_ids(ids).items()}


def _frames(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return {id_: ("frame", {"year": year}) for id_, year in frame_years(ids).items()}


def _scans(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return {id_: ("scan", {"slug": slug, "year": year}) for id_, (slug, year) in scan_places(ids).items()}


def _networks(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return {id_: ("network", {"network": key}) for id_, key in network_places(ids).items()}


def _members(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return {id_: ("network-members", {"network": key}) for id_, key in member_networks(ids).items()}


def _invitations(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    found = invitation_places(ids).items()
    return {id_: ("network-invitation", {"network": key, "public_id": public_id}) for id_, (key, public_id) in found}


def _meetings(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return _of_meetings(meeting_places(ids))


def _agreements(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return _of_meetings(agreement_places(ids))


def _of_meetings(places: Mapping[int, tuple[str, str]]) -> dict[int, tuple[str, dict[str, object]]]:
    found = places.items()
    return {id_: ("meeting", {"network": key, "public_id": public_id}) for id_, (key, public_id) in found}


def _editions(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    found = edition_places(ids).items()
    return {id_: ("plan-handed-in", {"public_id": public_id, "number": number}) for id_, (public_id, number) in found}


def _sections(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    found = section_places(ids).items()
    return {id_: ("plan-section", {"public_id": public_id, "number": id_}) for id_, public_id in found}


def _suggestions(ids: Collection[int]) -> dict[int, tuple[str, dict[str, object]]]:
    return {id_: ("plan-suggestions", {"public_id": public_id}) for id_, public_id in suggestion_places(ids).items()}


def _in_priorities(places: Callable[[Collection[int]], dict[int, tuple[str, str]]]) -> Places:
    return lambda ids: {
        id_: ("priority", {"public_id": plan, "priority": priority}) for id_, (plan, priority) in places(ids).items()
    }


# Until a kind has a page of its own, it is read on the front page of the municipality.
LINKS: dict[str, Places] = {
    "areas.concordance": _page("areas"),
    "areas.division": _page("areas"),
    "areas.place": _places,
    "arrangements.arrangement": _page("municipality"),
    "budget.allocation_run": _by_public_id("division-run", run_ids),
    "budget.frame": _frames,
    "cycle.area_year": _areas_of_years,
    "cycle.digest": _page("your-move"),
    "decisions.advice": _by_public_id("advice", advice_ids),
    "decisions.decision": _by_public_id("decision", decision_ids),
    "decisions.notice": _by_public_id("decision", decisions_of_notices),
    "intake.entry": _by_public_id("inbox-entry", entry_ids),
    "networks.agreement": _agreements,
    "networks.invitation": _invitations,
    "networks.meeting": _meetings,
    "networks.member": _members,
    "networks.network": _networks,
    "people.account": _page("municipality"),
    "people.body": _page("municipality"),
    "people.desk": _page("municipality"),
    "people.membership": _page("municipality"),
    "people.organisation": _page("municipality"),
    "people.stand_in": _page("stand-ins"),
    "plans.ask": _in_priorities(ask_places),
    "plans.contribution": _in_priorities(contribution_places),
    "plans.edition": _editions,
    "plans.plan": _by_public_id("plan", plan_places),
    "plans.priority": _in_priorities(priority_places),
    "plans.section": _sections,
    "plans.suggestion": _suggestions,
    "scans.figure_import": _by_public_id("figure-import", table_ids),
    "scans.scan": _scans,
    "stories.prompt": _page("prompts"),
    "stories.story": _by_public_id("voice", story_ids),
}


def addresses(request: Request, subjects: Collection[Subject]) -> dict[Subject, str]:
    """Where each subject can be read, at most one query per kind."""
    found: dict[Subject, str] = {}
    for kind in sorted({subject.kind for subject in subjects}):
        places = LINKS[kind]({subject.id for subject in subjects if subject.kind == kind})
        found |= {Subject(kind, id_): address(request, name, **kwargs) for id_, (name, kwargs) in places.items()}
    return found
