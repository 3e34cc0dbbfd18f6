"""A staircase for Proefstad, and places on its sheets: what the tests of sheets share."""

from tests.conftest import AT
from tests.networks.table import later
from tests.plans.life import Life
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.operations.tools import Filled, SheetHandIn, fill_in, set_staircase
from wijkaanzet.plans.rules.tools import Cell, Together

STAIRCASE = """
[staircase]
name = "Trap"

[[staircase.steps]]
key = "loslaten"
name = "Wij laten toe"
expect = "U doet het zelf."

[[staircase.steps]]
key = "zorgen"
name = "Wij zorgen"
expect = "De gemeente doet het."

[[staircase.principles]]
key = "groen"
name = "Realisatie van groen"
plain = "Groen in de straat"
steps = ["loslaten"]

[[staircase.principles]]
key = "zorg"
name = "Zorg"
"""
WORDS = """
[[own_words]]
term = "buurthuis"
meaning = "Een huis waar iedereen welkom is."
agreed_with = ["de buurtraad"]
on = 2017-03-01
source = "Wijknota 2017"

[[own_words]]
term = "vrije inloop"
meaning = "U kunt zo binnenlopen."
"""
HOME, WALK_IN = Cell("buurthuis"), Cell("vrije inloop")
HOPE = Cell("hoop", "gemeenschappelijk")
ROLE = Cell("rol", "institutioneel")
GREEN = Cell("groen")


def together(
    life: Life, kind: Together, notes: dict[Cell, str], *, version: int = 0, plan: Plan | None = None, days: int = 0
) -> Filled:
    """What the keeper of the network writes down on a sheet."""
    hand_in = SheetHandIn(version=version, notes=notes)
    return fill_in(life.table.network, kind=kind, plan=plan, hand_in=hand_in, actor=life.coordinator, at=later(days))


def staircase(life: Life, *marks: Cell, why: str = "", version: int = 0, plan: Plan | None = None) -> Filled:
    """Where the municipality says that it stands."""
    hand_in = SheetHandIn(version=version, notes={GREEN: why}, marks=frozenset(marks))
    return set_staircase(life.table.network, plan=plan, hand_in=hand_in, actor=life.table.officer, at=AT)
