"""The page of a plan as the blocks of a paper, in the same order: people and what there is to do first, money last."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.web.documents.plan_parts import Block, Heading, Photo, PlanPaper, Points, Quoted, Table, Text
from wijkaanzet.web.numbers import amount, day
from wijkaanzet.web.pages.plan_reading import (
    Asked,
    Brings,
    Paragraphs,
    PlanFigure,
    PlanMoney,
    PlanPage,
    PlanPicture,
    PlanPriority,
    Reason,
)
from wijkaanzet.web.parts.written import written
from wijkaanzet.web.plan_reading.words import TITLES

Photos = Mapping[str, bytes]


def paper_of(page: PlanPage, *, municipality: str, here: str, photos: Photos) -> PlanPaper:
    """A plan that everybody may read as a paper; `here` is its whole address, `photos` what is on each picture."""
    head, decision = page.head, page.decision
    about = [_("Made by %(names)s.") % {"names": head.network}]
    if decision is not None:
        words = {"body": decision.body, "day": day(decision.decided_on)}
        about.append(_("Adopted by %(body)s on %(day)s.") % words)
    return PlanPaper(
        municipality=municipality,
        title=f"{head.title}, {head.years}",
        about=tuple(about),
        summary=page.summary,
        blocks=tuple(_blocks(page, photos)),
        address=here,
        fictional=page.fictional,
    )


def _blocks(page: PlanPage, photos: Photos) -> Iterator[Block]:
    yield from _pictures((page.picture,) if page.picture else (), photos)
    if page.to_do:
        title = _("What is there to do, and who does it?")
        rows = tuple((_joined(one.title, one.says), _who(one.who.label, one.names)) for one in page.to_do)
        yield Heading(text=title)
        yield Table(caption=title, head=(_("What?"), _("Who?")), rows=rows)
    yield from _pictures(page.pictures, photos)
    yield from _told(str(TITLES[SectionKey.THERE_IS]), page.there_is)
    yield from _questions(page)
    if page.priorities:
        yield Heading(text=_("What do we want, and how?"))
    for one in page.priorities:
        yield from _priority(one, photos)
    yield from _meanings(page)
    yield from _base(page)
    for text in page.texts:
        yield from _told(text.title, text.paragraphs)
    yield from _expected(page)
    yield from _agreed(page)
    yield from _money(page.money)
    yield from _figures(page.figures)


def _priority(one: PlanPriority, photos: Photos) -> Iterator[Block]:
    yield Heading(text=f"{one.number}. {one.title}", level=3)
    yield from _soft(one.place)
    yield from _pictures(one.pictures, photos)
    informal = f"{one.informal.label}." if one.informal else ""
    yield from _told("", tuple(filter(None, (informal, one.informal_says))))
    yield from _part(SectionKey.RESIDENTS_DO, one.residents_do)
    yield from _part(SectionKey.RESIDENTS_COULD, one.residents_could)
    if one.brings:
        yield Heading(text=_("Who brings what?"), level=4)
        yield Points(items=tuple(map(_brings, one.brings)))
    yield from _part(SectionKey.PROFESSIONALS_ADD, one.professionals_add)
    if one.asked:
        yield Heading(text=_("What do we ask of others?"), level=4)
        yield Points(items=tuple(map(_asked, one.asked)))
    yield from _why(one)
    yield from _part(SectionKey.HOW_WE_KNOW, tuple(filter(None, (one.known_by, *one.how_we_know))))
    if one.belongs:
        yield from _soft(" ".join((_("Belongs to:"), one.belongs)))


def _why(one: PlanPriority) -> Iterator[Block]:
    if not (one.why or one.reasons or one.figures):
        return
    yield Heading(text=str(TITLES[SectionKey.WHY]), level=4)
    if one.why:
        yield Text(paragraphs=one.why)
    yield from (Quoted(text=reason.gone or reason.text, by=_source(reason)) for reason in one.reasons)
    if one.figures:
        yield Text(paragraphs=(_("It rests on these figures:"),))
        yield Points(items=one.figures)


def _source(reason: Reason) -> str:
    return " · ".join(filter(None, (reason.title, reason.kind)))


def _part(key: SectionKey, paragraphs: Paragraphs) -> Iterator[Block]:
    if paragraphs:
        yield Heading(text=str(TITLES[key]), level=4)
        yield Text(paragraphs=paragraphs)


def _told(title: str, paragraphs: Paragraphs) -> Iterator[Block]:
    """Words under a title; without any nothing at all."""
    if paragraphs:
        if title:
            yield Heading(text=title)
        yield Text(paragraphs=paragraphs)


def _soft(*paragraphs: str) -> Iterator[Block]:
    if shown := tuple(filter(None, paragraphs)):
        yield Text(paragraphs=shown, soft=True)


def _questions(page: PlanPage) -> Iterator[Block]:
    if page.questions:
        yield Heading(text=_("Do you know something?"))
        asks = _(
            "Nobody knows yet who does something here, or who wants to. Do you? Then tell it. You need no account."
        )
        yield Text(paragraphs=(asks,))
        yield Points(items=tuple(_joined(one.text, one.note) for one in page.questions))


def _meanings(page: PlanPage) -> Iterator[Block]:
    if page.meanings:
        yield Heading(text=_("What we mean by these words"))
    for one in page.meanings:
        yield Heading(text=one.term, level=3)
        yield Text(paragraphs=(one.text,))
        yield from _soft(one.agreed, one.source)
        if one.here:
            yield Text(paragraphs=(_("What this network agreed:"), *one.here.splitlines()))


def _base(page: PlanPage) -> Iterator[Block]:
    if page.base:
        head = (_("Organisation"), _("Who are there"), _("How much"))
        rows = tuple((one.organisation, one.what, one.hours) for one in page.base)
        yield Heading(text=_("Who are there in any case?"))
        yield Table(caption=_("The base in this neighbourhood"), head=head, rows=rows)
        yield from _soft(_("This stays, also when residents do more themselves."))


def _expected(page: PlanPage) -> Iterator[Block]:
    if page.expect:
        yield Heading(text=_("What may you expect of us?"))
        yield Points(items=tuple(_joined(one.about, " ".join(one.sentences)) for one in page.expect))


def _agreed(page: PlanPage) -> Iterator[Block]:
    if page.agreed or page.voices:
        yield Heading(text=_("What does the network say of it?"))
        yield from _told("", tuple(filter(None, (page.agreed,))))
    if page.voices:
        yield Heading(text=_("Who see it otherwise"), level=3)
        yield from (Quoted(text=one.text, by=one.by_whom) for one in page.voices)


def _money(money: PlanMoney) -> Iterator[Block]:
    yield Heading(text=_("What does it cost?"))
    shortfall = _("The rest should come from: %(where)s") % {"where": money.shortfall} if money.shortfall else ""
    yield Text(paragraphs=tuple(filter(None, (money.enough, shortfall))))
    table = money.table
    if table is not None:
        rows = [(_joined(row.label, row.note), *map(_amount, row.cents)) for row in table.rows]
        rows.append((_("Total"), *map(_amount, table.totals)))
        head = (table.first, *table.columns)
        amounts = frozenset(range(1, len(head)))
        yield Table(caption=table.caption, head=head, rows=tuple(rows), amounts=amounts)


def _amount(cents: int | None) -> str:
    return "–" if cents is None else amount(cents)


def _figures(figures: Iterable[PlanFigure]) -> Iterator[Block]:
    rows = tuple(map(_figure, figures))
    if rows:
        head = (_("Figure"), _("Value"), _("Source"), _("Belongs to"))
        yield Heading(text=_("Figures with this plan"))
        yield Table(caption=_("Figures on which the plan rests"), head=head, rows=rows)


def _figure(one: PlanFigure) -> tuple[str, ...]:
    card = one.card
    value = card.missing if card.value is None else f"{written(card.value, card.decimals)}{card.sign} {card.unit}"
    return card.title, value.strip(), f"{card.source}, {card.period}", one.used_for


def _pictures(pictures: Iterable[PlanPicture], photos: Photos) -> Iterator[Block]:
    for one in pictures:
        if content := photos.get(one.key):
            yield Photo(content=content, alt=one.alt, width=one.width, height=one.height)


def _brings(one: Brings) -> str:
    facts = ", ".join((one.what, *one.facts))
    return _joined(f"{one.who} ({one.badge.label}): {facts}", one.says)


def _asked(one: Asked) -> str:
    return _joined(f"{one.to_whom}: {one.question}", f"{one.state.label}. {one.answer}".strip())


def _who(label: str, names: Iterable[str]) -> str:
    """Who does it, with the names of groups and organisations when they are known."""
    known = ", ".join(names)
    return f"{label}: {known}" if known else label


def _joined(first: str, second: str) -> str:
    """Two sentences, or one when the other is empty."""
    if not second:
        return first
    ended = first if first.endswith((".", "!", "?")) else f"{first}."
    return f"{ended} {second}"
