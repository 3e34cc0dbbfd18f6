"""To which function, theme and goal of the municipality a priority belongs, in its own words."""

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from wijkaanzet.arrangements import queries
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.kernel import clock
from wijkaanzet.kernel.models import Municipality
from wijkaanzet.plans.rules.content import PriorityKept

LISTS: Final = ("theme", "function", "goal")
"""What people recognise first stands first."""


class Listed:
    """The lists of a municipality; looked up once, and only when a plan names something of them."""

    def __init__(self, municipality: Municipality) -> None:
        self._municipality = municipality

    def of(self, priority: PriorityKept) -> str:
        """In one line; empty when nobody said where it belongs, or when that stands in no list any more."""
        named = {"theme": priority.theme, "function": priority.function, "goal": priority.goal}
        told = [self._told(kind, named[kind]) for kind in LISTS if named[kind]]
        return ", ".join(filter(None, told))

    def _told(self, kind: str, key: str) -> str:
        own = next((one for one in self._arrangements() if key in _keys(one, kind)), None)
        return f"{own.word(kind)} {own.word(f'{kind}.{key}')}" if own else ""

    def _arrangements(self) -> Iterator[Arrangement]:
        """What holds today, then what held before it."""
        yield self._now
        yield from self._before

    @cached_property
    def _now(self) -> Arrangement:
        return queries.nearest(self._municipality, on=clock.today())

    @cached_property
    def _before(self) -> list[Arrangement]:
        return queries.earlier(self._municipality, than=self._now.valid.starts_on)


def _keys(own: Arrangement, kind: str) -> tuple[str, ...]:
    return {"theme": own.themes, "function": own.functions, "goal": own.goals}[kind]
