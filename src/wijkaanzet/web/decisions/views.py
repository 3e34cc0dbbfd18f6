"""The list of decisions and the page of one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from wijkaanzet.decisions import access
from wijkaanzet.kernel import clock
from wijkaanzet.web.decisions import build
from wijkaanzet.web.http import Request


@require_safe
def decisions(request: Request) -> HttpResponse:
    """Every published decision of the municipality."""
    return render(request, "web/decisions.html", {"page": build.decisions_page(request)})


@require_safe
def decision(request: Request, public_id: str) -> HttpResponse:
    """One decision: who, what, why, the money that moved on it, and how to object."""
    found = get_object_or_404(access.public_page(request.municipality, public_id))
    return render(request, "web/decision.html", {"page": build.decision_page(request, found, today=clock.today())})
