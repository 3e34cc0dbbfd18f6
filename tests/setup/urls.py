"""The addresses of the bare site on which the set-up is tested."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from wijkaanzet.web import health


def secret_link(request: HttpRequest, token: str) -> HttpResponse:
    """A page whose path is a secret."""
    return HttpResponse("entered")


def breaks(request: HttpRequest) -> HttpResponse:
    """A page that fails with somebody's address in the message."""
    raise ValueError("pietersen@example.nl is not an amount")


def plain_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not found, without the product's page."""
    return HttpResponse("not found", status=404)


handler404 = plain_404
urlpatterns = [
    path("gezond/leeft/", health.live, name="health-live"),
    path("gezond/klaar/", health.ready, name="health-ready"),
    path("inbreng/<str:token>/", secret_link, name="secret-link"),
    path("kapot/", breaks, name="breaks"),
]
