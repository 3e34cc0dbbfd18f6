"""What is asked about who takes part: by who keeps the network, and of who has a code."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkaanzet.networks.models import Member, Seat
from wijkaanzet.networks.queries import mark_of_member, named_of
from wijkaanzet.networks.rules import Named
from wijkaanzet.people.models import Organisation
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.networks.forms import organisation_choices
from wijkaanzet.web.numbers import day
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow
from wijkaanzet.web.parts.day_field import DayField

RESIDENT = "resident"
FOR_ONE = "organisation"


class PlaceForm(ActForm):
    """As whom somebody takes part, and in which seat."""

    behalf = forms.ChoiceField(
        label=_("For whom does this person take part?"),
        choices=[(RESIDENT, _("As a resident")), (FOR_ONE, _("For an organisation, or in another way"))],
        initial=RESIDENT,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose for whom this person takes part.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "resident_for_organisation": "behalf",
        "seat_taken": "seat",
        "seat_ended": "seat",
        "seat_elsewhere": "seat",
    }

    def __init__(
        self,
        data: QueryDict | None,
        *,
        seats: Iterable[Seat],
        organisations: Iterable[Organisation],
        now: Member | None = None,
    ) -> None:
        super().__init__(data, initial=_as_listed(now) if now else None)
        self.organisations = {str(one.pk): one for one in organisations}
        self.seats = {str(one.pk): one for one in seats}
        self.fields["organisation"] = forms.ChoiceField(
            label=_("For which organisation?"), choices=organisation_choices(self.organisations), required=False
        )
        self.fields["seat"] = forms.ChoiceField(
            label=_("On which seat?"),
            choices=[("", _("On no seat in particular")), *((key, one.name) for key, one in self.seats.items())],
            required=False,
        )
        self.order_fields(self.field_order)

    @property
    def as_resident(self) -> bool:
        """Whether this person takes part as a resident."""
        return bool(self.cleaned_data["behalf"] == RESIDENT)

    @property
    def organisation(self) -> Organisation | None:
        """For which organisation this person takes part."""
        return self.organisations.get(self.cleaned_data["organisation"])

    @property
    def seat(self) -> Seat | None:
        """The seat that is taken."""
        return self.seats.get(self.cleaned_data["seat"])


class JoinForm(PlaceForm):
    """Somebody who takes part, from now on or as that stands in the list `now`; a name is enough."""

    name = forms.CharField(
        label=_("What is this person called?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Fill in a name.")},
    )
    email = forms.CharField(
        label=_("E-mail address"),
        help_text=_("Invitations go there. Leave it empty for who rather hears it in another way."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=_("Telephone number"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    field_order = ("name", "behalf", "organisation", "seat", "seat_until", "email", "phone")
    refused_at: ClassVar[Mapping[str, str]] = {
        **PlaceForm.refused_at,
        "member_without_name": "name",
        "member_there": "name",
        "member_email": "email",
        "member_phone": "phone",
        "seat_term_without_seat": "seat_until",
        "seat_term_before_start": "seat_until",
        "seat_term_far": "seat_until",
    }

    def __init__(
        self,
        data: QueryDict | None,
        *,
        seats: Iterable[Seat],
        organisations: Iterable[Organisation],
        now: Member | None = None,
        usual: date | None = None,
    ) -> None:
        super().__init__(data, seats=seats, organisations=organisations, now=now)
        if self.seats:
            self.fields["seat_until"] = DayField(
                label=_("Up to which day does this person take the seat?"),
                help_text=_help_of_term(usual),
                required=False,
            )
            self.order_fields(self.field_order)

    @property
    def named(self) -> Named:
        """Who it is, and how that person is reached."""
        told = self.cleaned_data
        return Named(name=told["name"], email=told["email"], phone=told["phone"])

    @property
    def seat_until(self) -> date | None:
        """The last day of the term, when the table agreed on one."""
        until: date | None = self.cleaned_data.get("seat_until")
        return until


def _help_of_term(usual: date | None) -> str:
    """What a term is, and up to which day the municipality proposes, when it does."""
    told = gettext(
        "Only if the network itself agreed on it, also for a resident. Leave it empty when it did not. Nobody loses a "
        "seat on that day: shortly before, you read here that you can talk about who goes on."
    )
    if usual is None:
        return told
    proposed = gettext("In this municipality it is mostly up to and including %(day)s.") % {"day": day(usual)}
    return f"{told} {proposed}"


def _as_listed(member: Member) -> dict[str, object]:
    """What was filled in about somebody who takes part."""
    behalf = RESIDENT if member.as_resident else FOR_ONE
    place = {"behalf": behalf, "organisation": member.organisation_id, "seat": member.seat_id}
    return {**named_of(member).words(), **place, "seat_until": member.seat_until}


class ChangeForm(JoinForm):
    """How somebody stands in the list, to put it right."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the row as it was read; the page sends the one of now along."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        seats: Iterable[Seat],
        organisations: Iterable[Organisation],
        now: Member,
        usual: date | None = None,
    ) -> None:
        super().__init__(data, seats=seats, organisations=organisations, now=now, usual=usual)
        self.fields["seen"].widget = AsItIsNow(mark_of_member(now))


class AskForm(PlaceForm):
    """A letter with a code for somebody who may take part; nothing needs to be filled in."""

    for_whom = forms.CharField(
        label=_("For whom is the letter?"),
        help_text=_(
            "So that you know it again. Only who keeps this network sees this: the coordinator, the area manager, and "
            "who stands in for one of them. It is deleted when somebody uses the code."
        ),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    field_order = ("for_whom", "behalf", "organisation", "seat")


class TakePartForm(ActForm):
    """Somebody who has a code says who that is; a name is enough."""

    name = forms.CharField(
        label=_("What is your name?"),
        help_text=_("Only who keeps the network sees your name."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Fill in your name.")},
    )
    email = forms.CharField(
        label=_("Your e-mail address"),
        help_text=_("You may leave this empty. Then you hear it in another way when there is a meeting."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Your telephone number"),
        help_text=_("You may leave this empty."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "tel"}),
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "member_without_name": "name",
        "member_email": "email",
        "member_phone": "phone",
    }

    @property
    def named(self) -> Named:
        """Who it is, and how that person is reached."""
        told = self.cleaned_data
        return Named(name=told["name"], email=told["email"], phone=told["phone"])
