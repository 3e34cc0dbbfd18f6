"""What importing a table would do, in words: before anything is kept."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from wijkaanzet.budget.labels import REFUSALS
from wijkaanzet.scans import queries
from wijkaanzet.scans.labels import LEVELS
from wijkaanzet.scans.models import FigureImport
from wijkaanzet.scans.rules.difference import Differences
from wijkaanzet.scans.rules.dry_run import DryRun, Gap
from wijkaanzet.scans.rules.importing import Origin
from wijkaanzet.scans.rules.reading.regions import RegionLevel
from wijkaanzet.web.numbers import count, day
from wijkaanzet.web.pages.scans import Changes, Trial
from wijkaanzet.web.refusals import sentence


def trial_of(figure_import: FigureImport) -> Trial:
    """Try a mapped table out, and put in words what importing it would do."""
    tried = queries.dry_run(figure_import)
    lying = queries.shared_places(figure_import.division, year=figure_import.region_year)
    shared = {code: ", ".join(names) for code, names in lying.items() if code in tried.matched}
    labels = {one.key: one.label for one in queries.columns_of(figure_import)}
    return Trial(
        counts=_counts(tried),
        problems=tuple(sentence(problem) for problem in tried.problems),
        more=tried.more_problems,
        absent=_named(tried.absent.items()),
        extra=_named(tried.extra.items()),
        shared=tuple(f"{code}: {areas}" for code, areas in shared.items()),
        missing=tuple((labels[key], count) for key, count in tried.missing.items() if count),
        gaps=tuple(_gap(labels[gap.key], gap) for gap in tried.gaps if gap.is_rounding),
        strange=tuple(_gap(labels[gap.key], gap) for gap in tried.gaps if not gap.is_rounding),
        undividable=_undividable(figure_import, tried, shared),
        changes=_changes(figure_import, tried),
    )


def _undividable(figure_import: FigureImport, tried: DryRun, shared: Collection[str]) -> str:
    """Why money cannot be divided with the table."""
    if figure_import.origin == Origin.OWN:
        return str(REFUSALS["own_counts"])
    if not (figure_import.inhabitants_column and tried.level):
        return _("Money cannot be divided with this table, because it does not count the inhabitants.")
    if any(tried.values[code, figure_import.inhabitants_column] != "0" for code in shared):
        return _("Money cannot be divided with this table, because CBS areas in it lie in several areas.")
    return ""


def _changes(figure_import: FigureImport, tried: DryRun) -> Changes | None:
    columns = queries.mapping_of(figure_import).columns
    found = queries.since_before(figure_import.division, year=figure_import.year, columns=columns, values=tried.values)
    if found is None or tried.problems:
        return None
    labels = {column.slug: column.label for column in columns}
    told = _("%(source)s, imported on %(day)s")
    tables = [told % {"source": one.source, "day": day(one.status_since)} for one in found.tables]
    return Changes(
        since="; ".join(tables),
        counts=tuple(_change_counts(found.differences)),
        examples=tuple(
            (one.code, labels[one.slug], _value(one.before), _value(one.after)) for one in found.differences.examples
        ),
    )


def _change_counts(found: Differences) -> Iterator[str]:
    for number, words in (
        (found.same, ngettext_lazy("%(n)s value is the same.", "%(n)s values are the same.", "n")),
        (found.changed, ngettext_lazy("%(n)s value is another one.", "%(n)s values are other ones.", "n")),
        (found.new, ngettext_lazy("%(n)s value is new.", "%(n)s values are new.", "n")),
        (found.gone, ngettext_lazy("%(n)s value is gone.", "%(n)s values are gone.", "n")),
    ):
        if number:
            yield str(words % {"n": number})


def _value(text: str | None) -> str:
    if text is None:
        return _("not in the table")
    return str(number_format(Decimal(text), force_grouping=True)) if text else _("not known")


def _gap(label: str, gap: Gap) -> str:
    told = _("%(label)s: %(whole)s for the municipality, %(parts)s for its parts together")
    return told % {"label": label, "whole": count(str(gap.whole)), "parts": count(str(gap.parts))}


def _counts(tried: DryRun) -> tuple[str, ...]:
    rows, matched, places = tried.rows, len(tried.matched), tried.places
    of_us = ngettext("%(rows)s row is of your municipality.", "%(rows)s rows are of your municipality.", rows)
    found = _("%(matched)s of the %(places)s CBS areas of your division have figures in this file.")
    level = _("The file has %(levels)s.") % {
        "levels": ", ".join(f"{count(str(n))} {LEVELS[RegionLevel(one)]}" for one, n in tried.levels.items())
    }
    told = (of_us % {"rows": rows}, found % {"matched": matched, "places": places})
    return (level, *told) if tried.levels else told


def _named(places: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(f"{code} {name}" for code, name in places)
