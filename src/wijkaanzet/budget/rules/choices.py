"""What a policy officer chooses for a division, and the model file (format 1) that says the same. Plain Python."""

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from wijkaanzet.budget.rules.model import (
    CityLine,
    CityPart,
    Component,
    Criterion,
    Earmark,
    EmptyArea,
    Floor,
    MissingRule,
    Model,
    UnitKind,
)
from wijkaanzet.budget.rules.model_file import FORMAT, VERSION
from wijkaanzet.scans.rules.figures import FiguresLayout

LONGEST_KEY = 60


@dataclass(frozen=True)
class EarmarkChoice:
    """The money of one earmark, in cents, and how it is divided."""

    key: str
    cents: int
    city: CityPart
    base_cents: int
    floor: Floor
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Choices:
    """Everything that is chosen; what is counted comes from the figures."""

    name: str
    year: int
    rounding_cents: int
    empty_area: EmptyArea
    figures: FiguresLayout
    earmarks: tuple[EarmarkChoice, ...]
    components: tuple[Component, ...]

    @property
    def total_cents(self) -> int:
        """All earmarks together."""
        return sum(one.cents for one in self.earmarks)


def choices_of(model: Model) -> Choices:
    """The choices behind a model, to start from for another year. An earmark has a whole number of rounding units."""
    return Choices(
        name=model.name,
        year=model.year,
        rounding_cents=model.rounding_cents,
        empty_area=model.empty_area,
        figures=model.figures,
        earmarks=tuple(_choice(one, model.total_cents) for one in model.earmarks),
        components=model.components,
    )


def blank(keys: Iterable[str], components: Iterable[str], *, year: int, figures: FiguresLayout) -> Choices:
    """Nothing chosen yet, for a municipality that never divided here: an empty pot per earmark."""
    nothing = CityPart(Fraction(0), ())
    return Choices(
        name="",
        year=year,
        rounding_cents=1,
        empty_area=EmptyArea.NO_BASE,
        figures=figures,
        earmarks=tuple(EarmarkChoice(key, 0, nothing, 0, Floor(0, 0), ()) for key in keys),
        components=tuple(Component(key, Fraction(0)) for key in components),
    )


def criterion_of(column: str, label: str, *, of: str, weight: Fraction) -> Criterion:
    """A criterion on a column of figures: a count must be known, a percentage may be estimated where it is not."""
    kind = UnitKind.PERCENTAGE if of else UnitKind.COUNT
    missing = MissingRule.MUNICIPALITY_RATE if of else MissingRule.REFUSE
    return Criterion(key_of(label), column, kind, of or None, weight, missing)


def key_of(label: str) -> str:
    """A name as a key: "Kinderen (0–14)" becomes "kinderen-0-14". Empty when no letter or digit is left."""
    letters = unicodedata.normalize("NFKD", label).lower()
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_KEY].strip("-")


def model_text(choices: Choices) -> str:
    """The model file of these choices; an earmark without money is left out, since it divides nothing."""
    with_money = [one for one in choices.earmarks if one.cents]
    file = {
        "format": FORMAT,
        "version": VERSION,
        "name": choices.name,
        "year": choices.year,
        "total_cents": choices.total_cents,
        "rounding_cents": choices.rounding_cents,
        "figures": {
            "delimiter": choices.figures.delimiter,
            "decimal": choices.figures.decimal,
            "encoding": choices.figures.encoding,
            "missing": list(choices.figures.missing),
            "code": choices.figures.code,
            "name": choices.figures.name,
            "inhabitants": choices.figures.inhabitants,
        },
        "empty_area": choices.empty_area,
        "earmarks": [_earmark(one, choices.total_cents) for one in with_money],
        "components": [{"key": one.key, "share": str(one.share)} for one in choices.components],
    }
    return json.dumps(file, ensure_ascii=False, indent=2)


def _choice(earmark: Earmark, total_cents: int) -> EarmarkChoice:
    exact = earmark.share * total_cents
    return EarmarkChoice(
        key=earmark.key,
        cents=exact.numerator // exact.denominator,
        city=earmark.city,
        base_cents=earmark.base_cents,
        floor=earmark.floor,
        criteria=earmark.criteria,
    )


def _earmark(choice: EarmarkChoice, total_cents: int) -> dict[str, object]:
    return {
        "key": choice.key,
        "share": str(Fraction(choice.cents, total_cents)),
        "city": {"share": str(choice.city.share), "lines": [_line(one) for one in choice.city.lines]},
        "base_cents": choice.base_cents,
        "criteria": [_criterion(one) for one in choice.criteria],
        "floor": {"cents": choice.floor.cents, "cents_per_inhabitant": choice.floor.cents_per_inhabitant},
    }


def _line(line: CityLine) -> dict[str, object]:
    return {"key": line.key, "cents": line.cents, "motive": line.motive}


def _criterion(criterion: Criterion) -> dict[str, object]:
    file: dict[str, object] = {"key": criterion.key, "column": criterion.column, "kind": criterion.kind}
    if criterion.of is not None:
        file["of"] = criterion.of
    return file | {"weight": str(criterion.weight), "missing": criterion.missing}
