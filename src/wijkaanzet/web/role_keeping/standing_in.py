"""Somebody fell ill: who looks after the roles lets a colleague stand in, for who is away cannot ask it themself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.people import access
from wijkaanzet.people.models import Membership, StandIn
from wijkaanzet.people.rules import PAID
from wijkaanzet.web.acts import ConfirmForm, answer, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.messages import standing_in
from wijkaanzet.web.pages.role_keeping import RoleActPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping import words
from wijkaanzet.web.role_keeping.forms import StandInForAnotherForm
from wijkaanzet.web.role_keeping.who import check_keeps, roles_to_keep
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/role_act.html"


@require_http_methods(ACTS)
@never_cache
def stand_in(request: Request, number: int) -> HttpResponse:
    """Who stands in for somebody else, from when until when; for oneself one asks it on the own page."""
    today = clock.today()
    of_others = roles_to_keep(request, today=today).filter(role__in=PAID).exclude(user=request.user.pk)
    held = get_object_or_404(of_others, pk=number)
    form = StandInForAnotherForm(filled_in(request), held=[held], municipality=request.municipality, today=today)
    if form.is_valid() and standing_in.asked(request, form) is not None:
        messages.success(request, _("It is arranged. Both get a message about it, when we know an address."))
        return redirect(address(request, "role-stand-in", number=number))
    return answer(request, TEMPLATE, page=_page(request, held), form=form)


@require_http_methods(ACTS)
@never_cache
def end(request: Request, number: int) -> HttpResponse:
    """Asks whether somebody stands in no more."""
    check_keeps(request)
    found = access.stand_ins_here(request.municipality, on=clock.today())
    ending = get_object_or_404(found, pk=number)
    form, back = ConfirmForm(filled_in(request)), address(request, "role-holders")
    if form.is_valid() and standing_in.ended(request, ending, form) is not None:
        messages.success(request, _("That is over. The role stays with who holds it."))
        return redirect(back)
    page = RoleActPage(
        title=_("Does this end?"),
        lead=words.stands_in(ending),
        points=(_as_what(ending.membership),),
        buttons=Buttons(
            submit=_("Yes, end it now"),
            actions=(Action(label=_("No, leave it as it is"), href=back, kind="secondary"),),
        ),
    )
    return answer(request, TEMPLATE, page=page, form=form)


def _page(request: Request, held: Membership) -> RoleActPage:
    back = Action(label=_("Back to who has which role"), href=address(request, "role-holders"), kind="secondary")
    return RoleActPage(
        title=_("Let somebody stand in"),
        lead=_as_what(held),
        points=(
            _("Do this only when somebody cannot ask it: who is ill, for instance. The log says that you did it."),
            _("You need not say why somebody is away. That one keeps the role."),
            _("Only a colleague with a paid role here can stand in, and you cannot do it yourself."),
        ),
        there=tuple(_there(request, one) for one in held.stand_ins.all()),
        buttons=Buttons(submit=_("Let this colleague stand in"), actions=(back,)),
    )


def _as_what(held: Membership) -> str:
    return _("%(name)s is %(role)s.") % {"name": held.user.username, "role": words.role_inside(held)}


def _there(request: Request, one: StandIn) -> Action:
    return Action(label=words.stands_in(one), href=address(request, "role-stand-in-end", number=one.pk))
