"""Who take part in a network, for who keeps it: somebody joins, a mistake is put right, somebody stops."""

from dataclasses import replace
from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.arrangements.queries import nearest
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.models import Member, Network
from wijkaanzet.networks.queries import MemberWords
from wijkaanzet.networks.rules import MEMBER, NETWORK
from wijkaanzet.networks.rules.members import maybe_twice
from wijkaanzet.networks.rules.seat_terms import LONGEST_YEARS, proposed_until
from wijkaanzet.people.access import public_organisations
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.joining_forms import ChangeForm, JoinForm
from wijkaanzet.web.networks.who import free_seats, member_to_keep, network_to_keep
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.networks import FormPage, MembersPage, PersonLine
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@require_http_methods(ACTS)
@never_cache
def members(request: Request, network: str) -> HttpResponse:
    """Who take part, and somebody who joins."""
    kept = network_to_keep(request, network)
    form = _form(request, kept)
    if form.is_valid() and _joined(request, kept, form) is not None:
        messages.success(request, _("%(name)s takes part now.") % {"name": form.cleaned_data["name"]})
        return redirect(address(request, "network-members", network=network))
    return answer(request, "web/network_members.html", page=_members_page(request, kept, form), form=form)


@require_http_methods(ACTS)
@never_cache
def change(request: Request, network: str, number: int) -> HttpResponse:
    """A name, an address or a seat is put right; it stays the same person."""
    kept, member = network_to_keep(request, network), member_to_keep(request, network, number)
    form = _change_form(request, kept, member)
    if form.is_valid() and _corrected(request, member, form) is not None:
        messages.success(request, _("It is kept."))
        return redirect(address(request, "network-members", network=network))
    page = _change_page(request, kept, member, form)
    return answer(request, "web/network_form.html", page=page, form=form)


@require_http_methods(ACTS)
@never_cache
def end(request: Request, network: str, number: int) -> HttpResponse:
    """Asks whether somebody stops; then the name and addresses are deleted."""
    kept, member = network_to_keep(request, network), member_to_keep(request, network, number)
    name, people = queries.named_of(member).name, address(request, "network-members", network=network)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _left(request, member, form) is not None:
        messages.success(request, _("The name and addresses are deleted."))
        return redirect(people)
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
    there = queries.members_of(kept)
    twice = maybe_twice({one.id: one.named for one in there})
    return MembersPage(
        place=words.place(request, kept),
        people=tuple(_person(request, kept, one, twice=one.id in twice) for one in there),
        lead_href=address(request, "network-lead", network=kept.body.key) if there else "",
        joining=form,
        join_href=address(request, "network-members", network=kept.body.key),
        buttons=Buttons(submit=_("Add this person"), actions=(words.back_to_table(request, kept.body.key),)),
    )


def _person(request: Request, kept: Network, one: MemberWords, *, twice: bool) -> PersonLine:
    """Somebody in the list, with what can be done there."""
    hint = _(
        "This name stands here more than once. Is it one person? Write down what is missing with the one you keep. "
        "Let the other stop, and then fill it in. Are they two people? Then add something to a name."
    )
    key = kept.body.key
    return replace(
        words.person(one, today=clock.today()),
        hint=hint if twice else "",
        change_href=address(request, "network-member-change", network=key, number=one.id),
        end_href=address(request, "network-member-end", network=key, number=one.id),
    )


def _change_page(request: Request, kept: Network, member: Member, form: ChangeForm) -> FormPage:
    people = address(request, "network-members", network=kept.body.key)
    points = [_("A message that still has to go out goes to the new address. What was sent is not sent again.")]
    if form.refused is not None and form.refused.key == "member_changed":
        points.append(_("In the list it says now: %(words)s.") % {"words": _as_it_stands(kept, member)})
    if member.user_id is not None:
        points.append(_("This person has an account. You change only this list; the account stays as it is."))
    return FormPage(
        place=words.place(request, kept),
        title=_("Change the details of %(name)s") % {"name": queries.named_of(member).name},
        lead=_("It stays the same person. How often somebody came does not change."),
        points=tuple(points),
        buttons=Buttons(
            submit=_("Keep it"), actions=(Action(label=_("Back to who takes part"), href=people, kind="secondary"),)
        ),
    )


def _as_it_stands(kept: Network, member: Member) -> str:
    """How somebody stands in the list, in one line."""
    now = next(one for one in queries.members_of(kept) if one.id == member.pk)
    line = words.person(now, today=clock.today())
    until = _("up to and including %(day)s") % {"day": day(now.seat_until)} if now.seat_until else ""
    return " · ".join(filter(None, (line.name, line.behalf, line.seat, until, line.email, line.phone)))


def _form(request: Request, kept: Network) -> JoinForm:
    """What is asked about somebody who joins; a seat to choose is free."""
    organisations = public_organisations(request.municipality).order_by("name", "id")
    seats, usual = free_seats(request, kept), _usual(request, begins=clock.today())
    return JoinForm(filled_in(request), seats=seats, organisations=organisations, usual=usual)


def _change_form(request: Request, kept: Network, member: Member) -> ChangeForm:
    """What is asked to put somebody right; a seat to choose is free, or their own."""
    seats = free_seats(request, kept)
    if member.seat is not None:
        seats = sorted([*seats, member.seat], key=lambda seat: (seat.name, seat.pk))
    organisations = public_organisations(request.municipality).order_by("name", "id")
    begins = max(member.seat_until + timedelta(days=1), clock.today()) if member.seat_until else clock.today()
    usual = _usual(request, begins=begins)
    return ChangeForm(filled_in(request), seats=seats, organisations=organisations, now=member, usual=usual)


def _usual(request: Request, *, begins: date) -> date | None:
    """Up to which day the municipality proposes that somebody takes a seat, if it says anything of that; one query."""
    today = clock.today()
    months = nearest(request.municipality, on=today).cadence.seat_months
    until = proposed_until(months, begins=begins) if months else None
    return until if until and until.year - today.year <= LONGEST_YEARS else None


def _told(form: JoinForm) -> operations.Joining:
    """What was filled in; nobody is given an account here."""
    return operations.Joining(
        named=form.named,
        seat=form.seat,
        seat_until=form.seat_until,
        as_resident=form.as_resident,
        organisation=form.organisation,
    )


def _joined(request: Request, kept: Network, form: JoinForm) -> Member | None:
    return attempt(
        request,
        lambda actor, at: operations.take_seat(kept, joining=_told(form), actor=actor, at=at),
        act=Act("networks.member.joined", Subject(NETWORK, kept.pk)),
        form=form,
    )


def _corrected(request: Request, member: Member, form: ChangeForm) -> Member | None:
    seen = form.cleaned_data["seen"]
    return attempt(
        request,
        lambda actor, at: operations.correct_member(member, corrected=_told(form), seen=seen, actor=actor, at=at),
        act=Act("networks.member.corrected", Subject(MEMBER, member.pk)),
        form=form,
    )


def _left(request: Request, member: Member, form: ConfirmForm) -> Member | None:
    return attempt(
        request,
        lambda actor, at: operations.end_membership(member, actor=actor, at=at),
        act=Act("networks.member.left", Subject(MEMBER, member.pk)),
        form=form,
    )
