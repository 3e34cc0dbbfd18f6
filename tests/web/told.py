"""Something that was told in a small town, and what its readers send over HTTP; what the tests of the inbox share."""

from typing import Any, Protocol

from django.test import Client

from tests.conftest import AT
from tests.factories import NOBODY
from tests.stories.town import Town, picture
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import AttachmentKind, Route

LIST = "/proefstad/binnengekomen/"
TEXT = "Mijn buurman Henk van der Meer belt altijd aan met soep. Bel hem op 06 12345678 als u dat ook wilt."
MADE = {"kind": "idea", "title": "Soep aan de deur", "text": "Een buurman belt aan met soep.", "tone": "good"}
JUDGED = {"risk": "1", "finds_checked": "on", "answer": "Dank u wel. Het staat nu op de site."}
ANSWER = {"answer": "Dank u wel. Hier kunnen wij niets mee."}


class Page(Protocol):
    """What a browser gets."""

    status_code: int
    context: Any

    @property
    def content(self) -> bytes: ...
    def __getitem__(self, header: str) -> str: ...


def told(town: Town, text: str = TEXT, *, token: str = "the form of one sender", **details: Any) -> Entry:
    """An entry that came in; in the area of the town where people read, unless told otherwise."""
    given = {"area": town.area, "may_share": True, **details}
    words = {name: given.pop(name) for name in ("title", "meaning") if name in given}
    sending = intake.Sending(token=token, told=intake.Telling(text=text, **words), **given)
    return intake.receive(town.municipality, sending=sending, actor=NOBODY, at=AT).entry


def by_phone(town: Town, **details: Any) -> Entry:
    """An entry whose sender wants to be telephoned."""
    return told(town, contact=intake.Contact(phone="013 123 45 67"), route=Route.PHONE, **details)


def with_files(town: Town, **details: Any) -> Entry:
    """An entry with a photo and a recording."""
    files = ((AttachmentKind.PHOTO, picture()), (AttachmentKind.AUDIO, b"ID3 a recording"))
    return told(town, files=[intake.SentFile(kind=kind, pieces=[content]) for kind, content in files], **details)


def at(entry: Entry, step: str = "") -> str:
    """The address of an entry, or of one step with it."""
    return f"{LIST}{entry.public_id}/{step}"


def form_on(page: Page, uid: str) -> Any:
    """One of the forms on the page of an entry."""
    (act,) = [one for one in page.context["page"].acts if one.uid == uid]
    return act.form


def prepare(client: Client, entry: Entry, **changes: str) -> Page:
    return client.post(at(entry, "klaarzetten/"), MADE | changes)


def seen_mark(client: Client, entry: Entry) -> str:
    """What the form of the second reader says of the words that were read."""
    return str(form_on(client.get(at(entry)), "act-place")["seen"].value())


def place(client: Client, entry: Entry, **changes: str) -> Page:
    seen = {} if "seen" in changes else {"seen": seen_mark(client, entry)}
    return client.post(at(entry, "plaatsen/"), JUDGED | seen | changes)
