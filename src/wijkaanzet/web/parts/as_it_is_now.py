"""A form that was read before: a hidden answer tells how it was read, and rows that were there then come along."""

import re
from typing import Final

from django import forms
from django.http import QueryDict

STALE: Final = frozenset(
    {
        "ask_answered",
        "base_changed",
        "changed_meanwhile",
        "draft_changed",
        "informal_changed",
        "member_changed",
        "plan_changed",
        "plan_money_changed",
        "priority_changed",
        "reasons_changed",
    }
)
"""Refusals that say what came in since it was read."""


class AsItIsNow(forms.HiddenInput):
    """Sends along how something is when the page is shown.

    When the page comes back with what was filled in, it is what was read before, until somebody was told what came in
    meanwhile: else a slip of the pen elsewhere on the page would let it be overwritten unread.
    """

    def __init__(self, now: str) -> None:
        super().__init__()
        self.now = now
        self.told = False

    def format_value(self, value: object) -> str:
        """What was read: what was sent, or what it is now."""
        return self.now if self.told or value is None else str(value)


def tell(form: forms.Form, key: str) -> None:
    """From a refusal on that says what came in meanwhile, how it is now is what was read."""
    for field in form.fields.values():
        if isinstance(field.widget, AsItIsNow) and key in STALE:
            field.widget.told = True


def rows_sent(data: QueryDict | None, name: str) -> int:
    """How many numbered rows of a question (`name-0` …) a form must have, so that none that was filled in gets lost."""
    filled = [key for key, answer in data.items() if answer] if data else []
    found = (re.fullmatch(rf"{name}-(\d{{1,3}})", key) for key in filled)
    return max((int(one[1]) + 1 for one in found if one), default=0)
