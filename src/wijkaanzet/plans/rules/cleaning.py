"""Text as it is kept, whatever it was pasted from: Word, a mail, a page. Plain Python."""

import re
import unicodedata
from typing import Final

BULLET: Final = "- "
_BREAKS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BULLETS: Final = re.compile("^[ \t]*(?:[•●◦‣▪▫■□⁃∙·➢➤✓✔]|o(?=\t)|[-–—*](?=[ \t]))[ \t]*", re.MULTILINE)
_NUMBERS: Final = re.compile(r"^[ \t]*(\d{1,3}[.)]|[a-z][.)])\t[ \t]*", re.MULTILINE)
_SPACES: Final = re.compile("[ \t]+")
_AROUND_BREAK: Final = re.compile(" *\n *")
_EMPTY_LINES: Final = re.compile("\n{3,}")
_SYMBOLS: Final = str.maketrans(
    {"\uf0e0": "→", "\uf0e8": "→", "\uf04a": "☺"} | dict.fromkeys("\uf0a7\uf0b7\uf0d8\uf0fc\uf076", "•")
)
"""Signs of the font that Word draws arrows, faces and bullets with; a browser shows a box for them."""
_JOINERS: Final = "\u200c\u200d"
"""They carry meaning in emoji and in scripts such as Persian."""
_LEFT_OUT: Final = frozenset({"Cc", "Cf", "Co", "Cs"})
"""Controls, invisible formatting such as soft hyphens and zero widths, private-use signs, and halves of signs."""


def cleaned(text: str) -> str:
    """The text without what a word processor leaves in it: one kind of line end, space and bullet, nothing invisible.

    Every letter, digit and sign that can be read stays; cleaning twice changes nothing more. At most one line is empty
    between two others.
    """
    text = "".join(map(_kept, _BREAKS.sub("\n", text).translate(_SYMBOLS)))
    text = unicodedata.normalize("NFC", text)  # only now: what is invisible may stand between a letter and its accent
    text = _SPACES.sub(" ", _BULLETS.sub(BULLET, _NUMBERS.sub(r"\1 ", text)))
    text = _EMPTY_LINES.sub("\n\n", _AROUND_BREAK.sub("\n", text))
    return unicodedata.normalize("NFC", text.strip(" \n"))


def _kept(sign: str) -> str:
    if sign in _JOINERS or sign in "\n\t":  # a tab still tells where a bullet or a number ends
        return sign
    category = unicodedata.category(sign)
    if category == "Zs":
        return " "
    return "" if category in _LEFT_OUT else sign
