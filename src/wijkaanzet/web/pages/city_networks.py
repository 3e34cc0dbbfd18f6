"""The page with all networks of a municipality."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.pages.networks import NetworkRow
from wijkaanzet.web.parts.forms import Buttons


@dataclass(frozen=True, kw_only=True)
class NetworksOfArea:
    """The networks of one neighbourhood by name."""

    name: str
    href: str
    rows: tuple[NetworkRow, ...]


@dataclass(frozen=True, kw_only=True)
class CityNetworksPage:
    """web/city_networks.html: consultations of the whole municipality, and the networks by neighbourhood."""

    section: ClassVar[str] = "areas"
    city: tuple[NetworkRow, ...]
    areas: tuple[NetworksOfArea, ...]
    sign: ActForm | None
    """What hangs the sign on a consultation, for who may do so."""
    nothing_to_sign: bool
    buttons: Buttons
