"""The plan that holds on paper and as a document to edit: as everybody may read it at the moment it is made.

Its words are Dutch in every language of the site, like the plan itself.
"""

from datetime import datetime
from typing import Final, Protocol

from django.http import Http404, HttpResponse
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.kernel import clock
from wijkaanzet.plans import queries
from wijkaanzet.web.documents import plan_paper, plan_word
from wijkaanzet.web.documents.plan_parts import PlanPaper
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.plan_reading.blocks import paper_of
from wijkaanzet.web.plan_reading.edition import plan_page
from wijkaanzet.web.plan_reading.views import editions_to_read, plan_to_read, with_content
from wijkaanzet.web.tenancy import address

LANGUAGE: Final = "nl"
PDF: Final = "application/pdf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Make(Protocol):
    """Makes the bytes of a paper."""

    def __call__(self, paper: PlanPaper, *, language: str, made_at: datetime) -> bytes: ...


@require_safe
@never_cache
def plan_pdf(request: Request, public_id: str) -> HttpResponse:
    """The plan that holds, to print."""
    return _file(request, public_id, plan_paper.plan_pdf, kind=PDF, ending="pdf")


@require_safe
@never_cache
def plan_docx(request: Request, public_id: str) -> HttpResponse:
    """The plan that holds, as a document to edit."""
    return _file(request, public_id, plan_word.plan_docx, kind=DOCX, ending="docx")


def _file(request: Request, public_id: str, make: Make, *, kind: str, ending: str) -> HttpResponse:
    plan = plan_to_read(request, public_id)
    editions = editions_to_read(request, plan)
    if not editions:
        raise Http404
    with override(LANGUAGE):
        page = plan_page(request, with_content(request, editions[0]), editions, today=clock.today())
        here = request.build_absolute_uri(address(request, "plan", public_id=public_id))
        photos = queries.pictures_to_print(plan, page.picture_keys)
        paper = paper_of(page, municipality=request.municipality.name, here=here, photos=photos)
        content = make(paper, language=LANGUAGE, made_at=clock.now())
    response = HttpResponse(content, content_type=kind)
    name = f"{request.municipality.slug}-{area_of(plan.network).slug}-wijkplan-{plan.starts_on.year}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
