"""The sheet on which is ticked who came to a meeting; names stand on it, so it is for who keeps the network only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.translation import gettext, override

from wijkaanzet.web.documents.printable import BOX, breakable, printable
from wijkaanzet.web.documents.typesetting import typeset

ROOM: Final = 12
"""Empty lines for people who do not take part yet."""


@dataclass(frozen=True, kw_only=True)
class PaperPerson:
    """Somebody who takes part, or with an empty name a seat that is free; `seat` says for whom too."""

    name: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class AttendancePaper:
    """The sheet of one meeting, in words that are already translated."""

    municipality: str
    network: str
    day: str
    time: str
    place: str
    people: tuple[PaperPerson, ...]
    fictional: bool


def attendance_pdf(paper: AttendancePaper, *, language: str, made_at: datetime) -> bytes:
    """The sheet as a PDF (PDF/UA-1). `language` is that of the words in it ("nl", "en")."""
    with override(language):
        words = _words()
        title = gettext("Who came on %(day)s?") % {"day": paper.day}
    data: dict[str, object] = {
        "author": printable(paper.municipality),
        "kicker": " · ".join(map(_line, (paper.network, paper.municipality))),
        "title": title,
        "whenabouts": [_line(text) for text in (f"{paper.day}, {paper.time}", paper.place) if text],
        "people": [{"name": _line(one.name), "seat": _line(one.seat)} for one in paper.people],
        "room": ROOM,
        "fictional": paper.fictional,
    }
    return typeset(
        "attendance", {"language": language, "words": words, "boxed": BOX in str(data), **data}, made_at=made_at
    )


def _words() -> dict[str, str]:
    return {
        "keep": gettext("Keep this sheet with you. Throw it away once you filled in who came."),
        "people": gettext("Who takes part"),
        "nobody": gettext("Nobody takes part yet."),
        "here": gettext("Here"),
        "name": gettext("Name"),
        "seat": gettext("Seat"),
        "others": gettext("Others who came"),
        "numbers": gettext("Of them we keep a number only. A name is not needed."),
        "unnamed": gettext("Name, for who wants to take part"),
        "resident": gettext("Resident"),
        "work": gettext("For work"),
        "fictional": gettext("This sheet is made up, to practise with."),
        "boxed": gettext("%(mark)s = a sign that cannot be printed. It is on the site.") % {"mark": BOX},
    }


def _line(text: str) -> str:
    return breakable(printable(text))
