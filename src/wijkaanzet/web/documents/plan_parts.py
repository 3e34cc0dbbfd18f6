"""What a plan on paper or as a document is made of: blocks in order of reading, in words that are already translated.

The same blocks make the PDF and the document that people can edit, so the two cannot say different things.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The name of what follows; the title of the plan is level 1, and no level is skipped."""

    text: str
    level: Literal[2, 3, 4] = 2


@dataclass(frozen=True, kw_only=True)
class Text:
    """Paragraphs; `soft` is what is said about the plan, not in it."""

    paragraphs: tuple[str, ...]
    soft: bool = False


@dataclass(frozen=True, kw_only=True)
class Points:
    """A list of short lines."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """What somebody said, and who or what that is; never the name of a person."""

    text: str
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under the names of their columns; the first cell of a row says what it is about."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    amounts: frozenset[int] = frozenset()
    """The columns that hold amounts, counted from 0: they stand to the right."""


@dataclass(frozen=True, kw_only=True)
class Photo:
    """A JPEG with words for who does not see it."""

    content: bytes
    alt: str
    width: int
    height: int


Block = Heading | Text | Points | Quoted | Table | Photo


@dataclass(frozen=True, kw_only=True)
class PlanPaper:
    """A plan to print or to edit; `address` is where it stands on the site."""

    municipality: str
    title: str
    about: tuple[str, ...]
    """Of which network, which edition, and who adopted it when."""
    summary: tuple[str, ...]
    blocks: tuple[Block, ...]
    address: str
    fictional: bool
