"""Addresses of pages that people write in a text, so that they can be followed."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

_ADDRESS: Final = re.compile(r"(?<!\w)https?://[^\s<>\"“”„«»]+", re.IGNORECASE)
_AFTER: Final = ".,;:!?'’…)]}"
"""What may follow an address in a sentence and is no part of it."""
_OPENS: Final = {")": "(", "]": "[", "}": "{"}


class Stretch(NamedTuple):
    """A stretch of a text; with the address that it leads to when it is one."""

    text: str
    href: str = ""


def stretches(text: str) -> Iterator[Stretch]:
    """The text in stretches that together are the whole of it; only what begins with http(s):// leads anywhere."""
    done = 0
    for found in _ADDRESS.finditer(text):
        written = _without_what_follows(found.group())
        if _leads_where_it_says(written):
            yield Stretch(text[done : found.start()])
            yield Stretch(written, href=written)
            done = found.start() + len(written)
    yield Stretch(text[done:])


def _without_what_follows(written: str) -> str:
    """Without what ends the sentence; a bracket stays when it was opened in the address."""
    end = len(written)
    while written[end - 1] in _AFTER:
        opens = _OPENS.get(written[end - 1])
        if opens and written.count(opens, 0, end) >= written.count(written[end - 1], 0, end):
            break
        end -= 1
    return written[:end]


def _leads_where_it_says(written: str) -> bool:
    """Not when a name stands before the host, or signs that cannot be seen: those make an address look like another."""
    try:
        parts = urlsplit(written)
        return bool(parts.hostname) and "@" not in parts.netloc and written.isprintable()
    except ValueError:
        return False
