"""From a form that was filled in right to the choices it stands for."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from wijkaanzet.budget.rules.choices import Choices, EarmarkChoice, criterion_of, key_of
from wijkaanzet.budget.rules.model import CityLine, CityPart, Component, Criterion, Floor
from wijkaanzet.scans.models import FigureColumn
from wijkaanzet.web.divide.form import DivideForm


def chosen(form: DivideForm) -> Choices:
    """What the answers mean; what the form does not ask stays as it was."""
    return replace(
        form.choices,
        name=_text(form, "name"),
        earmarks=tuple(_earmark(form, n, one) for n, one in enumerate(form.choices.earmarks)),
        components=tuple(Component(one.key, _share(form, f"part-{one.key}")) for one in form.choices.components),
    )


def _earmark(form: DivideForm, n: int, was: EarmarkChoice) -> EarmarkChoice:
    lines = (_line(form, f"{n}-line-{place}", line) for place, line in enumerate([*was.city.lines, None]))
    return replace(
        was,
        cents=_cents(form, f"{n}-cents"),
        city=CityPart(_share(form, f"{n}-city"), tuple(line for line in lines if line is not None)),
        base_cents=_cents(form, f"{n}-base"),
        floor=Floor(_cents(form, f"{n}-floor"), was.floor.cents_per_inhabitant),
        criteria=_criteria(form, n, was.criteria),
    )


def _line(form: DivideForm, prefix: str, was: CityLine | None) -> CityLine | None:
    """A line keeps its key unless it got another name; a line without money is gone."""
    cents = _cents(form, f"{prefix}-cents")
    if not cents:
        return None
    key = key_of(_text(form, f"{prefix}-label"))
    return CityLine(was.key if was and key == key_of(was.key) else key, cents, _text(form, f"{prefix}-motive"))


def _criteria(form: DivideForm, n: int, was: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """A criterion for each column with a weight; one that was there keeps its name and what a missing figure does."""
    known = {one.column: one for one in was}
    weighed = [(column, _share(form, f"{n}-weight-{place}")) for place, column in enumerate(form.columns)]
    return tuple(_criterion(column, weight, known.get(column.key)) for column, weight in weighed if weight)


def _criterion(column: FigureColumn, weight: Fraction, was: Criterion | None) -> Criterion:
    new = criterion_of(column.key, column.label, of=column.of, weight=weight)
    same = was is not None and (was.kind, was.of) == (new.kind, new.of)
    return replace(was, weight=weight) if was is not None and same else new


def _cents(form: DivideForm, key: str) -> int:
    return int(form.cleaned_data[key] or 0)


def _share(form: DivideForm, key: str) -> Fraction:
    return Fraction(form.cleaned_data[key])


def _text(form: DivideForm, key: str) -> str:
    return str(form.cleaned_data[key]).strip()
