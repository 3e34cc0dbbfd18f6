"""Keeping a network: what it is for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.changing_forms import ChangeNetworkForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.who import network_to_keep
from wijkaanzet.web.pages.networks import FormPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
def describe(request: Request, network: str) -> HttpResponse:
    """Say what a network is for and where its table stands."""
    kept = network_to_keep(request, network)
    form = ChangeNetworkForm(filled_in(request), network=kept)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _described(request, kept, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(address(request, "network-table", network=network))
    page = FormPage(
        place=words.place(request, kept),
        title=_("Purpose and place"),
        lead=_("All of this may be empty. Everybody can read it."),
        buttons=Buttons(submit=_("Keep it"), actions=(words.back_to_table(request, network),)),
    )
    return answer(request, "web/network_form.html", page=page, form=form)


def _described(request: Request, kept: Network, form: ChangeNetworkForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.describe_network(
            kept, described=form.described, seen=form.cleaned_data["seen"], actor=actor, at=at
        ),
        act=Act("networks.network.described", Subject(NETWORK, kept.pk)),
        form=form,
    )
