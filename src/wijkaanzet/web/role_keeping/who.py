"""Who may look at the roles and who keeps them, and which role an address is about."""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from wijkaanzet.people import access, queries
from wijkaanzet.people.models import Membership
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held


def may_keep(request: Request) -> bool:
    """Whether who asks gives and ends roles here; a visitor costs no query."""
    return access.keeps_roles(held(request))


def check_keeps(request: Request) -> None:
    """Raises Http404 for who does not give and end roles here."""
    if not may_keep(request):
        raise Http404


def check_sees(request: Request) -> None:
    """Raises Http404 for who neither looks after the roles here nor audits that."""
    if not access.sees_roles(held(request)):
        raise Http404


def roles_to_keep(request: Request, *, today: date) -> QuerySet[Membership]:
    """The roles of this municipality that have not ended, for who keeps them. Raises Http404 for others."""
    check_keeps(request)
    return queries.with_stand_ins(queries.not_ended(access.roles_here(request.municipality), on=today), on=today)


def role_to_keep(request: Request, number: int, *, today: date) -> Membership:
    """The role at an address. Raises Http404 when it is of elsewhere or has ended, and for who keeps no roles."""
    return get_object_or_404(roles_to_keep(request, today=today), pk=number)
