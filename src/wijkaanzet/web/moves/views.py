"""Home after logging in: what waits for you."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.web.http import Request
from wijkaanzet.web.moves import build


@require_safe
def your_move(request: Request) -> HttpResponse:
    """The open moves of who is logged in, and where the areas stand."""
    return render(request, "web/your_move.html", {"page": build.your_move_page(request, today=clock.today())})
