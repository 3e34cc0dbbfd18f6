"""Who stands before a page that changes an account for good: its holder, who proved it a moment ago."""

from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, raise_if_reauthentication_required
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.core.ratelimit import consume_or_429
from django.conf import settings
from django.http import Http404

from wijkaanzet.people.models import User
from wijkaanzet.web.http import Request


def own_account(request: Request) -> User:
    """Who is logged in, as long as that one does not act too often: that is answered at once, as allauth does.

    Raises Http404 for a visitor, and in the demo, where an account is everybody's.
    """
    if settings.WZ_DEMO or not isinstance(request.user, User):
        raise Http404
    too_often = consume_or_429(request, action="manage_email", user=request.user)
    if too_often is not None:
        raise ImmediateHttpResponse(too_often)
    return request.user


def proven_account(request: Request) -> User:
    """The same, of who typed the password again in the last minutes; who did not is led to do so first.

    allauth does what was sent before the password once it is typed, also when one went away and came back to look.
    """
    user = own_account(request)
    if request.method != "POST":
        request.session.pop(STATE_SESSION_KEY, None)
    raise_if_reauthentication_required(request, app="allauth.account")
    return user
