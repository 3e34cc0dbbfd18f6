"""The files of a division to take away, and the seals that prove they are the ones that were counted with."""

from django.utils.translation import gettext as _

from wijkaanzet.budget.models import AllocationRun
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.why import Seal
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.tenancy import address


def model_file(request: Request, run: AllocationRun) -> Download:
    """The frozen model, to the letter."""
    label = _("The allocation model of %(year)s") % {"year": run.year}
    return Download(href=address(request, "model-json", year=run.year), label=label, kind="JSON")


def figures_file(request: Request, run: AllocationRun) -> Download:
    """The figures of every area that were counted with."""
    label = _("The figures counted with in %(year)s") % {"year": run.year}
    return Download(href=address(request, "figures-csv", year=run.year), label=label)


def seals(request: Request, run: AllocationRun) -> tuple[Seal, ...]:
    """The two seals, each with the file to hold beside it."""
    return (
        Seal(
            name=_("Seal of the model (SHA-256)"),
            value=run.model_sha256,
            note=_("This is the seal of the file below."),
            file=model_file(request, run),
        ),
        Seal(
            name=_("Seal of the figures (SHA-256)"),
            value=run.figures_sha256,
            note=_("This is the seal of the file that was read in. The file below has what was counted from it."),
            file=figures_file(request, run),
        ),
    )
