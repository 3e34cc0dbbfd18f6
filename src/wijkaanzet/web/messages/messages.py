"""How often somebody wants mail about what waits; and one click in that mail that stops it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.contrib import messages as told
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from wijkaanzet.cycle import operations, queries
from wijkaanzet.cycle.models import DigestChoice
from wijkaanzet.cycle.rules.digests import DigestRhythm, usual_rhythm
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.rules import PAID
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.messages.forms import RhythmForm
from wijkaanzet.web.messages.stopping import account_of
from wijkaanzet.web.messages.who import account_here
from wijkaanzet.web.mine import held
from wijkaanzet.web.pages.messages import DigestStopPage, MessagesPage
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
CHOSEN = "cycle.digest.chosen"


@require_http_methods(ACTS)
@never_cache
def messages(request: Request) -> HttpResponse:
    """How often mail comes; the way to the own calendar and to who stands in."""
    user = account_here(request)
    usual = usual_rhythm(one.role for one in held(request) if one.user_id == user.pk)
    now = queries.chosen_rhythm(request.municipality, user_id=user.pk) or usual
    form = RhythmForm(filled_in(request), now=now)
    if form.is_valid() and _choose(request, form, user_id=user.pk, rhythm=form.rhythm_chosen) is not None:
        told.success(request, _("It is kept."))
        return redirect(address(request, "messages"))
    paid = any(one.role in PAID and one.user_id == user.pk for one in held(request))
    page = MessagesPage(
        email=user.email,
        calendar_href=address(request, "own-calendar"),
        stand_ins_href=address(request, "stand-ins") if paid else "",
    )
    return answer(request, "web/messages.html", page=page, form=form)


@csrf_exempt  # the token is the proof; a mail program that sends this for its reader has no session
@require_http_methods(ACTS)
@never_cache
def stop(request: Request, token: str) -> HttpResponse:
    """One click, without logging in: the mail stops. A visit alone stops nothing, for programs look at links too."""
    user_id = account_of(request.municipality, token)
    if user_id is None:
        raise Http404
    done = False
    if request.method == "POST":
        done = _stopped(request, user_id) is not None
    page = DigestStopPage(done=done, messages_href=address(request, "messages"))
    return render(request, "web/digest_stop.html", {"page": page})


def _choose(request: Request, form: ActForm, *, user_id: int, rhythm: DigestRhythm) -> DigestChoice | None:
    return attempt(
        request, _choosing(request, user_id, rhythm), act=Act(CHOSEN, Subject("people.account", user_id)), form=form
    )


def _stopped(request: Request, user_id: int) -> DigestChoice | None:
    """Done and written down as the account of the mail, whoever is logged in."""
    return attempt(
        request,
        _choosing(request, user_id, DigestRhythm.NONE),
        act=Act(CHOSEN, Subject("people.account", user_id)),
        form=ActForm({}),
        known_as=lambda actor: replace(actor, user_id=user_id),
    )


def _choosing(request: Request, user_id: int, rhythm: DigestRhythm) -> Callable[[Actor, datetime], DigestChoice]:
    return lambda actor, at: operations.choose_digest(
        request.municipality, user_id=user_id, rhythm=rhythm, actor=actor, at=at
    )
