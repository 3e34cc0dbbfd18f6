"""What a division is called, and how it stands beside the frame."""

from django.utils.translation import gettext as _

from wijkaanzet.budget.labels import RUN_STATUSES
from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.budget.rules.runs import ON_ITS_WAY, RunStatus
from wijkaanzet.web.numbers import amount, day
from wijkaanzet.web.parts.notices import Badge


def badge(run: AllocationRun) -> Badge:
    """Where it stands, in a word or two."""
    status = RunStatus(run.status)
    label = str(RUN_STATUSES[status])
    if status is RunStatus.DECIDED:
        return Badge(label=label, tone="leaf")
    return Badge(label=label, tone="petrol" if status in ON_ITS_WAY else "stone")


def fits(cents: int, frame_cents: int | None, year: int) -> str:
    """How a total stands beside the frame of the council."""
    if frame_cents is None:
        return _("The council has not decided on the frame of %(year)s yet.") % {"year": year}
    words = {"rest": amount(abs(frame_cents - cents))}
    if cents == frame_cents:
        return _("That is precisely the frame.")
    if cents < frame_cents:
        return _("That is %(rest)s less than the frame.") % words
    return _("That is %(rest)s more than the frame.") % words


def variant(run: AllocationRun) -> str:
    """A division among the others of its year, so that two of the same name can be told apart."""
    words = {"name": run.name, "state": RUN_STATUSES[RunStatus(run.status)], "day": day(run.status_since)}
    return _("%(name)s (%(state)s, %(day)s)") % words


def inside(name: object) -> str:
    """A name with its article, inside a sentence."""
    return f"{str(name)[:1].lower()}{str(name)[1:]}"
