"""What something that is told stands beside: the neighbourhood, a question that was put, a figure, a plan."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from wijkaanzet.areas import access as areas
from wijkaanzet.areas.models import Area, Place
from wijkaanzet.areas.queries import by_name, places_of
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans.access import public_plans
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.rules.plans import FINAL, PLAN
from wijkaanzet.scans.queries import public_columns
from wijkaanzet.stories.access import public_prompts
from wijkaanzet.stories.models import Prompt
from wijkaanzet.stories.rules import PROMPT
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.http import Request

ABOUT_PLAN = "plan"
"""What stands before the public id of a plan in an address."""
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

    @property
    def about(self) -> Subject | None:
        """What it answers to: a question, or a plan."""
        if self.prompt is not None:
            return Subject(PROMPT, self.prompt.pk)
        return Subject(PLAN, self.plan.pk) if self.plan is not None else None


def beside(request: Request, *, today: date) -> Beside:
    """Where something belongs that is told now: what was chosen on the form, else what the address of the page says."""
    _arrangement, division = division_now(request.municipality, today=today)
    every = by_name(areas.public_areas(request.municipality), division) if division else []
    prompt = _prompt(request, today=today)
    plan = None if prompt else _plan(request)
    theirs = prompt.area if prompt else plan.network.body.area if plan else None
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
    )


def _prompt(request: Request, *, today: date) -> Prompt | None:
    asked = request.GET.get("vraag", "")
    if not asked.isalnum():  # also what PostgreSQL would stumble over
        return None
    running = Q(ends_before__isnull=True) | Q(ends_before__gt=today)
    own = public_prompts(request.municipality).filter(running, starts_on__lte=today, public_id=asked)
    return own.select_related("area").first()


def _plan(request: Request) -> Plan | None:
    kind, _dash, public_id = request.GET.get("over", "").partition("-")
    if kind != ABOUT_PLAN or not public_id.isalnum():
        return None
    return public_plans(request.municipality).exclude(status__in=FINAL).filter(public_id=public_id).first()
