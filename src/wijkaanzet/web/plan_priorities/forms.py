"""What is asked about a priority; how long words may be is for the rules to say, so that nothing typed is cut off."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from django import forms
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkaanzet.people.models import Organisation
from wijkaanzet.plans.labels import ASK_ANSWERS, INFORMAL_ANSWERS, KNOWN_BY, PLACE_KINDS
from wijkaanzet.plans.models import Ask, Priority
from wijkaanzet.plans.queries import mark_of_ask, mark_of_informal, mark_of_priority
from wijkaanzet.plans.rules.asks import NewAsk
from wijkaanzet.plans.rules.priorities import AskAnswer, InformalAnswer, KnownBy, NewPriority, PlaceKind
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.as_it_is_now import AsItIsNow
from wijkaanzet.web.parts.day_field import DayField

NOT_YET = ""


class PriorityForm(ActForm):
    """What people want to work on and where; how they will know is asked once it is in the plan."""

    title = forms.CharField(
        label=_("What do people want to work on?"),
        help_text=_("A few words, such as: eating together, a safe square. You need no figure for it."),
        error_messages={"required": _("Say in a few words what people want to work on.")},
    )
    place_kind = forms.ChoiceField(
        label=_("Where does it belong?"),
        choices=[(kind.value, words) for kind, words in PLACE_KINDS.items()],
        initial=PlaceKind.AREA.value,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where it belongs.")},
    )
    place = forms.CharField(
        label=_("Which street, spot or group?"),
        help_text=_("Only when you chose one of those. Never the name or the house of a person."),
        required=False,
    )
    known_by = forms.ChoiceField(
        label=_("How will you know whether it helps?"),
        choices=[(NOT_YET, _("we do not know that yet")), *((one.value, words) for one, words in KNOWN_BY.items())],
        required=False,
        widget=forms.RadioSelect,
    )
    look_back_on = DayField(label=_("On which day do you look back?"), required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the priority as it was read; the page sends the one of now along."""
    field_order = ("title", "place_kind", "place", "known_by", "figure", "look_back_on", "function", "theme", "goal")
    refused_at: ClassVar[Mapping[str, str]] = {
        "priority_without_title": "title",
        "priority_without_place": "place",
        "known_by_which_figure": "figure",
        "look_back_without_day": "look_back_on",
        "look_back_past": "look_back_on",
        "look_back_far": "look_back_on",
    }

    def __init__(
        self,
        data: QueryDict | None,
        *,
        figures: Mapping[str, str],
        listed: Mapping[str, Mapping[str, str]],
        priority: Priority | None = None,
    ) -> None:
        names = ("title", "place_kind", "place", "known_by", "figure", "look_back_on", *listed)
        super().__init__(data, initial={name: getattr(priority, name) for name in names} if priority else None)
        if figures:
            self.fields["figure"] = _choice(_("By which figure?"), figures)
        labels = {"function": _("Function"), "theme": _("Theme"), "goal": _("Goal")}
        for name, words in listed.items():
            if words:
                self.fields[name] = _choice(labels[name], words)
                self.fields[name].help_text = _("For professionals.")
        for name in () if priority else ("known_by", "figure", "look_back_on", *listed):
            self.fields.pop(name, None)  # a few words are enough to begin with
        self.order_fields(self.field_order)
        self.fields["seen"].widget = AsItIsNow(mark_of_priority(priority) if priority else "")

    @property
    def new(self) -> NewPriority:
        """What was filled in."""
        told = self.cleaned_data
        return NewPriority(
            title=told["title"],
            place_kind=PlaceKind(told["place_kind"]),
            place=told["place"],
            function=told.get("function", ""),
            theme=told.get("theme", ""),
            goal=told.get("goal", ""),
            known_by=KnownBy(told["known_by"]) if told.get("known_by") else None,
            figure=told.get("figure", ""),
            look_back_on=told.get("look_back_on"),
        )


