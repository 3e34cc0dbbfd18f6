"""Bringing figures in over HTTP, step by step; what the tests of these pages share."""

import re
from io import BytesIO
from typing import Any

from django.test import Client

from tests.web.world import World
from wijkaanzet.demo.build import DATA
from wijkaanzet.people.rules import Role
from wijkaanzet.web.scans.forms import MappingForm

LIST = "/tilburg/cijfers/inlezen/"
FILE = (DATA / "tilburg-figures-2017.csv").read_bytes()
TOLD = {"source": "Oefencijfers", "year": "2017", "for_year": "2018"}


def client_of(world: World, role: Role, *, elsewhere: bool = False) -> Client:
    client = Client()
    client.force_login((world.elsewhere if elsewhere else world.here)[role])
    return client


def named(content: bytes, name: str = "cijfers.csv") -> BytesIO:
    file = BytesIO(content)
    file.name = name
    return file


def send(client: Client, content: bytes = FILE, name: str = "cijfers.csv", **told: str) -> Any:
    return client.post(LIST, {**TOLD, **told, "file": named(content, name)})


def uploaded(client: Client, content: bytes = FILE, name: str = "cijfers.csv", **told: str) -> str:
    """The address of a table that came in."""
    answer = send(client, content, name, **told)
    assert answer.status_code == 302, words(answer)
    return str(answer["Location"])


def filled(client: Client, page: str, **changes: str) -> dict[str, str]:
    """The questions about the columns as they are proposed, with changes."""
    form: MappingForm = client.get(page).context["page"].mapping
    return {bound.html_name: str(bound.value() or "") for bound in form} | {
        name.replace("_", "-", 1): value for name, value in changes.items()
    }


def mapped(client: Client, content: bytes = FILE, **told: str) -> str:
    page = uploaded(client, content, **told)
    answer = client.post(f"{page}koppelen/", filled(client, page))
    assert answer.status_code == 302, words(answer)
    return page


def imported(client: Client, content: bytes = FILE, **told: str) -> str:
    page = mapped(client, content, **told)
    assert client.post(f"{page}inlezen/").status_code == 302
    return page


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))
