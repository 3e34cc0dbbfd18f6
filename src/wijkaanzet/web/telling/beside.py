"""What something that is told stands beside: the neighbourhood, a question, a figure, a plan, a citizens' summit."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wijkaanzet.areas import access as areas
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.areas.queries import by_name, places_of
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.networks.access import public_meetings
from wijkaanzet.networks.models import Meeting
from wijkaanzet.networks.rules import PROCESS as MEETING
from wijkaanzet.networks.rules import MeetingKind, MeetingStatus
from wijkaanzet.plans.access import public_editions, public_plans
from wijkaanzet.plans.models import Plan, Priority
from wijkaanzet.plans.queries import asked_of_all
from wijkaanzet.plans.rules.plans import FINAL, PLAN
from wijkaanzet.plans.rules.priorities import PRIORITY
from wijkaanzet.scans.queries import public_columns
from wijkaanzet.stories.access import public_prompts
from wijkaanzet.stories.models import Prompt
from wijkaanzet.stories.rules import PROMPT
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.http import Request

ABOUT_PLAN = "plan"
ABOUT_SUMMIT = "burgertop"
"""What stands before the public id of a plan, or of a meeting, in an address."""
WHOLE = "-"
"""What is chosen for the whole municipality; no neighbourhood has it as its address."""


@dataclass(frozen=True)
class Beside:
    """Where it belongs, as the address of the page and the form say; what is not known is left out."""

    areas: tuple[Area, ...]
    area: Area | None
    places: tuple[Place, ...]
    figure: str
    """The address of a figure; empty when there is none."""
    figure_name: str
    prompt: Prompt | None
    """The question that it answers, as long as that is asked."""
    plan: Plan | None
    """The plan of a network that it is told for, as long as that is not over."""
    priority: Priority | None
    """The priority of that plan that it answers; its own words may be those of a draft."""
    asked: str
    """What that priority is called for everybody; empty without one."""
    summit: Meeting | None
    """The citizens' summit at which it is an idea."""

    @property
    def about(self) -> Subject | None:
        """What it answers to: a question, a citizens' summit, a priority of a plan, or the whole plan."""
        if self.prompt is not None:
            return Subject(PROMPT, self.prompt.pk)
        if self.summit is not None:
            return Subject(MEETING, self.summit.pk)
        if self.priority is not None:
            return Subject(PRIORITY, self.priority.pk)
        return Subject(PLAN, self.plan.pk) if self.plan is not None else None


def beside(request: Request, *, today: date) -> Beside:
    """Where something belongs that is told now: what was chosen on the form, else what the address of the page says."""
    _arrangement, division = division_now(request.municipality, today=today)
    every = by_name(areas.public_areas(request.municipality), division) if division else []
    prompt = _prompt(request, today=today)
    plan = None if prompt else _plan(request)
    priority, asked = _asked(request, plan) if plan else (None, "")
    summit = None if prompt or plan else _summit(request)
    network = plan.network if plan else summit.network if summit else None
    theirs = prompt.area if prompt else network.body.area if network else None
    chosen = request.POST.get("area") or request.GET.get("wijk") or (theirs.slug if theirs else "")
    area = next((one for one in every if one.slug == chosen), None)
    slug = request.GET.get("cijfer", "")
    columns = public_columns(division) if slug and division else []
    figure = next((one for one in columns if one.slug == slug), None)
    return Beside(
        areas=tuple(every),
        area=area,
        places=tuple(places_of(areas.public_places(request.municipality), area, on=today)) if area else (),
        figure=figure.slug if figure else "",
        figure_name=figure.label if figure else "",
        prompt=prompt,
        plan=plan,
        priority=priority,
        asked=asked,
        summit=summit,
    )


def _prompt(request: Request, *, today: date) -> Prompt | None:
    asked = request.GET.get("vraag", "")
    if not asked.isalnum():  # also what PostgreSQL would stumble over
        return None
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=today)
    own = public_prompts(request.municipality).filter(running, starts_on__lte=today, public_id=asked)
    return own.select_related("area").first()


def _plan(request: Request) -> Plan | None:
    public_id = _told_over(request, ABOUT_PLAN)
    own = public_plans(request.municipality).exclude(status__in=FINAL)
    return own.filter(public_id=public_id).first() if public_id else None


def _asked(request: Request, plan: Plan) -> tuple[Priority | None, str]:
    """The priority that the address names and what it is called, when everybody may know of it; three queries."""
    public_id = request.GET.get("prioriteit", "")
    if not public_id.isalnum():
        return None, ""
    known = asked_of_all(plan, public_id, editions=public_editions(request.municipality))
    priority = plan.priorities.filter(public_id=public_id).first() if known else None
    return (priority, known.title) if known and priority else (None, "")


def _summit(request: Request) -> Meeting | None:
    public_id = _told_over(request, ABOUT_SUMMIT)
    own = public_meetings(request.municipality).filter(kind=MeetingKind.SUMMIT).exclude(status=MeetingStatus.CANCELLED)
    return own.filter(public_id=public_id).first() if public_id else None


def _told_over(request: Request, what: str) -> str:
    """The public id of what it is told for, when the address says that it is of this kind; else empty."""
    kind, _dash, public_id = request.GET.get("over", "").partition("-")
    return public_id if kind == what and public_id.isalnum() else ""
