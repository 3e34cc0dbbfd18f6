"""From the frozen lines of a division to the page that explains an amount."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from wijkaanzet.areas.models import Area
from wijkaanzet.arrangements.rules import Arrangement
from wijkaanzet.budget import queries
from wijkaanzet.budget.labels import CITY_KINDS, LINE_KINDS
from wijkaanzet.budget.models import AllocationLine, AllocationRun, AllocationShare
from wijkaanzet.budget.models import CityLine as CityRow
from wijkaanzet.budget.queries import WholeSum
from wijkaanzet.budget.rules.division import CityKind, LineKind
from wijkaanzet.budget.rules.model import Earmark, Model
from wijkaanzet.people.queries import desk_of
from wijkaanzet.web.areas.money import pot_name
from wijkaanzet.web.budget import why_words
from wijkaanzet.web.budget.downloads import seals
from wijkaanzet.web.budget.figures import model_of
from wijkaanzet.web.decisions.note import note
from wijkaanzet.web.desks import desk
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import price, readable, units
from wijkaanzet.web.pages import CityLine, ComponentShare, WhyPage
from wijkaanzet.web.parts.explanation import Explanation, ExplanationLine
from wijkaanzet.web.parts.figures import FigureSource
from wijkaanzet.web.parts.notices import Download
from wijkaanzet.web.tenancy import address
from wijkaanzet.web.words import of_year, word


def build(request: Request, area: Area, run: AllocationRun, *, today: date) -> WhyPage:
    """The amount of an area in a year, from the council's total down to the cent."""
    arrangement = of_year(run.municipality, run.year)
    model = model_of(run)
    shares = queries.shares_of(run, area)
    city = queries.city_lines(run)
    lines = queries.lines_of(run, area)
    wholes = queries.whole_sums(run)
    _used, guessed = queries.used_in(run, area)
    return WhyPage(
        name=area.name,
        slug=area.slug,
        year=run.year,
        amount_cents=sum(share.amount_cents for share in shares),
        total_cents=run.total_cents,
        city=tuple(_city_line(line, model, arrangement) for line in city),
        divided_cents=run.total_cents - sum(line.amount_cents for line in city),
        area_count=queries.area_count(run),
        parts=_parts(lines, wholes, model, arrangement, guessed),
        components=_components(shares, arrangement),
        sources=_sources(run),
        floors=why_words.floors(model, wholes, arrangement),
        counting=why_words.counting(model, lines),
        changes=why_words.changes(),
        division_href=address(request, "division-run", public_id=run.public_id),
        decision=note(request, run.decision, today=today),
        download=Download(
            href=address(request, "why-csv", slug=area.slug, year=run.year), label=_("These lines as a table")
        ),
        seals=seals(request, run),
        code_version=run.code_version,
        desk=desk(desk_of(run.municipality, area)),
        fictional=run.figures_fictional,
    )


def _city_line(line: CityRow, model: Model, arrangement: Arrangement) -> CityLine:
    is_share = line.key == CityKind.SHARE
    label = str(CITY_KINDS[CityKind.SHARE]) if is_share else readable(line.key)
    pot = pot_name(arrangement, line.earmark)
    motive = why_words.city_motive(line, model, arrangement)
    return CityLine(label=f"{pot}: {label[0].lower()}{label[1:]}", cents=line.amount_cents, motive=motive)


def _parts(
    lines: list[AllocationLine],
    wholes: Mapping[str, WholeSum],
    model: Model,
    arrangement: Arrangement,
    guessed: Mapping[str, list[tuple[str, int]]],
) -> tuple[Explanation, ...]:
    """One sum per earmark, in the order of the model; one that stays with the whole city has nothing to add up."""
    by_earmark: dict[str, list[AllocationLine]] = defaultdict(list)
    for line in lines:
        by_earmark[line.earmark].append(line)
    earmarks = {earmark.key: earmark for earmark in model.earmarks}
    return tuple(
        Explanation(
            title=pot_name(arrangement, key),
            intro=why_words.intro(wholes[key], word(arrangement, "earmark", key)),
            lines=tuple(_line(line, earmarks[key], wholes[key], guessed) for line in group),
        )
        for key, group in by_earmark.items()
        if wholes[key].cents
    )


def _line(
    line: AllocationLine, earmark: Earmark, whole: WholeSum, guessed: Mapping[str, list[tuple[str, int]]]
) -> ExplanationLine:
    kind = LineKind(line.kind)
    if kind is not LineKind.CRITERION:
        return ExplanationLine(label=str(LINE_KINDS[kind]), cents=line.amount_cents, how=_how(line, kind))
    column = next((one.column for one in earmark.criteria if one.key == line.key), "")
    said = (why_words.price_of(line.key, earmark, whole), why_words.estimated(guessed.get(column, ())))
    return ExplanationLine(
        label=readable(line.key), cents=line.amount_cents, how=_how(line, kind), why=" ".join(filter(None, said))
    )


def _how(line: AllocationLine, kind: LineKind) -> str:
    match kind:
        case LineKind.CRITERION:
            parameters = {"units": units(line.units), "price": price(line.unit_price)}
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
        ComponentShare(label=word(arrangement, "component", key).capitalize(), cents=totals[key])
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
