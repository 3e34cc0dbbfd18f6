"""Which municipality a request is about: by the first part of the address, or by the host name.

`sb.tilburg.nl` in WZ_HOSTS serves one municipality without the prefix. A municipality that is not there is a 404, as
is everything of another one.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from wijkaanzet.kernel.models import Municipality

HOST_URLS = "wijkaanzet.config.host_urls"
TENANT_URLS = "wijkaanzet.web.urls"


class TenantMiddleware:
    """Sets `request.municipality` and takes the prefix out of what the view gets."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.get_host().partition(":")[0] in settings.WZ_HOSTS:
            request.urlconf = HOST_URLS
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: list[object], kwargs: dict[str, object]
    ) -> None:
        slug = kwargs.pop("gemeente", None)
        of_host = settings.WZ_HOSTS.get(request.get_host().partition(":")[0])
        if slug is None and of_host is None:
            return
        municipality = Municipality.objects.filter(slug=slug or of_host).first()
        if municipality is None:
            raise Http404
        request.municipality = municipality  # type: ignore[attr-defined]  # declared on web.http.Request
        request.address_prefix = f"/{slug}" if slug else ""  # type: ignore[attr-defined]


def address(request: HttpRequest, name: str, **kwargs: object) -> str:
    """The address of a page of the municipality that this request is about."""
    prefix: str = request.address_prefix  # type: ignore[attr-defined]
    return prefix + reverse(name, urlconf=TENANT_URLS, kwargs=kwargs or None)
