"""Proefstad with figures, a network and people who tell: what the tests of the scan start from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

from tests.conftest import AT
from tests.factories import NOBODY, somebody
from tests.scans.figure_town import FIRST_YEAR, PEOPLE, FigureTown, open_town, wijk
from wijkaanzet.areas.models import Area
from wijkaanzet.intake import operations as intake
from wijkaanzet.intake.models import Entry
from wijkaanzet.intake.rules import EntryKind, StrengthKind, Tone
from wijkaanzet.kernel.actors import Actor, Channel
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.people import operations as people
from wijkaanzet.people.rules import Role
from wijkaanzet.scans import operations
from wijkaanzet.scans.models import FigureImport, Scan, ScanComment
from wijkaanzet.scans.rules.columns import Column, ColumnKind
from wijkaanzet.scans.rules.scan import STORY, VOICE, Chosen, FilledSection, ScanPartKey
from wijkaanzet.stories import operations as stories
from wijkaanzet.stories.models import Story
from wijkaanzet.stories.rules import ConsentWay, Scope, Yes

TELLER = Actor(user_id=None, channel=Channel.WEB)
LONELY = Column("eenzaam", "Eenzaam", ColumnKind.PERCENTAGE, of="inwoners")
STRENGTHS, CONCERNS, WANTED = ScanPartKey.STRENGTHS, ScanPartKey.CONCERNS, ScanPartKey.WANTED
EVERYBODY = frozenset({Scope.PUBLIC, Scope.NETWORK})
YEAR = 2017
WORDS = "Mensen kennen elkaar."
_forms = count()


def later(days: int) -> datetime:
    """The moment that many days after the tests begin."""
    return AT + timedelta(days=days)


@dataclass(frozen=True)
class ScanTown:
    """A municipality with neighbourhoods; in one of them people make a scan."""

    figures: FigureTown
    area: Area
    coordinator: Actor
    area_manager: Actor
    professional: Actor
    member: Actor
    officer: Actor
    elsewhere: Actor
    """The coordinator of another neighbourhood."""

    def lonely(self, percent: object, *, year: int = 2016, people: int = 4_000) -> FigureImport:
        """A table of figures of every neighbourhood comes in."""
        rows = {wijk(place): {"inwoners": people, "eenzaam": percent} for place in range(4)}
        return self.figures.put(rows, PEOPLE, LONELY, year=year, region_year=FIRST_YEAR)

    def told(
        self,
        kind: EntryKind = EntryKind.STRENGTH,
        *,
        title: str = "De tuin",
        may_share: bool = True,
        email: str = "",
        area: Area | None = None,
    ) -> Entry:
        """Somebody tells something, and two people read it."""
        entry = self._prepared(kind, title, may_share=may_share, email=email, area=area or self.area)
        return intake.place(entry, judged=_judged(), actor=self.area_manager, at=AT).entry

    def story(
        self,
        scopes: Collection[Scope] = EVERYBODY,
        *,
        title: str = "Samen koken",
        tone: Tone = Tone.GOOD,
        email: str = "",
    ) -> Story:
        """Somebody tells a story and shares it."""
        entry = self._prepared(EntryKind.STORY, title, may_share=True, email=email, area=self.area, tone=tone)
        offered = stories.offer(entry, judged=_judged(), actor=self.area_manager, at=AT)
        return stories.share(offered, yes=_yes(scopes), actor=TELLER, at=AT)

    def withdraw(self, told: Entry | Story) -> None:
        """Who told it takes it back."""
        if isinstance(told, Story):
            stories.withdraw(told, actor=TELLER, at=later(30))
        else:
            intake.withdraw(told, actor=TELLER, at=later(30))

    def _prepared(
        self, kind: EntryKind, title: str, *, may_share: bool, email: str, area: Area, tone: Tone = Tone.GOOD
    ) -> Entry:
        sending = intake.Sending(
            token=f"form-{next(_forms):020}",
            told=intake.Telling(text=f"{title}, zeggen wij."),
            may_share=may_share,
            area=area,
            contact=intake.Contact(email=email),
            keep_told=bool(email),
        )
        entry = intake.receive(self.area.division.municipality, sending=sending, actor=TELLER, at=AT).entry
        text, meaning = f"{title}, zeggen wij.", "Wij horen erbij."
        strength = StrengthKind.PLACES if kind is EntryKind.STRENGTH else None
        words = intake.Prepared(kind=kind, title=title, text=text, meaning=meaning, tone=tone, strength_kind=strength)
        return intake.prepare(entry, prepared=words, actor=self.coordinator, at=AT)

    def started(self, *, year: int = YEAR, at: datetime = AT, area: Area | None = None) -> Scan:
        """A scan that somebody begins."""
        return operations.start_scan(area or self.area, year=year, actor=self.coordinator, at=at)

    def fill(self, scan: Scan, section: ScanPartKey, *items: Chosen, words: str = WORDS, at: datetime = AT) -> None:
        """One part gets its words and what it rests on."""
        filled = FilledSection(words=words, items=items)
        operations.fill_section(scan, section=section, filled=filled, actor=self.coordinator, at=at)

    def asked(self, scan: Scan, *, at: datetime = AT) -> Scan:
        """The network is asked."""
        return operations.ask_network(scan, actor=self.coordinator, at=at)

    def comment(self, scan: Scan, *, text: str = "Er mist iets.", section: ScanPartKey | None = None) -> ScanComment:
        """Somebody of the network says something."""
        return operations.comment(scan, section=section, text=text, actor=self.member, at=AT)

    def published(self, *items: Chosen, year: int = YEAR, at: datetime = AT, words: str = WORDS) -> Scan:
        """A scan with these items at what is strong, before the network and then before everybody."""
        scan = self.started(year=year, at=at)
        self.fill(scan, STRENGTHS, *items, words=words, at=at)
        return operations.publish_scan(self.asked(scan, at=at), actor=self.coordinator, at=at)


def build_town() -> ScanTown:
    """Proefstad with its people."""
    figures = open_town()
    municipality, area, other = figures.municipality, figures.area("noord"), figures.area("oost")
    network = people.open_network(area, key="netwerk", name="Netwerk Noord", actor=NOBODY, at=AT)
    return ScanTown(
        figures=figures,
        area=area,
        coordinator=somebody(Role.COORDINATOR, municipality, scope=area),
        area_manager=somebody(Role.AREA_MANAGER, municipality, scope=area),
        professional=somebody(Role.WIJKTEAM_PROFESSIONAL, municipality, scope=area),
        member=somebody(Role.NETWORK_MEMBER, municipality, scope=network),
        officer=somebody(Role.POLICY_OFFICER, municipality),
        elsewhere=somebody(Role.COORDINATOR, municipality, scope=other),
    )


def figure(slug: str = "eenzaam", meaning: str = "") -> Chosen:
    """A figure that is chosen."""
    return Chosen(figure=slug, meaning=meaning)


def voice(entry: Entry, meaning: str = "") -> Chosen:
    """A voice that is chosen."""
    return Chosen(subject=Subject(VOICE, entry.pk), meaning=meaning)


def tale(story: Story, meaning: str = "") -> Chosen:
    """A story that is chosen."""
    return Chosen(subject=Subject(STORY, story.pk), meaning=meaning)


def _judged() -> intake.Judged:
    return intake.Judged(risk=1, answer="Dank u wel.", finds_checked=True)


def _yes(scopes: Collection[Scope]) -> Yes:
    return Yes(scopes=frozenset(scopes), way=ConsentWay.LINK, of_age=True)


def on(at: datetime = AT) -> date:
    """The day of a moment."""
    return at.date()
