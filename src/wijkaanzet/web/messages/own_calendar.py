"""The secret address at which somebody reads the own calendar; made, renewed and taken away."""

from django.contrib import messages as told
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.cycle import operations, queries
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people.models import User
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.messages.forms import FeedForm
from wijkaanzet.web.messages.who import account_here
from wijkaanzet.web.pages.messages import OwnCalendarPage
from wijkaanzet.web.tenancy import address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_calendar(request: Request) -> HttpResponse:
    """The address of the own calendar, or how to get one."""
    user = account_here(request)
    form = FeedForm(filled_in(request))
    if form.is_valid() and (words := _done(request, user, form)):
        told.success(request, words)
        return redirect(address(request, "own-calendar"))
    token = queries.feed_token(request.municipality, user_id=user.pk)
    href = request.build_absolute_uri(address(request, "calendar-feed", token=token)) if token else ""
    page = OwnCalendarPage(address=href, messages_href=address(request, "messages"))
    return answer(request, "web/own_calendar.html", page=page, form=form)


def _done(request: Request, user: User, form: FeedForm) -> str:
    """What was done, in words; empty when it was refused."""
    wanted = attempt(
        request,
        lambda actor, at: operations.change_calendar_feed(
            request.municipality, user_id=user.pk, wanted=not form.ends, actor=actor, at=at
        ),
        act=Act("cycle.calendar_feed.changed", Subject("people.account", user.pk)),
        form=form,
    )
    words = {True: _("Your calendar has an address."), False: _("The address works no longer.")}
    return "" if wanted is None else words[wanted]
