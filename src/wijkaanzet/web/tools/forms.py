"""What is asked on a sheet: a note for each place of it; crosses and a reason for each principle of the staircase."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from django import forms
from django.core.validators import MaxLengthValidator
from django.http import QueryDict
from django.utils.translation import gettext as _

from wijkaanzet.arrangements.rules import Staircase
from wijkaanzet.plans.operations.tools import SheetHandIn
from wijkaanzet.plans.queries.tools import SheetNow
from wijkaanzet.plans.rules.tools import LONGEST_NOTE, Cell
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.forms import Field
from wijkaanzet.web.parts.long_text import LongTextField


class SheetForm(ActForm):
    """A sheet, and the version of it that was on the screen."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None, *, now: SheetNow) -> None:
        super().__init__(data, initial={"version": now.version})
        self._cells: dict[str, Cell] = {}

    def note(self, cell: Cell) -> Field:
        """Where the note of a place is written."""
        return Field.of(self[_name(cell)])

    @property
    def seen(self) -> str:
        """The version that was on the screen when this was filled in; the one of now when nothing was."""
        return str(self["version"].value())

    @property
    def hand_in(self) -> SheetHandIn:
        """What was filled in."""
        notes = {cell: self.cleaned_data[name] for name, cell in self._cells.items()}
        return SheetHandIn(version=self.cleaned_data["version"], notes=notes)

    def _add_note(self, cell: Cell, label: str, now: SheetNow) -> None:
        # Longer than fits is refused and not cut off: a browser that knows the limit would drop the rest of a paste.
        self.fields[_name(cell)] = LongTextField(
            label=label,
            required=False,
            strip=False,
            initial=now.notes.get(cell, ""),
            validators=[MaxLengthValidator(LONGEST_NOTE)],
            widget=forms.Textarea(attrs={"rows": 3 if cell.column else 2}),
        )
        self._cells[_name(cell)] = cell


class NotesForm(SheetForm):
    """What was said in each place of a sheet; each place with the question that is asked there."""

    def __init__(self, data: QueryDict | None, *, now: SheetNow, places: Mapping[Cell, str]) -> None:
        super().__init__(data, now=now)
        for cell, label in places.items():
            self._add_note(cell, label, now)

    @property
    def told(self) -> dict[str, str]:
        """What is otherwise than it read on the screen, by the name of its field; of a form that is valid."""
        names = (name for name in self._cells if name in self.changed_data)
        return {name: self.cleaned_data[name] for name in names}


class StaircaseForm(SheetForm):
    """On which steps the municipality stands, and why."""

    def __init__(self, data: QueryDict | None, *, now: SheetNow, staircase: Staircase) -> None:
        super().__init__(data, now=now)
        self._rows = [one.key for one in staircase.principles]
        steps = [(step.key, step.name) for step in staircase.steps]
        for one in staircase.principles:
            self.fields[_steps(one.key)] = forms.MultipleChoiceField(
                label=one.name,
                help_text=one.direction,
                choices=steps,
                initial=[step for step, _name in steps if Cell(one.key, step) in now.marks],
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            self._add_note(Cell(one.key), _("Why here?"), now)

    def steps(self, row: str) -> Field:
        """Where the crosses of a principle are put."""
        return Field.of(self[_steps(row)])

    @property
    def hand_in(self) -> SheetHandIn:
        """What was filled in."""
        told = super().hand_in
        marks = frozenset(Cell(row, step) for row in self._rows for step in self._ticked(row))
        return SheetHandIn(version=told.version, notes=told.notes, marks=marks)

    def _ticked(self, row: str) -> Iterable[str]:
        ticked: list[str] = self.cleaned_data[_steps(row)]
        return ticked


def _name(cell: Cell) -> str:
    # The word of a municipality may have a space in it, and the name of an element may not.
    return f"note.{quote(cell.row, safe='')}.{cell.column}"


def _steps(row: str) -> str:
    return f"steps.{row}"
