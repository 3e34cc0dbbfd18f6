"""What stands behind a secret link: found by its code, kept by no browser or search engine, and nobody's account."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from django.http import HttpResponse
from django.utils.cache import patch_cache_control

from wijkaanzet.intake.access import entries_of_code
from wijkaanzet.intake.models import Entry
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.web.codes.door import UnknownCode
from wijkaanzet.web.http import Request

Secret = Callable[..., HttpResponse]


def secret_page(view: Secret) -> Secret:
    """A page of which no copy stays behind.

    Its address goes to no other site: the policy of the whole site says so. "no-referrer" would do the same here and
    would make browsers send forms as from nowhere, which the check on forms then refuses.
    """

    @wraps(view)
    def answered(request: Request, **parts: str) -> HttpResponse:
        response = view(request, **parts)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answered


def entry_of(request: Request, code: str) -> Entry:
    """What its sender finds with this code. Raises UnknownCode."""
    found = entries_of_code(request.municipality, code).first()
    if found is None:
        raise UnknownCode
    return found


def nameless(actor: Actor) -> Actor:
    """Who tells something or holds its code, and never which account that was: nobody is known by what they tell.

    Nor in which request: other lines with its id may say who was logged in.
    """
    return replace(actor, user_id=None, request_id="", stands_in=())
