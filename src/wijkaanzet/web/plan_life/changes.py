"""What others changed in a plan since somebody looked, in words."""

from collections.abc import Iterable, Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkaanzet.plans.labels.writing import SECTIONS
from wijkaanzet.plans.models import Plan
from wijkaanzet.plans.queries import Changes, PriorityActs, SectionChange
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_life import ChangeLine, ChangesBox
from wijkaanzet.web.plan_writing.words import moment, section_href
from wijkaanzet.web.tenancy import address

ACTS: dict[str, str | Promise] = {
    "plans.priority.added": gettext_lazy("new"),
    "plans.priority.changed": gettext_lazy("title, place or how we will know"),
    "plans.priority.informal": gettext_lazy("what residents do, could do or want"),
    "plans.priority.reasoned": gettext_lazy("why it is a priority"),
    "plans.priority.dropped": gettext_lazy("let go"),
    "plans.contribution.asked": gettext_lazy("something is asked"),
    "plans.contribution.confirmed": gettext_lazy("somebody said yes"),
    "plans.contribution.declined": gettext_lazy("somebody said no"),
    "plans.contribution.lapsed": gettext_lazy("an answer did not come"),
    "plans.contribution.withdrawn": gettext_lazy("something is not asked or brought any more"),
    "plans.ask.asked": gettext_lazy("a question to others"),
    "plans.ask.answered": gettext_lazy("an answer of others"),
    "plans.plan.base_set": gettext_lazy("who are there in any case"),
    "plans.words.filled": gettext_lazy("what is meant by a word"),
    "plans.plan.picture_added": gettext_lazy("a new photo"),
    "plans.plan.picture_removed": gettext_lazy("a photo is gone"),
}
"""What tells somebody who writes along that there is something to read; another order of priorities does not."""


def changes_box(request: Request, plan: Plan, changes: Changes) -> ChangesBox:
    """What changed, a line for each part and each priority, with what still waits for an answer."""
    waiting = changes.suggestions
    said = ngettext("%(count)s suggestion waits for an answer", "%(count)s suggestions wait for an answer", waiting)
    lines = (*_of_whole(request, plan, changes.whole), *_of_parts(request, changes.sections))
    return ChangesBox(
        since=moment(changes.since) if changes.since else "",
        all_new=changes.since is None,
        lines=(*lines, *_of_priorities(request, plan, changes.priorities)) if changes.since else (),
        suggestions=said % {"count": waiting} if waiting else "",
        suggestions_href=address(request, "plan-suggestions", public_id=plan.public_id),
        seen_href=address(request, "plan-seen", public_id=plan.public_id),
    )


def _of_whole(request: Request, plan: Plan, acts: tuple[str, ...]) -> Iterator[ChangeLine]:
    pages = {"plans.plan.base_set": "plan-base", "plans.words.filled": "plan-words"}
    for act in acts:
        if act in ACTS:
            page = pages.get(act, "plan-pictures")
            yield ChangeLine(
                title=_("The whole plan"), href=address(request, page, public_id=plan.public_id), facts=_words([act])
            )


def _of_parts(request: Request, sections: Iterable[SectionChange]) -> Iterator[ChangeLine]:
    for one in sections:
        texts = ngettext("%(count)s new text", "%(count)s new texts", one.versions) % {"count": one.versions}
        said = ngettext("%(count)s new comment", "%(count)s new comments", one.comments) % {"count": one.comments}
        facts = (texts if one.versions else "", said if one.comments else "")
        of = one.section.priority.title if one.section.priority else ""
        part = str(SECTIONS[one.key])
        yield ChangeLine(
            title=f"{of}: {part}" if of else part,
            href=section_href(request, one.section),
            facts=tuple(filter(None, facts)),
        )


def _of_priorities(request: Request, plan: Plan, priorities: Iterable[PriorityActs]) -> Iterator[ChangeLine]:
    """One that was let go stands on the page itself, under what was let go."""
    for one in priorities:
        facts, gone = _words(one.acts), one.priority.dropped_on is not None
        at = address(request, "priority", public_id=plan.public_id, priority=one.priority.public_id)
        if facts:
            yield ChangeLine(title=one.priority.title, href="#let-go" if gone else at, facts=facts)


def _words(acts: Iterable[str]) -> tuple[str, ...]:
    return tuple(str(ACTS[act]) for act in acts if act in ACTS)
