"""No municipality can take an address of the product, and one that is not open yet is no failure."""

from collections.abc import Iterable
from datetime import date
from io import StringIO

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, include, path
from pytest_django import Settings

from wijkaanzet.arrangements import queries
from wijkaanzet.arrangements.rules.reading import RESERVED_SLUGS
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.web.http import Request


def first_parts(patterns: Iterable[URLPattern | URLResolver]) -> set[str]:
    """What stands before the first slash of each address."""
    return {str(entry.pattern).partition("/")[0] for entry in patterns}


def test_every_first_part_of_an_address_is_kept_for_the_product(settings: Settings) -> None:
    found = first_parts(get_resolver("wijkaanzet.config.site_urls").url_patterns) | {
        settings.STATIC_URL.strip("/").partition("/")[0]
    }
    assert {"gezond", "taal", "demo"} <= found
    assert found - RESERVED_SLUGS == set(), "A municipality could take this address: add it to RESERVED_SLUGS."


def test_an_address_that_is_not_kept_is_found() -> None:
    def nothing(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    planted: list[URLPattern | URLResolver] = [path("nieuw/lijst/", nothing), path("meer/", include([]))]
    assert first_parts(planted) - RESERVED_SLUGS == {"nieuw", "meer"}


def needs_arrangement(request: Request) -> HttpResponse:
    """A page that cannot be made without the choices of the municipality."""
    return HttpResponse(queries.current(request.municipality, on=date(2017, 10, 2)).words)


urlpatterns = [path("<slug:gemeente>/", needs_arrangement, name="needs-arrangement")]


@pytest.mark.django_db
@pytest.mark.parametrize("site", [__name__, "wijkaanzet.config.urls"])
def test_a_municipality_without_arrangement_is_no_failure(client: Client, settings: Settings, site: str) -> None:
    Municipality.objects.create(name="Leegstad", slug="leegstad", code="GM9999")
    settings.ROOT_URLCONF = site
    paths = ["/leegstad/"] if site == __name__ else ["/leegstad/", "/leegstad/besluiten/", "/leegstad/wijken/"]
    assert {client.get(path).status_code for path in paths} <= {200, 404}


@pytest.mark.django_db
def test_who_runs_the_site_learns_which_municipality_misses_its_arrangement(
    client: Client, settings: Settings, lines: StringIO
) -> None:
    Municipality.objects.create(name="Leegstad", slug="leegstad", code="GM9999")
    settings.ROOT_URLCONF = __name__
    answer = client.get("/leegstad/")
    assert answer.status_code == 404
    assert 'class="wz-lead"' in answer.content.decode()
    assert '"event": "tenancy.arrangement.missing"' in lines.getvalue()
    assert '"tenant": "leegstad"' in lines.getvalue()
