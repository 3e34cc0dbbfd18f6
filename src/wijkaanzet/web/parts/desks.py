"""The person card: whom to call or visit, also without internet. Always a desk or a role, never a private person."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Desk:
    """A desk that people can call or walk into."""

    name: str
    """Name of the desk or role: "Buurtbalie Noord", "Omgevingsmanager"."""
    role: str = ""
    """What it does for you, one sentence."""
    phone: str = ""
    """As people write it: "013 123 45 67"."""
    phone_hours: str = ""
    email: str = ""
    place: str = ""
    """Name and address of where to walk in."""
    place_hours: str = ""
    uid: str = "desk"
    """Where the page can be opened at; must differ for two desks on one page."""

    @property
    def phone_link(self) -> str:
        """The number as a telephone wants it."""
        return "tel:" + "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")
