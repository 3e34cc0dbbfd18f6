"""Telling something over HTTP, and bringing it through the gate: what the tests of these pages share."""

from io import BytesIO
from itertools import count
from secrets import token_urlsafe
from typing import Any

from django.test import Client
from PIL import Image

from tests.conftest import AT
from wijkaanzet.areas.models import Area
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.access import entries_of_code
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import AttachmentKind, EntryKind
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import User
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story

TELL, FIND = "/tilburg/vertel/", "/tilburg/antwoord/"
TEXT = "In de tuin eten we elke dinsdag samen met de buurt."
JUDGED = intake.Judged(risk=1, answer="Dank u wel. Wij lazen het met plezier.")
VISITOR = Actor(user_id=None, channel=Channel.WEB)
GPS = 0x8825
"""The part of a photo's EXIF that says where it was made."""

_names = count(1)


def form(**changed: Any) -> dict[str, Any]:
    """What somebody fills in, on a form of its own."""
    return {"token": token_urlsafe(24), "area": "noord", "text": TEXT, "may_share": "yes", **changed}


def tell(client: Client | None = None, **changed: Any) -> Any:
    """What the page answers to who fills in the form."""
    return (client or Client()).post(TELL, form(**changed))


def code_in(answer: Any) -> str:
    """The code in the address to which somebody is sent after telling."""
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"]).split("/antwoord/")[1].split("/")[0]


def entry_of(code: str) -> Entry:
    return entries_of_code(Municipality.objects.get(slug="tilburg"), code).get()


def picture(kind: str = "JPEG", *, with_place: bool = False) -> BytesIO:
    """A small photo; with place it says where it was made and who made it."""
    file = BytesIO()
    image = Image.new("RGB", (40, 30), "green")
    exif = image.getexif()
    if with_place:
        exif[0x013B] = "Jan Jansen"
        exif.get_ifd(GPS).update({1: "N", 2: (51.0, 33.0, 36.0), 3: "E", 4: (5.0, 5.0, 0.0)})
    image.save(file, kind, exif=exif)
    file.seek(0)
    file.name = f"foto.{kind.lower()}"
    return file


def sound(size: int = 1000) -> BytesIO:
    """A recording of so many bytes."""
    file = BytesIO(b"ID3" + b"x" * (size - 3))
    file.name = "opname.mp3"
    return file


def received(municipality: Municipality, area: Area | None = None, *, token: str = "", photo: bool = False) -> str:
    """The code of something that just came in; of the same token the same one."""
    sending = intake.Sending(
        token=token or token_urlsafe(24),
        told=intake.Telling(text=TEXT),
        may_share=True,
        area=area,
        files=[intake.SentFile(kind=AttachmentKind.PHOTO, pieces=[picture().read()])] if photo else [],
    )
    return intake.receive(municipality, sending=sending, actor=VISITOR, at=AT).code


def prepared(entry: Entry, kind: EntryKind) -> Entry:
    """Made ready by a first reader."""
    made = intake.Prepared(
        kind=kind, title="Samen eten", text=TEXT, meaning="Zo kent men elkaar.", photo_alt="Een tuin."
    )
    return intake.prepare(entry, prepared=made, actor=_reader(), at=AT)


def placed(entry: Entry, kind: EntryKind = EntryKind.IDEA) -> Entry:
    """Through the gate."""
    return intake.place(prepared(entry, kind), judged=JUDGED, actor=_reader(), at=AT).entry


def offered(entry: Entry) -> Story:
    """Through the gate as a story that waits for its teller."""
    return stories.offer(prepared(entry, EntryKind.STORY), judged=JUDGED, actor=_reader(), at=AT)


def _reader() -> Actor:
    user = User.objects.create(username=f"reader-{next(_names)}", password="!")  # none
    return Actor(user_id=user.pk, channel=Channel.WEB)
