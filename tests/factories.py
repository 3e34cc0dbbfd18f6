"""Objects for tests, with as little as possible filled in. A state that has consequences is reached by operations."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from threading import Barrier, Thread
from typing import TypeVar

from django.db import connection
from factory.declarations import Sequence, SubFactory
from factory.django import DjangoModelFactory

from tests.conftest import AT
from wijkaanzet.areas.models import Area, Division
from wijkaanzet.areas.operations import NewArea, NewDivision
from wijkaanzet.arrangements.models import Arrangement
from wijkaanzet.decisions.operations import Minutes
from wijkaanzet.decisions.rules import Kind, Outcome, Step
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people import operations as people
from wijkaanzet.people.models import Body, Organisation, User
from wijkaanzet.people.rules import Role

Answer = TypeVar("Answer")
NOBODY = Actor(user_id=None, channel=Channel.JOB)
START = date(2016, 1, 1)
ARRANGEMENT = """\
format = 1
municipality = { code = "GM0001", slug = "proefstad", name = "Proefstad" }
valid = { starts_on = 2016-01-01 }
steered_area = "wijken"
cadence = { plan_years = 4, account = "yearly" }
earmarks = ["jeugd", "volwassenen"]
components = ["basis"]
functions = []
themes = []
goals = []

[bodies]
raad = { kind = "council", name = "Gemeenteraad" }
college = { kind = "executive", name = "College van B en W" }
partner = { kind = "partner", name = "De partner" }

[levels.city-area]
proposes = "policy_officer"
decides = "college"

[levels.area-component]
proposes = "provider"
decides = "partner"
"""


class MunicipalityFactory(DjangoModelFactory[Municipality]):
    """A municipality without an arrangement."""

    class Meta:
        model = Municipality

    code = Sequence(lambda n: f"GM{n + 2000:04}")
    slug = Sequence(lambda n: f"gemeente-{n}")
    name = Sequence(lambda n: f"Gemeente {n}")


class DivisionFactory(DjangoModelFactory[Division]):
    """A division without areas."""

    class Meta:
        model = Division

    municipality = SubFactory(MunicipalityFactory)
    key = "wijken"
    name = "Wijken"
    starts_on = START


class AreaFactory(DjangoModelFactory[Area]):
    """An area, in a municipality of its own unless told otherwise."""

    class Meta:
        model = Area

    division = SubFactory(DivisionFactory)
    code = Sequence(lambda n: f"A{n}")
    slug = Sequence(lambda n: f"wijk-{n}")
    name = Sequence(lambda n: f"Wijk {n}")


class BodyFactory(DjangoModelFactory[Body]):
    """The executive of a municipality of its own unless told otherwise."""

    class Meta:
        model = Body

    municipality = SubFactory(MunicipalityFactory)
    key = "college"
    kind = "executive"
    name = "College van B en W"


class OrganisationFactory(DjangoModelFactory[Organisation]):
    """A legal person that may hold money."""

    class Meta:
        model = Organisation

    municipality = SubFactory(MunicipalityFactory)
    name = Sequence(lambda n: f"Stichting {n}")


class UserFactory(DjangoModelFactory[User]):
    """An account that cannot be mailed."""

    class Meta:
        model = User

    username = Sequence(lambda n: f"account-{n}")


def install(text: str = ARRANGEMENT, *, at: datetime = AT) -> Arrangement:
    """Proefstad, with its bodies and itself as a legal person."""
    return people.install_arrangement(text, file_name="proef.toml", actor=NOBODY, at=at)


def body_of(municipality: Municipality, key: str) -> Body:
    """A body of a municipality."""
    return Body.objects.select_related("municipality").get(municipality=municipality, key=key)


def somebody(
    role: Role, municipality: Municipality, *, scope: Area | Body | Organisation | None = None, starts_on: date = START
) -> Actor:
    """Somebody who holds a role."""
    user = UserFactory.create()
    people.give_role(user, role=role, municipality=municipality, scope=scope, starts_on=starts_on, actor=NOBODY, at=AT)
    return Actor(user_id=user.pk, channel=Channel.WEB)


def drawing(*areas: NewArea, key: str = "wijken", year: int = 2016) -> NewDivision:
    """A division to draw."""
    return NewDivision(key=key, name=key.capitalize(), year=year, fictional=True, areas=list(areas))


def new_area(code: str = "A1", *, slug: str = "", parts: Iterable[str] = ("WK000110",)) -> NewArea:
    """An area to draw, in Proefstad unless the parts say otherwise."""
    slug = slug or code.lower()
    return NewArea(code=code, slug=slug, name=slug.capitalize(), tile=(1, 1), parts={part: part for part in parts})


def minutes(
    body: Body,
    *,
    step: Step = Step.CITY_AREA,
    outcome: Outcome = Outcome.ADOPTED,
    meeting_on: date = date(2017, 9, 26),
    reasons: str = "Omdat het past.",
) -> Minutes:
    """What a clerk writes down."""
    return Minutes(body=body, step=step, kind=Kind.LEGAL_ACT, meeting_on=meeting_on, outcome=outcome, reasons=reasons)


def at_once(*acts: Callable[[], Answer]) -> list[Answer | Exception]:
    """What each act answers or raises when all start at the same moment, each on a connection of its own."""
    answers: list[Answer | Exception] = []
    barrier = Barrier(len(acts), timeout=30)

    def run(act: Callable[[], Answer]) -> None:
        try:
            barrier.wait()
            answers.append(act())
        except Exception as error:
            answers.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return answers
