"""A town with two areas and the people who read there: what the tests of stories start from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from itertools import count

from django.db import connection
from PIL import Image

from tests.conftest import AT
from tests.factories import NOBODY, AreaFactory, DivisionFactory, install, somebody
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.areas.operations import add_place
from wijkaanzet.areas.rules.places import NewPlace, PlaceKind
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import AttachmentKind, EntryKind, Route, Tone
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.rules import Role
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import ConsentWay, Scope, Yes

TITLE = "Het Zwaluwenpad helpt mij"
TEXT = "Elke dinsdag eet ik in Kwikstaartzaal met anderen. Één keer per maand kook ik zelf."
MEANING = "Samen eten is voor mij Roerdompgevoel."
ALT = "Een lange tafel met kersenbloesem"
PLANTED = ("Zwaluwenpad", "Kwikstaartzaal", "Roerdompgevoel", "kersenbloesem")
"""A word of the title, the text, the meaning and the words of the photo: nowhere else in the house."""
TELLER = Actor(user_id=None, channel=Channel.WEB)
EVERYBODY = frozenset({Scope.PUBLIC, Scope.NETWORK})
_forms = count()


def later(days: int) -> datetime:
    """The moment that many days after the tests begin."""
    return AT + timedelta(days=days)


def yes(scopes: Collection[Scope] = EVERYBODY, *, way: ConsentWay = ConsentWay.LINK, of_age: bool = True) -> Yes:
    """What a teller agrees to."""
    return Yes(scopes=frozenset(scopes), way=way, of_age=of_age)


def picture() -> bytes:
    """A small photo."""
    held = BytesIO()
    Image.new("RGB", (40, 30), "orange").save(held, "JPEG")
    return held.getvalue()


@dataclass(frozen=True)
class Town:
    """A municipality with two areas, of which one has people who read, work and sit there."""

    municipality: Municipality
    area: Area
    other_area: Area
    street: Place
    coordinator: Actor
    area_manager: Actor
    professional: Actor
    member: Actor
    officer: Actor
    elsewhere: Actor
    """The coordinator of the other area."""

    def received(self, *, area: Area | None, about: Subject | None, route: Route, writer: Actor, photo: bool) -> Entry:
        """Something that somebody told, with a street when it is in the area that has one."""
        sending = intake.Sending(
            token=f"form-{next(_forms):020}",
            told=intake.Telling(text=TEXT, title=TITLE, meaning=MEANING, tone=Tone.GOOD),
            may_share=True,
            route=route,
            area=area,
            place=self.street if area == self.area else None,
            about=about,
            figure="eenzaamheid",
            files=[intake.SentFile(kind=AttachmentKind.PHOTO, pieces=[picture()])] if photo else [],
        )
        return intake.receive(self.municipality, sending=sending, actor=writer, at=AT).entry

    def prepared(
        self,
        *,
        kind: EntryKind = EntryKind.STORY,
        everywhere: bool = False,
        about: Subject | None = None,
        route: Route = Route.WEB,
        writer: Actor = TELLER,
        photo: bool = False,
    ) -> Entry:
        """An entry that waits for its second reader."""
        area = None if everywhere else self.area
        entry = self.received(area=area, about=about, route=route, writer=writer, photo=photo)
        words = intake.Prepared(
            kind=kind, title=TITLE, text=TEXT, meaning=MEANING, tone=Tone.GOOD, photo_alt=ALT if photo else ""
        )
        return intake.prepare(entry, prepared=words, actor=self.coordinator, at=AT)

    def offered(self, *, place_public: bool = False, entry: Entry | None = None, photo: bool = False) -> Story:
        """A story that lies with its teller."""
        judged = intake.Judged(risk=1, answer="Dank u wel.", place_public=place_public, finds_checked=True)
        entry = entry or self.prepared(photo=photo)
        return stories.offer(entry, judged=judged, actor=self.area_manager, at=AT)

    def shared(
        self,
        scopes: Collection[Scope] = EVERYBODY,
        *,
        entry: Entry | None = None,
        place_public: bool = False,
        photo: bool = False,
    ) -> Story:
        """A story that its teller shares."""
        story = self.offered(entry=entry, place_public=place_public, photo=photo)
        return stories.share(story, yes=yes(scopes), actor=TELLER, at=AT)


def build_town() -> Town:
    """Proefstad with its people."""
    municipality = install().municipality
    division = DivisionFactory.create(municipality=municipality)
    area, other_area = AreaFactory.create_batch(2, division=division)
    street = add_place(
        municipality,
        new=NewPlace(PlaceKind.STREET, "Lijsterlaan"),
        area=area,
        starts_on=AT.date(),
        actor=NOBODY,
        at=AT,
    )
    network = people.open_network(area, key="netwerk", name="Netwerk", actor=NOBODY, at=AT)
    return Town(
        municipality=municipality,
        area=area,
        other_area=other_area,
        street=street,
        coordinator=somebody(Role.COORDINATOR, municipality, scope=area),
        area_manager=somebody(Role.AREA_MANAGER, municipality, scope=area),
        professional=somebody(Role.WIJKTEAM_PROFESSIONAL, municipality, scope=area),
        member=somebody(Role.NETWORK_MEMBER, municipality, scope=network),
        officer=somebody(Role.POLICY_OFFICER, municipality),
        elsewhere=somebody(Role.COORDINATOR, municipality, scope=other_area),
    )


def database_holds(words: Collection[str]) -> set[str]:
    """In which tables of the whole database one of these words stands, as text or inside what is kept as bytes."""
    sought = [word.encode() for word in words]
    holding = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                cells = [bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row]
                if any(word.lower() in cell.lower() for cell in cells for word in sought):
                    holding.add(table)
    return holding
