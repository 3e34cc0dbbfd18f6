"""All networks of a municipality: consultations of the whole of it, and those of its neighbourhoods."""

from collections.abc import Iterable
from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations
from wijkaanzet.networks.models import Network
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.people.rules import Role
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.mine import held
from wijkaanzet.web.networks.forms import SignForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.pages.city_networks import CityNetworksPage, NetworksOfArea
from wijkaanzet.web.pages.networks import NetworkRow
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.tenancy import address


@require_http_methods(["GET", "HEAD", "POST"])
def networks(request: Request) -> HttpResponse:
    """All networks; the policy officer hangs the sign on a consultation that is there already."""
    signs = any(one.role == Role.POLICY_OFFICER for one in held(request))
    if request.method == "POST" and not signs:
        raise Http404
    bodies = access.consultations_without_sign(request.municipality, on=clock.today()) if signs else ()
    form = SignForm(filled_in(request) if signs else None, bodies=bodies)
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and (hung := _hung(request, form)) is not None:
        messages.success(request, _("“%(name)s” is there.") % {"name": hung.body.name})
        return redirect(address(request, "network", network=hung.body.key))
    return answer(request, "web/city_networks.html", page=_page(request, form if signs else None), form=form)


def _page(request: Request, form: SignForm | None) -> CityNetworksPage:
    found = list(access.public_networks(request.municipality).order_by("body__area__name", "body__name", "id"))
    return CityNetworksPage(
        city=_rows(request, (one for one in found if one.body.area is None)),
        areas=_by_area(request, (one for one in found if one.body.area is not None)),
        sign=form,
        nothing_to_sign=form is not None and not form.bodies,
        buttons=Buttons(submit=_("This is a network")),
    )


def _by_area(request: Request, found: Iterable[Network]) -> tuple[NetworksOfArea, ...]:
    groups = ((area, list(of)) for area, of in groupby(found, key=lambda one: one.body.area) if area is not None)
    return tuple(
        NetworksOfArea(name=area.name, href=address(request, "area", slug=area.slug), rows=_rows(request, of))
        for area, of in groups
    )


def _rows(request: Request, found: Iterable[Network]) -> tuple[NetworkRow, ...]:
    return tuple(
        NetworkRow(
            name=one.body.name,
            href=address(request, "network", network=one.body.key),
            purpose=one.purpose,
            facts=(),
        )
        for one in found
    )


def _hung(request: Request, form: SignForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.hang_sign(form.body, described=form.described, actor=actor, at=at),
        act=Act("networks.network.opened", Subject(NETWORK, 0)),
        form=form,
    )
