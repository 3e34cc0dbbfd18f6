"""These forms of networks, plans, meetings and roles make something once, also when they are sent twice.

All forms go through `attempt`, which tests/architecture/gates/acts.py keeps; here each is sent twice for real.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from tests.conftest import AT
from tests.factories import BodyFactory, somebody
from tests.plans.wishes import Wishes, lay_wishes
from tests.web.division_town import browser
from tests.web.network_pages import at as network
from tests.web.network_pages import of
from tests.web.priority_pages import at, of_plan, photo, professionals, residents
from tests.web.test_sent_once import send
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import SentForm
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.operations import Attended
from wijkaanzet.networks.rules import CardGroup
from wijkaanzet.people.models import Body, Membership, User
from wijkaanzet.people.rules import Role
from wijkaanzet.plans.models import Section

pytestmark = pytest.mark.django_db
Sent = Callable[[Wishes], tuple[str, dict[str, Any]]]
"""The address of a form and what is filled in there."""


def day(name: str, told: date) -> dict[str, str]:
    """A day as a form asks it."""
    return {f"{name}_{part}": str(getattr(told, part)) for part in ("day", "month", "year")}


def of_area(wishes: Wishes, step: str) -> str:
    return f"/proefstad/wijken/{wishes.table.area.slug}/{step}"


def of_section(wishes: Wishes, step: str = "") -> str:
    return of_plan(wishes, f"schrijven/{Section.objects.filter(plan=wishes.plan).order_by('pk')[0].pk}/{step}")


def meets_already(wishes: Wishes) -> Body:
    table = wishes.table
    return BodyFactory.create(municipality=table.municipality, area=table.area, key="overleg", kind="network")


def held(wishes: Wishes) -> Meeting:
    return wishes.table.held(attended=Attended(others_residents=12))


FORMS: dict[str, Sent] = {
    "network": lambda w: (of_area(w, "netwerken/"), {"name": "Tafel twee"}),
    "sign": lambda w: (
        of_area(w, "netwerken/bord/"),
        {"body": str(meets_already(w).pk)},
    ),
    "seat": lambda w: (network(w.table, "zetels/"), {"name": "school", "kind": "optional"}),
    "member": lambda w: (network(w.table, "deelnemers/"), {"name": "Kwik", "behalf": "resident"}),
    "member in a seat": lambda w: (
        network(w.table, "deelnemers/"), {"name": "Kwik", "behalf": "resident", "seat": str(w.table.seat().pk)}
    ),
    "invitation": lambda w: (network(w.table, "uitnodigingen/"), {"for_whom": "De bakker", "behalf": "resident"}),
    "meeting": lambda w: (
        network(w.table, "bijeenkomst/nieuw/"),
        {**day("day", date(2017, 11, 1)), "time": "19:30", "place": "Buurthuis", "kind": "meeting"},
    ),
    "agenda": lambda w: (of(w.table.planned(), "agenda/"), {"title-0": "De tuin", "number-0": "1"}),
    "invited people": lambda w: (of(w.table.planned(), "uitnodigen/"), {}),
    "who came": lambda w: (of(w.table.invited(starts_at=AT), "gehouden/"), {"residents": "12"}),
    "agreement": lambda w: (of(held(w), "verslag/"), {"minutes": "Kort.", "text-1": "Lampen kopen."}),
    "cards": lambda w: (of(held(w), "kaartjes/"), {CardGroup.UNDER_15: "3"}),
    "plan": lambda w: (network(w.table, "plan/nieuw/"), {"first": "2020", "years": "2"}),
    "priority": lambda w: (of_plan(w, "prioriteit/nieuw/"), {"title": "Een veilig plein", "place_kind": "area"}),
    "wish": lambda w: (at(w, "aanleiding/"), {"wish-0": "Wij willen dit."}),
    "question to others": lambda w: (at(w, "anderen-vragen/"), {"to_whom": "Groen", "question": "Mag er een bank?"}),
    "question to residents": lambda w: (at(w, "bewoners-vragen/"), residents()),
    "question to an organisation": lambda w: (at(w, "vragen/"), professionals(w, token="t" * 24)),
    "base": lambda w: (of_plan(w, "basis/"), {"organisation-0": str(w.welfare.pk), "what-0": "Een sociaal werker"}),
    "photo": lambda w: (of_plan(w, "fotos/"), {"photo": photo(), "alt": "Een tafel", "consent": "Niemand herkenbaar."}),
    "part": lambda w: (of_section(w), {"base": "0", "text": "Wij eten samen.", "draft": ""}),
    "comment": lambda w: (of_section(w, "opmerkingen/"), {"text": "Mooi zo!"}),
    "agreement with a plan": lambda w: (of_plan(w, "instemmen/"), {"way": "consent", "voice-1": "Liever het park."}),
    "circles": lambda w: (network(w.table, "kringen/"), {"version": "0"}),
    "place": lambda w: (of_area(w, "plekken/"), {"name": "De Tuin", "kind": "hotspot", **day("starts_on", AT.date())}),
    "prompt": lambda w: (
        "/proefstad/vragen/", {"question": "Waar ontmoet u mensen?", "where": str(w.table.area.pk)}
    ),
    "stand-in": lambda w: (
        "/proefstad/aan-zet/vervanging/",
        {
            "colleague": User.objects.get(pk=w.table.area_manager.user_id or 0).username,
            **day("first", AT.date()),
            **day("last", AT.date()),
        },
    ),
    "calendar": lambda w: ("/proefstad/aan-zet/agenda/", {"act": "make"}),
    "role": lambda w: (
        "/proefstad/beheer/rollen/geven/?rol=controller",
        {"username": "k.wikstaart", "email": "kwik@example.org", **day("first", AT.date())},
    ),
    "stand-in for another": lambda w: (
        f"/proefstad/beheer/rollen/{Membership.objects.get(user=w.table.coordinator.user_id).pk}/vervanging/",
        {
            "colleague": User.objects.get(pk=w.table.area_manager.user_id or 0).username,
            **day("first", AT.date()),
            **day("last", AT.date()),
        },
    ),
}  # fmt: skip
OF_THE_ADMINISTRATOR = {"role", "stand-in for another"}
LETTERS = {"question to residents"}
"""Answered by a page with a code that is shown once: its own token keeps it from being asked twice."""


def rows() -> dict[str, int]:
    """How many rows there are of each of our tables."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("wijkaanzet."))
    return {model._meta.label: model._default_manager.count() for model in ours if model is not SentForm}


@pytest.mark.parametrize("made", FORMS)
def test_it_is_made_once_and_both_sendings_end_on_the_same_page(made: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clock, "now", lambda: AT)
    wishes = lay_wishes()
    wishes.answered()
    path, told = FORMS[made](wishes)
    administrator = somebody(Role.FUNCTIONAL_ADMIN, wishes.table.municipality)
    client, before = browser(administrator if made in OF_THE_ADMINISTRATOR else wishes.coordinator), rows()
    first = send(client, path, told)
    assert first.status_code == (200 if made in LETTERS else 302), first.context and first.context["form"].errors
    once = rows()
    assert once != before, f"nothing was made: {before}"
    for file in (one for one in told.values() if hasattr(one, "seek")):
        file.seek(0)
    second = send(client, path, told)
    assert (second.status_code, second.get("Location")) == (first.status_code, first.get("Location"))
    assert rows() == once
