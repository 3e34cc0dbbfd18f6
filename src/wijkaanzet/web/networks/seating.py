"""The seats at the table of a network."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Network, Seat
from wijkaanzet.networks.rules import NETWORK
from wijkaanzet.people.access import public_organisations
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.forms import EndForm, SeatForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.who import network_to_keep
from wijkaanzet.web.pages.networks import SeatsPage, SeatToEnd
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def seats(request: Request, network: str) -> HttpResponse:
    """The seats at the table, and another one."""
    kept = network_to_keep(request, network)
    form = _seat_form(request, kept, filled_in(request))
    fit = form.is_valid() and fit_to_be_read(request, form, {"name": form.cleaned_data["name"]})
    if fit and _added(request, kept, form) is not None:
        messages.success(request, _("The seat “%(name)s” is there.") % {"name": form.cleaned_data["name"]})
        return redirect(address(request, "network-seats", network=network))
    return answer(request, "web/network_seats.html", page=_seats_page(request, kept, form), form=form)


@require_http_methods(ACTS)
@never_cache
def end_seat(request: Request, network: str) -> HttpResponse:
    """A free seat is taken away."""
    kept = network_to_keep(request, network)
    own = access.own_seats(actor_of(request), request.municipality, on=clock.today()).filter(network=kept)
    there = {one.pk: one for one in own}
    form = EndForm(filled_in(request), name="seat", ids=there)
    if form.is_valid() and _taken_away(request, there[form.chosen], form) is not None:
        messages.success(request, _("The seat is taken away."))
        return redirect(address(request, "network-seats", network=network))
    page = _seats_page(request, kept, _seat_form(request, kept, None))
    return answer(request, "web/network_seats.html", page=page, form=form)


def _seat_form(request: Request, kept: Network, data: QueryDict | None) -> SeatForm:
    """At the table of a consultation of the whole municipality a seat may speak for a network."""
    organisations = public_organisations(request.municipality).order_by("name", "id")
    if kept.body.area_id is not None:
        return SeatForm(data, organisations=organisations)
    others = access.public_networks(request.municipality).exclude(pk=kept.pk).order_by("body__name", "id")
    return SeatForm(data, organisations=organisations, networks=others)


def _seats_page(request: Request, kept: Network, form: SeatForm) -> SeatsPage:
    key = kept.body.key
    return SeatsPage(
        place=words.place(request, kept),
        seats=tuple(
            SeatToEnd(
                line=words.seat_line_to_keep(one),
                ending=None if one.taken else EndForm(None, name="seat", ids=[one.id], chosen=one.id),
            )
            for one in queries.seats_of(kept, on=clock.today())
        ),
        adding=form,
        add_href=address(request, "network-seats", network=key),
        end_href=address(request, "network-seat-end", network=key),
    )


def _added(request: Request, kept: Network, form: SeatForm) -> Seat | None:
    return attempt(
        request,
        lambda actor, at: operations.add_seat(
            kept, new=form.seat, organisation=form.organisation, speaks_for=form.speaks_for, actor=actor, at=at
        ),
        act=Act("networks.network.seat_added", Subject(NETWORK, kept.pk)),
        form=form,
    )


def _taken_away(request: Request, seat: Seat, form: EndForm) -> Seat | None:
    return attempt(
        request,
        lambda actor, at: operations.end_seat(seat, actor=actor, at=at),
        act=Act("networks.network.seat_ended", Subject(NETWORK, seat.network_id)),
        form=form,
    )
