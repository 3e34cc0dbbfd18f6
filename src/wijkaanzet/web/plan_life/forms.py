"""What is asked in the life of a plan; how long words may be is for the rules to say."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.networks.models import Meeting
from wijkaanzet.plans import operations as plans
from wijkaanzet.plans.labels import AGREEMENT_WAYS
from wijkaanzet.plans.rules.agreeing import MOST_VOTES
from wijkaanzet.plans.rules.plans import LONGEST_YEARS, AgreementWay
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.networks import words
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow
from wijkaanzet.web.parts.day_field import DayField
from wijkaanzet.web.refusals import sentence

VOICES = 3
"""Other voices for which there is room on the form."""


class OpenPlanForm(ActForm):
    """For which years a network writes a plan."""

    first = forms.IntegerField(
        label=_("From which year does the plan hold?"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={
            "required": _("Fill in the first year of the plan."),
            **dict.fromkeys(("invalid", "min_value", "max_value"), _("Fill in a year in four digits.")),
        },
        min_value=1900,
        max_value=2999,
    )
    years = forms.IntegerField(
        label=_("For how many years?"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 2}),
        min_value=1,
        max_value=LONGEST_YEARS,
        error_messages={
            "required": _("Fill in for how many years the plan is."),
            **dict.fromkeys(("invalid", "min_value"), _("Fill in a number of years, in digits.")),
            "max_value": _("A plan is for at most %(limit_value)s years; choose fewer years."),
        },
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "plan_start_out_of_reach": "first",
        "plan_overlaps": "first",
        "plan_too_long": "years",
    }

    @property
    def starts_on(self) -> date:
        """The first day."""
        return date(self.cleaned_data["first"], 1, 1)

    @property
    def ends_before(self) -> date:
        """The first day after the plan."""
        return date(self.cleaned_data["first"] + self.cleaned_data["years"], 1, 1)


class RestForm(ActForm):
    """Why a plan rests, and when the network looks again."""

    why = forms.CharField(
        label=_("Why does the plan rest?"),
        help_text=_("One sentence. Everybody can read it; write no names of people."),
        error_messages={"required": _("Say why, in one sentence.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    look_again_on = DayField(
        label=_("When do you look at it again?"),
        error_messages={"required": _("Fill in when you look at it again.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"plan_why": "why", "look_again_within": "look_again_on"}


class WhyForm(ActForm):
    """Why an adopted plan is changed."""

    why = forms.CharField(
        label=_("Why do you change the plan?"),
        help_text=_("One sentence. Everybody can read it; write no names of people."),
        error_messages={"required": _("Say why, in one sentence.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    refused_at: ClassVar[Mapping[str, str]] = {"plan_why": "why"}


class ShortfallForm(ActForm):
    """Where the rest should come from, when a plan asks more than there is."""

    money_seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the amounts as they were read."""

    shortfall_from = forms.CharField(
        label=_("Where should the rest come from?"),
        help_text=_("For example: a fund, another part of the municipality, or later years."),
        required=False,
    )
    refused_at: ClassVar[Mapping[str, str]] = {"shortfall_from_where": "shortfall_from"}

    def __init__(self, data: QueryDict | None, *, money: str, short: bool) -> None:
        super().__init__(data)
        self.fields["money_seen"].widget = AsItIsNow(money)
        if not short:
            del self.fields["shortfall_from"]
        self._must_be_said(must=True)

    def full_clean(self) -> None:
        """Judge it; when it is left empty the rules say so, with how much is short by the amounts of that moment."""
        self._must_be_said(must=False)
        super().full_clean()
        self._must_be_said(must=True)

    def _must_be_said(self, *, must: bool) -> None:
        if "shortfall_from" in self.fields:
            self.fields["shortfall_from"].required = must

    @property
    def says(self) -> str:
        """Where the rest should come from; empty when there is enough."""
        return str(self.cleaned_data.get("shortfall_from", ""))


