"""What a command tells of a file of figures: in words for people, or as JSON for another program."""

import json
from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from wijkaanzet.arrangements import labels as arrangement_labels
from wijkaanzet.cycle.from_file import Outcome
from wijkaanzet.cycle.labels import REFUSALS
from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans import labels
from wijkaanzet.scans.queries import SinceBefore
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.scans.rules.catalogue import recognise

Json = dict[str, object]
WORDS = {**arrangement_labels.REFUSALS, **labels.REFUSALS, **REFUSALS}


def line(refused: Refused) -> str:
    """What is wrong, after the line of the file where it is."""
    where = refused.where if isinstance(refused, BadInput) else ""
    return f"{where}: {_sentence(refused)}" if where else _sentence(refused)


def as_text(outcome: Outcome) -> str:
    """A few lines: what is wrong, or what was found and what happened."""
    if outcome.tried.problems:
        return "\n".join(line(problem) for problem in outcome.tried.problems)
    return "\n".join(_lines(outcome))


def as_json(outcome: Outcome) -> str:
    """Everything, with counts per level, columns that were understood or not, and what differs from before."""
    table, tried = outcome.table, outcome.tried
    told: Json = {
        "file": table.file_name,
        "source": table.source,
        "table": table.table,
        "year": table.year,
        "region_year": table.region_year,
        "for_year": table.for_year,
        "provisional": table.provisional,
        "imported": outcome.imported,
        "came_in_on": outcome.came_in_on and outcome.came_in_on.isoformat(),
        "rows": outcome.overview.rows,
        "levels": dict(tried.levels),
        "areas": {"matched": list(tried.matched), "absent": list(tried.absent), "extra": list(tried.extra)},
        "columns": _columns(outcome),
        "missing": dict(tried.missing),
        "gaps": [{"column": one.key, "whole": str(one.whole), "parts": str(one.parts)} for one in tried.gaps],
        "since_before": _since_before(outcome.since_before),
        "problems": [{"where": one.where, "key": one.key, "text": _sentence(one)} for one in tried.problems],
        "more_problems": tried.more_problems,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _sentence(refused: Refused) -> str:
    return str(WORDS[refused.key]) % refused.parameters


def _lines(outcome: Outcome) -> Iterator[str]:
    tried = outcome.tried
    counts = {"rows": tried.rows, "matched": len(tried.matched), "absent": len(tried.absent)}
    yield _("%(rows)s rows; %(matched)s CBS areas of the division found, %(absent)s not.") % counts
    if unmatched := _columns(outcome)["unmatched"]:
        yield _("Left out, because we do not know what they are: %(columns)s.") % {"columns": ", ".join(unmatched)}
    if outcome.since_before is not None:
        found = outcome.since_before.differences
        counts = {"same": found.same, "changed": found.changed, "new": found.new, "gone": found.gone}
        yield _("Beside the table before: %(same)s values the same, %(changed)s other, %(new)s new, %(gone)s gone.") % (
            counts
        )
    if outcome.came_in_on:
        day = date_format(outcome.came_in_on, "j F Y")
        yield _("This file came in already, on %(day)s. There is nothing to do.") % {"day": day}
    else:
        yield _("The figures are in.") if outcome.imported else _("Nothing has been imported.")


def _columns(outcome: Outcome) -> dict[str, list[str]]:
    """The columns that are used, those that nobody knows, and those of which we know that they are no figures."""
    mapping, header = outcome.mapping, outcome.overview.header
    beside = {key for keys in mapping.beside().values() for key in keys}
    used = {mapping.code, mapping.name, mapping.changed, *mapping.keys(), *(key for key, _ in mapping.only), *beside}
    known = {*used, *recognise(header, year=outcome.table.year).matched}
    return {
        "matched": [key for key in header if key in used],
        "unmatched": [key for key in header if key not in known],
        "left_out": [key for key in header if key in known - used],
    }


def _since_before(found: SinceBefore | None) -> Json | None:
    if found is None:
        return None
    differences = found.differences
    return {
        "tables": [{"source": one.source, "imported_on": one.status_since.isoformat()} for one in found.tables],
        "same": differences.same,
        "changed": differences.changed,
        "new": differences.new,
        "gone": differences.gone,
        "examples": [
            {"code": one.code, "figure": one.slug, "before": one.before, "after": one.after}
            for one in differences.examples
        ],
    }
