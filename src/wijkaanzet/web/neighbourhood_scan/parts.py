"""One part of a scan on the page: its words, its figures, what was told, and what people say of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from wijkaanzet.scans.labels import HOW_SURE, PARTS
from wijkaanzet.scans.models import ScanComment
from wijkaanzet.scans.queries import ItemInFull, SectionInFull
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.scan import ScanItemKind, ScanPartKey
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.neighbourhood_scan.told import quote
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.neighbourhood_scan import CommentRow, Quote, ScanFigure, ScanPart
from wijkaanzet.web.parts.figure_cards import FigureCard
from wijkaanzet.web.tenancy import address

ICONS: Final = {
    ScanPartKey.STRENGTHS: "strong",
    ScanPartKey.CONCERNS: "concern",
    ScanPartKey.NOT_COMING: "absent",
    ScanPartKey.WANTED: "wish",
    ScanPartKey.SHUT_OUT: "shut",
}
Form = Callable[[ScanComment], ActForm | None]


@dataclass(frozen=True)
class Setting:
    """What holds for all parts of a scan that one reader looks at."""

    request: Request
    slug: str
    as_on: date | None
    """The day of which its figures are; None when they are as they are now."""
    known: Collection[str]
    """The figures that have a page."""
    comment_href: str
    """Where something can be said of a part; empty when it cannot."""
    answering: Form
    """The form to answer a comment, for who may."""


def part(section: SectionInFull, setting: Setting) -> ScanPart:
    """A part as this reader sees it."""
    key = section.key
    pairs = [(one, one.figure) for one in section.items]
    shown = tuple(
        ScanFigure(card=_card(figure, setting, uid=f"{key}-{figure.slug}"), meaning=one.meaning)
        for one, figure in pairs
        if figure is not None
    )
    return ScanPart(
        key=key.value,
        title=str(PARTS[key]),
        icon=ICONS[key],
        words=section.words,
        sure=str(HOW_SURE[section.sure]) if section.sure else "",
        figures=shown,
        quotes=tuple(_quote(one, setting) for one, figure in pairs if figure is None),
        comments=comments(section.comments, setting),
        comment_href=f"?onderdeel={key.value}#comment" if setting.comment_href else "",
    )


def _card(figure: FrozenFigure, setting: Setting, *, uid: str) -> FigureCard:
    href = ""
    if figure.slug in setting.known:
        href = address(setting.request, "area-figure", slug=setting.slug, figure=figure.slug)
    city = setting.request.municipality.name
    return figures.card(figure, city=city, as_on=setting.as_on, href=href, uid=uid)


def _quote(item: ItemInFull, setting: Setting) -> Quote:
    """A voice or story; or a figure that was taken back while the scan is made."""
    if item.kind is ScanItemKind.FIGURE:
        return Quote(kind=str(item.what), gone=_("This figure is not there any more. Leave it out."))
    return quote(setting.request, item)


def comments(found: Collection[ScanComment], setting: Setting) -> tuple[CommentRow, ...]:
    """What was said; never by whom, but what the reader said is marked."""
    me = actor_of(setting.request).user_id
    return tuple(_comment(one, mine=one.author_id == me, form=setting.answering(one)) for one in found)


def _comment(one: ScanComment, *, mine: bool, form: ActForm | None) -> CommentRow:
    who = _("You, on %(day)s") if mine else _("Somebody who works on it together with you, on %(day)s")
    answered = _("Answer of %(day)s") % {"day": day(one.answered_on)} if one.answered_on else ""
    return CommentRow(
        uid=f"comment-{one.pk}",
        who=who % {"day": day(one.given_on)},
        text=one.text,
        answer=one.answer,
        answered=answered,
        form=form,
    )
