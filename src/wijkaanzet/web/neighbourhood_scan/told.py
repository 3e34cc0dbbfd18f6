"""What people told, as it stands in a scan: a few lines that lead to all of it, or that it is not there any more."""

from typing import Final

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from wijkaanzet.intake.labels import KINDS, STRENGTHS
from wijkaanzet.intake.rules import EntryKind, StrengthKind
from wijkaanzet.scans.labels import GONE, ITEM_KINDS
from wijkaanzet.scans.queries import ItemInFull, ToldWords
from wijkaanzet.scans.rules.scan import ScanItemKind
from wijkaanzet.web.http import Request
from wijkaanzet.web.pages.neighbourhood_scan import Quote
from wijkaanzet.web.tenancy import address

FIRST_LINES: Final = 420
"""Characters of what somebody told."""


def kind_of(kind: ScanItemKind, told: ToldWords | None) -> str:
    """What it is: a story, a concern; of what is strong also in whom or what."""
    if told is None or not told.kind:
        return str(ITEM_KINDS[kind])
    name = str(KINDS[EntryKind(told.kind)])
    if not told.strength_kind:
        return name
    return _("%(kind)s: %(strength)s") % {"kind": name, "strength": STRENGTHS[StrengthKind(told.strength_kind)]}


def quote(request: Request, item: ItemInFull) -> Quote:
    """A voice or story in a part of a scan."""
    told, only_here = item.told, not item.for_everybody
    if told is None:
        return Quote(kind=kind_of(item.kind, None), gone=gone(item), only_here=only_here)
    return Quote(
        kind=kind_of(item.kind, told),
        title=told.title,
        text=Truncator(" ".join(told.text.split())).chars(FIRST_LINES),
        teller_meaning=told.meaning,
        meaning=item.meaning,
        place=told.place,
        href=address(request, "voice", public_id=told.public_id),
        only_here=only_here,
    )


def gone(item: ItemInFull) -> str:
    """Why it cannot be read any more; empty when it can."""
    return str(GONE[item.gone]) if item.gone else ""


def name_of(item: ItemInFull) -> str:
    """What an item of a scan is called in a sentence."""
    if item.figure is not None:
        return item.figure.label
    if item.told is not None:
        return f"“{item.told.title}”"
    if item.gone is not None:
        return _("%(kind)s (%(why)s)") % {"kind": ITEM_KINDS[item.kind], "why": gone(item)}
    return str(item.what)
