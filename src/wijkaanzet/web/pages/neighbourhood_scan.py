"""The pages of the scan of a neighbourhood: reading it, and making it together."""

from dataclasses import dataclass
from typing import ClassVar

from django.forms.boundfield import BoundField

from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.meaning import Meaning
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge, Download


@dataclass(frozen=True, kw_only=True)
class ScanFigure:
    """A figure in a scan, with what people say that it means."""

    card: FigureCard
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Quote:
    """What somebody told, in a scan; or only that it is not there any more."""

    kind: str
    title: str = ""
    text: str = ""
    """The first lines."""
    teller_meaning: str = ""
    """What it means to who told it."""
    meaning: str = ""
    """What people say together that it means."""
    place: str = ""
    href: str = ""
    gone: str = ""
    """Why it cannot be read any more; then nothing else is told of it."""
    only_here: bool = False


@dataclass(frozen=True, kw_only=True)
class CommentRow:
    """What somebody said of a scan, and what is done with it."""

    uid: str
    who: str
    text: str
    answer: str
    answered: str
    """Who answered and when, in words; empty when nobody did."""
    form: ActForm | None = None
    """To answer it, for who may."""


@dataclass(frozen=True, kw_only=True)
class ScanPart:
    """One part of a scan."""

    key: str
    title: str
    icon: str
    """The name of its picture in web/includes/."""
    words: str
    sure: str
    figures: tuple[ScanFigure, ...]
    quotes: tuple[Quote, ...]
    comments: tuple[CommentRow, ...] = ()
    comment_href: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it yet."""
        return not (self.words or self.figures or self.quotes)


@dataclass(frozen=True, kw_only=True)
class PartChange:
    """What is otherwise in one part than in the scan before, in sentences."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What changed since the scan before."""

    year: int
    href: str
    parts: tuple[PartChange, ...]


@dataclass(frozen=True, kw_only=True)
class StartScan:
    """A year of which a scan can be begun."""

    year: int
    href: str


@dataclass(frozen=True, kw_only=True)
class NoScanPage:
    """web/scan_none.html: a neighbourhood without a scan."""

    section: ClassVar[str] = "areas"
    area: str
    slug: str
    tell_href: str
    starts: tuple[StartScan, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ScanPage:
    """web/scan.html: the whole scan on one screen, what is strong first."""

    section: ClassVar[str] = "areas"
    area: str
    slug: str
    year: int
    state: Badge | None
    """Where it stands, as long as it is not published."""
    note: Alert | None
    made_by: str
    published: str
    strengths: ScanPart
    concerns: ScanPart
    unknown: tuple[ScanPart, ...]
    meanings: tuple[Meaning, ...]
    changes: Changes | None
    tell_href: str
    comments: tuple[CommentRow, ...] = ()
    """About the whole."""
    commenting: ActForm | None = None
    comment_href: str = ""
    answer_href: str = ""
    actions: tuple[Action, ...] = ()
    starts: tuple[StartScan, ...] = ()
    downloads: tuple[Download, ...] = ()
    earlier: tuple[Action, ...] = ()
    all_href: str = ""
    fictional: bool = False


@dataclass(frozen=True, kw_only=True)
class PartToMake:
    """One part in the overview of who makes the scan."""

    title: str
    icon: str
    facts: tuple[str, ...]
    """What stands in it, in words."""
    waiting: str
    """How much was told that could be chosen here; empty when there is none."""
    href: str
    """Where it is filled; empty while the network looks at it."""


@dataclass(frozen=True, kw_only=True)
class ComposePage:
    """web/scan_compose.html: the parts of a scan that is being made, and what comes next."""

    section: ClassVar[str] = "areas"
    area: str
    slug: str
    year: int
    state: Badge
    note: Alert
    parts: tuple[PartToMake, ...]
    actions: tuple[Action, ...]
    take_back_href: str = ""


@dataclass(frozen=True, kw_only=True)
class ChoiceRow:
    """Something that can be chosen for a part, with what people say that it means."""

    tick: BoundField
    meaning: BoundField
    label: str
    note: str
    ticked: bool


@dataclass(frozen=True, kw_only=True)
class ChoiceGroup:
    """Choices that belong together."""

    title: str
    rows: tuple[ChoiceRow, ...]
    open: bool


@dataclass(frozen=True, kw_only=True)
class SectionPage:
    """web/scan_section.html: one part of a scan as a form."""

    section: ClassVar[str] = "areas"
    area: str
    slug: str
    year: int
    title: str
    help: str
    questions: tuple[BoundField, ...]
    told: tuple[ChoiceGroup, ...]
    figures: tuple[ChoiceGroup, ...]
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class ConfirmPage:
    """web/scan_confirm.html: what a step with a scan does, before it is done."""

    section: ClassVar[str] = "areas"
    area: str
    slug: str
    year: int
    title: str
    lead: str
    points: tuple[str, ...]
    buttons: Buttons


@dataclass(frozen=True, kw_only=True)
class ScanRow:
    """The scan of one neighbourhood in the list of a year."""

    area: str
    href: str
    words: str
    """The beginning of what is strong there."""


@dataclass(frozen=True, kw_only=True)
class ScansPage:
    """web/scans.html: the published scans of a year, by name of the neighbourhood."""

    section: ClassVar[str] = "areas"
    year: int
    rows: tuple[ScanRow, ...]
    years: tuple[Action, ...]
    downloads: tuple[Download, ...]
