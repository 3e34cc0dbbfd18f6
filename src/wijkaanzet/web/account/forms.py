"""The questions of django-allauth in our words, each with a label and none with its words inside the input."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from allauth.account import forms as account
from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.base.internal.flows import check_rate_limit
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from django import forms
from django.forms import BaseForm
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel import clock
from wijkaanzet.people import operations
from wijkaanzet.people.addresses import LONGEST_ADDRESS
from wijkaanzet.people.queries import code_used
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.http import actor_of

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise as Text

PASSWORD, NEW, TWICE = _("Password"), _("New password"), _("The new password once more")
AT_LEAST = _("At least 12 characters. Three or four words that do not belong together are easy to remember.")
SIX_DIGITS = _("The six digits that the app on your phone shows now.")
Words = dict[str, tuple["Text", "Text"]]


class InOurWords(BaseForm):
    """A form of allauth with the label and help of each question."""

    words: ClassVar[Words] = {}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # handed on as they come
        for name, field in self.fields.items():
            field.label, field.help_text = self.words[name]
            field.widget.attrs.pop("placeholder", None)


class LogIn(InOurWords, account.LoginForm):
    words: ClassVar[Words] = {"login": (_("Name or e-mail address"), ""), "password": (PASSWORD, "")}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class Again(InOurWords, account.ReauthenticateForm):
    words: ClassVar[Words] = {"password": (PASSWORD, "")}


class ChangePassword(InOurWords, account.ChangePasswordForm):
    words: ClassVar[Words] = {
        "oldpassword": (_("Present password"), ""),
        "password1": (NEW, AT_LEAST),
        "password2": (TWICE, ""),
    }


class SetPassword(InOurWords, account.SetPasswordForm):
    words: ClassVar[Words] = {"password1": (NEW, AT_LEAST), "password2": (TWICE, "")}


class ResetPassword(InOurWords, account.ResetPasswordForm):
    words: ClassVar[Words] = {"email": (_("E-mail address"), _("The address that the municipality knows you by."))}

    def clean_email(self) -> str:
        """A link goes only to the address of an account: at one that waits to be confirmed anybody may read it."""
        email: str = super().clean_email()
        self.users = [one for one in self.users if one.email.lower() == email.lower()]
        return email


class NewAddress(ActForm):
    """At which address somebody wants mail from now on."""

    email = forms.EmailField(
        label=_("New e-mail address"),
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Fill in the new e-mail address.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"address_unfit": "email", "address_is_there": "email"}


class NewPassword(InOurWords, account.ResetPasswordKeyForm):
    words: ClassVar[Words] = {"password1": (NEW, AT_LEAST), "password2": (TWICE, "")}


class OnlyOnce(mfa.BaseAuthenticateForm):
    """A code that was used before is as wrong as another one, also for who looked over a shoulder."""

    def clean_code(self) -> str:
        if used := code_used(self.user, self.cleaned_data["code"]):
            check_rate_limit(self.user)  # else a code that was seen would give new guesses each time
            self._emit_authentication_failed(used)
            raise get_adapter().validation_error("incorrect_code")
        code: str = super().clean_code()
        # Another may have used it since: of two at once one gets in.
        if not operations.use_code(self.authenticator, code=code, actor=actor_of(context.request), at=clock.now()):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        """A wrong code is written down like a wrong password."""
        super()._emit_authentication_failed(authenticator)
        operations.refuse_login(self.user.pk, locked=False, actor=actor_of(context.request), at=clock.now())


class Code(InOurWords, OnlyOnce, mfa.AuthenticateForm):
    words: ClassVar[Words] = {
        "code": (_("Code"), _("The six digits that the app on your phone shows now, or one of your spare codes."))
    }


class CodeAgain(InOurWords, OnlyOnce, mfa.ReauthenticateForm):
    words: ClassVar[Words] = Code.words


class FirstCode(InOurWords, totp.ActivateTOTPForm):
    words: ClassVar[Words] = {"code": (_("Code"), SIX_DIGITS)}
