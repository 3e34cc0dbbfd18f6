"""Things that people told, for tests: a town with an area and its readers, and ways to send, prepare and judge."""

from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from tests.conftest import AT
from tests.factories import AreaFactory, DivisionFactory, install, somebody
from wijkaanzet.areas.models import Area
from wijkaanzet.intake import operations
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.operations import Judged, Placed, Prepared, Receipt, Sending, Telling
from wijkaanzet.intake.rules import EntryKind
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.rules import Role

VISITOR = Actor(user_id=None, channel=Channel.WEB)
TEXT = "In de tuin eten we elke dinsdag samen met de buurt."
SIGNAL = Prepared(kind=EntryKind.SIGNAL, title="Samen eten", text=TEXT)
JUDGED = Judged(risk=1, answer="Dank u wel. Het staat nu op de site.")

_tokens = count(1)


@dataclass(frozen=True)
class Neighbourhood:
    """An area with the two people who read what is told there."""

    town: Municipality
    area: Area
    first: Actor
    second: Actor


def neighbourhood() -> Neighbourhood:
    """An area of Proefstad, with a coordinator and an area manager."""
    town = install().municipality
    area = AreaFactory.create(division=DivisionFactory.create(municipality=town))
    return Neighbourhood(
        town, area, somebody(Role.COORDINATOR, town, scope=area), somebody(Role.AREA_MANAGER, town, scope=area)
    )


def sending(here: Neighbourhood, text: str = TEXT, **changed: Any) -> Sending:
    """What somebody sends about the area, each with a form of its own."""
    plain = Sending(
        token=f"token-of-a-form-{next(_tokens):08}", told=Telling(text=text), may_share=True, area=here.area
    )
    return replace(plain, **changed)


def received(here: Neighbourhood, text: str = TEXT, **changed: Any) -> Receipt:
    """Something that just came in."""
    return operations.receive(here.town, sending=sending(here, text, **changed), actor=VISITOR, at=AT)


def prepared(here: Neighbourhood, made: Prepared = SIGNAL, **changed: Any) -> Entry:
    """Something that the first reader made ready."""
    entry = received(here, made.text, **changed).entry
    return operations.prepare(entry, prepared=made, actor=here.first, at=AT)


def placed(here: Neighbourhood, made: Prepared = SIGNAL, *, judged: Judged = JUDGED, **changed: Any) -> Placed:
    """Something that the second reader let through."""
    return operations.place(prepared(here, made, **changed), judged=judged, actor=here.second, at=AT)
