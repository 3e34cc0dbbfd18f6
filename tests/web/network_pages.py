"""Networks over HTTP: their addresses, and forms as a browser sends them; what the tests of their pages share."""

from html import unescape
from typing import Any

from django.test import Client

from tests.conftest import AT
from tests.networks.table import Table
from tests.web.importing import words
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks import operations as networks
from wijkaanzet.networks.models import Meeting
from wijkaanzet.web.refusals import sentence

Page = Any
"""A response of the test client, with its context."""
WHO = ("coordinator", "area_manager", "officer", "sits", "elsewhere")


def at(table: Table, step: str = "") -> str:
    """The address of the network, or of a page of it."""
    return f"/proefstad/netwerken/{table.network.body.key}/{step}"


def of(meeting: Meeting, step: str = "") -> str:
    """The address of a meeting, or of a step with it."""
    return f"/proefstad/netwerken/{meeting.network.body.key}/bijeenkomst/{meeting.public_id}/{step}"


def text(client: Client, path: str) -> str:
    """What stands on a page, as people read it."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return unescape(words(answer))


def refused(answer: Page, key: str, **parameters: object) -> bool:
    """Whether the page says no with that sentence."""
    said = sentence(Refused(key, **parameters))
    return answer.status_code == 409 and said in unescape(words(answer))


def with_agenda(table: Table, *titles: str) -> Meeting:
    """A planned meeting with these points, each with a note."""
    meeting = table.planned()
    lines = [networks.AgendaLine(title=title, note=f"Notitie bij {title}") for title in titles]
    networks.set_agenda(meeting, lines=lines, actor=table.coordinator, at=AT)
    return meeting


def send_agenda(client: Client, meeting: Meeting, *rows: tuple[str, str, str], **more: str) -> Page:
    """Send the agenda with rows of number, title and note, as who just opened it."""
    told = {"seen": client.get(of(meeting, "agenda/")).context["form"].now, **more}
    for n, (number, title, note) in enumerate(rows):
        told |= {f"number-{n}": number, f"title-{n}": title, f"note-{n}": note}
    return client.post(of(meeting, "agenda/"), told)
