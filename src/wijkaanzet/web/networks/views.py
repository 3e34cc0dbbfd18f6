"""The networks of a neighbourhood, one of them, and its meetings: for everybody to read; and opening one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from wijkaanzet.areas.models import Area
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of, is_logged_in
from wijkaanzet.web.networks.forms import NetworkForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.reading import meeting_page, network_page, networks_page
from wijkaanzet.web.networks.who import meeting_to_read, network_to_read
from wijkaanzet.web.scans.area_figures import area_of
from wijkaanzet.web.tenancy import address


@require_http_methods(["GET", "HEAD", "POST"])
def networks(request: Request, slug: str) -> HttpResponse:
    """The networks of a neighbourhood; who may do so opens another one."""
    area = area_of(request, slug)
    opens = is_logged_in(request) and access.may_open(actor_of(request), area, on=clock.today())
    if request.method == "POST" and not opens:
        raise Http404
    form = NetworkForm(filled_in(request) if opens else None)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and (opened := _opened(request, area, form)) is not None:
        messages.success(request, _("“%(name)s” is there.") % {"name": opened.body.name})
        return redirect(address(request, "network", network=opened.body.key))
    page = networks_page(request, area, opening=form if opens else None)
    return answer(request, "web/networks.html", page=page, form=form)


@require_safe
def network(request: Request, network: str) -> HttpResponse:
    """One network: what for, when, who may join, and what was agreed."""
    found = network_to_read(request, network)
    return render(request, "web/network.html", {"page": network_page(request, found, today=clock.today())})


@require_safe
def meeting(request: Request, network: str, public_id: str) -> HttpResponse:
    """One meeting, before and after."""
    found = meeting_to_read(request, network, public_id)
    return render(request, "web/meeting.html", {"page": meeting_page(request, found, today=clock.today())})


def _opened(request: Request, area: Area, form: NetworkForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.open_network(area, new=form.described, actor=actor, at=at),
        act=Act("networks.network.opened", Subject(NETWORK, 0)),
        form=form,
    )
