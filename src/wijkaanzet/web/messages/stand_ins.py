"""Somebody is away: who stands in, from when until when."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.people import access
from wijkaanzet.people.models import StandIn
from wijkaanzet.web.acts import ConfirmForm, answer, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.messages import standing_in
from wijkaanzet.web.messages.forms import StandInForm
from wijkaanzet.web.messages.words import days_words, role_words
from wijkaanzet.web.pages.messages import StandInEndPage, StandInLine, StandInsPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def stand_ins(request: Request) -> HttpResponse:
    """Who stands in for somebody, for whom somebody does, and one more."""
    today, actor = clock.today(), actor_of(request)
    own = list(access.roles_to_replace(actor, request.municipality, on=today).order_by("role", "id"))
    if not own:
        raise Http404
    form = StandInForm(filled_in(request), held=own, municipality=request.municipality, today=today)
    if form.is_valid() and standing_in.asked(request, form) is not None:
        messages.success(request, _("It is arranged. Your colleague gets a message about it."))
        return redirect(address(request, "stand-ins"))
    return answer(request, "web/stand_ins.html", page=_page(request, today=today), form=form)


@require_http_methods(ACTS)
@never_cache
def end(request: Request, number: int) -> HttpResponse:
    """Asks whether somebody stands in no more; either of the two may say so."""
    found = access.own_stand_ins(actor_of(request), request.municipality, on=clock.today())
    stand_in, back = get_object_or_404(found, pk=number), address(request, "stand-ins")
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and standing_in.ended(request, stand_in, form) is not None:
        messages.success(request, _("That is over. The role stays with who holds it."))
        return redirect(back)
    page = StandInEndPage(
        title=_("Does this end?"),
        line=_line(request, stand_in),
        buttons=Buttons(
            submit=_("Yes, end it now"),
            actions=(Action(label=_("No, leave it as it is"), href=back, kind="secondary"),),
        ),
    )
    return answer(request, "web/stand_in_end.html", page=page, form=form)


def _page(request: Request, *, today: date) -> StandInsPage:
    found = access.own_stand_ins(actor_of(request), request.municipality, on=today)
    return StandInsPage(lines=tuple(_line(request, one) for one in found.order_by("starts_on", "id")))


def _line(request: Request, one: StandIn) -> StandInLine:
    mine = one.membership.user_id == request.user.pk
    who = _("%(name)s stands in for you.") if mine else _("You stand in for %(name)s.")
    return StandInLine(
        title=role_words(one.membership),
        who=who % {"name": one.user.username if mine else one.membership.user.username},
        days=days_words(one),
        end_href=address(request, "stand-in-end", number=one.pk),
    )
