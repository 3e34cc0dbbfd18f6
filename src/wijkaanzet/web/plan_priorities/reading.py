"""Everything of one priority on one page: why, what residents do, what professionals add, who brings what."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.plans import queries
from wijkaanzet.plans.labels import REASON_KINDS
from wijkaanzet.plans.models import Ask, Contribution, Priority, Section
from wijkaanzet.plans.queries import PriorityInFull, ReasonInFull
from wijkaanzet.plans.rules.content import PriorityKept
from wijkaanzet.plans.rules.contributions import Bringer, ContributionStatus
from wijkaanzet.plans.rules.plans import OPEN, PlanStatus
from wijkaanzet.plans.rules.priorities import OPEN_ASKS, ReasonKind
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.scans.labels import GONE
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.networks.who import keeps
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plan_priorities import Line, Part, PriorityPage, Written
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge
from wijkaanzet.web.plan_priorities import words
from wijkaanzet.web.plan_priorities.who import priority_to_write
from wijkaanzet.web.plan_reading import words as reading
from wijkaanzet.web.plan_reading.belongs import Listed
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.tenancy import address

FIRST_LINES = 240


@require_safe
@never_cache
def priority(request: Request, public_id: str, priority: str) -> HttpResponse:
    """One priority, for who writes along."""
    kept = priority_to_write(request, public_id, priority)
    return render(request, "web/priority.html", {"page": _page(request, kept, today=clock.today())})


def _page(request: Request, priority: Priority, *, today: date) -> PriorityPage:
    (full,) = queries.in_full(priority.plan, [priority], on=today)
    kept, opens = queries.kept_of(full), priority.plan.status in OPEN
    links = _Links(request, priority, open=opens)
    return PriorityPage(
        trail=trail(request, priority.plan),
        title=priority.title,
        kicker=_("Priority %(number)s") % {"number": priority.position},
        where=reading.place(kept),
        notice=_notice(priority),
        parts=(
            _why(full, kept, links),
            _residents(full, kept, links),
            _professionals(full, links),
            _bring(full, links, keeper=keeps(request, priority.plan.network), today=today),
            _others(full, kept, links),
            _known(full, kept, links),
        ),
        acts=links.acts(
            ("priority-change", _("Change title and place")),
            ("priority-move", _("Place in the plan")),
            ("priority-drop", _("Let it go")),
        ),
    )


class _Links:
    """The addresses of what can be done with a priority and its texts, by whether its plan is open; and its words."""

    def __init__(self, request: Request, priority: Priority, *, open: bool) -> None:
        self.request, self.priority, self.open = request, priority, open
        self.over = priority.plan.status == PlanStatus.ENDED
        self.parts = MoneyParts(request.municipality)

    def acts(self, *acts: tuple[str, str]) -> tuple[Action, ...]:
        """Buttons, each by the name of its page and its words."""
        if not self.open:
            return ()
        return tuple(
            Action(label=label, href=words.href(self.request, self.priority, name), kind="secondary")
            for name, label in acts
        )

    def of(self, contribution: Contribution, name: str, label: str) -> Action:
        """A button of one contribution."""
        plan = self.priority.plan.public_id
        href = address(self.request, name, public_id=plan, contribution=contribution.public_id)
        return Action(label=label, href=href, kind="secondary")

    def texts(self, full: PriorityInFull, *keys: SectionKey) -> tuple[Written, ...]:
        """The texts of some parts, each with where it is written."""
        alone = len(keys) == 1
        return tuple(self._text(full, key, alone=alone) for key in keys if key in full.sections)

    def _text(self, full: PriorityInFull, key: SectionKey, *, alone: bool) -> Written:
        section, title = full.sections[key], str(reading.TITLES[key])
        return Written(
            title=title,
            heading="" if alone else title,
            paragraphs=reading.paragraphs(section.text),
            link=self._to_text(section),
        )

    def _to_text(self, section: Section) -> Action | None:
        """Where a text is written; once the plan is closed where its versions are read, if it has any."""
        parts = {"public_id": self.priority.plan.public_id, "number": section.pk}
        if self.open:
            return Action(label=_("Write along"), href=address(self.request, "plan-section", **parts))
        if not section.version:
            return None
        return Action(label=_("Read how this came about"), href=address(self.request, "plan-versions", **parts))


def _notice(priority: Priority) -> Alert | None:
    status = PlanStatus(priority.plan.status)
    if status is PlanStatus.AGREED:
        text = _("The network agreed with the plan. When you change something, the network has to agree again.")
        return Alert(text=text)
    return None if status in OPEN else Alert(text=_("The plan cannot be changed now. Who is asked can still say yes."))


def _why(full: PriorityInFull, kept: PriorityKept, links: _Links) -> Part:
    return Part(
        uid="why",
        title=_("Why is this in the plan?"),
        texts=links.texts(full, SectionKey.WHY),
        lines=tuple(_reason(links, one) for one in full.reasons),
        none=_("No reason is chosen. “We want this” is enough."),
        belongs=Listed(links.request.municipality).of(kept),
        acts=links.acts(("priority-reasons", _("Say why"))),
    )


def _reason(links: _Links, one: ReasonInFull) -> Line:
    badge = Badge(label=str(REASON_KINDS[ReasonKind(one.reason.kind)]), tone="stone")
    if one.figure is not None:
        facts = (figures.value(one.figure), str(one.figure.year), one.figure.source)
        return Line(title=one.figure.label, badge=badge, facts=facts, says=one.reason.says)
    if one.told is not None:
        href = address(links.request, "voice", public_id=one.told.public_id)
        text = Truncator(" ".join(one.told.text.split())).chars(FIRST_LINES)
        return Line(title=one.told.title, badge=badge, href=href, says=text)
    gone = str(GONE[one.gone]) if one.gone else _("This figure is not there any more.")
    return Line(title=one.reason.says or gone, badge=badge)


def _residents(full: PriorityInFull, kept: PriorityKept, links: _Links) -> Part:
    asked = full.priority.informal != ""
    return Part(
        uid="residents",
        title=_("What do residents do themselves?"),
        lead="" if asked else _("Nobody answered this yet. It comes first, before you ask professionals."),
        badge=reading.informal(kept),
        says=full.priority.informal_says,
        texts=links.texts(full, SectionKey.RESIDENTS_DO, SectionKey.RESIDENTS_COULD),
        acts=links.acts(("priority-informal", _("Answer again") if asked else _("Answer this first"))),
    )


def _professionals(full: PriorityInFull, links: _Links) -> Part:
    return Part(
        uid="professionals",
        title=_("What do professionals add?"),
        lead=_("On top of who are there in any case. The base of the plan says who those are."),
        texts=links.texts(full, SectionKey.PROFESSIONALS_ADD),
    )


def _bring(full: PriorityInFull, links: _Links, *, keeper: bool, today: date) -> Part:
    rows = [one for bringer in Bringer for one in full.contributions if one.bringer == bringer]  # residents first
    return Part(
        uid="bring",
        title=_("Who brings what?"),
        lead=_("Only what people said yes to themselves counts."),
        lines=tuple(_line(links, one, keeper=keeper, today=today) for one in rows),
        none=_("Nobody is asked yet."),
        acts=links.acts(
            ("priority-ask-residents", _("Ask residents")),
            ("priority-ask", _("Ask an organisation or the municipality")),
        ),
    )


def _line(links: _Links, one: Contribution, *, keeper: bool, today: date) -> Line:
    kept = queries.contribution_kept(one)
    facts = (
        *reading.amounts(kept, links.parts),
        _until(one),
        words.no_account(one),
        words.own_answer(one),
        words.went_on_without(one),
    )
    return Line(
        title=f"{queries.who_brings(one)}: {one.what}",
        badge=reading.bringer(kept),
        facts=tuple(filter(None, facts)),
        says=one.says,
        state=words.state(one),
        acts=tuple(_acts_on(links, one, keeper=keeper, today=today)),
    )


def _until(one: Contribution) -> str:
    """Until when who has a letter may answer; nothing once they did."""
    if one.lapses_on is None or one.status != ContributionStatus.ASKED:
        return ""
    return _("they may answer until %(day)s") % {"day": day(one.lapses_on)}


def _acts_on(links: _Links, one: Contribution, *, keeper: bool, today: date) -> Iterator[Action]:
    """What can be done about a question; to go on without an answer also when the plan cannot be changed now."""
    status = ContributionStatus(one.status)
    gone = one.no_account_since is not None
    over = gone or not links.open if one.lapses_on is None else one.lapses_on < today
    by_letter = gone or one.code_hash
    if links.open and keeper and by_letter and status in {ContributionStatus.ASKED, ContributionStatus.LAPSED}:
        yield links.of(one, "contribution-letter", _("Make a letter") if gone else _("Make a new letter"))
    if keeper and over and status is ContributionStatus.ASKED:
        yield links.of(one, "contribution-lapse", _("Go on without"))
    if keeper and one.fell_away_on is not None and one.looked_at_on is None and not links.over:
        yield links.of(one, "contribution-lapse", _("Go on without"))
    if links.open and status in {ContributionStatus.ASKED, ContributionStatus.CONFIRMED}:
        yield links.of(one, "contribution-withdraw", _("Take it out"))


def _others(full: PriorityInFull, kept: PriorityKept, links: _Links) -> Part:
    return Part(
        uid="others",
        title=_("What do we ask of others?"),
        lines=tuple(
            Line(title=one.to_whom, facts=_of_ask(links, ask), says=one.answer, state=reading.asked(one))
            for ask, one in zip(full.asks, kept.asks, strict=True)
        ),
        none=_("Nothing is asked of others."),
        acts=links.acts(("priority-ask-others", _("Ask somebody else something"))),
    )


def _of_ask(links: _Links, ask: Ask) -> tuple[str, ...]:
    """What is asked, and of whom the answer is awaited while it did not come."""
    waits = ask.status in OPEN_ASKS and not links.over
    return (ask.question, words.who_answers(ask)) if waits else (ask.question,)


def _known(full: PriorityInFull, kept: PriorityKept, links: _Links) -> Part:
    label = full.known_by_figure.label if full.known_by_figure else kept.figure
    return Part(
        uid="known",
        title=_("How will we know?"),
        lead=reading.known_by(kept, figure=label) or _("That is not said yet."),
        texts=links.texts(full, SectionKey.HOW_WE_KNOW),
        acts=links.acts(("priority-change", _("Say how you will know"))),
    )
