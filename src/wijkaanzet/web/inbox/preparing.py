"""The questions for the first reader: of which kind it is, and the words without what points at a person."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.labels import KINDS, STRENGTHS, TONES
from wijkaanzet.intake.rules import EntryKind, StrengthKind, Tone
from wijkaanzet.intake.rules.telling import LONGEST_MEANING, LONGEST_TEXT, LONGEST_TITLE, Prepared
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans.rules.suggestions import FOR_A_PLAN
from wijkaanzet.web.inbox.forms import EntryForm
from wijkaanzet.web.inbox.reading import Opened
from wijkaanzet.web.inbox.words import Step
from wijkaanzet.web.parts.long_text import LongTextField

LONGEST_ALT = 300


class PrepareForm(EntryForm):
    """What the first reader makes of it; the words lie ready, with stand-ins for what points at a person."""

    step, action = Step.PREPARE, "intake.entry.prepared"
    refused_at: ClassVar[Mapping[str, str]] = {
        "no_title": "title",
        "no_text": "text",
        "no_strength_kind": "strength_kind",
        "wrong_kind": "kind",
    }

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        self.fields |= {
            "kind": _one_of(_("What is it?"), KINDS.items(), _("Choose what it is."), help_text=_for_a_plan(opened)),
            "strength_kind": _one_of(_("What is strong here? Only when you chose that above"), STRENGTHS.items()),
            "title": forms.CharField(
                label=_("Title"),
                max_length=LONGEST_TITLE,
                error_messages={"required": _("Give it a title, so that people know what it is about.")},
            ),
            "text": LongTextField(
                label=_("The text"),
                help_text=_("Between square brackets stands what we took out. Look whether something was missed."),
                max_length=LONGEST_TEXT,
                widget=forms.Textarea(attrs={"rows": 14}),
                error_messages={"required": _("There is no text yet; write down what was told.")},
            ),
            "meaning": LongTextField(
                label=_("What makes it important to the teller?"), max_length=LONGEST_MEANING, required=False
            ),
            "tone": _one_of(_("What is it about?"), (("", _("The teller did not say")), *TONES.items())),
        }
        if opened.has_photo:
            self.fields["photo_alt"] = forms.CharField(
                label=_("What does the photo show?"),
                help_text=_(
                    "The photo is only kept with a story; with everything else it is deleted."
                    " Leave this empty when a person or a house number can be recognised: then it is deleted too."
                ),
                max_length=LONGEST_ALT,
                required=False,
            )
        self.initial = _ready(opened)

    def carry_out(self, actor: Actor, at: datetime) -> object:
        told = self.cleaned_data
        kind = EntryKind(told["kind"])
        strength = told["strength_kind"] if kind is EntryKind.STRENGTH else ""
        prepared = Prepared(
            kind=kind,
            title=told["title"],
            text=told["text"],
            meaning=told["meaning"],
            tone=Tone(told["tone"]) if told["tone"] else None,
            strength_kind=StrengthKind(strength) if strength else None,
            photo_alt=told.get("photo_alt", "") if kind is EntryKind.STORY else "",
        )
        return intake.prepare(self.opened.entry, prepared=prepared, actor=actor, at=at)


def _for_a_plan(opened: Opened) -> str:
    """What a story does not bring: only the teller decides what becomes of it, and a network answers suggestions."""
    if opened.entry.about_kind not in FOR_A_PLAN:
        return ""
    return _("It was told for a plan. The network answers it there, unless you call it a story.")


def _one_of(
    label: str, words: Iterable[tuple[str, object]], must: str = "", *, help_text: str = ""
) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        choices=[(str(value), text) for value, text in words],
        widget=forms.RadioSelect,
        required=bool(must),
        error_messages={"required": must},
    )


def _ready(opened: Opened) -> dict[str, str]:
    """What the first reader made of it before, when it came back; else what was told, without persons."""
    if opened.draft:
        return opened.draft.words()
    if opened.told is None:
        return {}
    words = opened.told.words()
    return {"tone": words.pop("tone"), **{name: opened.without_persons(text) for name, text in words.items()}}
