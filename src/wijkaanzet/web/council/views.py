"""The room of the council, for its members and its clerk."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.people.rules import Role
from wijkaanzet.web import mine
from wijkaanzet.web.council.build import council_page
from wijkaanzet.web.http import Request

COUNCIL = frozenset({Role.COUNCIL_MEMBER, Role.COUNCIL_CLERK})


@require_safe
def council(request: Request) -> HttpResponse:
    """One evening's reading."""
    if not any(one.role in COUNCIL for one in mine.held(request)):
        raise Http404
    return render(request, "web/council.html", {"page": council_page(request, today=clock.today())})
