"""From rows to the pages of divisions."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.areas import queries
from wijkaanzet.areas.models import Division
from wijkaanzet.areas.queries import BordersOf, ConcordanceRow, DivisionRow, RegionYear
from wijkaanzet.areas.rules.composition import Part
from wijkaanzet.areas.rules.drawing import NewDivision
from wijkaanzet.web.areas.build import division_now
from wijkaanzet.web.http import Request
from wijkaanzet.web.numbers import day
from wijkaanzet.web.pages.places import (
    AreaDivisionsPage,
    AreaToDraw,
    ConcordanceLine,
    DivisionInTime,
    DrawPage,
    DrawTrial,
    FilePage,
)
from wijkaanzet.web.parts.forms import Buttons
from wijkaanzet.web.parts.moves import Action
from wijkaanzet.web.places.forms import DrawForm
from wijkaanzet.web.tenancy import address


def divisions_page(request: Request, *, today: date, acts: bool) -> AreaDivisionsPage:
    """Every division side by side, with its region years and borders; and the concordances. Five queries or so."""
    rows = queries.divisions_in_time(request.municipality)
    divisions = [row.division for row in rows]
    years, borders = queries.region_years(divisions), queries.borders_of(divisions)
    _arrangement, steered = division_now(request.municipality, today=today)
    newest = {one.key: one.id for one in reversed(divisions)}  # the newest of a key comes first
    shown = tuple(
        _in_time(
            row,
            years.get(row.division.id, []),
            borders.get(row.division.id),
            steered=row.division == steered,
            actions=_actions(request, row.division) if acts and newest[row.division.key] == row.division.id else (),
        )
        for row in rows
    )
    drawing = Action(label=_("Draw a division"), href=address(request, "area-division-new"))
    bringing = Action(label=_("Bring a concordance in"), href=address(request, "area-concordance"), kind="secondary")
    return AreaDivisionsPage(
        divisions=shown,
        concordances=tuple(_concordance(row) for row in queries.concordances(request.municipality)),
        actions=(drawing,) if acts else (),
        concordance_actions=(bringing,) if acts else (),
    )


def _actions(request: Request, division: Division) -> tuple[Action, ...]:
    return (
        Action(label=_("Bring borders in"), href=address(request, "area-division-borders", division=division.key)),
        Action(label=_("Add a region year"), href=address(request, "area-division-parts", division=division.key)),
    )


def _in_time(
    row: DivisionRow,
    years: Sequence[RegionYear],
    borders: BordersOf | None,
    *,
    steered: bool,
    actions: tuple[Action, ...],
) -> DivisionInTime:
    return DivisionInTime(
        name=row.division.name,
        period=_period(row.division),
        areas=row.areas,
        steered=steered,
        borders=_("%(source)s, %(year)s") % {"source": borders.source, "year": borders.year} if borders else "",
        years=tuple(map(_year, years)),
        actions=actions,
        fictional=row.division.fictional,
    )


def _period(division: Division) -> str:
    if division.ends_before is None:
        return _("from %(day)s") % {"day": day(division.starts_on)}
    last = division.ends_before - timedelta(days=1)
    return _("from %(day)s up to and including %(last)s") % {"day": day(division.starts_on), "last": day(last)}


def _year(one: RegionYear) -> str:
    number = ngettext("%(number)s CBS area", "%(number)s CBS areas", one.cbs_areas) % {"number": one.cbs_areas}
    if not one.shared:
        return _("%(year)s: %(number)s") % {"year": one.year, "number": number}
    words = {"year": one.year, "number": number, "shared": one.shared}
    return _("%(year)s: %(number)s, of which %(shared)s over more than one area") % words


def _concordance(row: ConcordanceRow) -> ConcordanceLine:
    one = row.concordance
    number = ngettext("%(number)s change", "%(number)s changes", row.changes) % {"number": row.changes}
    words = {"number": number, "partial": row.partial, "basis": one.basis, "source": one.source}
    told = _("%(number)s, of which %(partial)s for a part; weights by %(basis)s; source: %(source)s") % words
    return ConcordanceLine(years=_("%(old)s to %(new)s") % {"old": one.from_year, "new": one.to_year}, told=told)


def draw_page(form: DrawForm, *, acts: bool, new: NewDivision | None = None) -> DrawPage:
    """The questions for a division; with what it would be once a table was read."""
    questions = tuple(bound for bound in form if bound.name != "table")
    label = _("Look at the table") if new is None else _("Look at another table")
    trial = _trial(form, new) if new is not None else None
    return DrawPage(questions=questions, acts=acts, buttons=Buttons(submit=label), trial=trial)


def _trial(form: DrawForm, new: NewDivision) -> DrawTrial:
    parts = [part for area in new.areas for part in area.composed_of]
    codes, shared = {part.code for part in parts}, {part.code for part in parts if part.weight != 1}
    number = ngettext("%(number)s CBS area", "%(number)s CBS areas", len(codes)) % {"number": len(codes)}
    made = ngettext("%(areas)s area, composed of %(codes)s", "%(areas)s areas, composed of %(codes)s", len(new.areas))
    counts = [made % {"areas": len(new.areas), "codes": number}]
    if shared:
        split = ngettext(
            "%(number)s CBS area lies in an area for a part",
            "%(number)s CBS areas lie in an area for a part",
            len(shared),
        )
        counts.append(split % {"number": len(shared)})
    if new.key in form.known:
        words = {"division": form.known[new.key], "day": day(date(new.year, 1, 1) - timedelta(days=1))}
        counts.append(_("“%(division)s” as it is now ends on %(day)s") % words)
    areas = sorted(new.areas, key=lambda area: area.name)
    return DrawTrial(
        counts=tuple(counts),
        areas=tuple(
            AreaToDraw(name=one.name, code=one.code, slug=one.slug, parts=tuple(map(_part, one.composed_of)))
            for one in areas
        ),
        answers=tuple(bound for bound in form if bound.name not in ("table", "file")),
        table=str(form.cleaned_data["table"]),
    )


def _part(part: Part) -> str:
    if part.weight == 1:
        return f"{part.code} {part.name}"
    weight = number_format(format(part.weight.normalize(), "f"))
    return _("%(code)s %(name)s, weight %(weight)s") % {"code": part.code, "name": part.name, "weight": weight}


def borders_page(division: Division, *, acts: bool) -> FilePage:
    """Borders of a division."""
    return FilePage(
        title=_("Borders of %(division)s") % {"division": division.name},
        lead=_("Then the map shows the areas as they lie. Borders come in for all areas, or for none."),
        notes=(
            _("The file has a feature for each area by its own code, or for each CBS area in it."),
            _("Areas of other municipalities are left out."),
            _("Wrong rings are repaired; you are told which."),
        ),
        acts=acts,
        buttons=Buttons(submit=_("Bring the borders in")),
    )


def composition_page(division: Division, *, acts: bool) -> FilePage:
    """The composition of a division in another region year."""
    return FilePage(
        title=_("Another region year of %(division)s") % {"division": division.name},
        lead=_("CBS gives wijken and buurten other codes now and then. Say here which ones make up your areas."),
        notes=(
            _("The areas stay as they are, with their names, addresses and money."),
            _("Every area that was composed of CBS areas before must be in the file."),
            _("What is known of other years stays."),
        ),
        acts=acts,
        buttons=Buttons(submit=_("Add the region year")),
    )


def concordance_page(*, acts: bool) -> FilePage:
    """What became of CBS areas."""
    return FilePage(
        title=_("Bring a concordance in"),
        lead=_("A concordance says what became of CBS areas: old code, new code, and the weight that went there."),
        notes=(
            _("With it figures of two years can be compared although the codes changed."),
            _("Equal codes are no proof: borders may have moved. Name those areas too, with weight 1."),
            _("A file of the whole country will do; what is not of your municipality is left out."),
        ),
        acts=acts,
        buttons=Buttons(submit=_("Bring the concordance in")),
    )