class AgreeForm(ActForm):
    """How a network agreed, and what others said."""

    way = forms.ChoiceField(
        label=_("How did you agree?"),
        choices=[(way.value, AGREEMENT_WAYS[way]) for way in AgreementWay],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you agreed.")},
    )
    rule = forms.CharField(
        label=_("What is your rule, in your own words?"),
        help_text=_("You may leave this empty, unless you have a rule of your own."),
        required=False,
    )
    in_favour = forms.IntegerField(
        label=_("How many people were in favour?"),
        help_text=_("Only when you counted."),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={"invalid": _("Fill in a whole number, in digits.")},
    )
    against = forms.IntegerField(
        label=_("How many people were against?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
        error_messages={"invalid": _("Fill in a whole number, in digits.")},
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the plan as it was read."""
    refused_at: ClassVar[Mapping[str, str]] = {
        "no_majority": "way",
        "not_everybody": "way",
        "own_rule_missing": "rule",
        "votes_missing": "in_favour",
        "meeting_elsewhere": "meeting",
        "meeting_before_change": "meeting",
    }

    def __init__(self, data: QueryDict | None, *, rule: str, meetings: Iterable[Meeting], now: str) -> None:
        super().__init__(data, initial={"rule": rule})
        self.fields["seen"].widget = AsItIsNow(now)
        self.meetings = {str(one.pk): one for one in meetings}
        if self.meetings:
            known = [(key, words.day_of(one)) for key, one in self.meetings.items()]
            self.fields["meeting"] = forms.ChoiceField(
                label=_("At which meeting?"),
                choices=[("", _("At no meeting, or at another one")), *known],
                required=False,
            )
        for number in range(1, VOICES + 1):
            self._ask_voice(number)

    def clean(self) -> None:
        """Says at which question it is when a count or a voice is not whole."""
        super().clean()
        self._check_votes()
        for number in range(1, VOICES + 1):
            if self.cleaned_data.get(f"by-{number}") and not self.cleaned_data.get(f"voice-{number}", "").strip():
                self.add_error(f"voice-{number}", sentence(Refused("dissent_without_text", number=number)))

    def _check_votes(self) -> None:
        told = {name: self.cleaned_data.get(name) for name in ("in_favour", "against") if name not in self.errors}
        for name, count in told.items():
            if count is not None and not 0 <= count <= MOST_VOTES:
                self.add_error(name, sentence(Refused("votes_count", most=MOST_VOTES)))
            elif count is None and any(one is not None for one in told.values()):
                self.add_error(name, sentence(Refused("votes_whole")))

    def _ask_voice(self, number: int) -> None:
        self.fields[f"voice-{number}"] = forms.CharField(
            label=_("What do people think who do not agree?"),
            help_text=_("In their own words. It stays with the plan, and everybody can read it."),
            required=False,
            strip=False,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
        self.fields[f"by-{number}"] = forms.CharField(
            label=_("Who says so?"),
            help_text=_("A group or an organisation. Never the name of a person. You may leave this empty."),
            required=False,
        )

    @property
    def public(self) -> dict[str, str]:
        """The answers that everybody will read."""
        told = self.cleaned_data
        return {name: told[name] for name in told if name.startswith(("voice-", "by-", "rule"))}

    @property
    def agreed(self) -> plans.Agreed:
        """What was filled in."""
        told = self.cleaned_data
        voices = [
            plans.NewDissent(text=told[f"voice-{number}"], by_whom=told[f"by-{number}"])
            for number in range(1, VOICES + 1)
        ]
        return plans.Agreed(
            way=AgreementWay(told["way"]),
            rule=told["rule"],
            meeting=self.meetings.get(told.get("meeting", "")),
            in_favour=told["in_favour"],
            against=told["against"],
            dissents=[one for one in voices if one.text.strip() or one.by_whom],
            seen=told["seen"],
        )
