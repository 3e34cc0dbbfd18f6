"""The register of mandates, for everybody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.web.http import Request
from wijkaanzet.web.mandates import build


@require_safe
def mandates(request: Request) -> HttpResponse:
    """Who proposes, advises, decides and is told at each step."""
    return render(request, "web/mandates.html", {"page": build.mandates_page(request, today=clock.today())})
