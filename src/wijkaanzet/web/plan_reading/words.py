"""Plans in plain words: years, places, who brings what, how a network agreed, and how it will know."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkaanzet.plans.labels import AGREEMENT_WAYS, ASK_ANSWERS, ASK_STATUSES, BRINGERS, INFORMAL_ANSWERS, PLAN_STATUSES
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.content import AgreementKept, AskKept, BaseKept, ContributionKept, PriorityKept
from wijkaanzet.plans.rules.contributions import Bringer, ContributionStatus, Per
from wijkaanzet.plans.rules.plans import AgreementWay, PlanStatus
from wijkaanzet.plans.rules.priorities import AskAnswer, AskStatus, InformalAnswer, KnownBy, PlaceKind
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.web.numbers import amount, day
from wijkaanzet.web.pages.plan_reading import BaseLine, Paragraphs
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_reading.parts import MoneyParts

TITLES: dict[SectionKey, str | Promise] = {
    SectionKey.SUMMARY: gettext_lazy("In short"),
    SectionKey.THERE_IS: gettext_lazy("What is there already?"),
    SectionKey.TOGETHER: gettext_lazy("How do we do this together?"),
    SectionKey.ACCESS: gettext_lazy("If help is needed"),
    SectionKey.SCHOOLS: gettext_lazy("Together with schools"),
    SectionKey.RISKS: gettext_lazy("What can go wrong?"),
    SectionKey.WHY: gettext_lazy("Why is this in the plan?"),
    SectionKey.RESIDENTS_DO: gettext_lazy("What do residents do?"),
    SectionKey.RESIDENTS_COULD: gettext_lazy("What could residents do, and what do they need for it?"),
    SectionKey.PROFESSIONALS_ADD: gettext_lazy("What do professionals add?"),
    SectionKey.HOW_WE_KNOW: gettext_lazy("How will we know?"),
}
"""The parts of a plan as a reader's question."""
TONES: dict[Bringer, Literal["leaf", "petrol", "stone"]] = {
    Bringer.RESIDENTS: "leaf",
    Bringer.ORGANISATION: "petrol",
    Bringer.MUNICIPALITY: "stone",
}


def years(plan: Plan) -> str:
    """The years of a plan as people say them: 2027 tot en met 2030."""
    last = (plan.ends_before - timedelta(days=1)).year if plan.ends_before else plan.starts_on.year
    first = plan.starts_on.year
    return str(first) if last <= first else _("%(first)s up to and including %(last)s") % {"first": first, "last": last}


