"""What is asked about a question that invites people to tell."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.areas.models import Area
from wijkaanzet.stories.rules.prompts import LONGEST_QUESTION
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.day_field import DayField

EVERYWHERE = "*"
"""The choice of the whole municipality; no area has this address."""


class PromptForm(ActForm):
    """A question, where it is asked, and until when."""

    question = forms.CharField(
        label=_("What do you want to ask?"),
        help_text=_("One open question in everyday words, for example: where do you meet people?"),
        max_length=LONGEST_QUESTION,
        error_messages={"required": _("Fill in a question.")},
    )
    last_on = DayField(
        label=_("Up to and including which day do you ask it?"),
        help_text=_("Leave this empty when you want to end it yourself later."),
        required=False,
    )
    refused_at: ClassVar[Mapping[str, str]] = {"prompt_question": "question", "prompt_period": "last_on"}

    def __init__(self, data: QueryDict | None, *, areas: Sequence[Area], everywhere: bool) -> None:
        super().__init__(data)
        self.areas = {str(area.pk): area for area in areas}
        whole = [(EVERYWHERE, _("The whole municipality"))] if everywhere else []
        self.fields["where"] = forms.ChoiceField(
            label=_("Where do you ask it?"),
            choices=[*whole, *((key, area.name) for key, area in self.areas.items())],
            error_messages={"required": _("Choose where."), "invalid_choice": _("Choose where.")},
        )
        self.order_fields(["question", "where", "last_on"])

    @property
    def area(self) -> Area | None:
        """Where it is asked; None for the whole municipality."""
        return self.areas.get(self.cleaned_data["where"])

    @property
    def ends_before(self) -> date | None:
        """The first day on which it is not asked any more; None when that is not known."""
        last: date | None = self.cleaned_data["last_on"]
        return last + timedelta(days=1) if last is not None and last < date.max else last
