"""From a scan to its page, as everybody reads it or as who work on the neighbourhood do."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.queries import nearest
from wijkaanzet.scans import access, queries
from wijkaanzet.scans.labels import SCAN_STATUSES
from wijkaanzet.scans.models import Scan, ScanComment
from wijkaanzet.scans.queries import ScanInFull
from wijkaanzet.scans.rules.scan import ScanPartKey, ScanStatus
from wijkaanzet.web.acts import ActForm
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.neighbourhood_scan.changes import changes
from wijkaanzet.web.neighbourhood_scan.forms import AnswerForm, CommentForm
from wijkaanzet.web.neighbourhood_scan.parts import Form, Setting, comments, part
from wijkaanzet.web.neighbourhood_scan.who import composes, is_published, sees_all_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.neighbourhood_scan import ScanPage, ScanPart, StartScan
from wijkaanzet.web.parts.meaning import meanings
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Alert, Badge, Download
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.cards import tell_href

UNKNOWN = (ScanPartKey.NOT_COMING, ScanPartKey.WANTED, ScanPartKey.SHUT_OUT)
FILES = (("scan-pdf", "PDF"), ("scan-csv", "CSV"), ("scan-json", "JSON"))


@dataclass(frozen=True)
class Typed:
    """The form that was filled in on the page; at most one of the two."""

    comment: CommentForm | None = None
    answer: AnswerForm | None = None

    @property
    def form(self) -> ActForm:
        """What stands in the summary of mistakes."""
        return self.comment or self.answer or ActForm()


def scan_page(request: Request, scan: Scan, typed: Typed, *, today: date) -> ScanPage:
    """The whole scan. The number of queries does not depend on how much stands in it."""
    sees_all = sees_all_of(request, scan.area, on=today)
    makes = sees_all and composes(request, scan.area, on=today)
    full = queries.scan_in_full(scan, reader_sees_all=sees_all, on=today)
    published = is_published(scan)
    commenting = _commenting(request, scan, typed) if sees_all else None
    answering = _answering(full, typed) if makes and not published else _nothing
    setting = _setting(request, scan, may_comment=commenting is not None, answering=answering)
    parts = {one.key: part(one, setting) for one in full.sections}
    return ScanPage(
        area=scan.area.name,
        slug=scan.area.slug,
        year=scan.year,
        state=None if published else Badge(label=str(SCAN_STATUSES[ScanStatus(scan.status)]), tone="stone"),
        note=None if published else note(scan),
        made_by=made_by(scan),
        published=_("Published on %(day)s.") % {"day": day(scan.published_on)} if scan.published_on else "",
        strengths=parts[ScanPartKey.STRENGTHS],
        concerns=parts[ScanPartKey.CONCERNS],
        unknown=tuple(parts[key] for key in UNKNOWN),
        meanings=meanings(nearest(request.municipality, on=today), _texts(parts.values())),
        changes=changes(request, full, sees_all=sees_all, on=today),
        tell_href=tell_href(request, area=scan.area.slug),
        comments=comments(full.comments, setting),
        commenting=commenting,
        comment_href=setting.comment_href,
        answer_href=address(request, "scan-answer", slug=scan.area.slug, year=scan.year),
        actions=(_to_make(request, scan),) if makes and not published else (),
        starts=starts(request, scan.area, today=today) if makes else (),
        downloads=downloads(request, scan) if published else (),
        earlier=tuple(_others(request, scan, today=today)),
        all_href=address(request, "scans", year=scan.year) if published else "",
        fictional=is_fictional(scan.area, parts.values()),
    )


def _setting(request: Request, scan: Scan, *, may_comment: bool, answering: Form) -> Setting:
    href = address(request, "scan-comment", slug=scan.area.slug, year=scan.year)
    return Setting(
        request=request,
        slug=scan.area.slug,
        as_on=_as_on(scan),
        known={one.slug for one in queries.public_columns(scan.area.division)},
        comment_href=href if may_comment else "",
        answering=answering,
    )


def _nothing(about: ScanComment) -> None:
    """No form to answer it."""


def _as_on(scan: Scan) -> date | None:
    if scan.status == ScanStatus.DRAFT:
        return None
    return scan.published_on or scan.status_since


def note(scan: Scan) -> Alert:
    """Where a scan stands that is not published, and who sees it."""
    only = _("Only who work on this neighbourhood together can see it.")
    if scan.status == ScanStatus.DRAFT:
        return Alert(title=_("This scan is being made."), text=only)
    until = day(scan.commenting_until) if scan.commenting_until else ""
    title = _("This scan is open for comments up to and including %(day)s.") % {"day": until}
    return Alert(title=title, text=only)


def made_by(scan: Scan) -> str:
    """Who made it, as a sentence says it."""
    return scan.network.name if scan.network else _("the coordinator and the area manager of this neighbourhood")


def is_fictional(area: Area, parts: Collection[ScanPart]) -> bool:
    """Whether anything in it is made up."""
    return area.division.fictional or any(one.card.fictional for part in parts for one in part.figures)


def _texts(parts: Collection[ScanPart]) -> Iterator[str]:
    """Everything that people say in a scan."""
    for one in parts:
        yield one.words
        yield from (figure.meaning for figure in one.figures)
        for quote in one.quotes:
            yield from (quote.title, quote.text, quote.teller_meaning, quote.meaning)


def _commenting(request: Request, scan: Scan, typed: Typed) -> CommentForm | None:
    if typed.comment is not None or scan.status != ScanStatus.COMMENTING:
        return typed.comment
    about = request.GET.get("onderdeel", "")
    return CommentForm(None, about=about if about in set(ScanPartKey) else "")


def all_comments(full: ScanInFull) -> list[ScanComment]:
    """Everything that was said of a scan and its parts."""
    return [*full.comments, *(one for section in full.sections for one in section.comments)]


def _answering(full: ScanInFull, typed: Typed) -> Form:
    """For each comment the form to answer it; the one that was filled in as it was."""
    found = all_comments(full)
    sent = typed.answer.data.get("comment") if typed.answer is not None else None

    def form(about: ScanComment) -> ActForm:
        if typed.answer is not None and str(about.pk) == sent:
            return typed.answer
        return AnswerForm(None, comments=found, about=about)

    return form


def _to_make(request: Request, scan: Scan) -> Action:
    label = _("Go on making it") if scan.status == ScanStatus.DRAFT else _("What is left to do")
    return Action(label=label, href=address(request, "scan-compose", slug=scan.area.slug, year=scan.year))


def starts(request: Request, area: Area, *, today: date) -> tuple[StartScan, ...]:
    """Of this year and the next those that nobody began a scan of; one query."""
    own = access.own_scans(actor_of(request), request.municipality, on=today).filter(area=area)
    begun = set(own.values_list("year", flat=True))
    return tuple(
        StartScan(year=year, href=address(request, "scan-start", slug=area.slug, year=year))
        for year in (today.year, today.year + 1)
        if year not in begun
    )


def downloads(request: Request, scan: Scan) -> tuple[Download, ...]:
    """The files of a published scan: as everybody reads it."""
    label = _("Scan of %(area)s %(year)s") % {"area": scan.area.name, "year": scan.year}
    return tuple(
        Download(href=address(request, name, slug=scan.area.slug, year=scan.year), label=label, kind=kind)
        for name, kind in FILES
    )


def _others(request: Request, scan: Scan, *, today: date) -> Iterator[Action]:
    """The other scans of the neighbourhood that who asks may see, the newest first."""
    seen = access.seen_scans(actor_of(request), request.municipality, on=today).filter(area=scan.area)
    for one in seen.exclude(pk=scan.pk).order_by("-year", "id"):
        label = _("Scan of %(year)s") % {"year": one.year}
        if not is_published(one):
            label = f"{label} ({SCAN_STATUSES[ScanStatus(one.status)]})"
        yield Action(label=label, href=address(request, "scan", slug=scan.area.slug, year=one.year))
