"""Two municipalities and somebody in every role in each: who the permission table is asked as."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from tests.conftest import AT
from tests.factories import NOBODY
from tests.web.permission_table import addresses
from tests.web.plans_world import lay_plans, parts_of_plan
from tests.web.priorities_world import code_of_residents, parts_of_priorities
from tests.web.telling import entry_of, offered, received
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.cycle import operations as cycle
from wijkaanzet.cycle.queries import feed_token
from wijkaanzet.decisions.models import AdviceRequest, Decision, Notice
from wijkaanzet.decisions.rules import Status
from wijkaanzet.demo import build as demo
from wijkaanzet.demo import tilburg
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import AttachmentKind
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Agreement, Invitation, Meeting, Member, Network
from wijkaanzet.networks.queries import invitation_words
from wijkaanzet.networks.rules import AgreementStatus, InvitationStatus, MeetingStatus
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Membership, Organisation, StandIn, User
from wijkaanzet.people.rules import SCOPES, Role, ScopeKind
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Prompt, Story
from wijkaanzet.stories.rules import ConsentWay, Scope, StoryStatus, Yes
from wijkaanzet.web.messages.stopping import stop_token

STARTS = date(2016, 9, 1)
PARTS = {
    "gemeente": "tilburg",
    "slug": "noord",
    "year": 2017,
    "uidb36": "1",
    "key": "too-old",
    "division": "toegangsgebied",
    "figure": "inwoners",
    "number": 1,
    "part": "strengths",
    "network": "wijknetwerk",
}
"""What stands for a part of an address. A new part needs a value here that exists in the demo."""
ACTS: dict[str, dict[str, str]] = {
    "account_logout": {},
    "demo-login": {"persona": "tilburg-controller"},
    "demo-logout": {},
    "set_language": {"language": "nl"},
}
"""What is sent when somebody acts on a page; a page without an entry is sent nothing."""


MAKING = {"scan-compose", "scan-section", "scan-ask", "scan-take-back", "scan-comment", "scan-answer", "scan-publish"}
"""The pages of a scan that is not published yet: that of 2018 lies before the network, as the demo begins."""

STATES = {
    "meeting-change": MeetingStatus.PLANNED,
    "meeting-agenda": MeetingStatus.PLANNED,
    "meeting-invite": MeetingStatus.PLANNED,
    "meeting-cancel": MeetingStatus.PLANNED,
    "meeting-hold": MeetingStatus.INVITED,
    "meeting-report": MeetingStatus.HELD,
}
"""The state of a meeting in which a page asks something; any other page can be read once it was reported."""

STORY = "the-form-of-the-story-that-waits"

SEATS = {
    Role.ADVISER: "advisory",
    Role.COLLEGE_CLERK: "executive",
    Role.EXECUTIVE_MEMBER: "executive",
    Role.COUNCIL_CLERK: "council",
    Role.COUNCIL_MEMBER: "council",
    Role.NETWORK_MEMBER: "network",
}
"""The kind of body that a role belongs to."""

Visitor = tuple[str, str | None, Client]
"""A name, the role that counts in the municipality that is visited (None: none), and a browser."""


@dataclass(frozen=True)
class World:
    """Accounts by role, in the municipality that is visited and in another one."""

    here: dict[Role, User]
    elsewhere: dict[Role, User]
    everything_elsewhere: User
    """Somebody who has every role in the other municipality: what opens for any of them opens for this account."""

    def visitors(self, page: str) -> list[Visitor]:
        """Who visits a page. Everybody keeps one session, unless the page may change it."""
        return self.log_in() if page in ACTS else self.logged_in

    @cached_property
    def logged_in(self) -> list[Visitor]:
        """The sessions that are kept; made with the world, since each test undoes what is written in it."""
        return self.log_in()

    def log_in(self) -> list[Visitor]:
        """A new session for everybody."""
        everybody: list[tuple[str, str | None, User]] = [(str(role), role, user) for role, user in self.here.items()]
        everybody.append(("everything elsewhere", None, self.everything_elsewhere))
        return [("visitor", None, Client()), *((who, role, logged_in(user)) for who, role, user in everybody)]

    @cached_property
    def parts(self) -> dict[str, object]:
        """What stands for each part of an address."""
        decision = Decision.objects.filter(municipality__slug="tilburg", status=Status.PUBLISHED).order_by("pk")[0]
        return {**PARTS, "public_id": decision.public_id}

    def url(self, name: str, role: str | None = None) -> str:
        """The address of a page, with every part filled in; where it depends on who asks, with theirs."""
        parts = parts_of_address(name)
        values = {**self.parts, **self.own_parts(name, role), **parts_of_priorities(name, role)}
        if "code" in parts:
            values["code"] = self.code(name)
        return reverse(name, kwargs={part: value for part, value in values.items() if part in parts})

    def own_parts(self, name: str, role: str | None) -> dict[str, object]:
        """What stands for a part where a page has its own: a public id is of one kind of thing."""
        if name == "demo-figures":
            return {"slug": "tilburg"}
        if name in MAKING:
            return {"year": 2018}
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
            return self.parts_of_told(name)
        table = FigureImport.objects.filter(municipality__slug="tilburg").order_by("pk")[0]
        return {"public_id": table.public_id}

    def parts_of_meeting(self, name: str) -> dict[str, object]:
        """The same for the pages of a meeting: each asks for one in its own state."""
        here = Meeting.objects.filter(network__body__municipality__slug="tilburg")
        if name == "agreement-settle":
            open_ones = Agreement.objects.filter(meeting__in=here, status=AgreementStatus.OPEN)
            return {"number": open_ones.order_by("pk")[0].pk}
        status = STATES.get(name, MeetingStatus.REPORTED)
        fitting = here.filter(status=status).order_by("pk").first()  # gone once somebody has acted on it
        return {"public_id": (fitting or here.order_by("-pk")[0]).public_id}

    def parts_of_told(self, name: str) -> dict[str, object]:
        """The same for the pages of what people tell, and of what networks meet about."""
        if name.startswith(("plan", "priority")):
            return parts_of_plan(name)
        if name.startswith("meeting") or name == "agreement-settle":
            return self.parts_of_meeting(name)
        if name.startswith("network-invitation"):
            asked = Invitation.objects.filter(network__body__municipality__slug="tilburg").order_by("status", "pk")
            return {"public_id": asked.reverse()[0].public_id}  # one that waits, as long as there is one
        if name in {"network-member-change", "network-member-end"}:
            own = Member.objects.filter(network__body__key=PARTS["network"], ends_before__isnull=True)
            return {"number": own.order_by("-pk")[0].pk}
        if name == "inbox-entry" or name.startswith("entry-"):
            told = Entry.objects.filter(municipality__slug="tilburg", attachments__isnull=False).order_by("pk")[0]
            return {"public_id": told.public_id}
        if name in {"voice", "voice-photo"}:
            told_here = Story.objects.filter(municipality__slug="tilburg", status=StoryStatus.SHARED)
            shared = told_here.order_by("-pk")[0]
            return {"public_id": shared.public_id}
        if name == "prompt-end":
            return {"public_id": Prompt.objects.filter(municipality__slug="tilburg").order_by("-pk")[0].public_id}
        return self.parts_of_messages(name)

    def parts_of_messages(self, name: str) -> dict[str, object]:
        """The same for what somebody sets up, or does with roles; once it is ended there is none."""
        if name in {"role-end", "role-take-back", "role-stand-in"}:
            return {"number": Membership.objects.get(user=self.here[Role.COORDINATOR]).pk}
        if name in {"stand-in-end", "role-stand-in-end"}:
            asked = StandIn.objects.filter(membership__user=self.here[Role.COORDINATOR]).first()
            return {"number": asked.pk if asked else 0}
        if name == "asked-of-organisation":
            return {"number": Organisation.objects.filter(municipality__slug="tilburg").order_by("pk")[0].pk}
        here = Municipality.objects.get(slug="tilburg")
        if name == "digest-stop":
            return {"token": stop_token(here, self.here[Role.COORDINATOR].pk)}
        if name == "calendar-feed":
            return {"token": feed_token(here, user_id=self.here[Role.COORDINATOR].pk)}
        return {}

    def code(self, name: str) -> str:
        """The code of something that was told: of a story that waits for its teller, or of what can be taken back."""
        here = Municipality.objects.get(slug="tilburg")
        if name == "contribution-code":
            return code_of_residents()
        if name == "join":
            waiting = Invitation.objects.filter(network__body__municipality=here, status=InvitationStatus.WAITING)
            return invitation_words(waiting.order_by("pk")[0]).code
        if name == "answer-withdraw":
            return received(here)
        return received(here, token=STORY if name.startswith("story-share") else "the-form-of-an-answer")

    def ask(self, client: Client, method: str, name: str, role: str | None = None) -> int:
        """What a page answers."""
        if method == "GET":
            return client.get(self.url(name, role)).status_code
        return client.post(self.url(name, role), ACTS.get(name, {})).status_code


@cache
def parts_of_address(name: str) -> frozenset[str]:
    """The names of the parts of an address."""
    (parts,) = {address.parts for address in addresses(get_resolver().url_patterns) if address.name == name}
    return parts


def logged_in(user: User) -> Client:
    """A browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    return client


