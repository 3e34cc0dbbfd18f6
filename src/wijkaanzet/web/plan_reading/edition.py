"""From an edition to the page that everybody reads; as many queries however many priorities it has."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.decisions.access import public_decisions
from wijkaanzet.decisions.queries import about, newest_first
from wijkaanzet.kernel.subjects import Subject
from wijkaanzet.plans import access, queries
from wijkaanzet.plans.labels import EDITION_STATUSES
from wijkaanzet.plans.models import Edition, Plan
from wijkaanzet.plans.queries.since_adopted import answers_since
from wijkaanzet.plans.rules.content import PlanContent
from wijkaanzet.plans.rules.plans import EDITION, EditionStatus, PlanStatus
from wijkaanzet.plans.rules.priorities import PlaceKind
from wijkaanzet.plans.rules.sections import SectionKey
from wijkaanzet.scans.queries import public_columns
from wijkaanzet.scans.queries.scan_told import told
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.web.decisions.note import note as decision_note
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.networks.who import area_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.areas import DecisionNote
from wijkaanzet.web.pages.plan_reading import (
    OtherVoice,
    OwnText,
    PlaceLine,
    PlanFigure,
    PlanPage,
)
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Download
from wijkaanzet.web.plan_reading import around, words
from wijkaanzet.web.plan_reading.contents import with_contents
from wijkaanzet.web.plan_reading.money import money_of
from wijkaanzet.web.plan_reading.priorities import (
    Setting,
    figures_in,
    measured_in,
    priorities,
    text_of,
    to_do,
    told_in,
    uid,
)
from wijkaanzet.web.plan_reading.sheets import expected_in, meanings_in
from wijkaanzet.web.tenancy import address

AROUND = (SectionKey.TOGETHER, SectionKey.ACCESS, SectionKey.SCHOOLS, SectionKey.RISKS)
FILES = (("plan-pdf", "PDF"), ("plan-docx", "DOCX"))


def setting_of(request: Request, plan: Plan, content: PlanContent, *, today: date) -> Setting:
    """What an edition points at, as it may be read today."""
    subjects = told_in(content)
    found = told(subjects, municipality=request.municipality, sees_all=False, on=today) if subjects else {}
    return Setting(
        request=request,
        plan_id=plan.public_id,
        told=found,
        taken_back=queries.taken_back([plan.pk]),
        pictures=queries.pictures_there(plan) if content.pictures else (),
        later=answers_since(content),
    )


def plan_page(request: Request, edition: Edition, others: Sequence[Edition], *, today: date) -> PlanPage:
    """An edition; `others` are all editions of the plan that were adopted and made known, the newest first."""
    plan, content = edition.plan, queries.held_by(edition)
    area, setting = area_of(plan.network), setting_of(request, plan, content, today=today)
    pictures = setting.pictures_of(content)
    shown = tuple(_figures(request, area, content, edition))
    page = PlanPage(
        head=around.head(request, plan),
        note=_note(plan, edition, others),
        write=around.write_link(request, plan, today=today),
        summary=text_of(content.texts, SectionKey.SUMMARY),
        picture=pictures[0] if pictures else None,
        to_do=to_do(content, setting),
        pictures=pictures[1:],
        questions=around.questions(request, plan, _asking(request, edition, content, others)),
        priorities=priorities(content, setting),
        base=words.base_lines(content.base),
        texts=tuple(_texts(content)),
        there_is=text_of(content.texts, SectionKey.THERE_IS),
        map=around.map_of(request, area),
        places=_places(content),
        agreed=words.agreed(content.agreement),
        voices=_voices(content),
        money=money_of(content, edition, setting),
        figures=shown,
        take_part=around.take_part(request, plan, today=today),
        move=around.move_card(plan, today=today),
        decision=decision_of(request, edition, today=today),
        editions=tuple(_editions(request, edition, others)),
        difference_href=address(request, "plan-difference", public_id=plan.public_id) if len(others) > 1 else "",
        downloads=downloads(request, plan) if others and edition == others[0] else (),
        change_why=content.change_why,
        expect=expected_in(plan, content, today=today),
        meanings=meanings_in(plan, content, today=today),
        fictional=area.division.fictional or any(one.card.fictional for one in shown),
    )
    return with_contents(page)


def _asking(request: Request, edition: Edition, content: PlanContent, others: Sequence[Edition]) -> PlanContent | None:
    """What the edition says from which people are asked: the one that holds, also on the page of an earlier one.

    On the page of one that not everybody may read yet it is that one itself.
    """
    if edition not in others or edition == others[0]:
        return content
    return queries.content_for_all(edition.plan, editions=access.public_editions(request.municipality))


def decision_of(request: Request, edition: Edition, *, today: date) -> DecisionNote | None:
    """The decision by which an edition was adopted; one query."""
    known = about(newest_first(public_decisions(request.municipality)), Subject(EDITION, edition.pk))
    return decision_note(request, known.first(), today=today)


def downloads(request: Request, plan: Plan) -> tuple[Download, ...]:
    """The plan to print, and as a document to edit."""
    label = _("Plan for %(area)s") % {"area": area_of(plan.network).name}
    return tuple(
        Download(href=address(request, name, public_id=plan.public_id), label=label, kind=kind) for name, kind in FILES
    )


def _note(plan: Plan, edition: Edition, others: Sequence[Edition]) -> Alert | None:
    """What one must know before reading on."""
    if edition not in others:
        state = _("Edition %(number)s: %(state)s.") % {
            "number": edition.number,
            "state": EDITION_STATUSES[EditionStatus(edition.status)],
        }
        return Alert(title=state, text=_("Not everybody can read this yet."))
    if edition != others[0]:
        title = _("This is an earlier edition.")
        return Alert(title=title, text=_("A newer one was adopted. You find it under “All editions”."))
    status = access.known_statuses([plan])[plan.pk]
    if status is PlanStatus.ENDED:
        return Alert(title=_("This plan is over"), text=_("You can still read what was agreed."))
    if status is not PlanStatus.ADOPTED:
        text = _("The network is writing a change. Until that is adopted, this is what holds.")
        if status is PlanStatus.SUBMITTED:
            text = _("A change lies there for a decision. Until it is adopted, this is what holds.")
        return Alert(title=_("This plan is being changed."), text=text)
    return None


def _texts(content: PlanContent) -> Iterator[OwnText]:
    for key in AROUND:
        if lines := text_of(content.texts, key):
            yield OwnText(uid=key.value.replace("_", "-"), title=str(words.TITLES[key]), paragraphs=lines)


def _places(content: PlanContent) -> tuple[PlaceLine, ...]:
    """Each place with what happens there, the whole neighbourhood first and then by name."""
    found: dict[str, list[Action]] = defaultdict(list)
    for one in content.priorities:
        if one.place_kind is not PlaceKind.NONE:
            found[words.place(one)].append(Action(label=one.title, href=f"#{uid(one)}"))
    whole = _("In the whole neighbourhood")
    names = [*({whole} & set(found)), *sorted(set(found) - {whole})]
    return tuple(PlaceLine(name=name, priorities=tuple(found[name])) for name in names)


def _voices(content: PlanContent) -> tuple[OtherVoice, ...]:
    if content.agreement is None:
        return ()
    return tuple(OtherVoice(text=one.text, by_whom=one.by_whom) for one in content.agreement.dissents)


def _figures(request: Request, area: Area, content: PlanContent, edition: Edition) -> Iterator[PlanFigure]:
    """Each figure once, with the priorities that it is in; as it was when the plan was handed in."""
    used: dict[str, list[str]] = defaultdict(list)
    found: dict[str, FrozenFigure] = {}
    for priority in content.priorities:
        figures_of = dict(figures_in(priority))
        if (measured := measured_in(priority)) is not None:
            figures_of.setdefault(priority.figure, measured)
        for slug, figure in figures_of.items():
            found.setdefault(slug, figure)
            used[slug].append(priority.title)
    known = {one.slug for one in public_columns(area.division)} if found else set()
    city = request.municipality.name
    for slug, figure in found.items():
        href = address(request, "area-figure", slug=area.slug, figure=slug) if slug in known else ""
        card = figures.card(figure, city=city, as_on=edition.submitted_on, href=href, uid=f"cijfer-{slug}")
        yield PlanFigure(card=card, used_for=", ".join(used[slug]))


def _editions(request: Request, edition: Edition, others: Sequence[Edition]) -> Iterator[Action]:
    """The other editions that everybody may read; the newest stands at the address of the plan itself."""
    for one in others:
        if one == edition or one.decided_on is None:
            continue
        label = _("Edition %(number)s, adopted on %(day)s") % {"number": one.number, "day": day(one.decided_on)}
        if one == others[0]:
            href = address(request, "plan", public_id=edition.plan.public_id)
        else:
            href = address(request, "plan-edition", public_id=edition.plan.public_id, number=one.number)
        yield Action(label=label, href=href)
