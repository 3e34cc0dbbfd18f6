"""A published scan as data: what everybody may read of it, with where each figure comes from and on what terms."""

from collections.abc import Iterator
from datetime import date

from wijkaanzet.areas.models import Area
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import HOW_SURE, OUTCOMES, PARTS
from wijkaanzet.scans.models import Scan
from wijkaanzet.scans.queries import ItemInFull, ScanInFull, SectionInFull, ToldWords
from wijkaanzet.scans.rules.frozen import FrozenFigure
from wijkaanzet.scans.rules.scan import HowSure
from wijkaanzet.web.http import Request
from wijkaanzet.web.neighbourhood_scan import figures
from wijkaanzet.web.neighbourhood_scan.changes import changes
from wijkaanzet.web.neighbourhood_scan.reading import made_by
from wijkaanzet.web.neighbourhood_scan.told import gone, kind_of
from wijkaanzet.web.scans.meaning import DECIMALS, Json
from wijkaanzet.web.scans.rows import CERTAIN
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.told.files import use

HEADER = (
    "gemeente", "wijk", "wijk_code", "jaar", "gepubliceerd_op", "adres", "onderdeel", "hoe_zeker", "soort", "naam",
    "tekst", "betekenis", "waarde", "waarde_exact", "eenheid", "waarom_geen_waarde", "van_95", "tot_95", "meetjaar",
    "bron", "tabel", "licentie", "voorlopig", "fictief", "gebruik",
)  # fmt: skip


def full_of(scan: Scan, *, today: date) -> ScanInFull:
    """A scan as everybody reads it, whoever takes it away."""
    return queries.scan_in_full(scan, reader_sees_all=False, on=today)


def rows(request: Request, scan: Scan, *, today: date) -> Iterator[tuple[object, ...]]:
    """A row for the words of each part, and one for everything that stands in it; in the order of the header."""
    head = _head(request, scan)
    for section in full_of(scan, today=today).sections:
        part = (str(PARTS[section.key]), _sure(section.sure))
        yield (*head, *part, "eigen woorden", "", section.words, "", *_NO_FIGURE, "")
        for item in section.items:
            if item.figure is not None:
                yield (*head, *part, "cijfer", item.figure.label, "", item.meaning, *_numbers(item.figure), "")
            else:
                name, text = (item.told.title, item.told.text) if item.told else ("", gone(item))
                kind = kind_of(item.kind, item.told)
                yield (*head, *part, kind, name, text, item.meaning, *_NO_FIGURE, use())


_NO_FIGURE = ("",) * 12


def _head(request: Request, scan: Scan) -> tuple[object, ...]:
    published = scan.published_on.isoformat() if scan.published_on else ""
    return request.municipality.name, scan.area.name, scan.area.code, scan.year, published, where(request, scan)


def where(request: Request, scan: Scan) -> str:
    """The whole address of a scan."""
    return request.build_absolute_uri(address(request, "scan", slug=scan.area.slug, year=scan.year))


def _sure(sure: HowSure | None) -> str:
    return str(HOW_SURE[sure]) if sure else ""


def _numbers(figure: FrozenFigure) -> tuple[object, ...]:
    exact, (low, high) = figure.number, figure.interval or (None, None)
    return (
        "" if exact is None else figures.number(figure, float(exact)),
        figure.value,
        figure.unit,
        "" if figure.value else figures.value(figure),
        "" if low is None else figures.number(figure, low),
        "" if high is None else figures.number(figure, high),
        figure.year,
        figure.source,
        figure.table,
        figures.licence(figure),
        "ja" if figure.provisional else "nee",
        "ja" if figure.fictional else "nee",
    )


def scan_record(request: Request, scan: Scan, *, today: date) -> Json:
    """A scan with all its parts, and what changed since the one before."""
    full = full_of(scan, today=today)
    found = changes(request, full, sees_all=False, on=today)
    since: Json | None = None
    if found is not None:
        parts = [{"onderdeel": one.title, "anders": list(one.lines)} for one in found.parts]
        since = {"jaar": found.year, "onderdelen": parts}
    return {
        **about(request, scan),
        "onderdelen": [_part(request, one) for one in full.sections],
        "veranderd_sinds": since,
    }


def about(request: Request, scan: Scan) -> Json:
    """Of where and when it is, and who made it."""
    area: Area = scan.area
    return {
        "gemeente": request.municipality.name,
        "wijk": area.name,
        "wijk_code": area.code,
        "jaar": scan.year,
        "gepubliceerd_op": scan.published_on.isoformat() if scan.published_on else "",
        "gemaakt_door": made_by(scan),
        "adres": where(request, scan),
        "fictief": area.division.fictional,
    }


def _part(request: Request, section: SectionInFull) -> Json:
    return {
        "onderdeel": str(PARTS[section.key]),
        "woorden": section.words,
        "hoe_zeker": _sure(section.sure),
        "cijfers": [_figure(one.figure, one.meaning) for one in section.items if one.figure is not None],
        "verteld": [_told(request, one) for one in section.items if one.figure is None],
    }


def _figure(figure: FrozenFigure, meaning: str) -> Json:
    exact, (low, high) = figure.number, figure.interval or (None, None)
    return {
        "cijfer": figure.slug,
        "naam": figure.label,
        "waarde": _rounded(None if exact is None else float(exact)),
        "waarom_geen_waarde": "" if figure.value else figures.value(figure),
        "eenheid": f"{figure.sign} {figure.unit}".strip(),
        "van_95": _rounded(low),
        "tot_95": _rounded(high),
        "vergeleken_met": _rounded(figure.benchmark),
        "zonder_dit_gebied": figure.left_out,
        "uitkomst": str(OUTCOMES[figure.comparison.outcome]),
        "zekerheid": CERTAIN[figure.comparison.strength],
        "jaar": figure.year,
        "bron": figure.source,
        "tabel": figure.table,
        "licentie": figures.licence(figure),
        "voorlopig": figure.provisional,
        "geschat": figure.estimated,
        "fictief": figure.fictional,
        "betekenis": meaning,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def _told(request: Request, item: ItemInFull) -> Json:
    told: ToldWords | None = item.told
    if told is None:
        return {"soort": kind_of(item.kind, None), "niet_meer_te_lezen": gone(item)}
    return {
        "soort": kind_of(item.kind, told),
        "titel": told.title,
        "tekst": told.text,
        "betekenis_verteller": told.meaning,
        "betekenis": item.meaning,
        "plek": told.place,
        "adres": request.build_absolute_uri(address(request, "voice", public_id=told.public_id)),
        "gebruik": use(),
    }
