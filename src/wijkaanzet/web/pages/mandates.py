"""The register of mandates: who proposes, advises, decides and is told at each step."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.parts.meaning import Meaning
from wijkaanzet.web.parts.paging import Pagination


@dataclass(frozen=True, kw_only=True)
class MandateStep:
    """One step of dividing the money, and who does what in it."""

    title: str
    text: str
    """What is decided here, one sentence."""
    proposes: str
    advises: tuple[str, ...]
    decides: str
    records: str
    """Who writes down what was decided; empty when nobody does that here."""
    informed: tuple[str, ...]
    source: str = ""
    """The law that says so, when it is not the municipality's own choice."""


@dataclass(frozen=True, kw_only=True)
class PastArrangement:
    """What held before, and from when to when."""

    period: str
    decides: tuple[str, ...]
    """Who decided at each step, a sentence each."""


@dataclass(frozen=True, kw_only=True)
class MandatesPage:
    """web/mandates.html: by the arrangement that holds today."""

    section: ClassVar[str] = "decisions"
    period: str
    """Since when it holds, and until when if that is known; a sentence."""
    steps: tuple[MandateStep, ...]
    meanings: tuple[Meaning, ...] = ()
    earlier: tuple[PastArrangement, ...] = ()
    pagination: Pagination | None = None
