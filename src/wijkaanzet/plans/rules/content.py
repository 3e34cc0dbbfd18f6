"""What an edition holds for good: the texts, priorities and promises of a plan, what was told by reference only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wijkaanzet.plans.rules.contributions import Bringer, ContributionKind, ContributionStatus, Per
from wijkaanzet.plans.rules.priorities import AskAnswer, InformalAnswer, KnownBy, PlaceKind, ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey


@dataclass(frozen=True)
class ReasonKept:
    """Why something is a priority; a figure as it was shown that day, or a reference to what was told."""

    kind: ReasonKind
    says: str
    figure: str = ""
    frozen: Mapping[str, object] | None = None
    """Of a figure: scans.rules.frozen."""
    subject_kind: str = ""
    subject_id: int | None = None
    for_everybody: bool = False
    """Of what was told: whether everybody could read it that day. Only then everybody hears of it when it is gone."""


@dataclass(frozen=True)
class ContributionKept:
    """Who brings what; `who` is a group or an organisation. Money in cents a year."""

    public_id: str
    bringer: Bringer
    who: str
    kind: ContributionKind
    what: str
    status: ContributionStatus
    cents: int | None = None
    from_area_money: bool = False
    money_from: str = ""
    hours: int | None = None
    per: Per | None = None
    beyond_base: bool = False
    until: date | None = None
    says: str = ""
    earmark: str = ""
    """Of the money of the area: the key of the part that it comes from; empty when it is not set apart."""


@dataclass(frozen=True)
class AskKept:
    """What was asked of others, and their answer if it had come."""

    to_whom: str
    question: str
    kind: AskAnswer | None
    answer: str
    again_on: date | None = None
    """Of "later": the day on which it is asked again."""


@dataclass(frozen=True)
class PriorityKept:
    """A priority, in the order of the plan."""

    public_id: str
    title: str
    place_kind: PlaceKind
    place: str
    informal: InformalAnswer | None
    informal_says: str
    texts: Mapping[SectionKey, str]
    reasons: tuple[ReasonKept, ...]
    contributions: tuple[ContributionKept, ...]
    asks: tuple[AskKept, ...]
    function: str
    theme: str
    goal: str
    known_by: KnownBy | None
    figure: str
    look_back_on: date | None
    measured: Mapping[str, object] | None = None
    """The figure by which people will know, as it was shown that day: scans.rules.frozen."""


@dataclass(frozen=True)
class BaseKept:
    """The professionals who are there in any case."""

    organisation: str
    what: str
    hours_a_week: int | None


@dataclass(frozen=True)
class DissentKept:
    """What people who did not agree said."""

    text: str
    by_whom: str


@dataclass(frozen=True)
class AgreementKept:
    """How the network agreed."""

    agreed_on: date
    way: str
    rule: str
    in_favour: int | None
    against: int | None
    dissents: tuple[DissentKept, ...]


@dataclass(frozen=True)
class PictureKept:
    """A picture by its public id, with its words and the priority that it belongs to, if any."""

    public_id: str
    alt: str
    width: int
    height: int
    priority: str = ""


@dataclass(frozen=True)
class MoneyThere:
    """What there is for a plan from the money of its area in a year, in cents: in all, and of each part by earmark."""

    year: int
    cents: int | None
    """None while nothing was decided on the money of that year."""
    parts: Mapping[str, int] = field(default_factory=dict)

    def of(self, earmark: str) -> int:
        """What there is of one part; what the money was never divided over has nothing."""
        return self.parts.get(earmark, 0)


@dataclass(frozen=True)
class WordKept:
    """A word of the plan: what the municipality meant by it that day, and what the network agreed that it means."""

    term: str
    meaning: str
    agreed_with: tuple[str, ...] = ()
    agreed_on: date | None = None
    source: str = ""
    here: str = ""
    """Empty when the network agreed nothing about it."""


@dataclass(frozen=True)
class ExpectedKept:
    """What people could expect of the municipality that day, about one thing."""

    about: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class PlanContent:
    """A whole plan as one edition."""

    texts: Mapping[SectionKey, str]
    priorities: tuple[PriorityKept, ...]
    base: tuple[BaseKept, ...]
    agreement: AgreementKept | None
    pictures: tuple[PictureKept, ...] = ()
    change_why: str = ""
    money: MoneyThere | None = None
    """What there was when it was handed in; editions of before the parts were compared do not say it."""
    words: tuple[WordKept, ...] | None = None
    """The words in it that the municipality explains; None in an edition of before words were kept."""
    expected: tuple[ExpectedKept, ...] | None = None
    """By the staircase of that day; None until it is handed in, and in an edition of before this was kept."""

    @property
    def written(self) -> tuple[str, ...]:
        """All that was written together, of the whole and then of each priority."""
        return (*self.texts.values(), *(text for one in self.priorities for text in one.texts.values()))

    @property
    def readable(self) -> tuple[str, ...]:
        """All in which somebody may meet a word that wants explaining."""
        around = (text for one in self.priorities for text in (one.title, one.informal_says))
        return (*self.written, *around)
