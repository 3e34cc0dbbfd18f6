"""One's own e-mail address: another one is asked, and counts once the link in the mail to it was opened.

Only its holder confirms it, logged in: a mail that went to a wrong address gives whoever reads it nothing. The pages of
allauth would let that be done by anybody with the link, and keep a second list of addresses beside the account.
"""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows import email_verification
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations
from wijkaanzet.people.models import User
from wijkaanzet.people.queries import address_asked
from wijkaanzet.web.account.adapter import TOO_OFTEN
from wijkaanzet.web.account.forms import NewAddress
from wijkaanzet.web.account.own import own_account, proven_account
from wijkaanzet.web.acts import Act, ActForm, ConfirmForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.account import AddressPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action

ACTS = ["GET", "HEAD", "POST"]
OTHER = "account/address.html"


@require_http_methods(ACTS)
@never_cache
@login_required
def change(request: Request) -> HttpResponse:
    """Ask for another address; a mail goes to it."""
    user = proven_account(request)
    form = NewAddress(filled_in(request))
    if form.is_valid() and _may_mail(request, form) and _asked(request, user, form):
        return redirect("account_change_email")
    return answer(request, OTHER, page=_change_page(user), form=form)


@require_http_methods(ACTS)
@never_cache
@login_required
def confirm(request: Request, key: str) -> HttpResponse:
    """What the link in the mail leads to: one button, for who asked it. A visit changes nothing: programs look too."""
    user = own_account(request)
    asked = _asked_by_link(key, user)
    if asked is None:
        return render(request, "account/address_too_old.html", status=404)
    form = ConfirmForm(filled_in(request))
    if form.is_valid() and _confirmed(request, user, asked, form):
        messages.success(request, _("Your e-mail address is %(email)s from now on.") % {"email": asked.email})
        return redirect("mfa_index")
    page = AddressPage(
        title=_("Is this your e-mail address?"),
        lead=_("From now on our mail goes to %(email)s.") % {"email": asked.email},
        points=(_("You can log in with it too."), _("The old address gets one more message, which says so.")),
        buttons=Buttons(submit=_("Yes, use this address"), actions=(_back(),)),
    )
    return answer(request, OTHER, page=page, form=form)


def _change_page(user: User) -> AddressPage:
    now = _("Our mail goes to %(email)s now.") % {"email": user.email}
    return AddressPage(
        title=_("Use another e-mail address"),
        lead=now if user.email else _("We know no e-mail address of you, so no message can come."),
        points=(
            _("We send a link to the new address. It becomes your address once you open that link."),
            _("Until then everything stays as it is."),
        ),
        waits=address_asked(user),
        buttons=Buttons(submit=_("Send me the link"), actions=(_back(),)),
    )


def _back() -> Action:
    return Action(label=_("No, leave it as it is"), href=reverse("mfa_index"), kind="secondary")


def _asked_by_link(key: str, user: User) -> EmailAddress | None:
    """What a link was made for, as long as it works; that of another account is not told from one that is too old."""
    found = EmailConfirmationHMAC.from_key(key)
    return found.email_address if found is not None and found.email_address.user_id == user.pk else None


def _may_mail(request: Request, form: NewAddress) -> bool:
    """Whether a mail may go to this address again: no mailbox is filled by asking."""
    wanted: str = form.cleaned_data["email"]
    if email_verification.consume_email_verification_rate_limit(request, wanted, dry_run=True):
        return True
    form.add_error("email", TOO_OFTEN)
    return False


def _asked(request: Request, user: User, form: NewAddress) -> bool:
    """Whether it was kept and the mail is sent; without the mail nothing is kept."""
    wanted: str = form.cleaned_data["email"]
    asked = attempt(
        request,
        lambda actor, at: operations.ask_other_address(user, email=wanted, actor=actor, at=at),
        act=Act("people.account.address_asked", Subject("people.account", user.pk)),
        form=form,
    )
    return asked is not None and email_verification.send_verification_email_to_address(request, asked)


def _confirmed(request: Request, user: User, asked: EmailAddress, form: ActForm) -> bool:
    """Whether it was done; the old address hears of it, or nothing is done: it may be somebody else who did it."""
    before = attempt(
        request,
        lambda actor, at: operations.confirm_address(user, asked_id=asked.pk, actor=actor, at=at),
        act=Act("people.account.address_changed", Subject("people.account", user.pk)),
        form=form,
    )
    if before:
        get_adapter().send_mail("account/email/email_changed", before, {"username": user.get_username()})
    return before is not None
