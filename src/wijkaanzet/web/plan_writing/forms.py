"""What is asked of who writes along; how long texts may be is for the rules to say."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.plans.models import Priority
from wijkaanzet.plans.operations import Answer, HandIn
from wijkaanzet.plans.rules.sections import TakenOver
from wijkaanzet.web.acts import ActForm

LEAVE = "leave"
"""What the second button of a text that is kept beside says: leave the part as it is."""


class WriteForm(ActForm):
    """A part as it has to read, with the version that it was written on."""

    text = forms.CharField(label=_("Your text"), required=False, strip=False, widget=forms.Textarea(attrs={"rows": 14}))
    said_by = forms.CharField(
        label=_("For whom do you write this down?"),
        help_text=_("Only when others said it, such as: residents at the table. Never the name of a person."),
        required=False,
    )
    base = forms.IntegerField(
        min_value=0,
        widget=forms.HiddenInput,
        error_messages={"required": _("This form is not complete; copy your text and open the page again.")},
    )
    draft = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    """What a browser that keeps unsent text knows this text by; it comes back in the address once it was kept."""
    refused_at: ClassVar[Mapping[str, str]] = {"section_too_long": "text", "said_by_too_long": "said_by"}

    def __init__(self, data: QueryDict | None, *, text: str, base: int) -> None:
        super().__init__(data, initial={"text": text, "base": base})

    @property
    def hand_in(self) -> HandIn:
        """What was filled in."""
        told = self.cleaned_data
        return HandIn(base=told["base"], text=told["text"], said_by=told["said_by"])


class CommentForm(ActForm):
    """What somebody says beside a part."""

    text = forms.CharField(
        label=_("What do you want to say about this part?"),
        help_text=_("A question, or what you miss. Only who write along read it."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what you want to say about this part.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"comment_without_text": "text", "plan_comment_too_long": "text"}


class AnswerForm(ActForm):
    """What the network did with a suggestion, and why."""

    taken_over = forms.ChoiceField(
        label=_("Does it come into the plan?"),
        choices=[
            (TakenOver.FULLY.value, _("Yes")),
            (TakenOver.PARTLY.value, _("Partly")),
            (TakenOver.NOT.value, _("No")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether it comes into the plan.")},
    )
    answer = forms.CharField(
        label=_("Your answer, with the reason"),
        help_text=_("Who suggested it reads this, and so does everybody. Thank them, and write no names of people."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write an answer with your reason; everybody who suggests something gets one.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {
        "suggestion_without_answer": "answer",
        "suggestion_answer_too_long": "answer",
    }

    def __init__(
        self,
        data: QueryDict | None,
        *,
        priorities: Iterable[Priority],
        about: Priority | None = None,
        with_change: bool = False,
    ) -> None:
        super().__init__(data, initial={"priority": str(about.pk)} if about else None)
        if with_change:
            self.fields["taken_over"].help_text = _("What you take over comes in with the next change of the plan.")
        self.priorities = {str(one.pk): one for one in priorities}
        if self.priorities:
            self.fields["priority"] = forms.ChoiceField(
                label=_("Which priority is it about?"),
                choices=[
                    ("", _("No priority in particular")),
                    *((key, one.title) for key, one in self.priorities.items()),
                ],
                required=False,
            )

    @property
    def filled(self) -> Answer:
        """What was filled in."""
        told = self.cleaned_data
        return Answer(
            taken_over=TakenOver(told["taken_over"]),
            answer=told["answer"],
            priority=self.priorities.get(told.get("priority", "")),
        )
