"""The pages on which somebody who takes part sets up messages, the own calendar and who stands in."""

from dataclasses import dataclass
from typing import ClassVar

from wijkaanzet.web.parts.forms import Buttons


@dataclass(frozen=True, kw_only=True)
class StandInLine:
    """Somebody stands in: in which role, who for whom, and when."""

    title: str
    who: str
    days: str
    end_href: str


@dataclass(frozen=True, kw_only=True)
class StandInsPage:
    """web/stand_ins.html: who stands in for whom, now and later."""

    section: ClassVar[str] = "your-move"
    lines: tuple[StandInLine, ...]


@dataclass(frozen=True, kw_only=True)
class StandInEndPage:
    """web/stand_in_end.html: whether somebody stands in no more."""

    section: ClassVar[str] = "your-move"
    title: str
    line: StandInLine
    buttons: Buttons
