"""A question on a form, what went wrong in the whole form, and the row of buttons under it."""

from dataclasses import dataclass
from typing import Literal, Self

from django import forms
from django.forms.boundfield import BoundField, BoundWidget

from wijkaanzet.web.parts.moves import Action

TOKENS = {"email": "email", "tel": "tel", "url": "url"}
"""What a browser may fill in by itself, where the kind of input already says it (WCAG 1.3.5)."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One question: its label, then help and error, then the place for the answer."""

    bound: BoundField

    @classmethod
    def of(cls, bound: BoundField) -> Self:
        """The question as the form holds it; other personal data get their `autocomplete` in the form itself."""
        widget = bound.field.widget
        kind = widget.input_type if isinstance(widget, forms.widgets.Input) else ""
        if kind in TOKENS:
            widget.attrs.setdefault("autocomplete", TOKENS[kind])
        return cls(bound=bound)

    @property
    def uid(self) -> str:
        return self.bound.auto_id

    @property
    def shape(self) -> Literal["plain", "options", "parts", "tick"]:
        """One place to answer, a choice from options, one answer in parts (a day), or a box to tick."""
        widget = self.bound.field.widget
        if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
            return "options"
        if widget.use_fieldset:
            return "parts"
        return "tick" if isinstance(widget, forms.CheckboxInput) else "plain"

    @property
    def errors(self) -> tuple[str, ...]:
        return tuple(map(str, self.bound.errors))

    @property
    def described_by(self) -> str:
        """The ids of the help and the error; Django writes the same ones on the input."""
        return self.bound.aria_describedby or ""

    @property
    def options(self) -> tuple[BoundWidget, ...]:
        """The options of a choice, each with its own label."""
        return tuple(self.bound)

    @property
    def may_stay_open(self) -> bool:
        """Whether it may be left empty, and none of its options says so: one of a list is always chosen then."""
        field = self.bound.field
        says_so = isinstance(field.widget, forms.RadioSelect) and any(value == "" for value, _ in field.widget.choices)
        return not (field.required or says_so)

    @property
    def first_input(self) -> str:
        """Id of the first place to answer: where a link from the error summary leads."""
        return f"{self.uid}_0" if self.shape in {"options", "parts"} else self.uid


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One thing that is not right yet, and where to mend it; without address it is about the whole form."""

    text: str
    href: str = ""


@dataclass(frozen=True, kw_only=True)
class ErrorSummary:
    """Everything that is not right yet, above the form."""

    mistakes: tuple[Mistake, ...]
    uid: str = "errors"

    @classmethod
    def of(cls, form: forms.BaseForm) -> Self:
        """What the form found; nothing when it was not filled in yet or is fine."""
        whole = tuple(Mistake(text=str(text)) for text in form.non_field_errors())
        apart = tuple(
            Mistake(text=text, href=f"#{field.first_input}")
            for field in (Field.of(bound) for bound in form)
            for text in field.errors
        )
        return cls(mistakes=whole + apart)


@dataclass(frozen=True, kw_only=True)
class Buttons:
    """A row of buttons: the one that sends the form first, then links to other ways out."""

    submit: str = ""
    """What the button does: "Bewaar uw idee"; empty outside a form."""
    actions: tuple[Action, ...] = ()
