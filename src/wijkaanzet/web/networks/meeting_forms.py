"""What is asked about a meeting: when and where, who came, what was said and agreed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.timezone import get_current_timezone, localdate, localtime
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.labels import AGREEMENT_STATUSES, MEETING_KINDS
from wijkaanzet.networks.models import AgendaItem, Agreement, Meeting
from wijkaanzet.networks.rules import AgreementStatus, MeetingKind, NewAgreement
from wijkaanzet.networks.rules.agreements import check_look_again
from wijkaanzet.networks.rules.meetings import check_others, check_planned_day
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.day_field import DayField
from wijkaanzet.web.refusals import sentence

ROOM = 8
"""Agreements for which there is room on the form."""
SHOWN = 2
"""Of these, how many are asked for at first."""


class MeetingForm(ActForm):
    """When and where people meet."""

    day = DayField(
        label=_("On which day?"),
        help_text=_("Did you meet already? Then fill in that day, up to 60 days ago."),
        error_messages={"required": _("Fill in on which day you meet.")},
    )
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
    place = forms.CharField(
        label=_("Where?"),
        help_text=_("For example the community centre. Never the home of a person."),
        error_messages={"required": _("Say where people meet.")},
    )
    kind = forms.ChoiceField(
        label=_("What kind of meeting is it?"),
        choices=[(kind.value, MEETING_KINDS[kind]) for kind in MeetingKind],
        initial=MeetingKind.MEETING.value,
        help_text=_("At a citizens' summit everybody brings ideas, and each idea gets an answer."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of meeting it is.")},
    )
    welcome = forms.BooleanField(label=_("Everybody is welcome"), required=False, initial=True)
    refused_at: ClassVar[Mapping[str, str]] = {
        "meeting_without_place": "place",
        "meeting_past": "day",
        "meeting_long_past": "day",
        "meeting_far": "day",
    }

    def __init__(self, data: QueryDict | None, *, today: date, place: str = "", planned: Meeting | None = None) -> None:
        super().__init__(data, initial=_as_planned(planned) if planned else {"place": place})
        self.today = today
        self.place_before = planned.place if planned else place

    def clean_day(self) -> date:
        """Says beside the day what is wrong with it."""
        day: date = self.cleaned_data["day"]
        try:
            check_planned_day(day, today=self.today)
        except Refused as refused:
            raise forms.ValidationError(sentence(refused)) from refused
        return day

    @property
    def public(self) -> dict[str, str]:
        """The place, when it is another one: where people always meet was looked at when that was written down."""
        place: str = self.cleaned_data["place"]
        return {"place": place} if place != self.place_before else {}

    @property
    def starts_at(self) -> datetime:
        """The moment at which it begins."""
        day: date = self.cleaned_data["day"]
        at: time = self.cleaned_data["time"]
        return datetime.combine(day, at, tzinfo=get_current_timezone())


def _as_planned(meeting: Meeting) -> dict[str, object]:
    """What was filled in about a meeting."""
    begins = localtime(meeting.starts_at)
    return {
        "day": begins.date(),
        "time": begins.time(),
        "place": meeting.place,
        "kind": meeting.kind,
        "welcome": meeting.welcome,
    }


class OthersField(forms.IntegerField):
    """How many came who are no members."""

    widget = forms.NumberInput(attrs={"inputmode": "numeric", "min": 0})
    default_error_messages = {"invalid": _("Fill in a number, in digits.")}

    def validate(self, value: int | None) -> None:
        """Refuses fewer than none, and more than can be."""
        super().validate(value)
        try:
            check_others(value or 0)
        except Refused as refused:
            raise forms.ValidationError(sentence(refused), code="others_count") from refused


def who_came(people: Iterable[tuple[int, str]]) -> forms.MultipleChoiceField:
    """A tick for each of these people who take part, by id and name."""
    return forms.MultipleChoiceField(
        label=_("Who was there of the people who take part?"),
        choices=[(str(id_), name) for id_, name in people],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("Somebody whom you ticked does not take part any more. Look again at who was there.")
        },
    )


class HoldForm(ActForm):
    """Who were there: people who take part by their names, all others as numbers."""

    residents = OthersField(
        label=_("How many other residents came?"),
        help_text=_("A guess is fine. We keep a number, no names."),
        required=False,
    )
    professionals = OthersField(label=_("How many others came for their work?"), required=False)
    refused_at: ClassVar[Mapping[str, str]] = {"member_elsewhere": "came"}

    def __init__(self, data: QueryDict | None, *, people: Iterable[tuple[int, str]]) -> None:
        super().__init__(data)
        known = list(people)
        if known:
            self.fields["came"] = who_came(known)
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
    refused_at: ClassVar[Mapping[str, str]] = {"nothing_reported": "minutes"}

    def __init__(
        self, data: QueryDict | None, *, meeting: Meeting, items: Sequence[AgendaItem], standing: Sequence[Agreement]
    ) -> None:
        super().__init__(data, initial={"minutes": meeting.minutes})
        self.met_on, self.items = localdate(meeting.starts_at), items
        self.standing = {f"kept{one.pk}": one for one in standing}
        self.fresh = [str(number) for number in range(1, ROOM + 1)]
        self.keys = [*self.standing, *self.fresh]
        for item in items:
            self.fields[f"outcome-{item.pk}"] = forms.CharField(
                label=item.title,
                help_text=_("What came out of it? You may leave this empty."),
                required=False,
                strip=False,
                initial=item.outcome,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        for key in self.keys:
            self._ask_agreement(key, self.standing.get(key))

    def _ask_agreement(self, key: str, kept: Agreement | None) -> None:
        self.fields[f"text-{key}"] = forms.CharField(
            label=_("What did you agree?"),
            required=False,
            strip=False,
            initial=kept.text if kept else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )
        self.fields[f"by-{key}"] = forms.CharField(
            label=_("Who takes it up?"),
            help_text=_("A group or an organisation, such as “the working group”. Never the name of a person."),
            required=False,
            initial=kept.by_whom if kept else "",
        )
        self.fields[f"again-{key}"] = DayField(
            label=_("When do you look at it again?"), required=False, initial=kept.look_again_on if kept else None
        )

    def clean(self) -> None:
        """Says beside a day to look again what is wrong with it, and where the words of an agreement are missing."""
        super().clean()
        for number, key in enumerate(self.keys, start=1):
            try:
                check_look_again(self.cleaned_data.get(f"again-{key}"), number=number, met_on=self.met_on)
            except Refused as refused:
                self.add_error(f"again-{key}", sentence(refused))
        for number, key in enumerate(self.fresh, start=1):
            told = self.cleaned_data
            if (told.get(f"by-{key}") or told.get(f"again-{key}")) and not told.get(f"text-{key}", "").strip():
                self.add_error(f"text-{key}", sentence(Refused("agreement_without_text", number=number)))

    @property
    def public(self) -> dict[str, str]:
        """The answers that everybody will read."""
        told = self.cleaned_data
        return {name: told[name] for name in told if name.startswith(("minutes", "outcome-", "text-", "by-"))}

    @property
    def outcomes(self) -> dict[int, str]:
        """What came out, by the id of the point of the agenda."""
        return {item.pk: self.cleaned_data[f"outcome-{item.pk}"] for item in self.items}

    @property
    def agreements(self) -> list[NewAgreement]:
        """What was agreed; a row of which nothing was filled in is none."""
        rows = map(self._agreement, self.fresh)
        return [row for row in rows if row.text.strip() or row.by_whom or row.look_again_on]

    @property
    def corrected(self) -> dict[int, NewAgreement]:
        """How an agreement that stands there already has to be, by its id."""
        return {one.pk: self._agreement(key) for key, one in self.standing.items()}

    def _agreement(self, key: str) -> NewAgreement:
        told = self.cleaned_data
        return NewAgreement(text=told[f"text-{key}"], by_whom=told[f"by-{key}"], look_again_on=told[f"again-{key}"])


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
