"""Words as they are kept: as long as they may be, and without signs that nobody sees. Plain Python."""

import unicodedata
from typing import Final

from wijkaanzet.kernel.refusals import Refused

_START: Final = 30
"""Characters of a text that is too long by which its writer knows which one is meant."""


def fitting(text: str, *, most: int) -> str:
    """A text as it is kept: a new line is one character, whatever sent it; what stands in it stays as it is.

    Raises Refused("network_words_too_long") above that many characters.
    """
    plain = _visible(text).strip()
    if len(plain) > most:
        start = " ".join(plain[:_START].split())
        raise Refused("network_words_too_long", start=start, length=len(plain), most=most)
    return plain


def fitting_line(text: str, *, most: int) -> str:
    """A text on one line, as it is kept. Raises Refused("network_words_too_long") as `fitting` does."""
    return fitting(" ".join(_visible(text).split()), most=most)


def fitting_name(text: str, *, most: int) -> str:
    """What something is called, as it is kept; empty without a letter or digit. Raises as `fitting_line` does."""
    name = fitting_line(text, most=most)
    return name if any(sign.isalnum() for sign in name) else ""


def _visible(text: str) -> str:
    """Without signs that nobody sees, other than a new line and a tab."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in plain if sign in "\n\t" or unicodedata.category(sign) != "Cc")
