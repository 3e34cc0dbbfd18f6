"""What changed since the scan before, in sentences: words, what came and went, and figures then and now."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import HOW_SURE, PARTS, SINCE
from wijkaanzet.scans.queries import Changed, ScanInFull, SectionChanged
from wijkaanzet.scans.rules.frozen import ThenAndNow
from wijkaanzet.scans.rules.scan import HowSure
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.neighbourhood_scan.told import name_of
from wijkaanzet.web.pages.neighbourhood_scan import Changes, PartChange
from wijkaanzet.web.templatetags.parts import in_words
from wijkaanzet.web.tenancy import address


def changes(request: Request, now: ScanInFull, *, sees_all: bool, on: date) -> Changes | None:
    """A scan beside the one before, as this reader may see both; None when it is the first."""
    found = queries.changed(now, reader_sees_all=sees_all, on=on)
    if found is None:
        return None
    href = address(request, "scan", slug=now.scan.area.slug, year=found.before.year)
    return Changes(year=found.before.year, href=href, parts=tuple(_parts(found)))


def _parts(found: Changed) -> Iterator[PartChange]:
    for one in found.sections:
        lines = tuple(_lines(one, found.before.year))
        if lines:
            yield PartChange(title=str(PARTS[one.part.section]), lines=lines)


def _lines(one: SectionChanged, year: int) -> Iterator[str]:
    part = one.part
    if part.words_changed:
        yield _("The words are new.")
    if part.sure_then is not part.sure_now:
        yield _("How sure: %(now)s. In %(year)s: %(then)s.") % {
            "now": _how_sure(part.sure_now),
            "year": year,
            "then": _how_sure(part.sure_then),
        }
    if one.new:
        yield _("New here: %(what)s.") % {"what": in_words(tuple(map(name_of, one.new)))}
    if one.gone:
        yield _("No longer here: %(what)s.") % {"what": in_words(tuple(map(name_of, one.gone)))}
    for figure in part.figures:
        if not figure.is_same:
            yield _then_and_now(figure)


def _how_sure(sure: HowSure | None) -> str:
    words = str(HOW_SURE[sure]) if sure else _("that is not said")
    return f"{words[:1].lower()}{words[1:]}"


def _then_and_now(figure: ThenAndNow) -> str:
    words = {
        "figure": figure.now.label,
        "then": figures.value(figure.then),
        "year_then": figure.then.year,
        "now": figures.value(figure.now),
        "year_now": figure.now.year,
        "since": SINCE[figure.since],
    }
    return _("%(figure)s: %(then)s in %(year_then)s, %(now)s in %(year_now)s. %(since)s") % words
