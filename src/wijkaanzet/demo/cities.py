"""The municipalities of the demo, by name, and who one can be in each."""

from typing import Final

from wijkaanzet.demo import amersfoort, tilburg
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile

CITIES: Final = (amersfoort.PROFILE, tilburg.PROFILE)


def persona_of(username: str) -> tuple[Profile, Persona] | None:
    """The persona with this account and its municipality; None when the demo has no such account."""
    return next(((city, one) for city in CITIES for one in city.personas if one.username(city.slug) == username), None)
