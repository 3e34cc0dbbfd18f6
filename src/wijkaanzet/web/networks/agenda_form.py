"""The agenda as a form: what stands on it, what waits, and room for something else; sent as a whole."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.models import AgendaItem
from wijkaanzet.networks.rules import AgendaLine, Suggestion
from wijkaanzet.networks.rules.agenda import LONGEST_TITLE, MOST_ITEMS
from wijkaanzet.web.actions import words_of
from wijkaanzet.web.acts import ActForm

ROOM: Final = 3
"""Points for which there is room besides those that stand on the agenda."""


@dataclass(frozen=True)
class _Placed:
    """A point and the number that it was given."""

    position: float
    line: AgendaLine


class AgendaForm(ActForm):
    """All points in their order.

    Who sends it says which agenda was seen: what somebody else changed meanwhile is not undone without a word.
    """

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, data: QueryDict | None, *, items: Sequence[AgendaItem], suggestions: Iterable[Suggestion]
    ) -> None:
        super().__init__(data, auto_id="agenda-%s")
        self.items = items
        on_it = {_subject(item) for item in items}
        self.suggestions = {_key(one.subject): one for one in suggestions if one.subject not in on_it}
        known = {subject for subject in on_it if subject} | {one.subject for one in self.suggestions.values()}
        self.known = {_key(subject): subject for subject in known}
        self.filled = _rows(data, at_least=len(items))
        self.rows = self.filled + ROOM
        for number in range(self.rows):
            self._ask(number)
        for key, one in self.suggestions.items():
            self.fields[f"waits-{key}"] = forms.BooleanField(label=one.label, required=False)

    def _ask(self, number: int) -> None:
        item = self.items[number] if number < len(self.items) else None
        about = _subject(item) if item else None
        self.fields[f"about-{number}"] = forms.CharField(
            required=False, initial=_key(about) if about else "", widget=forms.HiddenInput
        )
        self.fields[f"number-{number}"] = forms.IntegerField(
            label=gettext_lazy("Number"),
            required=False,
            initial=number + 1 if item else None,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 2}),
        )
        self.fields[f"title-{number}"] = forms.CharField(
            label=gettext_lazy("What do you talk about?"), required=False, initial=item.title if item else ""
        )
        self.fields[f"note-{number}"] = forms.CharField(
            label=gettext_lazy("Note for who keeps the network"),
            required=False,
            strip=False,
            initial=item.note if item else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def now(self) -> str:
        """Which agenda stands there now."""
        return "-".join(str(item.pk) for item in self.items)

    def clean(self) -> None:
        """Refuses to put an agenda in the place of one that the sender never saw."""
        super().clean()
        if self.cleaned_data.get("seen", "") != self.now:
            titles = "; ".join(item.title for item in self.items)
            said = _("Somebody else changed the agenda meanwhile. It is now: %(titles)s.") % {"titles": titles or "–"}
            again = _("What you filled in stands below. Send it again to put that in its place.")
            raise forms.ValidationError(f"{said} {again}")

    def questions(self, number: int) -> tuple[BoundField, ...]:
        """The number, the title and the note of one row."""
        return self[f"number-{number}"], self[f"title-{number}"], self[f"note-{number}"]

    @property
    def public(self) -> dict[str, str]:
        """The titles that are new, also of what was ticked: those that stood there were looked at when they came.

        A title of its own holds but words of ours and the name of a seat, which was looked at when that came.
        """
        told, stood = self.cleaned_data, {item.title for item in self.items}
        titles = {name: told[name] for name in (f"title-{number}" for number in range(self.rows))}
        waits = {f"waits-{key}": one for key, one in self.suggestions.items() if not one.title}
        ticked = {name: one.label for name, one in waits.items() if told[name]}
        return {name: title for name, title in titles.items() if title not in stood} | ticked

    @property
    def lines(self) -> list[AgendaLine]:
        """The points by their numbers, then those without one, then what was ticked."""
        told = self.cleaned_data
        placed = [self._placed(number) for number in range(self.rows) if not self._is_off(number)]
        ticked = [one for key, one in self.suggestions.items() if told[f"waits-{key}"]]
        return [
            *(one.line for one in sorted(placed, key=lambda one: one.position)),
            *(AgendaLine(title=_title(one), subject=one.subject) for one in ticked),
        ]

    def _placed(self, number: int) -> "_Placed":
        told = self.cleaned_data
        wanted = told[f"number-{number}"]
        line = AgendaLine(
            title=told[f"title-{number}"],
            note=told[f"note-{number}"],
            subject=self.known.get(told[f"about-{number}"]),
        )
        return _Placed(math.inf if wanted is None else wanted, line)

    def _is_off(self, number: int) -> bool:
        """Whether a row is no point: without a title, and with no note but the one that stood there already."""
        told = self.cleaned_data
        stood = self.items[number].note if number < len(self.items) else ""
        return not told[f"title-{number}"] and told[f"note-{number}"].strip() in {"", stood}


def _rows(data: QueryDict | None, *, at_least: int) -> int:
    """How many rows hold something: those that stand there, and those that were sent with words in them."""
    sent = [number for number in range(MOST_ITEMS * 2) if data and _said(data, number)]
    return max([at_least, *(number + 1 for number in sent)])


def _said(data: QueryDict, number: int) -> bool:
    return bool(data.get(f"title-{number}") or data.get(f"note-{number}"))


def _title(one: Suggestion) -> str:
    """What it is called, or else what is asked and about what."""
    return Truncator(one.title or f"{words_of(one.action)}: {one.label}").chars(LONGEST_TITLE)


def _subject(item: AgendaItem) -> Subject | None:
    return Subject(item.subject_kind, item.subject_id) if item.subject_kind and item.subject_id else None


def _key(subject: Subject) -> str:
    return f"{subject.kind}-{subject.id}"
