"""Inviting somebody to take part, by a letter with a code or a link; for who keeps the network."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel.codes import spelled
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import operations, queries
from wijkaanzet.networks.labels import INVITATION_STATUSES
from wijkaanzet.networks.models import Invitation, Network
from wijkaanzet.networks.queries import InvitationWords
from wijkaanzet.networks.rules import INVITATION, ForWhom, InvitationStatus
from wijkaanzet.people.access import public_organisations
from wijkaanzet.web.acts import Act, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.joining_forms import AskForm
from wijkaanzet.web.networks.who import free_seats, invitation_to_keep, network_to_keep
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.joining import InvitationLine, InvitationPage, InvitationsPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.notices import Badge, Download
from wijkaanzet.web.telling.secret import secret_page
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@secret_page
@require_http_methods(ACTS)
def invitations(request: Request, network: str) -> HttpResponse:
    """The invitations that nobody answered yet, and another one."""
    kept = network_to_keep(request, network)
    form = AskForm(
        filled_in(request),
        seats=free_seats(request, kept),
        organisations=public_organisations(request.municipality).order_by("name", "id"),
    )
    if form.is_valid() and (made := _made(request, kept, form)) is not None:
        messages.success(request, _("The letter is ready. Print it, or send the link."))
        return redirect(_href(request, network, made.public_id))
    page = InvitationsPage(
        place=words.place(request, kept),
        waiting=tuple(_line(request, network, one) for one in queries.invitations_of(kept)),
        asking=form,
        buttons=Buttons(submit=_("Make the letter"), actions=(words.back_to_table(request, network),)),
    )
    return answer(request, "web/network_invitations.html", page=page, form=form)


@secret_page
@require_http_methods(ACTS)
def invitation(request: Request, network: str, public_id: str) -> HttpResponse:
    """One invitation: its letter, its link, and letting it go."""
    kept = invitation_to_keep(request, network, public_id)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _ended(request, kept, form) is not None:
        messages.success(request, _("The invitation is let go. Its code does not work any more."))
        return redirect(address(request, "network-invitations", network=network))
    return answer(request, "web/network_invitation.html", page=_page(request, kept), form=form)


def join_link(request: Request, code: str) -> str:
    """Where somebody with this code takes part, as a whole address."""
    return request.build_absolute_uri(address(request, "join", code=spelled(code)))


def _page(request: Request, kept: Invitation) -> InvitationPage:
    told, status, key = queries.invitation_words(kept), InvitationStatus(kept.status), kept.network.body.key
    waits = status is InvitationStatus.WAITING
    letter = address(request, "network-invitation-letter", network=key, public_id=kept.public_id)
    tone = {InvitationStatus.ACCEPTED: Badge(label=str(INVITATION_STATUSES[status]), tone="leaf")}
    return InvitationPage(
        place=words.place(request, kept.network),
        for_whom=told.for_whom,
        state=tone.get(status, Badge(label=str(INVITATION_STATUSES[status]), tone="petrol" if waits else "stone")),
        facts=_facts(told),
        code=spelled(told.code) if told.code else "",
        link=join_link(request, told.code) if told.code else "",
        letter=Download(href=letter, label=_("The letter to print"), kind="PDF") if told.code else None,
        ending=Buttons(submit=_("Let it go")) if waits else None,
        all_href=address(request, "network-invitations", network=key),
    )


def _line(request: Request, network: str, told: InvitationWords) -> InvitationLine:
    return InvitationLine(
        title=told.for_whom or _("Letter without a name"),
        href=_href(request, network, told.public_id),
        facts=_facts(told),
    )


def _facts(told: InvitationWords) -> tuple[str, ...]:
    behalf = _("as a resident") if told.as_resident else told.organisation or _("for work")
    seat = _("seat: %(name)s") % {"name": told.seat} if told.seat else ""
    lapses = _("the code works until %(day)s") % {"day": day(told.lapses_on)}
    return tuple(filter(None, (behalf, seat, lapses)))


def _href(request: Request, network: str, public_id: str) -> str:
    return address(request, "network-invitation", network=network, public_id=public_id)


def _made(request: Request, kept: Network, form: AskForm) -> Invitation | None:
    for_whom = ForWhom(words=form.cleaned_data["for_whom"], as_resident=form.as_resident)
    asked = operations.Asked(for_whom=for_whom, seat=form.seat, organisation=form.organisation)
    return attempt(
        request,
        lambda actor, at: operations.invite_to_join(kept, asked=asked, actor=actor, at=at),
        act=Act("networks.invitation.made", Subject(INVITATION, 0)),
        form=form,
    )


def _ended(request: Request, kept: Invitation, form: ConfirmForm) -> Invitation | None:
    return attempt(
        request,
        lambda actor, at: operations.end_invitation(kept, actor=actor, at=at),
        act=Act("networks.invitation.ended", Subject(INVITATION, kept.pk)),
        form=form,
    )
