"""What an act is about: the areas with their year, or the one thing."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wijkaanzet.cycle.models import AreaYear
from wijkaanzet.cycle.queries import Act, years_by_area
from wijkaanzet.cycle.rules import PROCESS
from wijkaanzet.intake.access import readable_entries
from wijkaanzet.intake.rules import PROCESS as TOLD
from wijkaanzet.kernel import subjects
from wijkaanzet.kernel.actors import Actor
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.web.inbox.listing import SEALED, how_it_came
from wijkaanzet.web.moves.decided import KINDS, decided


@dataclass(frozen=True)
class About:
    """Names in their order, and the year when all of them share one that is not in their names."""

    names: tuple[str, ...]
    year: str = ""


def abouts(reader: Actor, municipality: Municipality, acts: Sequence[Act], *, today: date) -> dict[int, About]:
    """What each act is about, by the id of its move; the years of areas in one query, for the rest a few per kind."""
    years = years_by_area([id_ for act in acts if act.move.subject_kind == PROCESS for id_ in act.subject_ids])
    others = [_subject(act) for act in acts if act.move.subject_kind != PROCESS]
    names = {
        **subjects.labels([one for one in others if one.kind not in KINDS], reader),
        **_told(reader, municipality, others, today=today),
        **decided(reader, municipality, others, today=today),
    }
    return {
        act.move.id: _of_years(years, set(act.subject_ids))
        if act.move.subject_kind == PROCESS
        else About(tuple(filter(None, [names.get(_subject(act), "")])))
        for act in acts
    }


def _told(reader: Actor, municipality: Municipality, found: Collection[Subject], *, today: date) -> dict[Subject, str]:
    """What people told has no name yet: how, where and when it was told tells one from another. One query."""
    ids = [one.id for one in found if one.kind == TOLD]
    if not ids:
        return {}
    own = readable_entries(reader, municipality, on=today).filter(pk__in=ids, title="")
    entries = own.select_related("area").defer(*SEALED).order_by("pk")
    return {Subject(TOLD, one.pk): how_it_came(one) for one in entries}


def _of_years(years: Mapping[int, AreaYear], ids: Collection[int]) -> About:
    own = [one for one in years.values() if one.id in ids]
    if len({one.year for one in own}) == 1:
        return About(tuple(one.area.name for one in own), str(own[0].year))
    return About(tuple(f"{one.area.name} {one.year}" for one in own))


def _subject(act: Act) -> Subject:
    return Subject(act.move.subject_kind, act.move.subject_id)
