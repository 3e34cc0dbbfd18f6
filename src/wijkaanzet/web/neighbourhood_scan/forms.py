"""What is asked about a scan: what a part says and rests on, what people think of it, and what is done with that."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.scans.labels import HOW_SURE, PARTS
from wijkaanzet.scans.models import ScanComment
from wijkaanzet.scans.rules.scan import Chosen, FilledSection, HowSure, ScanPartKey
from wijkaanzet.web.acts import ActForm

WHOLE = ""


@dataclass(frozen=True)
class Choice:
    """Something that can stand in a part, and whether it does."""

    key: str
    """Its part of the names in the form."""
    chosen: Chosen
    label: str
    note: str
    group: str
    is_in: bool = False


class SectionForm(ActForm):
    """One part of a scan; how long words may be is for the rules to say, so that nothing typed is cut off."""

    words = forms.CharField(
        label=_("What do you say about it together?"),
        help_text=_("Use the words of the neighbourhood. At most 1,500 characters, about a third of a page."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    sure = forms.ChoiceField(
        label=_("How sure are you of this?"),
        choices=[*((one.value, words) for one, words in HOW_SURE.items()), ("", _("We do not say that yet"))],
        required=False,
        widget=forms.RadioSelect,
    )
    refused_at: ClassVar[Mapping[str, str]] = {"no_strengths": "words", "scan_words_too_long": "words"}

    def __init__(self, data: QueryDict | None, *, choices: Sequence[Choice], words: str, sure: str) -> None:
        super().__init__(data, initial={"words": words, "sure": sure})
        self.choices = {one.key: one for one in choices}
        for one in choices:
            self.fields[one.key] = forms.BooleanField(label=one.label, required=False, initial=one.is_in)
            self.fields[meaning_of(one.key)] = forms.CharField(
                label=_("What do people say that it means?"),
                required=False,
                strip=False,
                initial=one.chosen.meaning,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def filled(self) -> FilledSection:
        """The part as it was filled in; what stood there keeps its place, what is new follows."""
        told = self.cleaned_data
        items = (
            Chosen(one.chosen.figure, one.chosen.subject, told[meaning_of(key)])
            for key, one in self.choices.items()
            if told[key]
        )
        return FilledSection(told["words"], HowSure(told["sure"]) if told["sure"] else None, tuple(items))


def meaning_of(key: str) -> str:
    """The name of the question what a choice means."""
    return f"{key}-meaning"


class CommentForm(ActForm):
    """What somebody says of a scan."""

    about = forms.ChoiceField(
        label=_("Which part is it about?"),
        choices=[(WHOLE, _("The whole scan")), *((one.value, words) for one, words in PARTS.items())],
        required=False,
    )
    text = forms.CharField(
        label=_("What do you want to say?"),
        help_text=_("For example: what is missing, what is not right, what you see otherwise."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write what you want to say about the scan.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"empty_comment": "text", "comment_too_long": "text"}

    def __init__(self, data: QueryDict | None, *, about: str = WHOLE) -> None:
        super().__init__(data, initial={"about": about})

    @property
    def part(self) -> ScanPartKey | None:
        """Of which part it is; None of the whole."""
        about = self.cleaned_data["about"]
        return ScanPartKey(about) if about else None


class AnswerForm(ActForm):
    """What is done with one comment."""

    comment = forms.ChoiceField(widget=forms.HiddenInput)
    answer = forms.CharField(
        label=_("What do you do with it?"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what you do with this comment.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"empty_comment_answer": "answer", "comment_answer_too_long": "answer"}

    def __init__(self, data: QueryDict | None, *, comments: Collection[ScanComment], about: ScanComment | None) -> None:
        asked = str(about.pk) if about else ""
        initial = {"comment": asked, "answer": about.answer if about else ""}
        super().__init__(data, initial=initial, auto_id=f"answer-{asked}-%s")
        self.comments = {str(one.pk): one for one in comments}
        self.fields["comment"] = forms.ChoiceField(
            choices=[(key, key) for key in self.comments], widget=forms.HiddenInput
        )

    @property
    def about(self) -> ScanComment:
        """The comment that is answered."""
        return self.comments[self.cleaned_data["comment"]]
