"""The front page of a municipality."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.web.city import build
from wijkaanzet.web.http import Request


@require_safe
def municipality(request: Request) -> HttpResponse:
    """What this is, where you live, how the money is divided, and whose move it is."""
    return render(request, "web/municipality.html", {"page": build.municipality_page(request, today=clock.today())})
