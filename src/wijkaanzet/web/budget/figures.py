"""The figures that a division counted with, as a reader sees them: value, unit, period, source, fictional or not."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from django.utils.translation import gettext as _

from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import column_of
from wijkaanzet.budget.rules.model import Criterion, Model, UnitKind
from wijkaanzet.budget.rules.model_file import load_model
from wijkaanzet.web.budget.why_words import estimated
from wijkaanzet.web.numbers import count, readable
from wijkaanzet.web.parts.figures import Figure


@lru_cache(maxsize=64)
def _parsed(text: str) -> Model:
    """A frozen model never changes, so it is read once."""
    return load_model(text.encode())


def model_of(run: AllocationRun) -> Model:
    """The frozen model of a division."""
    return _parsed(run.model_text)


def inhabitants(run: AllocationRun, used: Mapping[str, str]) -> int | None:
    """The inhabitants of an area that a division counted with."""
    value = used.get(model_of(run).figures.inhabitants, "")
    return int(Fraction(value)) if value else None


def inhabitants_by_area(run: AllocationRun) -> dict[int, int]:
    """The inhabitants of every area, by area id."""
    column = column_of(run, model_of(run).figures.inhabitants)
    return {area_id: int(Fraction(value)) for area_id, value in column.items() if value}


def figures(
    run: AllocationRun, used: Mapping[str, str], estimates: Mapping[str, Sequence[tuple[str, int]]]
) -> tuple[Figure, ...]:
    """A figure per criterion of the model, each once, with where it comes from."""
    criteria = {one.column: one for earmark in model_of(run).earmarks for one in earmark.criteria}
    return tuple(
        _figure(run, criterion, used[column], estimated(estimates.get(column, ())))
        for column, criterion in criteria.items()
        if used.get(column)
    )


def _figure(run: AllocationRun, criterion: Criterion, value: str, note: str) -> Figure:
    percentage = criterion.kind is UnitKind.PERCENTAGE
    return Figure(
        title=readable(criterion.key),
        value=f"{count(value)}%" if percentage else count(value),
        unit=_("of the people here") if percentage else _("people"),
        period=str(run.figures_year),
        source=run.figures_source,
        note=note,
        fictional=run.figures_fictional,
    )
