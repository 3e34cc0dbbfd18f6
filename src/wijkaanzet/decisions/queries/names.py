"""What a decision, an advice or a notice is called: by what it is about, the body and the day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject


@dataclass(frozen=True)
class Named:
    """What there is to say of one of them."""

    about: Subject
    body: str
    day: date


def names(found: Mapping[int, Named], viewer: Actor) -> dict[int, str]:
    """Their names by id; what the viewer may not see is left out of the name. One query or so per kind of subject."""
    titles = subjects.labels({one.about for one in found.values()}, viewer)
    return {id_: _name(one, titles.get(one.about, "")) for id_, one in found.items()}


def _name(one: Named, title: str) -> str:
    where = f"{one.body}, {date_format(one.day, 'j F Y')}"
    return f"{title} ({where})" if title else where
