"""One part of a plan: how it reads now, and somebody who hands in how it should read."""

import re
from typing import Final

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import operations, queries
from wijkaanzet.plans.labels.writing import SECTION_HELP
from wijkaanzet.plans.models import Section
from wijkaanzet.plans.operations import Written
from wijkaanzet.plans.rules.handing_in import too_many_words
from wijkaanzet.plans.rules.plans import MOST_SUMMARY_WORDS
from wijkaanzet.plans.rules.sections import SECTION, SectionKey, VersionKind
from wijkaanzet.web.acts import Act, answer, attempt, filled_in
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_writing import CommentLine, SectionPage, WritingForm
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing import words
from wijkaanzet.web.plan_writing.forms import WriteForm
from wijkaanzet.web.plan_writing.who import section_to_write
from wijkaanzet.web.tenancy import address

ACTS = ["GET", "HEAD", "POST"]
TEMPLATE = "web/plan_section.html"
KEPT: Final = "bewaard"
"""Stands in the address right after a text was kept, with the mark of the browser: then it drops its own copy."""
_MARK: Final = re.compile(r"[0-9a-f-]{36}")


@require_http_methods(ACTS)
@never_cache
@csp_replace({"script-src": [SELF]})  # type: ignore[arg-type]  # knows no further arguments
def section(request: Request, public_id: str, number: int) -> HttpResponse:
    """Read a part and hand in how it should read; a script of ours keeps unsent text, and all works without it."""
    part = section_to_write(request, public_id, number)
    form = _form(request, part)
    if form.is_valid():
        written = _written(request, part, form)
        if written is not None:
            return after(request, written, draft=form.cleaned_data["draft"])
    return answer(request, TEMPLATE, page=_page(request, part, form), form=form)


def after(request: Request, written: Written, *, draft: str) -> HttpResponseRedirect:
    """Where somebody goes who handed in a text: on with the part, or to both texts when they were kept apart."""
    version, kind = written.version, written.kind
    if version is not None and kind is VersionKind.BESIDE:
        href = words.section_href(request, written.section, "plan-beside", version=version.number)
        messages.warning(request, _("Your text is kept. Somebody else changed the same sentence meanwhile."))
    else:
        href = words.section_href(request, written.section)
        messages.success(request, _told(kind))
        _warn_of_length(request, written.section)
    return redirect(f"{href}?{KEPT}={draft}" if _MARK.fullmatch(draft) else href)


def writing_form(form: WriteForm, buttons: Buttons) -> WritingForm:
    """The questions of a form, and what it knows itself."""
    return WritingForm(
        questions=tuple(form.visible_fields()),
        hidden=tuple(form.hidden_fields()),
        buttons=buttons,
    )


def comment_lines(request: Request, part: Section) -> tuple[CommentLine, ...]:
    """What people say beside a part; one query."""
    return tuple(
        CommentLine(
            text=one.text,
            about=_("%(moment)s, %(who)s")
            % {"moment": words.moment(one.given_at), "who": words.by_whom(request, one.author_id)},
            settle_href=words.section_href(request, part, "plan-comment-settle", comment=one.pk),
        )
        for one in queries.comments_of(part)
    )


def _form(request: Request, part: Section) -> WriteForm:
    """With the text as it reads now, or with that of an earlier version when the address asks for it."""
    asked = request.GET.get("versie", "")
    earlier = queries.version_of(part, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 9 else None
    text = queries.handed_in(earlier) if earlier else part.text
    return WriteForm(filled_in(request), text=text, base=part.version)


def _written(request: Request, part: Section, form: WriteForm) -> Written | None:
    return attempt(
        request,
        lambda actor, at: operations.write(part, hand_in=form.hand_in, actor=actor, at=at),
        act=Act("plans.section.saved", Subject(SECTION, part.pk)),
        form=form,
    )


def _warn_of_length(request: Request, part: Section) -> None:
    """A summary that is too long is kept; that the network cannot agree with it is told long before it wants to."""
    words = too_many_words(part.text) if part.key == SectionKey.SUMMARY else 0
    if words:
        told = {"words": words, "most": MOST_SUMMARY_WORDS}
        messages.warning(request, _("This has %(words)s words; %(most)s fit. Make it shorter before you agree.") % told)


def _told(kind: VersionKind | None) -> str:
    if kind is VersionKind.MERGED:
        return _("It is kept. What somebody else wrote meanwhile stands in the text too.")
    return _("It is kept.") if kind else _("It is kept: the text reads like this already.")


def _page(request: Request, part: Section, form: WriteForm) -> SectionPage:
    closed = words.closed(part.plan)
    version = queries.version_of(part, part.version) if part.version else None
    plan_href = address(request, "plan-write", public_id=part.plan.public_id)
    buttons = Buttons(
        submit=_("Keep it"), actions=(Action(label=_("Back to the plan"), href=plan_href, kind="secondary"),)
    )
    return SectionPage(
        trail=trail(request, part.plan),
        title=words.title_of(part),
        of=part.priority.title if part.priority else "",
        help=str(SECTION_HELP[SectionKey(part.key)]),
        text=part.text,
        form=writing_form(form, buttons) if form.is_bound or not closed else None,
        closed=closed,
        about=words.about_version(request, version) if version else "",
        names=words.names_in(request, [part.text]),
        beside=tuple(
            Action(
                label=words.about_version(request, one),
                href=words.section_href(request, part, "plan-beside", version=one.number),
            )
            for one in queries.beside_of(part)
        ),
        comments=comment_lines(request, part),
        comments_href=words.section_href(request, part, "plan-comments"),
        versions_href=words.section_href(request, part, "plan-versions") if part.version else "",
    )
