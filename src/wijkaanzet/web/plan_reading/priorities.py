"""One priority of an edition as everybody reads it: residents first, then who adds what, then why."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property
from typing import Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.labels import REASON_KINDS
from wijkaanzet.plans.rules.content import ContributionKept, PictureKept, PlanContent, PriorityKept, ReasonKept
from wijkaanzet.plans.rules.contributions import Bringer, ContributionStatus
from wijkaanzet.plans.rules.priorities import InformalAnswer, ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.scans.labels import GONE
from wijkaanzet.scans.queries import ToldWords
from wijkaanzet.scans.rules.frozen import FrozenFigure, from_json
from wijkaanzet.scans.rules.scan import Gone
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_reading import Asked, Brings, PlanPicture, PlanPriority, Reason, ToDo
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_reading import words
from wijkaanzet.web.plan_reading.belongs import Listed
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.tenancy import address

FIRST_LINES: Final = 420
"""Characters of what somebody told."""


@dataclass(frozen=True)
class Setting:
    """What holds for a whole edition that somebody reads now."""

    request: Request
    plan_id: str
    """Its public id."""
    told: Mapping[Subject, ToldWords | Gone]
    """What it points at, as everybody may read it now."""
    taken_back: Collection[str]
    """Contributions to which no yes stands any more."""
    pictures: Collection[str]
    """The pictures that may still be seen."""
    later: Mapping[str, ContributionStatus] = field(default_factory=dict)
    """What became since of contributions that had no answer when it was handed in, by public id."""

    @cached_property
    def parts(self) -> MoneyParts:
        """What the parts of the money are called."""
        return MoneyParts(self.request.municipality)

    @cached_property
    def listed(self) -> Listed:
        """To which function, theme and goal priorities belong."""
        return Listed(self.request.municipality)

    def picture(self, kept: PictureKept) -> PlanPicture:
        """A picture with its address."""
        href = address(self.request, "plan-picture", public_id=self.plan_id, picture=kept.public_id)
        return PlanPicture(key=kept.public_id, href=href, alt=kept.alt, width=kept.width, height=kept.height)

    def pictures_of(self, content: PlanContent, priority: str = "") -> tuple[PlanPicture, ...]:
        """The pictures of a priority, or those of the whole plan."""
        own = (one for one in content.pictures if one.priority == priority)
        return tuple(self.picture(one) for one in own if one.public_id in self.pictures)

    @property
    def asked_no_more(self) -> Collection[str]:
        """Contributions that are refused or taken back, or that the network goes on without."""
        return {*self.taken_back, *(id_ for id_, status in self.later.items() if status is ContributionStatus.LAPSED)}

    def now(self, one: ContributionKept) -> ContributionKept:
        """A contribution as it stands today."""
        return replace(one, status=self.later.get(one.public_id, one.status))


def standing(priority: PriorityKept, setting: Setting) -> tuple[ContributionKept, ...]:
    """Who brings something to a priority, residents first: of residents only what they said yes to themselves.

    Each as it stands today, also when the answer came after the edition was handed in.
    """
    shown = [
        setting.now(one)
        for one in priority.contributions
        if one.public_id not in setting.taken_back
        and (
            setting.now(one).status is ContributionStatus.CONFIRMED
            or (one.status is ContributionStatus.ASKED and one.bringer is not Bringer.RESIDENTS)
        )
    ]
    return tuple(one for bringer in Bringer for one in shown if one.bringer is bringer)


def brings(one: ContributionKept, setting: Setting) -> tuple[str, ...]:
    """How much somebody brings, from what and until when; and whether they said yes, or did so later."""
    said_later = one.public_id in setting.later and one.status is ContributionStatus.CONFIRMED
    return (*words.brings(one, setting.parts), *((_("said yes later"),) if said_later else ()))


def uid(priority: PriorityKept) -> str:
    """Where on the page a priority stands."""
    return f"prioriteit-{priority.public_id}"


def to_do(content: PlanContent, setting: Setting) -> tuple[ToDo, ...]:
    """What there is to do, in the order of the plan; what residents do comes before what only professionals do."""
    found: dict[Doers, list[ToDo]] = {one: [] for one in Doers}
    for one in content.priorities:
        doers = _doers(one, setting)
        found[doers].append(_to_do(one, doers, setting))
    return tuple(one for together in found.values() for one in together)


class Doers(Enum):
    """Who do something about a priority, in the order in which a page tells of it."""

    RESIDENTS = auto()
    WANTED = auto()
    """Nobody does it yet, and people could or want to."""
    PROFESSIONALS = auto()
    NOBODY = auto()


def _doers(priority: PriorityKept, setting: Setting) -> Doers:
    bringers = {one.bringer for one in _promised(priority, setting)}
    if Bringer.RESIDENTS in bringers or priority.informal is InformalAnswer.DO:
        return Doers.RESIDENTS
    if priority.informal in {InformalAnswer.COULD, InformalAnswer.WANT}:
        return Doers.WANTED
    return Doers.PROFESSIONALS if bringers else Doers.NOBODY


def _promised(priority: PriorityKept, setting: Setting) -> list[ContributionKept]:
    return [one for one in standing(priority, setting) if one.status is ContributionStatus.CONFIRMED]


def _to_do(priority: PriorityKept, doers: Doers, setting: Setting) -> ToDo:
    promised = _promised(priority, setting)
    others = any(one.bringer is not Bringer.RESIDENTS for one in promised)
    who = {
        Doers.RESIDENTS: Badge(label=_("Together") if others else _("Residents"), tone="leaf"),
        Doers.WANTED: Badge(label=_("Who joins in?"), tone="leaf"),
        Doers.PROFESSIONALS: Badge(label=_("Professionals"), tone="petrol"),
        Doers.NOBODY: Badge(label=_("Open question"), tone="stone"),
    }[doers]
    return ToDo(
        who=who,
        title=priority.title,
        href=f"#{uid(priority)}",
        says=priority.informal_says,
        names=tuple(dict.fromkeys(one.who for one in promised)),
    )


def priorities(content: PlanContent, setting: Setting) -> tuple[PlanPriority, ...]:
    """All priorities in the order of the plan."""
    return tuple(_priority(one, number, content, setting) for number, one in enumerate(content.priorities, start=1))


def _priority(one: PriorityKept, number: int, content: PlanContent, setting: Setting) -> PlanPriority:
    figures, measured = dict(figures_in(one)), measured_in(one)
    return PlanPriority(
        uid=uid(one),
        number=number,
        title=one.title,
        place=words.place(one),
        informal=words.informal(one),
        informal_says=one.informal_says,
        residents_do=text_of(one.texts, SectionKey.RESIDENTS_DO),
        residents_could=text_of(one.texts, SectionKey.RESIDENTS_COULD),
        professionals_add=text_of(one.texts, SectionKey.PROFESSIONALS_ADD),
        brings=tuple(_brings(each, setting) for each in standing(one, setting)),
        why=text_of(one.texts, SectionKey.WHY),
        reasons=tuple(_reasons(one.reasons, setting)),
        figures=tuple(found.label for found in figures.values()),
        asked=tuple(
            Asked(to_whom=each.to_whom, question=each.question, state=words.asked(each), answer=each.answer)
            for each in one.asks
        ),
        known_by=words.known_by(one, figure=measured.label if measured else one.figure),
        how_we_know=text_of(one.texts, SectionKey.HOW_WE_KNOW),
        belongs=setting.listed.of(one),
        pictures=setting.pictures_of(content, one.public_id),
    )


def _brings(one: ContributionKept, setting: Setting) -> Brings:
    facts = brings(one, setting)
    return Brings(who=one.who, badge=words.bringer(one), what=one.what, facts=facts, says=one.says)


def text_of(texts: Mapping[SectionKey, str], key: SectionKey) -> tuple[str, ...]:
    """One text of an edition as its paragraphs."""
    return words.paragraphs(texts.get(key, ""))


def figures_in(priority: PriorityKept) -> Iterator[tuple[str, FrozenFigure]]:
    """The figures on which a priority rests, by their address, as they stood when the plan was handed in."""
    for one in priority.reasons:
        if one.frozen is not None:
            yield one.figure, from_json(one.frozen)


def measured_in(priority: PriorityKept) -> FrozenFigure | None:
    """The figure by which people will know, as it stood when the plan was handed in."""
    return from_json(priority.measured) if priority.measured is not None else None


def told_in(content: PlanContent) -> set[Subject]:
    """What people told on which the priorities of an edition rest."""
    reasons = (reason for one in content.priorities for reason in one.reasons)
    return {Subject(one.subject_kind, one.subject_id) for one in reasons if one.subject_id is not None}


def _reasons(reasons: Iterable[ReasonKept], setting: Setting) -> Iterator[Reason]:
    """Wishes, and what people told as it may be read today; figures stand with the other figures.

    That something is gone hears only who could read that it was there.
    """
    for one in reasons:
        if one.kind is ReasonKind.WISH:
            yield Reason(kind=str(REASON_KINDS[one.kind]), text=one.says)
        elif one.subject_id is not None:
            found = setting.told.get(Subject(one.subject_kind, one.subject_id))
            if isinstance(found, ToldWords):
                yield _told(found, setting)
            elif found is not None and one.for_everybody:
                yield Reason(kind=str(REASON_KINDS[one.kind]), text="", gone=str(GONE[found]))


def _told(found: ToldWords, setting: Setting) -> Reason:
    return Reason(
        kind=str(REASON_KINDS[ReasonKind.TOLD]),
        text=Truncator(" ".join(found.text.split())).chars(FIRST_LINES),
        title=found.title,
        href=address(setting.request, "voice", public_id=found.public_id),
    )
