"""What is asked about a meeting: when and where, who came, what was said and agreed."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from django import forms
from django.http import QueryDict
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext_lazy as _

from wijkaanzet.networks.labels import AGREEMENT_STATUSES
from wijkaanzet.networks.models import AgendaItem
from wijkaanzet.networks.rules import AgreementStatus, NewAgreement
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.day_field import DayField

ROOM = 8
"""Agreements for which there is room on the form."""
SHOWN = 2
"""Of these, how many are asked for at first."""


class MeetingForm(ActForm):
    """When and where people meet."""

    day = DayField(label=_("On which day?"), error_messages={"required": _("Fill in on which day you meet.")})
    time = forms.TimeField(
        label=_("At what time?"),
        help_text=_("For example 19:30."),
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"inputmode": "text", "size": 5}),
        error_messages={
            "required": _("Fill in at what time you meet."),
            "invalid": _("Write the time as hours and minutes, such as 19:30."),
        },
    )
    place = forms.CharField(label=_("Where?"), required=False)
    welcome = forms.BooleanField(label=_("Everybody is welcome"), required=False, initial=True)

    def __init__(self, data: QueryDict | None, *, place: str) -> None:
        super().__init__(data, initial={"place": place})

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins."""
        day: date = self.cleaned_data["day"]
        at: time = self.cleaned_data["time"]
        return datetime.combine(day, at, tzinfo=get_current_timezone())


class HoldForm(ActForm):
    """Who were there: people who take part by their names, all others as numbers."""

    residents = forms.IntegerField(
        label=_("How many other residents came?"),
        help_text=_("A guess is fine. We keep a number, no names."),
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    professionals = forms.IntegerField(
        label=_("How many others came for their work?"),
        required=False,
        min_value=0,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def __init__(self, data: QueryDict | None, *, people: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        known = [(str(id_), name) for id_, name in people]
        if known:
            self.fields["came"] = forms.MultipleChoiceField(
                label=_("Who was there of the people who take part?"),
                choices=known,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        self.order_fields(["came"])

    @property
    def came(self) -> set[int]:
        """The ids of the members who came."""
        return {int(one) for one in self.cleaned_data.get("came", [])}


class ReportForm(ActForm):
    """The short minutes, what came out of each point, and what was agreed."""

    minutes = forms.CharField(
        label=_("What did people say?"),
        help_text=_("At most 4,000 characters, about a page."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )

    def __init__(self, data: QueryDict | None, *, items: Sequence[AgendaItem]) -> None:
        super().__init__(data)
        self.items = items
        for item in items:
            self.fields[f"outcome-{item.pk}"] = forms.CharField(
                label=item.title,
                help_text=_("What came out of it? You may leave this empty."),
                required=False,
                strip=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        for number in range(1, ROOM + 1):
            self._ask_agreement(number)

    def _ask_agreement(self, number: int) -> None:
        self.fields[f"text-{number}"] = forms.CharField(
            label=_("What did you agree?"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 2})
        )
        self.fields[f"by-{number}"] = forms.CharField(
            label=_("Who takes it up?"),
            help_text=_("A group or an organisation, such as “the working group”. Never the name of a person."),
            required=False,
        )
        self.fields[f"again-{number}"] = DayField(label=_("When do you look at it again?"), required=False)

    @property
    def outcomes(self) -> dict[int, str]:
        """What came out, by the id of the point of the agenda."""
        return {item.pk: self.cleaned_data[f"outcome-{item.pk}"] for item in self.items}

    @property
    def agreements(self) -> list[NewAgreement]:
        """What was agreed; a row of which nothing was filled in is none."""
        told = self.cleaned_data
        rows = (
            NewAgreement(text=told[f"text-{n}"], by_whom=told[f"by-{n}"], look_again_on=told[f"again-{n}"])
            for n in range(1, ROOM + 1)
        )
        return [row for row in rows if row.text.strip() or row.by_whom or row.look_again_on]


class SettleForm(ActForm):
    """What became of an agreement."""

    status = forms.ChoiceField(
        label=_("How did it go?"),
        choices=[(one.value, AGREEMENT_STATUSES[one]) for one in (AgreementStatus.DONE, AgreementStatus.DROPPED)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it went.")},
    )
    became = forms.CharField(
        label=_("What became of it?"),
        help_text=_("Everybody can read this. Write no names of people."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
