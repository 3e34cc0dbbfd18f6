"""Who sets something up here: an account that takes part in the municipality."""

from django.http import Http404

from wijkaanzet.kernel import clock
from wijkaanzet.networks.access import joined_networks
from wijkaanzet.people.models import User
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.mine import held


def account_here(request: Request) -> User:
    """Who is logged in and has a role or takes part in a network here. Raises Http404 for others."""
    user = request.user
    if not isinstance(user, User):
        raise Http404
    if held(request) or joined_networks(actor_of(request), request.municipality, on=clock.today()).exists():
        return user
    raise Http404
