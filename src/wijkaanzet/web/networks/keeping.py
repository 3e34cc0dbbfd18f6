"""Keeping a network: what it is for, and who take part."""

from dataclasses import replace

from django.contrib import messages
from django.forms import model_to_dict
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Member, Network
from wijkaanzet.networks.rules import MEMBER, NETWORK
from wijkaanzet.people.access import public_organisations
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.forms import DescribeForm
from wijkaanzet.web.networks.joining_forms import JoinForm
from wijkaanzet.web.networks.looking import fit_to_be_read
from wijkaanzet.web.networks.who import free_seats, network_to_keep
from wijkaanzet.web.pages.networks import FormPage, MembersPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
def describe(request: Request, network: str) -> HttpResponse:
    """Say what a network is for and where its table stands."""
    kept = network_to_keep(request, network)
    table = address(request, "network-table", network=network)
    form = DescribeForm(filled_in(request), initial=model_to_dict(kept, DescribeForm.base_fields))
    fit = form.is_valid() and fit_to_be_read(request, form, form.public)
    if fit and _described(request, kept, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(table)
    page = FormPage(
        place=words.place(request, kept),
        title=_("Purpose and place"),
        lead=_("All of this may be empty. Everybody can read it."),
        buttons=Buttons(
            submit=_("Keep it"), actions=(Action(label=_("Back to the table"), href=table, kind="secondary"),)
        ),
    )
    return answer(request, "web/network_form.html", page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def members(request: Request, network: str) -> HttpResponse:
    """Who take part, and somebody who joins."""
    kept = network_to_keep(request, network)
    form = _join_form(request, kept)
    if form.is_valid() and _joined(request, kept, form) is not None:
        messages.success(request, _("%(name)s takes part now.") % {"name": form.cleaned_data["name"]})
        return redirect(address(request, "network-members", network=network))
    return answer(request, "web/network_members.html", page=_members_page(request, kept, form), form=form)


@require_http_methods(ACTS)
@never_cache
def end_member(request: Request, network: str, number: int) -> HttpResponse:
    """Asks whether somebody stops; then the name and addresses are deleted."""
    kept = network_to_keep(request, network)
    own = access.own_members(actor_of(request), request.municipality, on=clock.today()).filter(network=kept)
    member, people = get_object_or_404(own, pk=number), address(request, "network-members", network=network)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _left(request, member, form) is not None:
        messages.success(request, _("The name and addresses are deleted."))
        return redirect(people)
    name = next((one.named.name for one in queries.members_of(kept) if one.id == number), "")
    page = FormPage(
        place=words.place(request, kept),
        title=_("Does %(name)s stop?") % {"name": name},
        lead=_("The name, the e-mail address and the telephone number are deleted. You cannot get them back."),
        points=(_("The seat becomes free. We keep only the number of times that somebody came."),),
        buttons=Buttons(
            submit=_("Yes, delete the name"),
            actions=(Action(label=_("No, back to who takes part"), href=people, kind="secondary"),),
        ),
    )
    return answer(request, "web/network_form.html", page=page, form=form)


def _members_page(request: Request, kept: Network, form: JoinForm) -> MembersPage:
    key = kept.body.key
    people = tuple(
        replace(words.person(one), end_href=address(request, "network-member-end", network=key, number=one.id))
        for one in queries.members_of(kept)
    )
    return MembersPage(
        place=words.place(request, kept),
        people=people,
        joining=form,
        join_href=address(request, "network-members", network=key),
    )


def _join_form(request: Request, kept: Network) -> JoinForm:
    return JoinForm(
        filled_in(request),
        seats=free_seats(request, kept),
        organisations=public_organisations(request.municipality).order_by("name", "id"),
    )


def _described(request: Request, kept: Network, form: DescribeForm) -> Network | None:
    return attempt(
        request,
        lambda actor, at: operations.describe_network(kept, described=form.described, actor=actor, at=at),
        act=Act("networks.network.described", Subject(NETWORK, kept.pk)),
        form=form,
    )


def _joined(request: Request, kept: Network, form: JoinForm) -> Member | None:
    joining = operations.Joining(
        named=form.named, seat=form.seat, as_resident=form.as_resident, organisation=form.organisation
    )
    return attempt(
        request,
        lambda actor, at: operations.take_seat(kept, joining=joining, actor=actor, at=at),
        act=Act("networks.member.joined", Subject(NETWORK, kept.pk)),
        form=form,
    )


def _left(request: Request, member: Member, form: ConfirmForm) -> Member | None:
    return attempt(
        request,
        lambda actor, at: operations.end_membership(member, actor=actor, at=at),
        act=Act("networks.member.left", Subject(MEMBER, member.pk)),
        form=form,
    )
