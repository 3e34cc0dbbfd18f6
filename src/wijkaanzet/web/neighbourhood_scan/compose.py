"""Making a scan: what stands in its parts, what can still be chosen, and what each step with it does."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.kernel.working_days import add_days
from wijkaanzet.people.queries import network_of
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import HOW_SURE, PARTS, SCAN_STATUSES
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries import ScanInFull, SectionInFull, ToChoose
from wijkaanzet.scans.rules.scan import ScanItemKind, ScanPartKey, ScanStatus
from wijkaanzet.web.http import Request, actor_of
from wijkaanzet.web.neighbourhood_scan.parts import ICONS
from wijkaanzet.web.neighbourhood_scan.reading import all_comments, note
from wijkaanzet.web.neighbourhood_scan.told import name_of
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.neighbourhood_scan import ComposePage, ConfirmPage, PartToMake
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.parts.notices import Badge
from wijkaanzet.web.templatetags.parts import in_words
from wijkaanzet.web.tenancy import address


def compose_page(request: Request, scan: Scan, *, today: date) -> ComposePage:
    """The parts of a scan with what is chosen and what waits to be chosen, and the next step."""
    there = queries.to_choose(actor_of(request), scan, on=today)
    status = ScanStatus(scan.status)
    return ComposePage(
        area=scan.area.name,
        slug=scan.area.slug,
        year=scan.year,
        state=Badge(label=str(SCAN_STATUSES[status]), tone="stone"),
        note=note(scan),
        parts=tuple(_part(request, scan, one, waiting=_waiting(there, one.key)) for one in there.scan.sections),
        actions=tuple(_actions(request, scan)),
        take_back_href=_to(request, scan, "scan-take-back") if status is ScanStatus.COMMENTING else "",
    )


def _to(request: Request, scan: Scan, name: str) -> str:
    return address(request, name, slug=scan.area.slug, year=scan.year)


def _actions(request: Request, scan: Scan) -> Iterator[Action]:
    if scan.status == ScanStatus.DRAFT:
        yield Action(label=_("Put it before the network"), href=_to(request, scan, "scan-ask"))
    else:
        yield Action(label=_("Publish it"), href=_to(request, scan, "scan-publish"))
    label = _("See it as it is now") if scan.status == ScanStatus.DRAFT else _("See it with its comments")
    yield Action(label=label, href=_to(request, scan, "scan"), kind="secondary")


def _waiting(there: ToChoose, key: ScanPartKey) -> int:
    """How much was told that is offered with a part and stands nowhere yet."""
    chosen = {item.what for section in there.scan.sections for item in section.items}
    return sum(one.section is key and one.subject not in chosen for one in there.told)


def _part(request: Request, scan: Scan, section: SectionInFull, *, waiting: int) -> PartToMake:
    here = {"slug": scan.area.slug, "year": scan.year, "part": section.key.value}
    text = ngettext(
        "%(number)s more voice or story can be chosen here",
        "%(number)s more voices and stories can be chosen here",
        waiting,
    )
    return PartToMake(
        title=str(PARTS[section.key]),
        icon=ICONS[section.key],
        facts=tuple(_facts(section)),
        waiting=text % {"number": waiting} if waiting else "",
        href=address(request, "scan-section", **here) if scan.status == ScanStatus.DRAFT else "",
    )


def _facts(section: SectionInFull) -> Iterator[str]:
    """What stands in a part."""
    length = len(section.words)
    words = ngettext("%(number)s character of text", "%(number)s characters of text", length) % {"number": length}
    yield words if length else _("no words yet")
    if section.sure:
        yield str(HOW_SURE[section.sure])
    figures = sum(one.kind is ScanItemKind.FIGURE for one in section.items)
    if figures:
        yield ngettext("%(number)s figure", "%(number)s figures", figures) % {"number": figures}
    told = len(section.items) - figures
    if told:
        yield ngettext("%(number)s voice or story", "%(number)s voices and stories", told) % {"number": told}
    if section.comments:
        number = len(section.comments)
        yield ngettext("%(number)s comment", "%(number)s comments", number) % {"number": number}


def ask_page(request: Request, scan: Scan, *, today: date) -> ConfirmPage:
    """Who is invited to comment, and until when."""
    network = network_of(scan.area)
    days = arrangements.current(scan.area.division.municipality, on=today).terms.comment_days
    until = {"day": day(add_days(today, days))}
    if network is None:
        invited = _("This neighbourhood has no network here yet. After %(day)s you publish the scan yourself.") % until
    else:
        names = {"network": network.name, **until}
        invited = _("%(network)s is invited to comment, up to and including %(day)s.") % names
    return _confirm(
        request,
        scan,
        title=_("Put the scan before the network"),
        lead=_("Then people read it and say what is missing or not right."),
        points=(
            invited,
            _("Who works in this neighbourhood and the policy officers see it and may comment too."),
            _("The figures stay as they are now. As long as it is open for comments, the words stay the same."),
            _("Who says nothing holds nothing up: after that day it is your move again."),
        ),
        submit=_("Put it before them"),
    )


def publish_page(request: Request, scan: Scan, *, today: date) -> ConfirmPage:
    """What becomes public, and what does not."""
    public = queries.scan_in_full(scan, reader_sees_all=False, on=today)
    full = queries.scan_in_full(scan, reader_sees_all=True, on=today)
    return _confirm(
        request,
        scan,
        title=_("Publish the scan"),
        lead=_("Then everybody can read it. It cannot be changed any more: a new scan comes next year."),
        points=(*_open_for_comments(scan, today=today), *_what_becomes_public(public, full)),
        submit=_("Publish it for everybody"),
    )


def _open_for_comments(scan: Scan, *, today: date) -> Iterator[str]:
    """That the network was promised more time, as long as it was."""
    if scan.network is not None and scan.commenting_until is not None and scan.commenting_until >= today:
        until = {"day": day(scan.commenting_until)}
        yield _("The network may still comment until %(day)s.") % until
        yield _("Publish it now only when everybody who wanted to has spoken.")


def _what_becomes_public(public: ScanInFull, full: ScanInFull) -> Iterator[str]:
    items = [one for section in public.sections for one in section.items]
    told = [one for one in items if one.kind is not ScanItemKind.FIGURE]
    written = [f"“{PARTS[one.key]}”" for one in public.sections if one.words]
    if written:
        yield _("Everybody reads your words about: %(parts)s.") % {"parts": in_words(tuple(written))}
    figures = len(items) - len(told)
    if figures:
        text = ngettext("%(number)s figure, as it is now.", "%(number)s figures, as they are now.", figures)
        yield text % {"number": figures}
    if told:
        yield _("Everybody reads what was told: %(names)s.") % {"names": in_words(tuple(map(name_of, told)))}
        yield _("Who told it and wanted to hear what was done with it gets a message.")
    seen = {one.what for one in items}
    kept = [one for section in full.sections for one in section.items if one.what not in seen]
    if kept:
        names = in_words(tuple(dict.fromkeys(map(name_of, kept))))
        yield _("Only who work here together keep reading this: %(names)s.") % {"names": names}
    if all_comments(full):
        yield _("Comments and their answers do not become public.")


def _confirm(
    request: Request, scan: Scan, *, title: str, lead: str, points: tuple[str, ...], submit: str
) -> ConfirmPage:
    back = Action(label=_("Not yet"), href=_to(request, scan, "scan-compose"), kind="secondary")
    return ConfirmPage(
        area=scan.area.name,
        slug=scan.area.slug,
        year=scan.year,
        title=title,
        lead=lead,
        points=points,
        buttons=Buttons(submit=submit, actions=(back,)),
    )
