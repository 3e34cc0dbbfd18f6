"""The request as the views see it: who asks, and in which municipality."""

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import User


class Request(HttpRequest):
    """A request after the middleware."""

    user: User | AnonymousUser
    municipality: Municipality
    address_prefix: str
    request_id: str


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request, for access functions and the audit log."""
    user_id = request.user.pk if request.user.is_authenticated else None
    return Actor(user_id=user_id, channel=Channel.WEB, request_id=getattr(request, "request_id", ""))


def is_logged_in(request: HttpRequest) -> bool:
    """Whether somebody is logged in; nobody is on a page that failed before we could know."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated
