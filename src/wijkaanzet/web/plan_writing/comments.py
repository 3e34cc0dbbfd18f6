"""What people who write along say beside a part."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations
from wijkaanzet.plans.models import Comment, Section
from wijkaanzet.plans.rules.sections import SECTION
from wijkaanzet.web.acts import Act, ActForm, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_writing import CommentsPage
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing import words
from wijkaanzet.web.plan_writing.forms import CommentForm
from wijkaanzet.web.plan_writing.sections import ACTS, comment_lines
from wijkaanzet.web.plan_writing.who import section_to_write

TEMPLATE = "web/plan_comments.html"


@require_http_methods(ACTS)
@never_cache
def comments(request: Request, public_id: str, number: int) -> HttpResponse:
    """Read what is said beside a part, and say something."""
    part = section_to_write(request, public_id, number)
    form = CommentForm(filled_in(request))
    if form.is_valid() and _commented(request, part, form) is not None:
        messages.success(request, _("Your comment stands beside the part."))
        return redirect(words.section_href(request, part, "plan-comments"))
    return answer(request, TEMPLATE, page=_page(request, part), form=form)


@require_POST
def settle(request: Request, public_id: str, number: int, comment: int) -> HttpResponse:
    """Something was done with a comment."""
    part, form = section_to_write(request, public_id, number), ActForm(request.POST)
    one = get_object_or_404(part.comments.all(), pk=comment)
    if _settled(request, part, one, form) is None:
        messages.warning(request, str(form.non_field_errors()[0]))
    else:
        messages.success(request, _("The comment is off the list."))
    return redirect(words.section_href(request, part, "plan-comments"))


def _commented(request: Request, part: Section, form: CommentForm) -> Comment | None:
    return attempt(
        request,
        lambda actor, at: operations.comment(part, text=form.cleaned_data["text"], actor=actor, at=at),
        act=Act("plans.section.commented", Subject(SECTION, part.pk)),
        form=form,
    )


def _settled(request: Request, part: Section, comment: Comment, form: ActForm) -> Comment | None:
    return attempt(
        request,
        lambda actor, at: operations.settle_comment(comment, actor=actor, at=at),
        act=Act("plans.section.comment_settled", Subject(SECTION, part.pk)),
        form=form,
    )


def _page(request: Request, part: Section) -> CommentsPage:
    href = words.section_href(request, part)
    back = Action(label=_("Back to the part"), href=href, kind="secondary")
    return CommentsPage(
        trail=trail(request, part.plan),
        title=_("Comments"),
        section_title=words.title_of(part),
        comments_href=words.section_href(request, part, "plan-comments"),
        text=part.text,
        comments=comment_lines(request, part),
        buttons=Buttons(submit=_("Put it beside the part"), actions=(back,)),
    )
