"""Taking part in a network with the code from a letter or a link, with an account or without."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks import access, operations, queries
from wijkaanzet.networks.models import Invitation, Member
from wijkaanzet.networks.rules import INVITATION, InvitationStatus
from wijkaanzet.people.models import User
from wijkaanzet.people.queries import desk_of
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.codes.door import JOIN, UnknownCode, behind
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks import words
from wijkaanzet.web.networks.joining_forms import TakePartForm
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.joining import JoinPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.telling.secret import secret_page
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]


@secret_page
@behind(JOIN)
@require_http_methods(ACTS)
def join(request: Request, code: str) -> HttpResponse:
    """What somebody is asked for, and taking part."""
    invitation = access.invitations_of_code(request.municipality, code).first()
    if invitation is None:
        raise UnknownCode
    form = TakePartForm(filled_in(request))
    if form.is_valid() and _joined(request, invitation, form) is not None:
        messages.success(request, _("Welcome. You take part now."))
        return redirect(address(request, "network", network=invitation.network.body.key))
    return answer(request, "web/join.html", page=_page(request, invitation, today=clock.today()), form=form)


def _page(request: Request, invitation: Invitation, *, today: date) -> JoinPage:
    network = invitation.network
    meetings = access.public_meetings(request.municipality).filter(network=network)
    following = queries.next_meeting(meetings, on=today)
    works = invitation.status == InvitationStatus.WAITING and today <= invitation.lapses_on
    return JoinPage(
        place=words.place(request, network),
        purpose=network.purpose,
        behalf=_behalf(invitation),
        upcoming=words.upcoming(request, following, queries.agenda_of(following)) if following else None,
        over="" if works else _over(invitation),
        until=_("You can use this code until %(day)s.") % {"day": day(invitation.lapses_on)},
        account=request.user.get_username() if request.user.is_authenticated else "",
        buttons=Buttons(submit=_("Yes, I take part")),
        desk=desk(desk_of(request.municipality, network.body.area)),
    )


def _behalf(invitation: Invitation) -> str:
    if invitation.as_resident:
        return _("You are asked as a resident.")
    if invitation.organisation:
        return _("You are asked for %(organisation)s.") % {"organisation": invitation.organisation.name}
    return _("You are asked because of your work or your knowledge.")


def _over(invitation: Invitation) -> str:
    if invitation.status == InvitationStatus.ACCEPTED:
        return _("Somebody used this code already. Was that not you? Call us.")
    return _("This code does not work any more. You are still welcome: call us, or come to a meeting.")


def _joined(request: Request, invitation: Invitation, form: TakePartForm) -> Member | None:
    user = request.user if isinstance(request.user, User) else None
    return attempt(
        request,
        lambda actor, at: operations.join(invitation, named=form.named, user=user, actor=actor, at=at),
        act=Act("networks.invitation.accepted", Subject(INVITATION, invitation.pk)),
        form=form,
    )
