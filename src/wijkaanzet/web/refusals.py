"""The sentence for what the rules refuse, in the reader's language."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.utils.translation import gettext as _

from wijkaanzet.kernel.refusals import Refused
from wijkaanzet.scans.rules.bad_input import BadInput
from wijkaanzet.web.numbers import amount, count, day

LENGTHS = frozenset({"length", "most"})
"""What counts something, so that it gets thousands marks; a year or a code is a number without them."""


def sentence(refused: Refused) -> str:
    """What is wrong, on which line of a file, and what to do; amounts, days and lengths as the reader writes them."""
    shown = {name.removesuffix("_cents"): _shown(name, value) for name, value in refused.parameters.items()}
    what = str(_words()[refused.key]) % shown
    if isinstance(refused, BadInput) and refused.where.isdigit():
        return _("Line %(line)s: %(what)s") % {"line": refused.where, "what": what}
    return what


def is_known(key: str) -> bool:
    """Whether there is a sentence for what is refused by this key."""
    return key in _words()


@cache
def _words() -> Mapping[str, object]:
    """The sentence for every key; where two contexts refuse by the same key they mean the same."""
    return {key: words for labels in _labels() for key, words in getattr(labels, "REFUSALS", {}).items()}


def _labels() -> Iterator[object]:
    for app in apps.get_app_configs():
        if app.name.startswith("wijkaanzet.") and find_spec(f"{app.name}.labels"):
            yield import_module(f"{app.name}.labels")


def _shown(name: str, value: object) -> object:
    if name.endswith("_cents") and isinstance(value, int):
        return amount(value)
    if name in LENGTHS and isinstance(value, int):
        return count(str(value))
    if isinstance(value, date) and not isinstance(value, datetime):
        return day(value)
    return value
