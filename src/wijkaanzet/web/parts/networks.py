"""When people of a neighbourhood come together, and the way to their networks."""

from dataclasses import dataclass

from wijkaanzet.web.parts.moves import Action


@dataclass(frozen=True, kw_only=True)
class NetworkSection:
    """The way to the networks of a neighbourhood; a meeting only when everybody is welcome at one to come."""

    href: str
    meeting: Action | None = None
    place: str = ""
