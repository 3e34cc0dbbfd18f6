"""Who may do what."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from wijkaanzet.people.access import sees_roles
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held
from wijkaanzet.web.people.matrix import roles_page


@require_safe
def roles(request: Request) -> HttpResponse:
    """The role matrix, for who administers roles and for who audits that."""
    if not sees_roles(held(request)):
        raise Http404
    return render(request, "web/roles.html", {"page": roles_page()})
