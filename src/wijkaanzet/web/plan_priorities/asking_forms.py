"""What is asked of who may bring something: residents as a group, an organisation, the municipality."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.people.models import Organisation
from wijkaanzet.plans.labels import CONTRIBUTION_KINDS, PERS
from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, NewContribution, Per
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.day_field import DayField
from wijkaanzet.web.parts.number_fields import EurosField
from wijkaanzet.web.refusals import sentence

THE_MUNICIPALITY = "municipality"


class ContributionForm(ActForm):
    """What somebody is asked to bring."""

    kind = forms.ChoiceField(
        label=_("What kind of thing is it?"),
        choices=[(kind.value, words) for kind, words in CONTRIBUTION_KINDS.items()],
        initial=ContributionKind.HOURS.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what kind of thing it is.")},
    )
    what = forms.CharField(
        label=_("What do you ask?"),
        help_text=_("One sentence. A number is not needed."),
        error_messages={"required": _("Say what you ask.")},
    )
    hours = forms.IntegerField(
        label=_("How many hours?"),
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "wz-short"}),
        error_messages={"invalid": _("Fill in a whole number of hours, such as 4.")},
    )
    per = forms.ChoiceField(
        label=_("Is that a week, a month or a year?"),
        choices=[("", _("none")), *((per.value, words) for per, words in PERS.items())],
        required=False,
    )
    cents = EurosField(label=_("Only for money: how much is it a year?"), required=False)
    money_from = forms.CharField(
        label=_("Only for money: where does it come from?"),
        help_text=_("For example: own money, a fund, a grant that runs until 2019."),
        required=False,
    )
    until = DayField(
        label=_("Until when?"), help_text=_("Leave it empty for as long as the plan runs."), required=False
    )
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    """The same form sent twice is one letter with one code."""
    refused_at: ClassVar[Mapping[str, str]] = {
        "contribution_without_what": "what",
        "money_without_amount": "cents",
        "money_too_much": "cents",
        "money_from_what": "money_from",
        "amount_of_money_only": "kind",
        "hours_count": "hours",
        "until_past": "until",
        "until_far": "until",
    }

    def __init__(self, data: QueryDict | None, *, token: str) -> None:
        super().__init__(data, initial={"token": token})

    def clean(self) -> None:
        """Hours and over which time belong together: says at the one that is missing."""
        super().clean()
        hours, per = self.cleaned_data.get("hours"), self.cleaned_data.get("per")
        if "hours" not in self.errors and (hours is None) != (not per):
            self.add_error("hours" if hours is None else "per", sentence(Refused("hours_over_what")))

    def told(self, bringer: Bringer) -> NewContribution:
        """What was filled in."""
        told = self.cleaned_data
        return NewContribution(
            bringer=bringer,
            group=told.get("group", ""),
            kind=ContributionKind(told["kind"]),
            what=told["what"],
            cents=told["cents"] or None,
            from_area_money=told.get("from_area_money", False),
            earmark=told.get("earmark", ""),
            money_from=told["money_from"],
            hours=told["hours"],
            per=Per(told["per"]) if told["per"] else None,
            beyond_base=told.get("beyond_base", False),
            until=told["until"],
        )


class ResidentsForm(ContributionForm):
    """What a group of residents is asked; they decide themselves, with the code of a letter."""

    group = forms.CharField(
        label=_("Which group of residents do you ask?"),
        help_text=_("For example: the cooking group, the neighbours of the square. Never the name of a person."),
        error_messages={"required": _("Say which group of residents you ask. Never the name of a person.")},
    )
    field_order = ("group", "kind", "what", "hours", "per", "cents", "money_from", "until")
    refused_at: ClassVar[Mapping[str, str]] = {**ContributionForm.refused_at, "contribution_without_group": "group"}


class ProfessionalsForm(ContributionForm):
    """What an organisation or the municipality is asked."""

    from_area_money = forms.BooleanField(
        label=_("Only for money: it comes from the money of this neighbourhood"), required=False
    )
    beyond_base = forms.BooleanField(
        label=_("It comes on top of the professionals who are there in any case"), required=False
    )
    field_order = (
        "organisation",
        "kind",
        "what",
        "beyond_base",
        "hours",
        "per",
        "cents",
        "from_area_money",
        "earmark",
        "money_from",
        "until",
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        **ContributionForm.refused_at,
        "contribution_without_organisation": "organisation",
        "organisation_not_here": "organisation",
        "residents_are_no_capacity": "beyond_base",
        "earmark_of_area_money": "earmark",
        "not_listed": "earmark",
    }

    def __init__(
        self,
        data: QueryDict | None,
        *,
        token: str,
        organisations: Iterable[Organisation],
        parts: Mapping[str, str],
    ) -> None:
        super().__init__(data, token=token)
        self.organisations = {str(one.pk): one for one in organisations if not one.is_municipality}
        choices = [(key, one.name) for key, one in self.organisations.items()]
        self.fields["organisation"] = forms.ChoiceField(
            label=_("Whom do you ask?"),
            choices=[("", _("choose who")), (THE_MUNICIPALITY, _("the municipality")), *choices],
            error_messages={"required": _("Choose whom you ask.")},
        )
        if parts:
            self.fields["earmark"] = _part(parts)
        self.order_fields(self.field_order)

    @property
    def organisation(self) -> Organisation | None:
        """Who is asked; None for the municipality itself."""
        return self.organisations.get(self.cleaned_data["organisation"])

    @property
    def new(self) -> NewContribution:
        """What was filled in."""
        return self.told(Bringer.ORGANISATION if self.organisation else Bringer.MUNICIPALITY)


def _part(parts: Mapping[str, str]) -> forms.ChoiceField:
    """From which part of the money of the area it comes; there may be none in particular."""
    return forms.ChoiceField(
        label=_("Only for money of this neighbourhood: from which part?"),
        help_text=_("The council set parts of the money apart."),
        choices=[("", _("no part in particular")), *parts.items()],
        required=False,
        error_messages={
            "invalid_choice": _("“%(value)s” is not in the list of the municipality; choose another one."),
        },
    )
