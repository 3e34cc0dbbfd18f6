"""The pages of django-allauth that we offer, in our frame: 422 for what is not right, and `site` is our own."""

import re
from dataclasses import dataclass
from typing import Self

from allauth.account import views as account
from allauth.account.internal.flows.login import record_authentication
from allauth.core.internal.httpkit import authenticated_user
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.forms import BaseForm
from django.http import HttpResponse
from django.views.generic.base import ContextMixin, View

from wijkaanzet.kernel import clock
from wijkaanzet.people import operations
from wijkaanzet.web.account.second_step import must_have, page_wanted
from wijkaanzet.web.http import actor_of


@dataclass(frozen=True)
class Picture:
    """A key as a picture for the camera of a phone: drawn in the page, since the page may load no data."""

    size: str
    path: str

    @classmethod
    def of(cls, svg: str) -> Self:
        """What allauth drew."""
        found = re.search(r'viewBox="0 0 (\d+) \1".*? d="([MHVzLhv0-9.,]+)"', svg, re.DOTALL)
        return cls(size=found[1], path=found[2]) if found else cls(size="1", path="")


class InOurFrame(ContextMixin, View):
    """What every one of these pages keeps to."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Without the `site` of allauth, which would hide the frame's."""
        context = super().get_context_data(**kwargs)
        context.pop("site", None)
        return context

    def form_invalid(self, form: BaseForm) -> HttpResponse:
        """The form as it was filled in, with what is not right yet."""
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]  # of the view beside this one
        response.status_code = 422
        return response


class LogIn(InOurFrame, account.LoginView):
    """Name and password."""


class LogOut(InOurFrame, account.LogoutView):
    """Ask first, unless the button in the frame was pressed."""


class Again(InOurFrame, account.ReauthenticateView):
    """The password once more, before something that matters."""


class ChangePassword(InOurFrame, account.PasswordChangeView):
    """Another password."""


class SetPassword(InOurFrame, account.PasswordSetView):
    """A password, for who had none."""


class ResetPassword(InOurFrame, account.PasswordResetView):
    """A link by mail, for who forgot the password or never had one."""


class ResetSent(InOurFrame, account.PasswordResetDoneView):
    """The same answer whether the address is known or not."""


class NewPassword(InOurFrame, account.PasswordResetFromKeyView):
    """What the link by mail leads to."""


class PasswordIsNew(InOurFrame, account.PasswordResetFromKeyDoneView):
    """Now one can log in."""


class SecondStep(InOurFrame, mfa.IndexView):
    """What one changes of one's own account, with the second step and what can be done with it."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Who must have a second step is not offered to take it away."""
        return super().get_context_data(must_have=must_have(self.request), **kwargs)


class GiveCode(InOurFrame, mfa.AuthenticateView):
    """The code, after the password."""


class GiveCodeAgain(InOurFrame, mfa.ReauthenticateView):
    """A code once more, before something that matters."""


class SetUpApp(InOurFrame, totp.ActivateTOTPView):
    """Connect an app on a phone."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Say so to who cannot go on without, and draw the key."""
        context = super().get_context_data(must_have=must_have(self.request), **kwargs)
        return {**context, "picture": Picture.of(str(context["totp_svg"]))}

    def form_valid(self, form: BaseForm) -> HttpResponse:
        """Who gave the first code has just proved the second step; that code opens nothing any more."""
        response: HttpResponse = super().form_valid(form)
        user = authenticated_user(self.request)
        operations.use_first_code(user.pk, code=form.cleaned_data["code"], actor=actor_of(self.request), at=clock.now())
        record_authentication(self.request, user, method="mfa", type="totp", reauthenticated=True)
        return response


class TakeAppAway(InOurFrame, totp.DeactivateTOTPView):
    """Go on without a second step."""


class SpareCodes(InOurFrame, codes.ViewRecoveryCodesView):
    """The codes for when the phone is lost."""

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """With the way on to what one came for."""
        return super().get_context_data(onward=page_wanted(self.request), **kwargs)


class NewSpareCodes(InOurFrame, codes.GenerateRecoveryCodesView):
    """Other codes; the old ones no longer work."""


class SpareCodesFile(codes.DownloadRecoveryCodesView):
    """The codes as a text file."""
