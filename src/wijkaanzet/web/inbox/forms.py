"""The questions of each step with something that was told; each form knows the one thing that it leads to."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.rules.telling import LONGEST_ANSWER, LONGEST_MEANING
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.plans import operations as plans
from wijkaanzet.stories.labels import SCOPES
from wijkaanzet.stories.operations import Yes
from wijkaanzet.stories.rules import ConsentWay, Scope
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.inbox import acts
from wijkaanzet.web.inbox.reading import Opened
from wijkaanzet.web.inbox.words import RISKS, Step, answer_when_declined, answer_when_placed
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow
from wijkaanzet.web.parts.long_text import LongTextField


class EntryForm(ActForm):
    """The questions of one step; none when nothing needs to be asked."""

    step: ClassVar[Step]
    action: ClassVar[str]
    """As the audit log calls it."""

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, auto_id=f"id_{self.step}_%s")
        self.opened = opened

    def carry_out(self, actor: Actor, at: datetime) -> object:
        """Do what was asked. Raises Refused."""
        raise NotImplementedError


class JudgeForm(EntryForm):
    """What the second reader finds of the words, and the answer to who sent it."""

    step, action = Step.PLACE, "intake.entry.placed"
    refused_at: ClassVar[Mapping[str, str]] = {"risk_too_high": "risk", "finds_not_checked": "finds_checked"}

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        self.fields["seen"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=opened.draft_mark)
        self.fields["risk"] = forms.TypedChoiceField(
            label=_("Can somebody still be recognised?"),
            choices=[(number, words) for number, words in RISKS.items()],
            coerce=int,
            widget=forms.RadioSelect,
            error_messages={"required": _("Say whether somebody can still be recognised.")},
        )
        if opened.entry.place:
            self.fields["place_public"] = forms.BooleanField(
                label=_("Everybody may read that it is about %(place)s") % {"place": opened.entry.place.name},
                help_text=_("Only when nobody can be recognised by it. Else people read the neighbourhood."),
                required=False,
            )
        if opened.draft_finds:
            self.fields["finds_checked"] = forms.BooleanField(
                label=_("I looked at the marked places, and they point at nobody"),
                error_messages={
                    "required": _("Look at the marked places first. Is somebody meant? Then send it back.")
                },
            )
        self.fields["answer"] = _answer(answer_when_placed(opened.entry))

    def clean_seen(self) -> str:
        """The words that are judged are the words that were read."""
        seen = str(self.cleaned_data["seen"])
        if self.opened.draft_mark and seen != self.opened.draft_mark:
            raise ValidationError(_("The words were changed while you were reading; read them again first."))
        return seen

    def carry_out(self, actor: Actor, at: datetime) -> object:
        told = self.cleaned_data
        judged = intake.Judged(
            risk=told["risk"],
            answer=told["answer"],
            place_public=told.get("place_public", False),
            finds_checked=told.get("finds_checked", False),
            seen=told["seen"],
        )
        return acts.let_through(self.opened.entry, judged=judged, actor=actor, at=at)


class ReturnForm(EntryForm):
    """What has to change before it can have its place."""

    step, action = Step.SEND_BACK, "intake.entry.sent_back"
    refused_at: ClassVar[Mapping[str, str]] = {"no_reason": "why"}

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        self.fields["why"] = LongTextField(
            label=_("What has to change?"),
            help_text=_("Only the readers see this. Name no persons."),
            max_length=LONGEST_MEANING,
            error_messages={"required": _("Say what has to change, so that the other reader can go on.")},
        )

    def carry_out(self, actor: Actor, at: datetime) -> object:
        return intake.send_back(self.opened.entry, why=self.cleaned_data["why"], actor=actor, at=at)


class DeclineForm(EntryForm):
    """The answer to who sent something that gets no place."""

    step, action = Step.DECLINE, "intake.entry.declined"
    refused_at: ClassVar[Mapping[str, str]] = {"no_answer": "answer"}

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        self.fields["seen"] = forms.CharField(widget=AsItIsNow(opened.draft_mark), required=False)
        self.fields["answer"] = _answer(answer_when_declined())

    def carry_out(self, actor: Actor, at: datetime) -> object:
        told, seen = self.cleaned_data, self.data.get("seen")  # who sends none along judges it as it is now
        return intake.decline(self.opened.entry, answer=told["answer"], seen=seen, actor=actor, at=at)


class TellForm(EntryForm):
    """That the answer was told: nothing is asked."""

    step, action = Step.TELL, "intake.entry.told"

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        more = "1" if opened.entry.more_to_come else ""
        self.fields["more_to_come"] = forms.CharField(widget=forms.HiddenInput, required=False, initial=more)

    def carry_out(self, actor: Actor, at: datetime) -> object:
        more = bool(self.cleaned_data["more_to_come"])
        return intake.tell(self.opened.entry, more_to_come=more, actor=actor, at=at)


class TakeBackForm(EntryForm):
    """That who told it wants it back: said without the code, so the reader answers for it by name."""

    step, action = Step.TAKE_BACK, "intake.entry.withdrawn"

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        self.fields["sure"] = forms.BooleanField(
            label=_("Who told it asked me to take it back"),
            error_messages={"required": _("Say first that who told it asked you to take it back.")},
        )

    def carry_out(self, actor: Actor, at: datetime) -> object:
        plans.take_back_told(self.opened.entry, actor=actor, at=at)
        return self.opened.entry


class ShareForm(EntryForm):
    """What a teller says about an own story, after hearing it; either button sends the same questions."""

    step, action = Step.SHARE, "stories.story.shared"
    refused_at: ClassVar[Mapping[str, str]] = {
        "no_scope": "scopes",
        "photo_alone": "scopes",
        "no_photo": "scopes",
        "too_young": "of_age",
    }

    def __init__(self, data: QueryDict | None, *, opened: Opened) -> None:
        super().__init__(data, opened=opened)
        self.fields["scopes"] = forms.MultipleChoiceField(
            label=_("Who may read the story?"),
            choices=[(one.value, words) for one, words in SCOPES.items() if one in _scopes(opened)],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["of_age"] = forms.BooleanField(
            label=_("With a yes: the teller is 16 or older, or a parent agrees"), required=False
        )

    def carry_out(self, actor: Actor, at: datetime) -> object:
        if self.data.get("say") == "no":
            return acts.keep_back(self.opened.story, actor=actor, at=at)
        told = self.cleaned_data
        scopes = frozenset(map(Scope, told["scopes"]))
        yes = Yes(scopes=scopes, way=ConsentWay.SPOKEN, of_age=told["of_age"])
        return acts.share(self.opened.story, yes=yes, actor=actor, at=at)


def _scopes(opened: Opened) -> frozenset[Scope]:
    """What a teller can agree to; a photo only when there is one."""
    has_photo = opened.story is not None and opened.story.photo is not None
    return frozenset(Scope) if has_photo else frozenset(Scope) - {Scope.PHOTO}


def _answer(ready: str) -> LongTextField:
    return LongTextField(
        label=_("The answer to who sent it"),
        help_text=_("Change it as you like: say what you do with it, as you would say it to somebody."),
        max_length=LONGEST_ANSWER,
        initial=ready,
        error_messages={"required": gettext_lazy("Write an answer; everybody who sends something gets one.")},
    )
