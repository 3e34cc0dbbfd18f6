"""All that was ever handed in of a part, with what each changed."""

from typing import Literal

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from wijkaanzet.plans import queries
from wijkaanzet.plans.labels.writing import VERSION_KINDS
from wijkaanzet.plans.models import Section, SectionVersion
from wijkaanzet.plans.rules.sections import VersionKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.plan_writing import VersionLine, VersionsPage
from wijkaanzet.web.paging import page
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_trail import trail
from wijkaanzet.web.plan_writing import words
from wijkaanzet.web.plan_writing.who import section_to_write

TONES: dict[VersionKind, Literal["stone", "leaf", "petrol"]] = {
    VersionKind.SAVED: "stone",
    VersionKind.MERGED: "leaf",
    VersionKind.BESIDE: "petrol",
}


@require_safe
@never_cache
def versions(request: Request, public_id: str, number: int) -> HttpResponse:
    """Read what was handed in, the last first."""
    part = section_to_write(request, public_id, number)
    shown, pagination = page(request, queries.versions_of(part))
    before = queries.texts_before(part, shown)
    found = VersionsPage(
        trail=trail(request, part.plan),
        title=words.title_of(part),
        section_href=words.section_href(request, part),
        versions=tuple(_line(request, part, one, before[one.number]) for one in shown),
        pagination=pagination,
    )
    return render(request, "web/plan_versions.html", {"page": found})


def _line(request: Request, part: Section, version: SectionVersion, before: str) -> VersionLine:
    kind = VersionKind(version.kind)
    settled = version.settled_at
    facts = [words.by_whom(request, version.author_id, version.said_by)]
    if settled is not None:
        facts.append(_("dealt with on %(moment)s") % {"moment": words.moment(settled)})
    return VersionLine(
        title=words.moment(version.written_at),
        facts=tuple(facts),
        badge=Badge(label=str(VERSION_KINDS[kind]), tone=TONES[kind]),
        difference=words.changed(before, version.text),
        again_href="" if words.closed(part.plan) else _again(request, part, version),
    )


def _again(request: Request, part: Section, version: SectionVersion) -> str:
    return f"{words.section_href(request, part)}?versie={version.number}"
