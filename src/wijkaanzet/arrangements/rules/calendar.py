"""The calendar of the year: what comes round when, and for whom; the tables [[calendar]] of an arrangement."""

from dataclasses import asdict, dataclass
from enum import StrEnum

from wijkaanzet.arrangements.rules.problems import ProblemKey, shown, suggestion
from wijkaanzet.arrangements.rules.table import LONGEST_NAME, Table

LAST_DAY = 28  # every month has it


class Step(StrEnum):
    """Stap van het jaar. The eight steps of the wheel, in their order."""

    SCAN = "scan"
    BUDGET = "budget"
    PLAN = "plan"
    DO = "do"
    FOLLOW = "follow"
    MAKE_SENSE = "make_sense"
    ACCOUNT = "account"
    DECIDE = "decide"


class Every(StrEnum):
    """Terugkeer. How often something in the calendar comes round; `PLAN` is once in the years of a plan."""

    YEARLY = "yearly"
    HALF_YEARLY = "half-yearly"
    QUARTERLY = "quarterly"
    PLAN = "plan"


FIRST_MONTHS: dict[Every, int] = {Every.YEARLY: 12, Every.HALF_YEARLY: 6, Every.QUARTERLY: 3, Every.PLAN: 12}
"""In how many months, from January on, its first day of a year may lie."""


@dataclass(frozen=True, kw_only=True)
class Beat:
    """Vast moment. Something that comes round in the year of a municipality: which step, when, and which role has it.

    `month` and `day` are those of the first time in a year; a half-yearly one comes again six months later.
    """

    key: str
    name: str
    step: Step
    every: Every
    month: int
    day: int
    role: str


def usual_beats(*, account: Every, review: Every, plan_years: int) -> tuple[Beat, ...]:
    """The calendar of a municipality that wrote none: what follows from how often it plans, looks back and accounts."""

    def beat(step: Step, name: str, role: str, month: int, *, every: Every = Every.YEARLY) -> Beat:
        return Beat(key=step.value.replace("_", "-"), name=name, step=step, every=every, month=month, day=1, role=role)

    plan = Every.YEARLY if plan_years == 1 else Every.PLAN
    return (
        beat(Step.DO, "Het plan gaat in", "provider", 1, every=plan),
        beat(Step.ACCOUNT, "Vertellen wat er is gedaan", "provider", 3, every=account),
        beat(Step.MAKE_SENSE, "Samen kijken wat het betekent", "coordinator", 3, every=review),
        beat(Step.SCAN, "Samen de wijk verkennen", "coordinator", 4),
        beat(Step.BUDGET, "Het geld verdelen", "policy_officer", 6),
        beat(Step.FOLLOW, "Kijken hoe het gaat", "coordinator", 7),
        beat(Step.PLAN, "Samen het plan schrijven", "coordinator", 9, every=plan),
        beat(Step.DECIDE, "Kiezen wat volgend jaar anders wordt", "policy_officer", 12),
    )


def read_beats(file: Table, *, known_roles: frozenset[str] | None) -> tuple[Beat, ...]:
    """What the file says of its calendar, in its order; empty when it says nothing."""
    return tuple(_beat(row, known_roles=known_roles) for row in file.rows("calendar", once="key"))


def stored(beats: tuple[Beat, ...]) -> list[dict[str, object]]:
    """The beats in the format of the file."""
    return [asdict(beat) | {"step": beat.step.value, "every": beat.every.value} for beat in beats]


def _beat(row: Table, *, known_roles: frozenset[str] | None) -> Beat:
    key, name = row.slug("key"), row.text("name", longest=LONGEST_NAME)
    step, every, role = row.choice("step", Step), row.choice("every", Every), row.text("role")
    month = row.number("month", low=1, high=FIRST_MONTHS[every])
    day = row.number("day", low=1, high=LAST_DAY)
    row.close()
    if known_roles is not None and role and role not in known_roles:
        row.note(ProblemKey.UNKNOWN_ROLE, "role", value=shown(role), **suggestion(role, known_roles))
    return Beat(key=key, name=name, step=step, every=every, month=month, day=day, role=role)