def paragraphs(text: str) -> Paragraphs:
    """A text as its paragraphs."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def place(priority: PriorityKept) -> str:
    """Where a priority belongs, to stand after its title; empty when it has no place."""
    match priority.place_kind:
        case PlaceKind.AREA:
            return _("In the whole neighbourhood")
        case PlaceKind.GROUP:
            return _("For %(group)s") % {"group": priority.place}
        case PlaceKind.NONE:
            return ""
        case _:
            return priority.place


def informal(priority: PriorityKept) -> Badge | None:
    """What residents do, could do or want; None while nobody answered."""
    if priority.informal is None:
        return None
    label = str(INFORMAL_ANSWERS[priority.informal])
    return Badge(label=label, tone="stone" if priority.informal is InformalAnswer.NOTHING_YET else "leaf")


def bringer(one: ContributionKept) -> Badge:
    """Who brings it, in one word."""
    return Badge(label=str(BRINGERS[one.bringer]), tone=TONES[one.bringer])


def brings(one: ContributionKept, parts: MoneyParts) -> tuple[str, ...]:
    """How much, from what, until when; and that the answer is still to come, or is awaited no longer."""
    return tuple(filter(None, (*amounts(one, parts), _awaited(one.status))))


def _awaited(status: ContributionStatus) -> str:
    match status:
        case ContributionStatus.CONFIRMED:
            return ""
        case ContributionStatus.LAPSED:
            return _("asked, the network goes on without")
        case _:
            return _("asked, no answer yet")


def amounts(one: ContributionKept, parts: MoneyParts) -> tuple[str, ...]:
    """How much, from what, and until when."""
    facts = [
        _a_year(one.cents),
        money_line(one, parts),
        _hours(one.hours, one.per),
        _("on top of who are there in any case") if one.beyond_base else "",
        _("up to and including %(day)s") % {"day": day(one.until)} if one.until else _how_long(one),
    ]
    return tuple(filter(None, facts))


def _how_long(one: ContributionKept) -> str:
    """What comes on top of the base is for a time: without a day as long as the plan."""
    return _("as long as the plan runs") if one.beyond_base else ""


def money_line(one: ContributionKept, parts: MoneyParts) -> str:
    """From which line the money comes; empty for what is no money."""
    if one.earmark:
        return _("from the money of the neighbourhood for %(part)s") % {"part": parts.name(one.earmark)}
    return _("from the money of the neighbourhood") if one.from_area_money else one.money_from


def _a_year(cents: int | None) -> str:
    return "" if cents is None else _("%(amount)s a year") % {"amount": amount(cents)}


def _hours(hours: int | None, per: Per | None) -> str:
    if hours is None or per is None:
        return ""
    match per:
        case Per.WEEK:
            words = ngettext("%(hours)s hour a week", "%(hours)s hours a week", hours)
        case Per.MONTH:
            words = ngettext("%(hours)s hour a month", "%(hours)s hours a month", hours)
        case Per.YEAR:
            words = ngettext("%(hours)s hour a year", "%(hours)s hours a year", hours)
    return words % {"hours": hours}


def base_hours(one: BaseKept) -> str:
    """How many hours a week professionals are there in any case."""
    return _hours(one.hours_a_week, Per.WEEK)


def state(status: PlanStatus, *, holds: bool) -> str:
    """How far a plan came; while a change of it is written or decided on, that it `holds`."""
    if holds and status not in {PlanStatus.ADOPTED, PlanStatus.ENDED}:
        return _("holds, a change is being written")
    return str(PLAN_STATUSES[status])


def base_lines(base: Iterable[BaseKept]) -> tuple[BaseLine, ...]:
    """The professionals who are there in any case, one line each."""
    return tuple(BaseLine(organisation=one.organisation, what=one.what, hours=base_hours(one)) for one in base)


def asked(one: AskKept) -> Badge:
    """What others answered."""
    if one.kind is None:
        return Badge(label=str(ASK_STATUSES[AskStatus.ASKED]), tone="stone")
    if one.again_on is not None:
        return Badge(label=_("Later, asked again on %(day)s") % {"day": day(one.again_on)}, tone="petrol")
    return Badge(label=str(ASK_ANSWERS[one.kind]), tone="leaf" if one.kind is AskAnswer.YES else "petrol")


def known_by(priority: PriorityKept, *, figure: str) -> str:
    """How people will know; `figure` is what the figure is called, when it is one."""
    match priority.known_by:
        case KnownBy.FIGURE:
            return _("We look at a figure: %(figure)s.") % {"figure": figure}
        case KnownBy.STORY:
            return _("We listen to what people tell.")
        case KnownBy.PROCESS:
            return _("We look at what was set in motion.")
        case KnownBy.LOOK_BACK if priority.look_back_on:
            return _("We look back at it together on %(day)s.") % {"day": day(priority.look_back_on)}
        case _:
            return ""


def agreed(agreement: AgreementKept | None) -> str:
    """How the network agreed, in sentences; empty when that is not known."""
    if agreement is None:
        return ""
    way = AgreementWay(agreement.way)
    said = [
        _("The network agreed with this plan on %(day)s.") % {"day": day(agreement.agreed_on)},
        f"{AGREEMENT_WAYS[way]}.",
    ]
    if way is AgreementWay.MAJORITY:
        votes = {"favour": agreement.in_favour, "against": agreement.against}
        said.append(_("%(favour)s in favour and %(against)s against.") % votes)
    if agreement.rule:
        said.append(_("This is how the network agrees: %(rule)s") % {"rule": agreement.rule})
    return " ".join(said)
