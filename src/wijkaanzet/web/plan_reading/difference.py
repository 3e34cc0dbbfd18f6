"""What changed between the last two editions that were adopted, in words that can be read."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.rules.content import BaseKept, ContributionKept, PlanContent, PriorityKept
from wijkaanzet.plans.rules.difference import PieceKind, difference
from wijkaanzet.plans.rules.edition_changes import PlanChange, PriorityChange, TextChange, changes
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plans import ChangedPart, ChangedText, PieceOfText, PlanDifferencePage
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_reading import around, words
from wijkaanzet.web.plan_reading.parts import MoneyParts
from wijkaanzet.web.tenancy import address


def difference_page(
    request: Request, plan: Plan, now: tuple[Edition, PlanContent], then: tuple[Edition, PlanContent]
) -> PlanDifferencePage:
    """The page of the difference between two editions."""
    parts = MoneyParts(request.municipality)
    return PlanDifferencePage(
        head=around.head(request, plan),
        plan_href=address(request, "plan", public_id=plan.public_id),
        then=_named(then[0]),
        now=_named(now[0]),
        why=now[1].change_why,
        parts=tuple(_parts(changes(then[1], now[1]), parts)),
        fictional=area_of(plan.network).division.fictional,
    )


def _named(edition: Edition) -> str:
    decided = day(edition.decided_on) if edition.decided_on else ""
    return _("Edition %(number)s, adopted on %(day)s") % {"number": edition.number, "day": decided}


def _parts(found: PlanChange, parts: MoneyParts) -> Iterator[ChangedPart]:
    """First what is new, then what changed, what went, and the texts around it."""
    for one in found.added:
        yield ChangedPart(title=one.title, state=Badge(label=_("new"), tone="leaf"), lines=tuple(_says(one, parts)))
    for changed in found.changed:
        yield ChangedPart(
            title=changed.after.title,
            state=Badge(label=_("changed"), tone="petrol"),
            lines=tuple(_lines(changed, parts)),
            texts=_texts(changed.texts),
        )
    for one in found.dropped:
        yield ChangedPart(title=one.title, state=Badge(label=_("no longer in the plan"), tone="stone"))
    base = (*_base(found.base_came, _("Now also there: %(line)s.")), *_base(found.base_went, _("Was: %(line)s.")))
    if found.texts or base:
        yield ChangedPart(title=_("The plan as a whole"), lines=base, texts=_texts(found.texts))


def _says(priority: PriorityKept, parts: MoneyParts) -> Iterator[str]:
    if priority.informal_says:
        yield priority.informal_says
    for one in priority.contributions:
        yield _brings(_("%(who)s brings: %(what)s."), one, parts)


def _lines(changed: PriorityChange, parts: MoneyParts) -> Iterator[str]:
    before, after = changed.before, changed.after
    if before.title != after.title:
        yield _("It was called “%(title)s”.") % {"title": before.title}
    if before.place != after.place:
        yield _("The place is now: %(place)s.") % {"place": words.place(after) or _("no place in particular")}
    if (before.informal, before.informal_says) != (after.informal, after.informal_says) and after.informal_says:
        yield _("Now it says of residents: %(says)s") % {"says": after.informal_says}
    yield from (_brings(_("New: %(who)s brings: %(what)s."), one, parts) for one in changed.came)
    yield from (_brings(_("%(who)s said yes to: %(what)s."), one, parts) for one in changed.said_yes)
    yield from (_brings(_("No longer: %(who)s, %(what)s."), one, parts) for one in changed.went)
    for one in changed.asked:
        yield _("Asked of %(who)s: %(question)s") % {"who": one.to_whom, "question": one.question}
    for one in changed.answered:
        yield _("%(who)s answered: %(answer)s") % {"who": one.to_whom, "answer": one.answer}


def _brings(sentence: str, one: ContributionKept, parts: MoneyParts) -> str:
    facts = ", ".join(filter(None, (one.what, *words.brings(one, parts))))
    return sentence % {"who": one.who, "what": facts}


def _base(lines: Iterable[BaseKept], sentence: str) -> tuple[str, ...]:
    told = (", ".join(filter(None, (one.organisation, one.what, words.base_hours(one)))) for one in lines)
    return tuple(sentence % {"line": line} for line in told)


def _texts(found: Iterable[TextChange]) -> tuple[ChangedText, ...]:
    return tuple(
        ChangedText(title=str(words.TITLES[one.key]), paragraphs=tuple(_paragraphs(one.before, one.after)))
        for one in found
    )


def _paragraphs(before: str, after: str) -> Iterator[tuple[PieceOfText, ...]]:
    """The paragraphs in which something changed."""
    for paragraph in difference(before, after):
        if any(piece.kind is not PieceKind.SAME for piece in paragraph.pieces):
            yield tuple(PieceOfText(kind=piece.kind.value, text=piece.text) for piece in paragraph.pieces)
