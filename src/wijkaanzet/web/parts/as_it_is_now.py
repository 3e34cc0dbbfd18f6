"""A form that was read before: a hidden answer tells how it is now, and rows that were there then come along."""

import re

from django import forms
from django.http import QueryDict


class AsItIsNow(forms.HiddenInput):
    """Sends along how something is when the page is shown, also when the page comes back with what was filled in."""

    def __init__(self, now: str) -> None:
        super().__init__()
        self.now = now

    def format_value(self, value: object) -> str:
        """What it is now, whatever was sent."""
        return self.now


def rows_sent(data: QueryDict | None, name: str) -> int:
    """How many numbered rows of a question (`name-0` …) a form must have, so that none that was filled in gets lost."""
    filled = [key for key, answer in data.items() if answer] if data else []
    found = (re.fullmatch(rf"{name}-(\d{{1,3}})", key) for key in filled)
    return max((int(one[1]) + 1 for one in found if one), default=0)
