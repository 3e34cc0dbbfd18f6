"""By whom and when something of a plan was written, in words; never with a name."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from wijkaanzet.intake.queries import known_words
from wijkaanzet.intake.rules.working_texts import find_in_work
from wijkaanzet.kernel import clock
from wijkaanzet.plans.labels.writing import SECTIONS
from wijkaanzet.plans.models import Plan, Section, SectionVersion
from wijkaanzet.plans.rules.difference import Paragraph, difference
from wijkaanzet.plans.rules.plans import OPEN
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.pages.plan_writing import Difference
from wijkaanzet.web.pages.plans import PieceOfText
from wijkaanzet.web.tenancy import address


def title_of(section: Section) -> str:
    """What a part is about."""
    return str(SECTIONS[SectionKey(section.key)])


def section_href(request: Request, section: Section, page: str = "plan-section", **parts: object) -> str:
    """The address of a page of a part."""
    return address(request, page, public_id=section.plan.public_id, number=section.pk, **parts)


def closed(plan: Plan) -> str:
    """Why nobody can write in a plan now; empty when it is open."""
    if plan.status in OPEN:
        return ""
    return _("The plan cannot be changed now. On the page of the plan you read where it stands.")


def moment(at: datetime) -> str:
    """A moment as people say it: 27 november 2026, 14:03."""
    return str(date_format(localtime(at), "j F Y, H:i"))


def by_whom(request: Request, author_id: int | None, said_by: str = "") -> str:
    """Who wrote something: you or another, and for whom; a name is nobody's business here."""
    who = _("by you") if author_id == actor_of(request).user_id else _("by somebody who writes along")
    return _("%(who)s, for %(whom)s") % {"who": who, "whom": said_by} if said_by else who


def about_version(request: Request, version: SectionVersion) -> str:
    """When a version was handed in, and by whom."""
    who = by_whom(request, version.author_id, version.said_by)
    return _("%(moment)s, %(who)s") % {"moment": moment(version.written_at), "who": who}


def changed(before: str, after: str) -> Difference:
    """The paragraphs that are otherwise, in pieces."""
    return tuple(_pieces(one) for one in difference(before, after) if one.changed)


def names_in(request: Request, texts: Iterable[str]) -> tuple[str, ...]:
    """What in these texts may point at a person, each once; six queries, none when there is no text."""
    text = "\n".join(filter(None, texts))
    if not text:
        return ()
    found = find_in_work(text, known=known_words(request.municipality), year=clock.today().year)
    return tuple(dict.fromkeys(" ".join(one.text.split()) for one in found))


def _pieces(paragraph: Paragraph) -> tuple[PieceOfText, ...]:
    return tuple(PieceOfText(kind=piece.kind.value, text=piece.text) for piece in paragraph.pieces)
