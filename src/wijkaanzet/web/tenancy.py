"""Which municipality a request is about: by the first part of the address, or by the host name.

`sb.tilburg.nl` in WZ_HOSTS serves one municipality without the prefix. A municipality that is not there is a 404, as
is everything of another one.
"""

from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.urls import reverse

from wijkaanzet.arrangements.queries import NoArrangement
from wijkaanzet.kernel.queries import municipality_by_slug
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.web.site import errors

HOST_URLS = "wijkaanzet.config.host_urls"
TENANT_URLS = "wijkaanzet.web.urls"
log = structlog.get_logger(__name__)


class TenantMiddleware:
    """Sets `request.municipality` and takes the prefix out of what the view gets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _host(request) in settings.WZ_HOSTS:
            request.urlconf = HOST_URLS
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[object], kwargs: dict[str, object]
    ) -> None:
        if "gemeente" not in kwargs:
            return
        slug = kwargs.pop("gemeente")
        municipality = municipality_by_slug(str(slug or settings.WZ_HOSTS[_host(request)]))
        if municipality is None:
            raise Http404
        request.municipality = municipality  # type: ignore[attr-defined]  # declared on web.http.Request
        request.address_prefix = f"/{slug}" if slug else ""  # type: ignore[attr-defined]

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A municipality without an arrangement is not open yet: visitors get a 404, whoever runs the site a line.

        Anything else that the rules refuse, and that no form could say, is a page with the sentence.
        """
        if not isinstance(exception, NoArrangement):
            return errors.refused(exception) if isinstance(exception, Refused) else None
        log.error("tenancy.arrangement.missing", tenant=exception.municipality.slug, day=exception.on.isoformat())
        return errors.not_there()


def prefix_on(request: HttpRequest, slug: str) -> str | None:
    """What stands before the addresses of a municipality on the host of this request; None: it is not shown there."""
    own = settings.WZ_HOSTS.get(_host(request))
    if own is None:
        return f"/{slug}"
    return "" if own == slug else None


def _host(request: HttpRequest) -> str:
    """The host as the keys of WZ_HOSTS are written: small letters, without port and the dot at the end."""
    return split_domain_port(request.get_host())[0]


def address(request: HttpRequest, name: str, **kwargs: object) -> str:
    """The address of a page of the municipality that this request is about."""
    prefix: str = request.address_prefix  # type: ignore[attr-defined]
    return prefix + reverse(name, urlconf=TENANT_URLS, kwargs=kwargs or None)
