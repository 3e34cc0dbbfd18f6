"""What stands on the three doors for a code, and what becomes of who comes by a link with a code that nobody has."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.web.http import Request
from wijkaanzet.web.tenancy import address

Page = Callable[..., HttpResponse]


class UnknownCode(Http404):
    """Nobody here has this code."""


@dataclass(frozen=True, kw_only=True)
class Door:
    """What stands on a door, for who comes there from a receipt or a letter."""

    name: str
    """Of its address."""
    section: str
    title: Promise
    lead: Promise
    submit: Promise
    unknown: Promise
    lost: Promise
    help: Promise


ANSWER: Final = Door(
    name="answer-find",
    section="tell",
    title=_("Read your answer"),
    lead=_("You told us something and you got a code. Fill it in here. You see what happens with it."),
    submit=_("Look at the answer"),
    unknown=_("We do not know this code. Compare it with your receipt, or call us."),
    lost=_("Did you lose your code?"),
    help=_(
        "We do not keep your code or your name. So we cannot look it up for you. But you can always call us, or "
        "tell it again."
    ),
)
JOIN: Final = Door(
    name="join-find",
    section="areas",
    title=_("Take part with a code"),
    lead=_("You got a letter with a code. Fill it in here. You need no account."),
    submit=_("Go on"),
    unknown=_("We do not know this code. Compare it with your letter, or call us."),
    lost=_("No code, or does it not work?"),
    help=_("You can take part without a code too. Call us or walk in."),
)
BRING: Final = Door(
    name="contribution-find",
    section="areas",
    title=_("Say yes or no with a code"),
    lead=_("You got a letter from a network in your neighbourhood. Fill in the code here."),
    submit=_("Go on"),
    unknown=JOIN.unknown,
    lost=JOIN.lost,
    help=_("Call us or walk in."),
)


def behind(door: Door) -> Callable[[Page], Page]:
    """A page that a code opens: with one that nobody has, by a mistake in a link, one comes to where it is typed.

    Whoever sends something with it gets the page for what is not there, as before.
    """

    def wrapped(view: Page) -> Page:
        @wraps(view)
        def answered(request: Request, **parts: str) -> HttpResponse:
            try:
                return view(request, **parts)
            except UnknownCode:
                if request.method == "POST":
                    raise
                messages.error(request, str(door.unknown))
                return redirect(address(request, door.name))

        return answered

    return wrapped
