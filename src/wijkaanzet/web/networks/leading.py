"""Who leads the talk at the table of a network, for who keeps it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations
from wijkaanzet.networks.models import Member, Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.changing_forms import LeadForm
from wijkaanzet.web.networks.who import network_to_keep
from wijkaanzet.web.pages.networks import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def lead(request: Request, network: str) -> HttpResponse:
    """Choose who leads the talk of who takes part, or nobody in particular."""
    kept = network_to_keep(request, network)
    own = access.own_members(actor_of(request), request.municipality, on=clock.today()).filter(network=kept)
    there = {one.pk: one for one in own.order_by("starts_on", "id")}
    form = LeadForm(filled_in(request), people=there.values())
    people = address(request, "network-members", network=network)
    if form.is_valid() and _chosen(request, kept, there.get(form.chosen or 0), form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(people)
    page = FormPage(
        place=words.place(request, kept),
        title=_("Who leads the talk?"),
        lead=_("You may leave this open. It needs no account, and it gives no rights in this system."),
        points=(
            _("Only who keeps this network reads here who it is."),
            _("It ends by itself when this person stops."),
        ),
        buttons=Buttons(
            submit=_("Keep it"), actions=(Action(label=_("Back to who takes part"), href=people, kind="secondary"),)
        ),
    )
    return answer(request, "web/network_form.html", page=page, form=form)


def _chosen(request: Request, kept: Network, member: Member | None, form: LeadForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.let_lead(kept, member=member, seen=form.cleaned_data["seen"], actor=actor, at=at),
        act=Act("networks.network.lead_chosen", Subject(NETWORK, kept.pk)),
        form=form,
    )
