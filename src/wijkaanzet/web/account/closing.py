"""Closing one's own account: what that means, and the button."""

from collections.abc import Iterator

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel import clock
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import access, operations
from wijkaanzet.people.models import User
from wijkaanzet.web.account.own import proven_account
from wijkaanzet.web.acts import Act, ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.account import ClosePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.role_keeping.words import role_inside


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def close(request: Request) -> HttpResponse:
    """Asks whether the account is closed; afterwards nobody is logged in with it, here or elsewhere."""
    user = proven_account(request)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _closed(request, user, form):
        logout(request)
        messages.success(request, _("Your account is closed. Thank you for what you did."))
        return redirect("/")
    return answer(request, "account/close.html", page=_page(request), form=form)


def _page(request: Request) -> ClosePage:
    return ClosePage(
        title=_("Close your account?"),
        lead=_("This cannot be undone. Nobody can log in with your account any more, you neither."),
        roles=tuple(_roles(request)),
        points=(
            _("You stand in for nobody any more."),
            _("We delete your e-mail address, your password and your second step."),
            _("You get no messages about your roles any more, and the address of your own calendar stops."),
            _(
                "Do you take part in a network? Then you still do, without an account. It keeps your name and address, "
                "and may invite you, until you say that you stop."
            ),
            _("What you wrote and decided stays. The log keeps the number of your account, and no name."),
            _("Nobody else gets the name of your account: else what they do would seem done by you."),
        ),
        buttons=Buttons(
            submit=_("Yes, close my account"),
            actions=(Action(label=_("No, leave it as it is"), href=reverse("mfa_index"), kind="secondary"),),
        ),
    )


def _roles(request: Request) -> Iterator[str]:
    """What ends with the account, in whichever municipality; a role still to begin too."""
    for held in access.own_roles(actor_of(request), on=clock.today()):
        yield _("%(role)s in %(municipality)s") % {"role": role_inside(held), "municipality": held.municipality.name}


def _closed(request: Request, user: User, form: ActForm) -> bool:
    """Whether it was done; the address of before hears it, or nothing is done: it may be somebody else who did it."""
    before = user.email
    attempt(
        request,
        lambda actor, at: operations.close_account(user, actor=actor, at=at),
        act=Act("people.account.closed", Subject("people.account", user.pk)),
        form=form,
    )
    if before and not form.refused:
        get_adapter().send_mail("account/email/account_closed", before, {"username": user.get_username()})
    return not form.refused
