"""How the model of a division divides, and the figures it counted with, in words."""

from collections.abc import Mapping

from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.queries import WholeSum
from wijkaanzet.budget.rules.model import Earmark
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.budget import why_words
from wijkaanzet.web.budget.figures import model_of
from wijkaanzet.web.numbers import readable
from wijkaanzet.web.pages.divisions import CountedFor, FiguresNote, ModelPart, ModelWords
from wijkaanzet.web.words import word


def model(run: AllocationRun, arrangement: Arrangement) -> ModelWords:
    """How the money of each earmark is divided, in the order of the model; and what no area gets less than."""
    read, wholes = model_of(run), queries.whole_sums(run)
    floors = why_words.floors(read, wholes, arrangement)
    return ModelWords(
        parts=tuple(_part(one, wholes, arrangement) for one in read.earmarks if one.key in wholes),
        notes=tuple(filter(None, (floors, *why_words.counting(read, ())))),
    )


def _part(earmark: Earmark, wholes: Mapping[str, WholeSum], arrangement: Arrangement) -> ModelPart:
    whole = wholes[earmark.key]
    return ModelPart(
        title=pot_name(arrangement, earmark.key),
        text=why_words.intro(whole, word(arrangement, "earmark", earmark.key)),
        counts=tuple(
            CountedFor(label=readable(one.key), text=why_words.price_of(one.key, earmark, whole))
            for one in earmark.criteria
        ),
    )


def figures(run: AllocationRun) -> FiguresNote:
    """Source and year of what was counted with, what was counted, and what was not known somewhere."""
    criteria = {one.column: one.key for earmark in model_of(run).earmarks for one in earmark.criteria}
    estimates = queries.estimates_of(run)
    return FiguresNote(
        source=run.figures_source,
        year=run.figures_year,
        fictional=run.figures_fictional,
        names=tuple(sorted({readable(key) for key in criteria.values()})),
        estimates=tuple(
            f"{readable(key)}: {_lower(why_words.estimated(estimates[column]))}"
            for column, key in criteria.items()
            if column in estimates
        ),
    )


def _lower(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}"