def build_world() -> World:
    """The demo's Tilburg, a bare municipality with one area beside it, and an account for every role in both."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "plan_all", lambda *_who: None)  # the world has plans of its own, one in each state
        here = demo.build(tilburg.PROFILE)
    other = Municipality.objects.create(code="GM1509", slug="oude-ijsselstreek", name="Oude IJsselstreek")
    division = Division.objects.create(municipality=other, key="wijken", name="Wijken", starts_on=STARTS)
    Area.objects.create(division=division, code="A1", slug="noord", name="Noord", tile_column=1, tile_row=1)
    Body.objects.create(municipality=other, key="raad", kind="council", name="Gemeenteraad")
    Organisation.objects.create(municipality=other, name="Oude IJsselstreek")
    _something_told(here)
    elsewhere = _somebody_in_every_role(other)
    everything = with_all_roles_of(elsewhere.values(), username="test-everything-elsewhere")
    world = World(here=_somebody_in_every_role(here), elsewhere=elsewhere, everything_elsewhere=everything)
    offered(entry_of(received(here, token=STORY, photo=True)))
    _somebody_away(world.here[Role.COORDINATOR])
    coordinator = world.here[Role.COORDINATOR].pk
    cycle.make_calendar_feed(here, user_id=coordinator, actor=NOBODY, at=clock.now())
    _something_shared(here)
    _meetings(here)
    assert world.logged_in
    return world


def _something_told(municipality: Municipality) -> None:
    """An entry with a recording, in the area of who works in one."""
    sending = intake.Sending(
        token="the-form-of-the-world-of-tests",
        told=intake.Telling(text="In onze straat groet iedereen elkaar."),
        may_share=True,
        area=_first_area(municipality),
        files=[intake.SentFile(kind=AttachmentKind.AUDIO, pieces=[b"ID3 a recording"])],
    )
    intake.receive(municipality, sending=sending, actor=NOBODY, at=AT)


def _something_shared(municipality: Municipality) -> None:
    """A story with a photo that everybody may read from today on, and the question of an area."""
    area, at = _first_area(municipality), clock.now()
    yes = Yes(scopes={Scope.PUBLIC, Scope.PHOTO}, way=ConsentWay.LINK, of_age=True)
    stories.share(offered(entry_of(received(municipality, area, photo=True))), yes=yes, actor=NOBODY, at=at)
    stories.add_prompt(
        municipality, question="Waar komt u mensen tegen?", area=area, ends_before=None, actor=NOBODY, at=at
    )


def _meetings(municipality: Municipality) -> None:
    """A meeting that is planned, and one that was held today."""
    network = Network.objects.get(body__municipality=municipality, body__key=PARTS["network"])
    new = networks.NewMeeting(starts_at=AT)
    networks.plan_meeting(network, new=new, actor=NOBODY, at=AT)
    for _ in range(3):  # one of them is let go by everybody who may
        networks.invite_to_join(
            network, asked=networks.Asked(for_whom=networks.ForWhom()), actor=NOBODY, at=clock.now()
        )
    elsewhere = networks.NewMeeting(starts_at=AT, place="Buurthuis")
    held = networks.plan_meeting(network, new=elsewhere, actor=NOBODY, at=AT)
    networks.invite(held, actor=NOBODY, at=AT)
    networks.hold(held, attended=networks.Attended(), actor=NOBODY, at=AT)
    lay_plans(network)


def _somebody_away(user: User) -> None:
    """Next year an account of the demo stands in; until then nobody has a role of another."""
    held, colleague = Membership.objects.get(user=user), User.objects.get(username="tilburg-controller")
    first, now = clock.today() + timedelta(days=365), clock.now()
    people.ask_stand_in(
        held, user=colleague, starts_on=first, ends_before=first + timedelta(days=7), actor=NOBODY, at=now
    )


def _first_area(municipality: Municipality) -> Area | None:
    return Area.objects.filter(division__municipality=municipality).select_related("division").order_by("pk").first()


def with_all_roles_of(users: Iterable[User], *, username: str) -> User:
    """One account that holds what all of these hold."""
    user = User.objects.create(username=username, password="!")  # none
    for held in Membership.objects.filter(user__in=list(users)).order_by("pk"):
        held.pk, held.user = None, user
        held.save()
    return user


def _somebody_in_every_role(municipality: Municipality) -> dict[Role, User]:
    bodies = Body.objects.filter(municipality=municipality).order_by("pk")
    scopes = {
        ScopeKind.AREA: _first_area(municipality),
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
