"""From the frozen lines of a division to the page that explains an amount."""

from collections import defaultdict
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements import queries as arrangements
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries
from wijkaanzet.budget.labels import CITY_KINDS, LINE_KINDS
from wijkaanzet.budget.models import AllocationLine, AllocationRun, AllocationShare
from wijkaanzet.budget.models import CityLine as CityRow
from wijkaanzet.budget.rules.division import CityKind, LineKind
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.budget.figures import model_of
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import count, price, readable
from wijkaanzet.web.pages import CityLine, ComponentShare, WhyPage
from wijkaanzet.web.parts.explanation import Explanation, ExplanationLine
from wijkaanzet.web.parts.figures import FigureSource
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.tenancy import address


def build(request: Request, area: Area, run: AllocationRun, *, today: date) -> WhyPage:
    """The amount of an area in a year, from the council's total down to the cent."""
    arrangement = arrangements.current(run.municipality, on=today)
    shares = queries.shares_of(run, area)
    city = queries.city_lines(run)
    lines = queries.lines_of(run, area)
    return WhyPage(
        name=area.name,
        slug=area.slug,
        year=run.year,
        amount_cents=sum(share.amount_cents for share in shares),
        total_cents=run.total_cents,
        city=tuple(_city_line(line, arrangement) for line in city),
        divided_cents=run.total_cents - sum(line.amount_cents for line in city),
        area_count=queries.area_count(run),
        parts=_parts(lines, arrangement),
        components=_components(shares, arrangement),
        sources=_sources(run),
        changes=_changes(run),
        decision=note(request, run.decision, today=today),
        download=Download(
            href=address(request, "why-csv", slug=area.slug, year=run.year),
            label=_("These lines as a table"),
        ),
        model_sha256=run.model_sha256,
        figures_sha256=run.figures_sha256,
        code_version=run.code_version,
        fictional=run.figures_fictional,
    )


def _city_line(line: CityRow, arrangement: Arrangement) -> CityLine:
    is_share = line.key == CityKind.SHARE
    label = str(CITY_KINDS[CityKind.SHARE]) if is_share else readable(line.key)
    pot = pot_name(arrangement, line.earmark)
    return CityLine(
        label=f"{pot}: {label[0].lower()}{label[1:]}", cents=line.amount_cents, motive=readable(line.motive)
    )


def _parts(lines: list[AllocationLine], arrangement: Arrangement) -> tuple[Explanation, ...]:
    """One sum per earmark, in the order of the model."""
    by_earmark: dict[str, list[AllocationLine]] = defaultdict(list)
    for line in lines:
        by_earmark[line.earmark].append(line)
    return tuple(
        Explanation(title=pot_name(arrangement, earmark), lines=tuple(_line(line) for line in group))
        for earmark, group in by_earmark.items()
    )


def _line(line: AllocationLine) -> ExplanationLine:
    kind = LineKind(line.kind)
    label = readable(line.key) if kind is LineKind.CRITERION else str(LINE_KINDS[kind])
    return ExplanationLine(label=label, cents=line.amount_cents, how=_how(line, kind))


def _how(line: AllocationLine, kind: LineKind) -> str:
    match kind:
        case LineKind.CRITERION:
            parameters = {"units": count(line.units), "price": price(line.unit_price)}
            return _("%(units)s people × %(price)s") % parameters
        case LineKind.BASE:
            return _("the same for every neighbourhood")
        case LineKind.FLOOR:
            return _("so that no neighbourhood gets less than the lower limit")
        case LineKind.ROUNDING:
            return _("so that all amounts together are exactly the total")


def _components(shares: list[AllocationShare], arrangement: Arrangement) -> tuple[ComponentShare, ...]:
    totals: dict[str, int] = {}
    for share in shares:
        if share.component:
            totals[share.component] = totals.get(share.component, 0) + share.amount_cents
    return tuple(
        ComponentShare(label=arrangement.word(f"component.{key}").capitalize(), cents=totals[key])
        for key in arrangement.components
        if key in totals
    )


def _sources(run: AllocationRun) -> tuple[FigureSource, ...]:
    criteria = {one.key for earmark in model_of(run).earmarks for one in earmark.criteria}
    return tuple(
        FigureSource(
            name=readable(key), source=run.figures_source, year=run.figures_year, fictional=run.figures_fictional
        )
        for key in sorted(criteria)
    )


def _changes(run: AllocationRun) -> tuple[str, ...]:
    """What would change the amount: a sentence per criterion, and the two decisions behind it."""
    keys = sorted({one.key for earmark in model_of(run).earmarks for one in earmark.criteria})
    more = _("More people counted under “%(name)s” means a higher amount, if the rest stays the same.")
    return (
        *(more % {"name": readable(key)} for key in keys),
        _("The council can give more or less for the whole city."),
        _("The executive can give one count more weight than another."),
    )
