"""The municipalities of the demo, by name, and who one can be in each."""

from typing import Final

from wijkaanzet.demo import amersfoort, amsterdam, oude_ijsselstreek, tilburg, zaanstad
from wijkaanzet.demo.personas import Persona
from wijkaanzet.demo.profile import Profile

CITIES: Final = (
    amersfoort.PROFILE,
    amsterdam.PROFILE,
    oude_ijsselstreek.PROFILE,
    tilburg.PROFILE,
    zaanstad.PROFILE,
)
DIVIDED: Final = tuple(city for city in CITIES if city.money)
"""Those in which money is divided; the others show how people plan together."""


def persona_of(username: str) -> tuple[Profile, Persona] | None:
    """The persona with this account and its municipality; None when the demo has no such account."""
    return next(((city, one) for city in CITIES for one in city.personas if one.username(city.slug) == username), None)
