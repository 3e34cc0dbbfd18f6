"""What a message of the outbox becomes: a letter with an address, or the reason why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse

from wijkaanzet.kernel.models import Municipality
from wijkaanzet.web.tenancy import TENANT_URLS


class NoAddress(Exception):
    """Nobody can be mailed: there is no address, it is forgotten, or the account is closed."""


class NothingToTell(Exception):
    """What there was to tell when the message was written is over; it need not be sent any more."""


@dataclass(frozen=True)
class Letter:
    """To whom a message goes, what its template tells besides the municipality, and what the mail program is told."""

    to: str
    told: Mapping[str, object]
    headers: Mapping[str, str] = field(default_factory=dict)


def whole_address(municipality: Municipality, name: str, **parts: object) -> str:
    """The whole address of a page of a municipality: on a host of its own, else on the site of all."""
    prefix = "" if _own_host(municipality) else f"/{municipality.slug}"
    return _start(municipality) + prefix + reverse(name, urlconf=TENANT_URLS, kwargs=parts or None)


def site_address(municipality: Municipality, name: str) -> str:
    """The whole address of a page of the installation, such as to choose a password, on the host of a municipality."""
    return _start(municipality) + reverse(name, urlconf=settings.ROOT_URLCONF)


def _start(municipality: Municipality) -> str:
    own = _own_host(municipality)
    scheme = settings.WZ_SITE.partition("://")[0]
    return f"{scheme}://{own}" if own else settings.WZ_SITE


def _own_host(municipality: Municipality) -> str:
    return next((host for host, slug in settings.WZ_HOSTS.items() if slug == municipality.slug), "")
