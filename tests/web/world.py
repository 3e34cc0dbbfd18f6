"""Two municipalities and somebody in every role in each: who the permission table is asked as."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.test import Client
from django.urls import get_resolver, reverse

from tests.web.permission_table import addresses
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.decisions.models import AdviceRequest, Decision, Notice
from wijkaanzet.decisions.rules import Status
from wijkaanzet.demo import tilburg
from wijkaanzet.demo.build import build
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Body, Membership, Organisation, User
from wijkaanzet.people.rules import SCOPES, Role, ScopeKind
from wijkaanzet.scans.models import FigureImport

STARTS = date(2016, 9, 1)
PARTS = {
    "gemeente": "tilburg",
    "slug": "noord",
    "year": 2017,
    "uidb36": "1",
    "key": "too-old",
    "division": "toegangsgebied",
    "figure": "inwoners",
}
"""What stands for a part of an address. A new part needs a value here that exists in the demo."""
ACTS: dict[str, dict[str, str]] = {
    "account_logout": {},
    "demo-login": {"persona": "tilburg-controller"},
    "demo-logout": {},
    "set_language": {"language": "nl"},
}
"""What is sent when somebody acts on a page; a page without an entry is sent nothing."""


SEATS = {
    Role.ADVISER: "advisory",
    Role.COLLEGE_CLERK: "executive",
    Role.EXECUTIVE_MEMBER: "executive",
    Role.COUNCIL_CLERK: "council",
    Role.COUNCIL_MEMBER: "council",
}
"""The kind of body that a role belongs to."""

Visitor = tuple[str, str | None, Client]
"""A name, the role that counts in the municipality that is visited (None: none), and a browser."""


@dataclass(frozen=True)
class World:
    """Accounts by role, in the municipality that is visited and in another one."""

    here: dict[Role, User]
    elsewhere: dict[Role, User]

    def visitors(self, page: str) -> list[Visitor]:
        """Who visits a page. Everybody keeps one session, unless the page may change it."""
        return self.log_in() if page in ACTS else self.logged_in

    @cached_property
    def logged_in(self) -> list[Visitor]:
        """The sessions that are kept; made with the world, since each test undoes what is written in it."""
        return self.log_in()

    def log_in(self) -> list[Visitor]:
        """A new session for everybody."""
        found: list[Visitor] = [("visitor", None, Client())]
        for users, where in ((self.here, "here"), (self.elsewhere, "elsewhere")):
            for role, user in users.items():
                client = Client()
                client.force_login(user)
                found.append((f"{role} {where}", role if where == "here" else None, client))
        return found

    @cached_property
    def parts(self) -> dict[str, object]:
        """What stands for each part of an address."""
        decision = Decision.objects.filter(municipality__slug="tilburg", status=Status.PUBLISHED).order_by("pk")[0]
        return {**PARTS, "public_id": decision.public_id}

    def url(self, name: str, role: str | None = None) -> str:
        """The address of a page, with every part filled in; where it depends on who asks, with theirs."""
        (parts,) = {address.parts for address in addresses(get_resolver().url_patterns) if address.name == name}
        values = {**self.parts, **self.own_parts(name, role)}
        return reverse(name, kwargs={part: value for part, value in values.items() if part in parts})

    def own_parts(self, name: str, role: str | None) -> dict[str, object]:
        """What stands for a part where a page has its own: a public id is of one kind of thing."""
        if name == "demo-figures":
            return {"slug": "tilburg"}
        if name.startswith("division-"):
            run = AllocationRun.objects.filter(municipality__slug="tilburg").order_by("pk")[0]
            return {"public_id": run.public_id}
        if name == "decision-publish":
            kind = "executive" if role == Role.COLLEGE_CLERK else "council"
            mine = Decision.objects.filter(municipality__slug="tilburg", body__kind=kind).order_by("pk")[0]
            return {"public_id": mine.public_id}
        if name == "notice-send":
            told = Notice.objects.filter(decision__municipality__slug="tilburg").order_by("pk")[0]
            return {"public_id": told.decision.public_id, "body": told.body.key}
        if name == "advice":
            request = AdviceRequest.objects.filter(body__municipality__slug="tilburg").order_by("pk")[0]
            return {"public_id": request.public_id}
        if not name.startswith("figure-import"):
            return {}
        table = FigureImport.objects.filter(municipality__slug="tilburg").order_by("pk")[0]
        return {"public_id": table.public_id}

    def ask(self, client: Client, method: str, name: str, role: str | None = None) -> int:
        """What a page answers."""
        if method == "GET":
            return client.get(self.url(name, role)).status_code
        return client.post(self.url(name, role), ACTS.get(name, {})).status_code


def build_world() -> World:
    """The demo's Tilburg, a bare municipality with one area beside it, and an account for every role in both."""
    here = build(tilburg.PROFILE)
    other = Municipality.objects.create(code="GM1509", slug="oude-ijsselstreek", name="Oude IJsselstreek")
    division = Division.objects.create(municipality=other, key="wijken", name="Wijken", starts_on=STARTS)
    Area.objects.create(division=division, code="A1", slug="noord", name="Noord", tile_column=1, tile_row=1)
    Body.objects.create(municipality=other, key="raad", kind="council", name="Gemeenteraad")
    Organisation.objects.create(municipality=other, name="Oude IJsselstreek")
    world = World(here=_somebody_in_every_role(here), elsewhere=_somebody_in_every_role(other))
    assert world.logged_in
    return world


def _somebody_in_every_role(municipality: Municipality) -> dict[Role, User]:
    bodies = Body.objects.filter(municipality=municipality).order_by("pk")
    scopes = {
        ScopeKind.AREA: Area.objects.filter(division__municipality=municipality).order_by("pk").first(),
        ScopeKind.BODY: bodies.first(),
        ScopeKind.ORGANISATION: Organisation.objects.filter(municipality=municipality).order_by("pk").first(),
    }
    users = {}
    for role in Role:
        users[role] = User.objects.create(username=f"test-{municipality.slug}-{role}", password="!")  # none
        kind = SCOPES[role]
        scope = {} if kind is ScopeKind.MUNICIPALITY else {kind.value: scopes[kind]}
        if role in SEATS and (fitting := bodies.filter(kind=SEATS[role]).first()):
            scope = {"body": fitting}
        Membership.objects.create(user=users[role], role=role, municipality=municipality, starts_on=STARTS, **scope)
    return users
