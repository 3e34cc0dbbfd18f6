"""What changed between two editions of a plan, in words that can be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from wijkaanzet.plans import queries
from wijkaanzet.plans.labels.writing import SECTIONS
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.queries import Returned
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.difference import PieceKind, difference
from wijkaanzet.plans.rules.edition_changes import PlanChange, changes
from wijkaanzet.plans.rules.money import asked_by_part
from wijkaanzet.plans.rules.plans import EditionStatus
from wijkaanzet.plans.rules.priority_changes import TextChange
from wijkaanzet.web.http import Request
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.plans import ChangedPart, ChangedText, PieceOfText, PlanDifferencePage, WhyBack, WhyBackPart
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.plan_reading import around, words
from wijkaanzet.web.plan_reading import difference_sheets as sheets
from wijkaanzet.web.plan_reading import difference_words as told
from wijkaanzet.web.plan_reading.difference_words import Names
from wijkaanzet.web.plan_reading.money import enough
from wijkaanzet.web.plan_reading.priorities import Setting, standing
from wijkaanzet.web.tenancy import address

Held = tuple[Edition, PlanContent]


@dataclass(frozen=True)
class Side:
    """One edition as it is read now: without what was taken back since."""

    content: PlanContent
    money: tuple[str, ...] = ()
    """What it costs, in sentences."""


def difference_page(
    request: Request, plan: Plan, now: Held, then: Held, *, returned: Returned | None = None
) -> PlanDifferencePage:
    """The page of the difference between two editions; `returned` says why the earlier one came back."""
    setting = _setting(request, plan)
    found = changes(then[1], now[1])
    names = Names(parts=setting.parts, listed=setting.listed)
    return PlanDifferencePage(
        head=around.head(request, plan),
        plan_href=address(request, "plan", public_id=plan.public_id),
        then=_named(then[0]),
        now=_named(now[0]),
        why=now[1].change_why,
        back=_why_back(returned, then[1], found.about) if returned else None,
        parts=parts_of(_side(then, setting), _side(now, setting), names),
        fictional=area_of(plan.network).division.fictional,
    )


def parts_of(then: Side, now: Side, names: Names) -> tuple[ChangedPart, ...]:
    """First what is new, then what changed, what went, and all that stands around it."""
    found = changes(then.content, now.content)
    parts = (*_priorities(found, names), *_around(found, then, now))
    return tuple(one for one in parts if one.state or one.lines or one.texts)


def _setting(request: Request, plan: Plan) -> Setting:
    taken_back, pictures = queries.taken_back([plan.pk]), queries.pictures_there(plan)
    return Setting(request=request, plan_id=plan.public_id, told={}, taken_back=taken_back, pictures=pictures)


def _side(held: Held, setting: Setting) -> Side:
    edition, content = held
    asked = asked_by_part(content, without=setting.taken_back)
    money = enough(asked, queries.there_when_handed_in(edition, content), setting.parts)
    rest = _("The rest should come from: %(where)s") % {"where": edition.shortfall_from}
    priorities = (replace(one, contributions=standing(one, setting)) for one in content.priorities)
    pictures = (one for one in content.pictures if one.public_id in setting.pictures)
    shown = replace(content, priorities=tuple(priorities), pictures=tuple(pictures))
    return Side(content=shown, money=(money, rest) if edition.shortfall_from else (money,))


def _named(edition: Edition) -> str:
    """By its number, and what became of it."""
    known = {"number": edition.number, "day": day(edition.status_since)}
    match EditionStatus(edition.status):
        case EditionStatus.SUBMITTED:
            return _("Edition %(number)s, handed in on %(day)s") % known
        case EditionStatus.RETURNED:
            return _("Edition %(number)s, returned on %(day)s") % known
        case EditionStatus.ADOPTED:
            decided = day(edition.decided_on) if edition.decided_on else ""
            return _("Edition %(number)s, adopted on %(day)s") % {"number": edition.number, "day": decided}


def _why_back(returned: Returned, before: PlanContent, about: set[str]) -> WhyBack:
    """Why it came back, in the order of the plan, and of each part whether something is otherwise now."""
    titles = {
        **{key.value: str(SECTIONS[key]) for key in before.texts},
        **{one.public_id: one.title for one in before.priorities},
    }
    rows = (
        WhyBackPart(title=title, remarks=returned.remarks[key], state=_changed(is_otherwise=key in about))
        for key, title in titles.items()
        if key in returned.remarks
    )
    return WhyBack(
        day=day(returned.on), reasons=returned.reasons, remarks=returned.remarks.get("", ()), parts=tuple(rows)
    )


def _changed(*, is_otherwise: bool) -> Badge:
    if is_otherwise:
        return Badge(label=_("changed"), tone="petrol")
    return Badge(label=_("not changed"), tone="stone")


def _priorities(found: PlanChange, names: Names) -> Iterator[ChangedPart]:
    for one in found.added:
        lines = tuple(told.new_priority(one, names))
        yield ChangedPart(title=one.title, state=Badge(label=_("new"), tone="leaf"), lines=lines)
    for changed in found.changed:
        lines, texts = tuple(told.priority(changed, names)), _texts(changed.texts)
        if lines or texts:
            state = Badge(label=_("changed"), tone="petrol")
            yield ChangedPart(title=changed.after.title, state=state, lines=lines, texts=texts)
    for one in found.dropped:
        yield ChangedPart(title=one.title, state=Badge(label=_("no longer in the plan"), tone="stone"))


def _around(found: PlanChange, then: Side, now: Side) -> Iterator[ChangedPart]:
    base = tuple(told.base(found))
    yield ChangedPart(title=_("The plan as a whole"), lines=base, texts=_texts(found.texts))
    yield ChangedPart(title=_("Photos"), lines=tuple(told.pictures(found, now.content)))
    meant = tuple(_text(*one) for one in sheets.texts(found))
    yield ChangedPart(title=_("What we mean by these words"), lines=tuple(sheets.words(found)), texts=meant)
    yield ChangedPart(title=_("What may you expect of us?"), lines=tuple(sheets.expected(found)))
    agreed = told.agreed(then.content.agreement, now.content.agreement) if found.agreed_otherwise else ()
    yield ChangedPart(title=_("What does the network say of it?"), lines=tuple(agreed))
    money = now.money if now.money != then.money else ()
    yield ChangedPart(title=_("What does it cost?"), lines=money)


def _texts(found: Iterable[TextChange]) -> tuple[ChangedText, ...]:
    return tuple(_text(str(words.TITLES[one.key]), one.before, one.after) for one in found)


def _text(title: str, before: str, after: str) -> ChangedText:
    return ChangedText(title=title, paragraphs=tuple(_paragraphs(before, after)))


def _paragraphs(before: str, after: str) -> Iterator[tuple[PieceOfText, ...]]:
    """The paragraphs in which something changed."""
    for paragraph in difference(before, after):
        if any(piece.kind is not PieceKind.SAME for piece in paragraph.pieces):
            yield tuple(PieceOfText(kind=piece.kind.value, text=piece.text) for piece in paragraph.pieces)
