"""Networks over HTTP: their addresses, and forms as a browser sends them; what the tests of their pages share."""

from html import unescape
from typing import Any

from django.test import Client

from tests.networks.table import Table
from tests.web.importing import words
from wijkaanzet.kernel.refusals import Refused
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
