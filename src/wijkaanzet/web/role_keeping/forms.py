"""What is asked to give a role, to end one, and to let a colleague stand in for somebody who is away."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Membership
from wijkaanzet.people.operations import AccountCalled, NewRole
from wijkaanzet.people.rules import LONGEST_ACCOUNT_NAME, Role
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.messages.forms import StandInForm
from wijkaanzet.web.parts.day_field import DayField
from wijkaanzet.web.role_keeping.scopes import Scopes

DAY = timedelta(days=1)
AS_TYPED = {"autocapitalize": "none", "spellcheck": "false"}


class GiveForm(ActForm):
    """Over what a role is given, whose it will be, and from when until when."""

    username = forms.CharField(
        label=_("Name of the account"),
        help_text=_("With this name somebody logs in. Is there no account yet? Then think of one, such as m.jansen."),
        max_length=LONGEST_ACCOUNT_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off", **AS_TYPED}),
        error_messages={"required": _("Fill in the name of the account.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("Only for who has no account here yet. We open one, and mail how to log in."),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    first = DayField(label=_("From which day?"), error_messages={"required": _("Fill in the first day.")})
    last = DayField(
        label=_("Up to and including which day?"),
        help_text=_("Leave this empty when nobody knows that yet. You can end the role later."),
        required=False,
    )
    field_order = ("over", "username", "email", "first", "last")
    refused_at: ClassVar[Mapping[str, str]] = {
        "account_name_unfit": "username",
        "name_taken": "username",
        "not_known_here": "username",
        "address_known_here": "username",
        "not_to_yourself": "username",
        "role_held": "username",
        "address_unfit": "email",
        "another_address": "email",
        "another_address_unused": "email",
        "area_not_now": "over",
        "body_unfit": "over",
        "wrong_scope": "over",
        "role_starts_too_early": "first",
        "role_starts_too_late": "first",
        "role_ends_too_early": "last",
        "role_ends_too_late": "last",
    }

    def __init__(self, data: QueryDict | None, *, role: Role, scopes: Scopes, over: str, today: date) -> None:
        known = scopes.by_key
        chosen = next(iter(known)) if len(known) == 1 else over
        super().__init__(data, initial={"over": chosen, "first": today})
        self.role, self.scopes = role, known
        if known:
            self.fields["over"] = forms.ChoiceField(
                label=_("Over what?"),
                choices=[("", _("Choose from the list")), *scopes.choices],
                error_messages={
                    "required": _("Choose over what somebody gets this role."),
                    "invalid_choice": _("Choose over what somebody gets this role."),
                },
            )
            self.order_fields(self.field_order)

    @property
    def new(self) -> NewRole:
        """The role that is asked for."""
        told = self.cleaned_data
        last: date | None = told["last"]
        scope = self.scopes[told["over"]] if self.scopes else None
        return NewRole(role=self.role, scope=scope, starts_on=told["first"], ends_before=last and day_after(last))

    @property
    def to(self) -> AccountCalled:
        """For whom."""
        return AccountCalled(username=self.cleaned_data["username"], email=self.cleaned_data["email"])


class EndForm(ActForm):
    """From which day on somebody has a role no more."""

    before = DayField(
        label=_("From which day on does this person have the role no more?"),
        error_messages={"required": _("Fill in from which day on.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "role_ends_too_early": "before",
        "role_end_too_far": "before",
        "last_admin": "before",
    }

    def __init__(self, data: QueryDict | None, *, today: date) -> None:
        super().__init__(data, initial={"before": today})


class StandInForAnotherForm(StandInForm):
    """The same as somebody asks for oneself, asked for who cannot."""

    def __init__(
        self, data: QueryDict | None, *, held: Iterable[Membership], municipality: Municipality, today: date
    ) -> None:
        super().__init__(data, held=held, municipality=municipality, today=today)
        self.fields["colleague"].error_messages["required"] = _("Fill in which colleague stands in.")
        self.fields["colleague"].help_text = _("The name or the e-mail address with which this colleague logs in.")
        self.fields["first"].initial = today


def day_after(last: date) -> date:
    """The day on which something is over that has this last day; after the last day there is, no day comes."""
    return last + DAY if last < date.max else last
