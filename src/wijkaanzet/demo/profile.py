"""What the demo knows of one municipality: years, amounts, days and names. The steps are the same for all."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from wijkaanzet.decisions.rules import Follow
from wijkaanzet.demo.personas import Persona
from wijkaanzet.kernel.money import format_euros
from wijkaanzet.people.operations import DeskDetails

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")


def morning(day: date) -> datetime:
    """Ten in the morning of a day."""
    return datetime.combine(day, time(10), tzinfo=AMSTERDAM)


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """What a body decided on a day, and when its clerk wrote that down and published it."""

    on: date
    recorded_on: date
    published_on: date
    reasons: str


@dataclass(frozen=True, kw_only=True)
class AdvicePointMade:
    """One point of advice, and what was done with it."""

    text: str
    follow: Follow
    answer: str


@dataclass(frozen=True, kw_only=True)
class Advice:
    """What was asked of the bodies that advise, what they said, and the answer."""

    question: str
    given_on: date
    answered_on: date
    points: tuple[AdvicePointMade, ...]


@dataclass(frozen=True)
class FrameRow:
    """A row of the municipality's own budget table: what for, under which earmark, and how many cents more or less."""

    what: str
    earmark: str
    cents: int


@dataclass(frozen=True, kw_only=True)
class FrameYear:
    """What the council gave for a year, row by row."""

    year: int
    rows: tuple[FrameRow, ...]
    drafted_on: date
    meeting: Meeting

    @property
    def cents(self) -> dict[str, int]:
        """The rows together, in cents by earmark."""
        total: Counter[str] = Counter()
        for row in self.rows:
            total[row.earmark] += row.cents
        return dict(total)

    @property
    def reasons(self) -> str:
        """Why the council gave this, and the rows of which it is the sum."""
        return "\n".join([self.meeting.reasons, *(f"{row.what}: {format_euros(row.cents)}" for row in self.rows)])


@dataclass(frozen=True, kw_only=True)
class DivisionYear:
    """How the money of a year reached the areas: begun, calculated, proposed, decided, promised, and a plan opened."""

    year: int
    figures_year: int
    begun_on: date
    calculated_on: date
    advice: Advice | None = None
    """Asked on the day of the calculation; None where the arrangement asks nobody."""
    proposed_on: date
    meeting: Meeting
    promised_on: date
    plans_opened_on: date
    networks_start_on: date


@dataclass(frozen=True, kw_only=True)
class Money:
    """What the council gave, how it reached the areas, and what of it was promised."""

    promise: str
    """What the promise rests on: a document, or an agreement."""
    promised: Mapping[str, int]
    """So many hundredths of each pot of an area are promised: by component, or by earmark where there are none."""
    frames: tuple[FrameYear, ...]
    division: DivisionYear


@dataclass(frozen=True, kw_only=True)
class Profile:
    """One municipality of the demo. Its files lie in `data`, named after the slug."""

    slug: str
    name: str
    starts_on: date
    partner: str
    """The organisation that is promised money for its work in every area."""
    other_coordinators: Mapping[str, str] = field(default_factory=dict)
    """The organisation that coordinates an area, by slug, where that is another than the partner."""
    coordinated_from: date
    """Since when the partner and the others coordinate."""
    figures_year: int | None = None
    """The year of the figures in a file, where no money is divided with them."""
    money: Money | None = None
    """None where the demo only shows how people plan together."""
    next_year_begun_on: date
    """When the year began that is being prepared when the demo opens."""
    told: bool = True
    """Whether a file holds what people told here."""
    city_desk: DeskDetails
    area_desk: DeskDetails
    """{area} stands for the name of the area."""
    personas: tuple[Persona, ...]

    @property
    def year(self) -> int:
        """The year that is being prepared when the demo opens."""
        return self.next_year_begun_on.year + 1

    def desk_in(self, area: str) -> DeskDetails:
        """The desk of one area."""
        desk = self.area_desk
        return replace(desk, name=desk.name.format(area=area), place=desk.place.format(area=area))
