"""The pages of priorities over HTTP: their addresses, and forms as a browser sends them."""

from html import unescape
from io import BytesIO
from typing import Any

from django.test import Client
from PIL import Image

from tests.plans.wishes import Wishes
from tests.web.importing import words
from wijkaanzet.plans.models import Contribution

Page = Any
"""A response of the test client, with its context."""
SCRIPT = "<script>alert(1)</script>"


def of_plan(wishes: Wishes, step: str = "") -> str:
    """The address of a page of the plan."""
    return f"/proefstad/plannen/{wishes.plan.public_id}/{step}"


def at(wishes: Wishes, step: str = "") -> str:
    """The address of the priority, or of a step with it."""
    return of_plan(wishes, f"prioriteit/{wishes.priority.public_id}/{step}")


def of(contribution: Contribution, step: str) -> str:
    """The address of what somebody is asked, for who writes along."""
    return f"/proefstad/plannen/{contribution.priority.plan.public_id}/inbreng/{contribution.public_id}/{step}"


def text(answer: Page) -> str:
    """What stands on a page, as people read it."""
    return unescape(words(answer))


def read(client: Client, path: str) -> str:
    """What stands on a page that is there."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answers {answer.status_code}"
    return text(answer)


def residents(**changes: str) -> dict[str, str]:
    """The form with which residents are asked."""
    return {"group": "De kookgroep", "kind": "hours", "what": "Elke week samen koken", "token": "t" * 24, **changes}


def professionals(wishes: Wishes, **changes: str) -> dict[str, str]:
    """The form with which an organisation is asked for somebody on top of the base."""
    told = {"organisation": str(wishes.welfare.pk), "kind": "hours", "what": "Een kok", "beyond_base": "on"}
    return {**told, **changes}


def code_on(answer: Page) -> str:
    """The code that a page shows."""
    code = answer.context["page"].code
    assert isinstance(code, str)
    return code


def photo(size: tuple[int, int] = (40, 30)) -> BytesIO:
    """A picture with a place and a maker in it."""
    picture = Image.new("RGB", size, "green")
    told = picture.getexif()
    told[0x013B] = "Roerdomp Kwikstaart"
    file = BytesIO()
    picture.save(file, "JPEG", exif=told)
    file.name = "tafel.jpg"
    file.seek(0)
    return file


def named(content: bytes, name: str) -> BytesIO:
    """A file as a browser sends it."""
    file = BytesIO(content)
    file.name = name
    return file
