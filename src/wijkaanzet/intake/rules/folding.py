"""One spelling for the eye: what looks alike is written alike, and each character knows where it came from."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MARKS: Final = "\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
# At most eight marks belong to one letter; more of them is a game, and sorting them would cost more than it tells.
_CLUSTER: Final = re.compile(rf"[^{MARKS}][{MARKS}]{{0,8}}|[{MARKS}]{{1,8}}", re.DOTALL)
_MARK: Final = re.compile(rf"[{MARKS}]")
_QUOTES: Final = dict.fromkeys("’‘‛ʼʻ`´′＇", "'") | dict.fromkeys("“”„‟«»″", '"')
LONGEST_UNFOLDED: Final = 3
"""A sign that stands for more letters than a ligature (a whole greeting in one sign) is left as it is."""
_LINE_ENDS: Final = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


@dataclass(frozen=True)
class Folded:
    """The text in one spelling; character i of it stands at starts[i]:ends[i] in the text as it was sent."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def place(self, start: int, end: int) -> tuple[int, int]:
        """From where to where this piece stands in the text as it was sent."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """The text without invisible characters, with plain spaces, quotes, dashes, digits and composed letters."""
    if text.isascii() and text.isprintable():
        return Folded(text, range(len(text)), range(1, len(text) + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        for letter in _folded(cluster.group()):
            letters.append(letter)
            starts.append(cluster.start())
            ends.append(cluster.end())
    return Folded("".join(letters), starts, ends)


@lru_cache(maxsize=4096)
def _folded(cluster: str) -> str:
    base = cluster[0]
    if base in _QUOTES:
        return _QUOTES[base]
    if base in _LINE_ENDS:
        return "\n"
    composed = _MARK.sub("", unicodedata.normalize("NFKC", cluster))
    return "".join(_plain(letter) for letter in (composed if len(composed) <= LONGEST_UNFOLDED else base))


def _plain(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(letter)
    if category in ("Cf", "Cs", "Mn", "Me"):
        return ""
    if category in ("Zs", "Cc"):
        return " "
    return "-" if category == "Pd" or letter == "\u2212" else letter