class InformalForm(ActForm):
    """What residents do, could do or want, in one sentence."""

    informal = forms.ChoiceField(
        label=_("What do people here do themselves?"),
        choices=[(one.value, words) for one, words in INFORMAL_ANSWERS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits best. “Nobody knows yet” is an answer too.")},
    )
    informal_says = forms.CharField(
        label=_("Say it in one sentence"),
        help_text=_("In their own words. When nobody knows yet you may leave this empty."),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the answer as it was read; the page sends the one of now along."""
    refused_at: ClassVar[Mapping[str, str]] = {
        "informal_without_sentence": "informal_says",
        "informal_changed": "informal_says",
    }

    def __init__(self, data: QueryDict | None, *, priority: Priority) -> None:
        super().__init__(data, initial={"informal": priority.informal, "informal_says": priority.informal_says})
        self.fields["seen"].widget = AsItIsNow(mark_of_informal(priority))

    @property
    def answer(self) -> InformalAnswer:
        """What was chosen."""
        return InformalAnswer(self.cleaned_data["informal"])


class MoveForm(ActForm):
    """On which place of the plan a priority stands."""

    refused_at: ClassVar[Mapping[str, str]] = {"no_such_place": "to"}

    def __init__(self, data: QueryDict | None, *, places: Iterable[str], now: int) -> None:
        super().__init__(data, initial={"to": str(now)})
        choices = [(str(number), f"{number}. {title}") for number, title in enumerate(places, start=1)]
        self.fields["to"] = forms.ChoiceField(
            label=_("On which place should it stand?"),
            choices=choices,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose a place.")},
        )


class DropForm(ActForm):
    """Why a priority is let go."""

    why = forms.CharField(
        label=_("Why do you let it go?"),
        help_text=_("One sentence, for who asks for it later."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say in one sentence why this is let go.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"drop_without_why": "why"}


class AskOthersForm(ActForm):
    """What is asked of a department or a partner without a grant: one that is known here, or anybody else."""

    to_whom = forms.CharField(
        label=_("Whom do you ask?"),
        help_text=_("For example: the department of roads, the housing corporation, the school. Never a person."),
        required=False,
    )
    question = forms.CharField(
        label=_("What do you ask?"),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Say what you ask.")},
    )
    field_order = ("organisation", "to_whom", "question")
    refused_at: ClassVar[Mapping[str, str]] = {
        "ask_not_whole": "question",
        "ask_of_two": "to_whom",
        "organisation_not_here": "organisation",
    }

    def __init__(self, data: QueryDict | None, *, organisations: Iterable[Organisation]) -> None:
        super().__init__(data)
        self.organisations = {str(one.pk): one for one in organisations}
        if self.organisations:
            self.fields["organisation"] = forms.ChoiceField(
                label=_("Do you ask an organisation from this list?"),
                help_text=_(
                    "If somebody there has an account, they read what you ask and answer it. "
                    "Otherwise the policy officer comes back with the answer. We count what we ask of an organisation."
                ),
                choices=[("", _("no, somebody else")), *((key, one.name) for key, one in self.organisations.items())],
                required=False,
                error_messages={"invalid_choice": _("Choose an organisation from the list.")},
            )
            self.fields["to_whom"].label = _("If not: whom do you ask?")
        self.order_fields(self.field_order)

    def clean(self) -> None:
        """Somebody is asked: says at the question whom, when that is left open."""
        super().clean()
        if "organisation" not in self.errors and self.organisation is None and not self.cleaned_data["to_whom"]:
            self.add_error("to_whom", _("Say of whom you ask it."))

    @property
    def organisation(self) -> Organisation | None:
        """The one of the list that is asked."""
        return self.organisations.get(self.cleaned_data.get("organisation", ""))

    @property
    def new(self) -> NewAsk:
        """What was filled in."""
        return NewAsk(to_whom=self.cleaned_data["to_whom"], question=self.cleaned_data["question"])


class AnswerAskForm(ActForm):
    """What others answer."""

    kind = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=[(one.value, words) for one, words in ASK_ANSWERS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the answer is.")},
    )
    answer = forms.CharField(
        label=_("Say it in a few sentences"),
        help_text=_("What happens, when, and why not when it is no. Everybody can read this."),
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write in one or two sentences what the answer is.")},
    )
    again_on = DayField(
        label=_("Only for “later”: on which day is it asked again?"),
        help_text=_("Until that day it rests."),
        required=False,
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """The mark of the answer as it was read; the page sends the one of now along."""
    refused_at: ClassVar[Mapping[str, str]] = {
        "ask_without_answer": "answer",
        "ask_answered": "answer",
        "ask_again_when": "again_on",
        "ask_again_past": "again_on",
        "ask_again_far": "again_on",
    }

    def __init__(self, data: QueryDict | None, *, ask: Ask) -> None:
        super().__init__(data)
        self.fields["seen"].widget = AsItIsNow(mark_of_ask(ask))

    @property
    def chosen(self) -> AskAnswer:
        """What was chosen."""
        return AskAnswer(self.cleaned_data["kind"])


def _choice(label: str | Promise, words: Mapping[str, str]) -> forms.ChoiceField:
    return forms.ChoiceField(label=str(label), choices=[(NOT_YET, _("none")), *words.items()], required=False)
