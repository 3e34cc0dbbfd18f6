"""The form on which a policy officer chooses how money is divided: amounts, what stays with the city, what counts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django import forms
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkaanzet.budget.rules.choices import Choices, EarmarkChoice
from wijkaanzet.budget.rules.model import CityLine
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.numbers import percentage, readable
from wijkaanzet.web.parts.number_fields import EurosField, PercentageField

LONGEST_NAME = 120
LONGEST_MOTIVE = 200
UNNAMED = "-"
"""What a calculation is called that nobody keeps: a model has a name."""


@dataclass(frozen=True, kw_only=True)
class Section:
    """The questions about one earmark."""

    uid: str
    title: str
    money: tuple[BoundField, ...]
    lines: tuple[tuple[BoundField, ...], ...]
    weights: tuple[BoundField, ...]


class DivideForm(ActForm):
    """Starts from choices that are there; the place of an earmark, a line or a column is its number in them."""

    name = forms.CharField(
        label=gettext_lazy("What do you call this calculation?"),
        help_text=gettext_lazy("So that you find it back among the variants, for example: more weight for youth."),
        max_length=LONGEST_NAME,
        error_messages={"required": gettext_lazy("Give this calculation a name.")},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        choices: Choices,
        columns: Sequence[FigureColumn],
        earmarks: Mapping[str, str],
        components: Mapping[str, str],
    ) -> None:
        super().__init__(data, initial={"name": choices.name})
        self.choices, self.columns = choices, columns
        self._names, self._components = earmarks, components
        for n, earmark in enumerate(choices.earmarks):
            self._ask_money(n, earmark)
            self._ask_lines(n, earmark.city.lines)
            self._ask_weights(n, earmark)
        for part in choices.components:
            label = components[part.key].capitalize()
            self.fields[f"part-{part.key}"] = PercentageField(label=label, initial=part.share)

    def _ask_money(self, n: int, earmark: EarmarkChoice) -> None:
        fields = {
            "cents": EurosField(label=_("Amount for this year"), required=False, initial=earmark.cents),
            "city": PercentageField(label=_("Percentage that stays with the whole city"), initial=earmark.city.share),
            "base": EurosField(
                label=_("Fixed amount for every neighbourhood"), required=False, initial=earmark.base_cents
            ),
            "floor": EurosField(
                label=_("No neighbourhood gets less than"), required=False, initial=earmark.floor.cents
            ),
        }
        for key, field in fields.items():
            self.fields[f"{n}-{key}"] = field

    def _ask_lines(self, n: int, lines: Sequence[CityLine]) -> None:
        """The amounts for the whole city that are there, and room for one more."""
        for place, line in enumerate([*lines, CityLine("", 0, "")]):
            prefix = f"{n}-line-{place}"
            self.fields[f"{prefix}-label"] = forms.CharField(
                label=_("What for"), required=False, max_length=60, initial=readable(line.key) if line.key else ""
            )
            self.fields[f"{prefix}-cents"] = EurosField(label=_("Amount"), required=False, initial=line.cents or None)
            self.fields[f"{prefix}-motive"] = forms.CharField(
                label=_("Why for the whole city"), required=False, max_length=LONGEST_MOTIVE, initial=line.motive
            )

    def _ask_weights(self, n: int, earmark: EarmarkChoice) -> None:
        weights = {one.column: one.weight for one in earmark.criteria}
        for place, column in enumerate(self.columns):
            initial = weights.get(column.key, Fraction(0))
            self.fields[f"{n}-weight-{place}"] = PercentageField(label=column.label, initial=initial)

    @property
    def sections(self) -> Iterator[Section]:
        """The questions as they stand on the page, by earmark."""
        for n, earmark in enumerate(self.choices.earmarks):
            lines = range(len(earmark.city.lines) + 1)
            yield Section(
                uid=f"earmark-{n}",
                title=self._names[earmark.key].capitalize(),
                money=tuple(self[f"{n}-{key}"] for key in ("cents", "city", "base", "floor")),
                lines=tuple(
                    tuple(self[f"{n}-line-{place}-{key}"] for key in ("label", "cents", "motive")) for place in lines
                ),
                weights=tuple(self[f"{n}-weight-{place}"] for place in range(len(self.columns))),
            )

    @property
    def parts(self) -> tuple[BoundField, ...]:
        """The questions about components."""
        return tuple(self[f"part-{one.key}"] for one in self.choices.components)

    def clean(self) -> dict[str, object]:
        """Weights of an earmark with money make a hundred; an amount for the city says what for and why.

        Only what is kept needs a name: while somebody still tries, the sum follows without one.
        """
        answers: dict[str, object] = super().clean() or {}
        if "keep" not in self.data and not self.data.get("name", "").strip():
            self.errors.pop("name", None)
            answers["name"] = UNNAMED
        for n, earmark in enumerate(self.choices.earmarks):
            if answers.get(f"{n}-cents"):
                self._check_weights(n, self._names[earmark.key], answers)
            self._check_lines(n, len(earmark.city.lines) + 1, answers)
        if self.choices.components:
            self._check_parts(answers)
        return answers

    def _check_weights(self, n: int, name: str, answers: Mapping[str, object]) -> None:
        keys = [f"{n}-weight-{place}" for place in range(len(self.columns))]
        if any(key in self.errors for key in keys):
            return
        total = _sum(answers, keys)
        if total != 1:
            words = _("For %(name)s the weights make %(sum)s together; make it 100%%.")
            self.add_error(None, words % {"name": name, "sum": percentage(total)})

    def _check_lines(self, n: int, lines: int, answers: Mapping[str, object]) -> None:
        asked = {"label": _("Say what this amount is for."), "motive": _("Say why this stays with the whole city.")}
        for place in range(lines):
            prefix = f"{n}-line-{place}"
            if not answers.get(f"{prefix}-cents"):
                continue
            for key, words in asked.items():
                if not answers.get(f"{prefix}-{key}"):
                    self.add_error(f"{prefix}-{key}", words)

    def _check_parts(self, answers: Mapping[str, object]) -> None:
        keys = [f"part-{one.key}" for one in self.choices.components]
        if any(key in self.errors for key in keys):
            return
        total = _sum(answers, keys)
        if total != 1:
            words = _("The parts of a neighbourhood’s money make %(sum)s together; make it 100%%.")
            self.add_error(None, words % {"sum": percentage(total)})


def _sum(answers: Mapping[str, object], keys: Sequence[str]) -> Fraction:
    """All shares together."""
    shares = [answers.get(key) for key in keys]
    return sum((share for share in shares if isinstance(share, Fraction)), Fraction(0))
