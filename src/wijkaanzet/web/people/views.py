"""Who may do what."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.people import access
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.people.matrix import roles_page


@require_safe
def roles(request: Request) -> HttpResponse:
    """The role matrix, for who administers roles and for who audits that."""
    if not access.may_see_matrix(actor_of(request), request.municipality, on=clock.today()):
        raise Http404
    return render(request, "web/roles.html", {"page": roles_page()})
