"""How somebody finds the way in a long plan: its contents after the summary, and what is inside each fold."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkaanzet.web.pages.plan_reading import PlanFolds, PlanPage, PlanPriority
from wijkaanzet.web.parts.moves import Action

NAMED: Final = 3
"""So many names stand in the line of a fold; of the others only how many there are."""


def with_contents(page: PlanPage) -> PlanPage:
    """A page with its contents, and with lines that say what is folded away."""
    lines = len(page.money.table.rows) if page.money.table else 0
    amounts = ngettext("All amounts: %(count)s line", "All amounts: %(count)s lines", lines) % {"count": lines}
    figures = [one.card.title for one in page.figures]
    counted = ngettext("%(count)s figure: %(names)s", "%(count)s figures: %(names)s", len(figures))
    return replace(
        page,
        priorities=tuple(replace(one, more=_more(one)) for one in page.priorities),
        contents=tuple(Action(label=label, href=f"#{part}") for part, label in _parts(page)),
        folds=PlanFolds(
            base=_("Who they are: %(names)s") % {"names": _names(one.organisation for one in page.base)},
            money=amounts,
            figures=counted % {"count": len(figures), "names": _names(figures)},
        ),
    )


def _parts(page: PlanPage) -> Iterator[tuple[str, str]]:
    """The parts that are there, by the mark of their heading."""
    if page.to_do:
        yield "to-do", _("What there is to do")
    if page.map or page.places:
        yield "where", _("Where")
    if page.priorities:
        yield "priorities", _("What we want")
    if page.base:
        yield "base", _("Who are always there")
    yield "money", _("Money")
    if page.figures:
        yield "figures", _("Figures")
    yield "next", _("What happens now")


def _more(one: PlanPriority) -> str:
    reasons, figures, asked = len(one.reasons), len(one.figures), len(one.asked)
    counted = (
        ngettext("%(count)s reason", "%(count)s reasons", reasons) % {"count": reasons} if reasons else "",
        ngettext("%(count)s figure", "%(count)s figures", figures) % {"count": figures} if figures else "",
        ngettext("%(count)s question to others", "%(count)s questions to others", asked) % {"count": asked}
        if asked
        else "",
    )
    return " · ".join(filter(None, counted))


def _names(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    shown, rest = ", ".join(found[:NAMED]), len(found) - NAMED
    return _("%(names)s and %(count)s more") % {"names": shown, "count": rest} if rest > 0 else shown
