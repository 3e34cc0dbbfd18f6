"""What is asked about messages, the own calendar and who stands in."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.cycle.labels import RHYTHMS
from wijkaanzet.cycle.rules.digests import DigestRhythm
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.people.models import Membership, User
from wijkaanzet.people.queries import colleague_called
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.messages.words import role_words
from wijkaanzet.web.parts.day_field import DayField


class RhythmForm(ActForm):
    """How often mail about what waits may come."""

    rhythm = forms.ChoiceField(
        label=_("How often do you want this message?"),
        choices=[(one.value, RHYTHMS[one]) for one in DigestRhythm],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often.")},
    )

    def __init__(self, data: QueryDict | None, *, now: DigestRhythm) -> None:
        super().__init__(data, initial={"rhythm": now.value})

    @property
    def rhythm_chosen(self) -> DigestRhythm:
        """What was chosen."""
        return DigestRhythm(self.cleaned_data["rhythm"])


class FeedForm(ActForm):
    """What becomes of the address of the own calendar, chosen by its button."""

    MAKE, END = "make", "end"
    act = forms.ChoiceField(choices=[(MAKE, MAKE), (END, END)], widget=forms.HiddenInput)

    @property
    def ends(self) -> bool:
        """Whether the address is taken away."""
        return bool(self.cleaned_data["act"] == self.END)


class StandInForm(ActForm):
    """For which role a colleague stands in, who, and from when until when."""

    colleague = forms.CharField(
        label=_("Which colleague?"),
        help_text=_("The e-mail address or the name with which your colleague logs in."),
        max_length=254,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={"required": _("Fill in who stands in for you.")},
    )
    first = DayField(label=_("From which day?"), error_messages={"required": _("Fill in the first day.")})
    last = DayField(label=_("Up to and including which day?"), error_messages={"required": _("Fill in the last day.")})
    field_order = ("role", "colleague", "first", "last")
    refused_at: ClassVar[Mapping[str, str]] = {
        "no_colleague": "colleague",
        "stands_in_for_oneself": "colleague",
        "not_to_yourself": "colleague",
        "stand_in_there": "first",
        "no_role_then": "last",
        "standing_in_was": "first",
        "standing_in_ends_too_early": "last",
        "standing_in_too_long": "last",
    }

    def __init__(
        self, data: QueryDict | None, *, held: Iterable[Membership], municipality: Municipality, today: date
    ) -> None:
        super().__init__(data)
        self.held = {str(one.pk): one for one in held}
        self.municipality, self.today = municipality, today
        if len(self.held) > 1:
            self.fields["role"] = forms.ChoiceField(
                label=_("For which of your roles?"),
                choices=[(key, role_words(one)) for key, one in self.held.items()],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose one of your roles.")},
            )
            self.order_fields(self.field_order)

    def clean_colleague(self) -> User:
        """The account of the colleague; says so when there is no such colleague here."""
        found = colleague_called(self.cleaned_data["colleague"], self.municipality, on=self.today)
        if found is None:
            raise forms.ValidationError(
                _("We know no colleague with this name or address in %(municipality)s. Look at the spelling.")
                % {"municipality": self.municipality.name}
            )
        return found

    @property
    def membership(self) -> Membership:
        """The role in which somebody stands in; who has one is not asked which."""
        return self.held[self.cleaned_data.get("role") or next(iter(self.held))]

    @property
    def ends_before(self) -> date:
        """The day after the last one; after the last day there is, no day comes."""
        last: date = self.cleaned_data["last"]
        return last + timedelta(days=1) if last < date.max else last
