"""Two people changed one sentence: both texts beside each other, and the one who looks says how it reads."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.models import Section, SectionVersion
from wijkaanzet.plans.operations import HandIn, Written
from wijkaanzet.plans.rules.merging import side_by_side
from wijkaanzet.plans.rules.sections import SECTION, VersionKind
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_writing import BesidePage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing import words
from wijkaanzet.web.plan_writing.forms import LEAVE, WriteForm
from wijkaanzet.web.plan_writing.sections import ACTS, after, writing_form
from wijkaanzet.web.plan_writing.who import section_to_write

TEMPLATE = "web/plan_beside.html"


@require_http_methods(ACTS)
@never_cache
@csp_replace({"script-src": [SELF]})  # type: ignore[arg-type]  # knows no further arguments
def settle(request: Request, public_id: str, number: int, version: int) -> HttpResponse:
    """Say how a part reads with what was kept beside it, or leave the part as it is. Raises Http404 for other texts."""
    part = section_to_write(request, public_id, number)
    kept = queries.version_of(part, version)
    if kept is None or kept.kind != VersionKind.BESIDE:
        raise Http404
    if request.method != "POST" and kept.settled_at is not None:
        return redirect(words.section_href(request, part))
    leaves = LEAVE in request.POST
    form = WriteForm(None if leaves else filled_in(request), text=_both(part, kept), base=part.version)
    asked = ActForm(request.POST) if leaves else form
    if asked.is_valid():
        written = _settled(request, kept, asked, None if leaves else form.hand_in)
        if written is not None:
            return _after(request, written, form, leaves=leaves)
    return answer(request, TEMPLATE, page=_page(request, part, kept, form), form=asked)


def _after(request: Request, written: Written, form: WriteForm, *, leaves: bool) -> HttpResponse:
    if leaves:
        messages.success(request, _("The part stays as it is. Both texts can still be read under the versions."))
        return redirect(words.section_href(request, written.section))
    return after(request, written, draft=form.cleaned_data["draft"])


def _both(part: Section, kept: SectionVersion) -> str:
    """The text with both sentences where both changed one: the writer takes away what does not have to stand there."""
    return side_by_side(_base(part, kept), kept.text, part.text)


def _base(part: Section, kept: SectionVersion) -> str:
    """What the part read as when its writer began."""
    return queries.texts_before(part, [kept])[kept.number]


def _settled(request: Request, kept: SectionVersion, form: ActForm, hand_in: HandIn | None) -> Written | None:
    return attempt(
        request,
        lambda actor, at: operations.settle_beside(kept, hand_in=hand_in, actor=actor, at=at),
        act=Act("plans.section.settled", Subject(SECTION, kept.section_id)),
        form=form,
    )


def _page(request: Request, part: Section, kept: SectionVersion, form: WriteForm) -> BesidePage:
    base = _base(part, kept)
    return BesidePage(
        trail=trail(request, part.plan),
        title=_("Two texts, one part"),
        section_title=words.title_of(part),
        about=words.about_version(request, kept),
        now=words.changed(base, part.text),
        kept=words.changed(base, kept.text),
        form=writing_form(form, Buttons(submit=_("Keep it like this"))),
    )
