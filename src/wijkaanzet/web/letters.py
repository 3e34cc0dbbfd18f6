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
    own = next((host for host, slug in settings.WZ_HOSTS.items() if slug == municipality.slug), "")
    scheme = settings.WZ_SITE.partition("://")[0]
    start = f"{scheme}://{own}" if own else f"{settings.WZ_SITE}/{municipality.slug}"
    return start + reverse(name, urlconf=TENANT_URLS, kwargs=parts or None)
