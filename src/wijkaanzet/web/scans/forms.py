"""The questions about a table of figures: whose it is, what its columns mean, and why it is taken back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from wijkaanzet.scans.labels import COLUMN_ROLES
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.columns import LONGEST_LABEL, LONGEST_ROUNDING, LONGEST_UNIT, ColumnRole
from wijkaanzet.scans.rules.mapping import Choice, ColumnMapping, mapping_of, problems, unused
from wijkaanzet.scans.rules.told import FIRST_YEAR, LAST_YEAR, LONGEST_SOURCE
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.refusals import sentence

PARTS = ("role", "label", "of", "unit", "rounding")
WHERE = {
    "label_missing": "label",
    "label_twice": "label",
    "only_which_rows": "label",
    "figure_of_what": "of",
    "beside_what": "of",
}
"""At which question a refusal about a column is said; else at its task."""
YEAR_WRONG = _("Fill in a year of four digits.")


class UploadForm(ActForm):
    """A file and what must be told with it."""

    file = forms.FileField(
        label=_("The file with figures"),
        help_text=_("CSV, Excel (xlsx), a download of StatLine or GeoJSON, also packed as gz or zip. At most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx,.json,.geojson,.gz,.zip"}),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty.")},
    )
    source = forms.CharField(
        label=_("Whose figures are these?"),
        help_text=_("For example: CBS, Kerncijfers wijken en buurten. Everybody sees this with the figures."),
        max_length=LONGEST_SOURCE,
        error_messages={"required": _("Fill in whose figures these are, such as CBS.")},
    )
    year = forms.IntegerField(
        label=_("Of which year are the figures?"),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), YEAR_WRONG),
    )
    for_year = forms.IntegerField(
        label=_("For which year will you use them?"),
        help_text=_("The year of the neighbourhoods: the money of that year can be divided with these figures."),
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), YEAR_WRONG),
    )
    region_year = forms.IntegerField(
        label=_("Of which year are the CBS areas, if of another one?"),
        help_text=_("RIVM, for example, gave its figures of 2016 for the neighbourhoods of 2020."),
        required=False,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), YEAR_WRONG),
    )
    own = forms.BooleanField(
        label=_("We counted these people ourselves"),
        help_text=_("Then small numbers are hidden, so that nobody can be recognised."),
        required=False,
    )
    provisional = forms.BooleanField(label=_("These figures are provisional"), required=False)
    fictional = forms.BooleanField(label=_("These figures are made up, to practise with"), required=False)
    refused_at: ClassVar[Mapping[str, str]] = {
        "source_missing": "source",
        "source_too_long": "source",
        "figures_year_out_of_range": "year",
        "figures_after_year": "for_year",
        "areas_year_needed": "region_year",
    }


class FirstUploadForm(UploadForm):
    """The same for who has no neighbourhoods yet: everybody sees those that the file draws, so somebody confirms it."""

    draw = forms.BooleanField(
        label=_("Make a neighbourhood of every wijk in this file"),
        help_text=_("Everybody sees the neighbourhoods at once. They stay, also when you throw the file away."),
        error_messages={"required": _("Tick this to go on, or divide your municipality yourself first.")},
    )


class MappingForm(ActForm):
    """What each column of one file means; only columns that stand in the file are asked about, and read."""

    mapping: ColumnMapping

    def __init__(self, data: QueryDict | None, *, header: Sequence[str], choices: Mapping[int, Choice], decimal: str):
        super().__init__(data)
        self.header, self.choices = tuple(header), choices
        of = [("", _("choose a column")), *((key, key) for key in header if key)]
        self.fields["decimal"] = forms.ChoiceField(
            label=_("What stands before the decimals?"),
            choices=[(".", _("a point: 12.5")), (",", _("a comma: 12,5"))],
            initial=decimal,
        )
        for place, choice in choices.items():
            self._ask(place, choice, of)

    def _ask(self, place: int, choice: Choice, of: Sequence[tuple[str, object]]) -> None:
        questions: dict[str, forms.Field] = {
            "role": forms.ChoiceField(label=_("What is it for?"), choices=list(COLUMN_ROLES.items())),
            "label": forms.CharField(
                label=_("What is counted, in plain words?"), max_length=LONGEST_LABEL, required=False
            ),
            "of": forms.ChoiceField(label=_("Of which column?"), choices=of, required=False),
            "unit": forms.CharField(label=_("Unit, such as people"), max_length=LONGEST_UNIT, required=False),
            "rounding": forms.CharField(label=_("How was it rounded?"), max_length=LONGEST_ROUNDING, required=False),
        }
        for part, question in questions.items():
            question.initial = getattr(choice, part)
            self.fields[f"{place}-{part}"] = question

    def questions(self, place: int) -> tuple[BoundField, ...]:
        """What is asked about one column."""
        return tuple(self[f"{place}-{part}"] for part in PARTS)

    def is_known(self, place: int) -> bool:
        """Whether the registry of sources says what a column is, and nobody said otherwise."""
        was, bound = self.choices[place], self[f"{place}-role"]
        wrong = any(question.errors for question in self.questions(place))
        return bool(was.indicator) and str(bound.value()) == was.role and not wrong

    def is_ignored(self, place: int) -> bool:
        """Whether a column is left out, as it was filled in or proposed; one with a mistake is shown."""
        bound = self[f"{place}-role"]
        wrong = any(question.errors for question in self.questions(place))
        return str(bound.value()) == ColumnRole.IGNORE and not wrong

    def clean(self) -> dict[str, object]:
        """Hold what was filled in against the rules; every mistake is said at its own question."""
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        try:
            self.mapping = mapping_of(list(self._choices()), decimal=str(cleaned["decimal"]))
        except BadInput as bad:
            self.add_error(None, sentence(bad))
            return cleaned
        for problem in (*problems(self.mapping, self.header), *unused(list(self._choices()))):
            self.add_error(self._question(problem), sentence(problem))
        return cleaned

    def _choices(self) -> Iterator[Choice]:
        for place, key in enumerate(self.header):
            if f"{place}-role" in self.fields:
                told = {part: str(self.cleaned_data[f"{place}-{part}"]) for part in PARTS[1:]}
                role, was = ColumnRole(self.cleaned_data[f"{place}-role"]), self.choices[place]
                same = role is was.role
                known = was.indicator if same else ""
                yield Choice(key, role, indicator=known, times=was.times if same else "1", **told)

    def _question(self, bad: BadInput) -> str | None:
        key = bad.parameters.get("column")
        return f"{self.header.index(str(key))}-{WHERE.get(bad.key, 'role')}" if key in self.header else None


class UndoForm(ActForm):
    """Why figures are taken back."""

    reason = forms.CharField(
        label=_("Why do you take these figures back?"),
        help_text=_("The figures and the file are erased. Your reason stays in the log."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write down why the figures are taken back.")},
    )
    refused_at: ClassVar[Mapping[str, str]] = {"undo_needs_reason": "reason"}
