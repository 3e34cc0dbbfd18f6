"""The pages on which somebody gives one's own account another e-mail address, or closes it."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.parts.forms import Buttons


@dataclass(frozen=True, kw_only=True)
class AddressPage:
    """account/address.html: another address is asked, or confirmed."""

    section: ClassVar[str] = ""
    title: str
    lead: str
    points: tuple[str, ...]
    waits: str = ""
    """The address that waits to be confirmed; empty when none does."""
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class ClosePage:
    """account/close.html: what it means to close one's own account."""

    section: ClassVar[str] = ""
    title: str
    lead: str
    roles: tuple[str, ...]
    """What ends with it; empty for who has no role."""
    points: tuple[str, ...]
    buttons: Buttons
